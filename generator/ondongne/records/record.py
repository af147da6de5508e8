"""What every record has: sources behind it, pictures, quotes and figures in it, and a state."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from pydantic import Field

from ondongne.diagnostics import Fault
from ondongne.records.base import Cite, FieldPath, Value, field, many, models, required, walk
from ondongne.records.evidence import Claim, Photo, Source
from ondongne.records.people import Quote
from ondongne.records.quantities import Figure
from ondongne.records.state import State
from ondongne.records.text import Line, OldId, Summary
from ondongne.records.vocabulary import Licence, Standing, Topic


class Record(Value):
    """One YAML file under `councils/`; its kind is the folder it lies in."""

    kind: ClassVar[str]
    label: ClassVar[str]

    summary: Summary | None = field("한 줄 요약", "160자까지, 목록과 검색 결과에 보입니다")
    topics: tuple[Topic, ...] = many("주제", "무엇에 관한 기록인가")
    tags: tuple[Line, ...] = many("꼬리표", "자유로운 낱말")
    photos: tuple[Photo, ...] = many("사진", "photos 폴더에 둔 사진")
    quotes: tuple[Quote, ...] = many("말", "사람들이 한 말")
    figures: tuple[Figure, ...] = many("수치", "city.yml에 밝힌 지표의 값")
    claims: tuple[Claim, ...] = many("주장", "최초·유일·최다라는 말. 출처의 주장으로만 싣습니다")
    sources: tuple[Source, ...] = many("출처", "이 기록의 사실이 나온 곳. 1부터 번호로 가리킵니다")
    notes: tuple[Line, ...] = many("알려 두기", "읽는 이가 알아야 할 것. 출처 아래에 보입니다")
    licence: Licence | None = field("이용 조건", "공공누리 유형")
    aliases: tuple[OldId, ...] = many("옛 id", "이 기록이 전에 쓰던 id. 옛 주소로 와도 이 쪽이 열립니다")
    state: State = Field(
        default=State.model_construct(status=Standing.DRAFT),
        title="상태",
        description="draft, ready, {embargoed: 2026-01-05}, {withdrawn: 사유}. 적지 않으면 draft라서 보이지 않습니다",
    )

    @property
    def heading(self) -> str:
        """What the record is called on pages."""
        raise TypeError(f"{type(self).__name__} has neither title nor name")

    def all_faults(self) -> Iterator[tuple[FieldPath, Fault]]:
        """Yield the faults of the record and of every value in it, each with the path of the value that found it."""
        for path, leaf in walk(self, of=_with_faults()):
            if isinstance(leaf, Value):
                for fault in leaf.faults():
                    yield path, fault
            elif isinstance(leaf, Cite) and leaf > len(self.sources):
                yield path, Fault("unknown-source", number=int(leaf), size=len(self.sources))


@cache
def _with_faults() -> tuple[type, ...]:
    """What can be at fault inside a record."""
    return Cite, *(model for model in models() if model.faults is not Value.faults)


class Titled(Record):
    """A record that is called by its title."""

    title: Line = required("제목", "이 기록의 이름")

    @property
    def heading(self) -> str:
        """What the record is called on pages."""
        return self.title


class Named(Record):
    """A record that is called by its name."""

    name: Line = required("이름", "부르는 이름")

    @property
    def heading(self) -> str:
        """What the record is called on pages."""
        return self.name
