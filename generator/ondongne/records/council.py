"""동 지역사회보장협의체: the council of a dong."""

from typing import ClassVar

from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Contact, Party, Person
from ondongne.records.quantities import Count, Stated
from ondongne.records.record import Named
from ondongne.records.text import Line, Prose, SourceNumber
from ondongne.records.when import When


class OtherName(Value):
    """Another name of a council and when it bore it."""

    shorthand: ClassVar = "name"

    name: Line = required("이름", "다른 이름")
    years: When | None = field("쓴 때", "그 이름을 쓴 때")
    note: Line | None = field("설명", "누가, 왜 그렇게 부르는지")


class Subcommittee(Value):
    """A subcommittee (분과)."""

    shorthand: ClassVar = "name"

    name: Line = required("이름", "분과 이름")
    duties: Line | None = field("맡은 일", "분과가 하는 일")
    members: Count | None = field("인원", "분과 위원 수")


class Meetings(Value):
    """When the council meets."""

    shorthand: ClassVar = "regular"

    regular: Line = required("정기 회의", "매월 둘째 수요일")
    extra: Line | None = field("그 밖의 회의", "월 1~2회")


class Group(Value):
    """A group of volunteers under the council."""

    shorthand: ClassVar = "name"

    name: Line = required("이름", "모임 이름")
    volunteers: Count | None = field("인원", "봉사자 수")
    duties: Line | None = field("하는 일", "모임이 하는 일")


class Team(Value):
    """The dong office's team that works with the council; its area may be several dongs."""

    name: Line = required("이름", "맞춤형복지팀")
    since: When | None = field("생긴 날", "팀을 둔 날")
    area: tuple[Line, ...] = many("맡은 동", "팀이 맡은 동")
    duties: tuple[Line, ...] = many("맡은 일", "팀이 하는 일")
    contact: Contact | None = field("연락처", "팀 연락처")


class BrandName(Value):
    """A name under which several projects run."""

    shorthand: ClassVar = "name"

    name: Line = required("이름", "비전e")
    meaning: Line | None = field("뜻", "이름의 뜻")
    source: SourceNumber | None = field("출처", "출처 번호")


class Council(Named):
    """A dong council; `name` is its dong's, as people say it (비전2동)."""

    kind: ClassVar = "council"
    label: ClassVar = "동 협의체"

    formal_name: Line | None = field("정식 이름", "‘○○동 지역사회보장협의체’와 다르면")
    other_names: tuple[OtherName, ...] = many("다른 이름", "행복키움추진단처럼 따로 부르는 이름")
    dongs: tuple[Line, ...] = many("맡은 동", "협의체가 맡은 동. 이름과 같으면 비웁니다")
    formed: When | None = field("구성", "협의체를 만든 때")
    operating_since: When | None = field("활동 시작", "활동을 시작한 때")
    chairs: tuple[Person, ...] = many("위원장", "공공위원장, 민간위원장")
    members: tuple[Stated[Count], ...] = many("위원 수", "기준일마다의 위원 수")
    member_fields: tuple[Line, ...] = many("위원 분야", "문화, 복지, 의료 …")
    subcommittees: tuple[Subcommittee, ...] = many("분과", "분과 이름과 맡은 일")
    meetings: Meetings | None = field("회의", "언제 모이는지")
    groups: tuple[Group, ...] = many("딸린 모임", "협의체 아래의 봉사 모임")
    brands: tuple[BrandName, ...] = many("사업 이름", "여러 사업을 묶는 이름")
    office: Party | None = field("행정복지센터", "동 주민센터 이름이나 그 기관 기록의 id")
    team: Team | None = field("동 담당 팀", "함께 일하는 동 주민센터 팀")
    contact: Contact | None = field("연락처", "도움을 청하거나 함께하려면")
    aims: tuple[Prose, ...] = many("지향", "이루려는 것")
    about: Prose | None = field("소개", "어떤 협의체인지")

    @property
    def full_name(self) -> str:
        """The formal name: 비전2동 지역사회보장협의체."""
        return self.formal_name or f"{self.name} 지역사회보장협의체"
