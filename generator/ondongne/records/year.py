"""한 해: what a council, or a city's councils together, were and did in one year."""

from typing import ClassVar

from ondongne.records.base import field, many
from ondongne.records.people import Foreword, Person
from ondongne.records.quantities import Count, Money, Stated
from ondongne.records.record import Record
from ondongne.records.text import Prose
from ondongne.records.when import When


class Year(Record):
    """A council's (or a city's) year; it is called by its year."""

    kind: ClassVar = "year"
    label: ClassVar = "한 해"

    year: When | None = field("해", "폴더 이름과 다르게 알려진 해일 때만. {on: 2017, derived: true}")
    overview: Prose | None = field("한 해 이야기", "무엇을 했는지 두세 문단")
    councils: Stated[Count] | None = field("협의체 수", "시의 해일 때만")
    members: Stated[Count] | None = field("위원 수", "위원이 몇 명인지")
    new_members: Stated[Count] | None = field("새 위원", "새로 위촉한 위원 수")
    volunteers: Stated[Count] | None = field("봉사자", "함께한 봉사자 수")
    meetings: Stated[Count] | None = field("회의", "회의를 연 횟수")
    households: Stated[Count] | None = field("도운 가구", "도운 가구 수")
    people: Stated[Count] | None = field("도운 사람", "도운 사람 수")
    budget: Money | None = field("예산", "한 해 예산, 재원별")
    spent: Money | None = field("쓴 돈", "한 해 결산, 재원별")
    officers: tuple[Person, ...] = many("임원", "그해의 위원장과 분과장")
    forewords: tuple[Foreword, ...] = many("머리글", "책자 앞에 실을 발간사와 축사")
    next_year: Prose | None = field("다음 해", "다음 해에 하려는 것")

    @property
    def heading(self) -> str:
        """What the record is called: 2017년(추정); empty where the folder's year stands for it."""
        return "" if self.year is None else str(self.year)
