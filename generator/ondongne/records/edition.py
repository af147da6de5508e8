"""책자: a booklet put together by hand from records of a city."""

from typing import ClassVar

from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Foreword
from ondongne.records.record import Titled
from ondongne.records.text import Line, RecordRef, YearNumber
from ondongne.records.vocabulary import Size


class Chapter(Value):
    """A chapter of a booklet."""

    title: Line = required("장", "장 제목")
    records: tuple[RecordRef, ...] = required("기록", "실을 기록의 id, 차례대로")


class Edition(Titled):
    """A booklet of chosen records."""

    kind: ClassVar = "editions"
    label: ClassVar = "책자"

    subtitle: Line | None = field("작은 제목", "제목 아래에 적을 글")
    year: YearNumber | None = field("해", "표지에 적을 해")
    size: Size | None = field("판형", "책의 크기: A4, B5, 사륙배판, 크라운판, 신국판, A5. 적지 않으면 A4")
    forewords: tuple[Foreword, ...] = many("머리글", "발간사, 축사")
    chapters: tuple[Chapter, ...] = many("장", "장과 그 안의 기록")
