"""Dates as far as they are known: a day, a month, a year or a stretch between two of them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Final, NamedTuple

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ondongne import korean
from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, flag, required
from ondongne.records.text import Flag, Line

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DATE = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"


class PartialDate(NamedTuple):
    """A date of which the month or day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def first(self) -> date:
        """The earliest day it may mean."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def last(self) -> date:
        """The latest day it may mean."""
        if self.day is not None:
            return self.first()
        month = 12 if self.month is None else self.month
        return date(self.year, month, monthrange(self.year, month)[1])


class Span(NamedTuple):
    """From `start` to `end`; both are the same for a single date, and `end` is None for a stretch that goes on."""

    start: PartialDate
    end: PartialDate | None

    def __str__(self) -> str:
        """Korean text: 2025. 12. 10.(수), 2025년 12월, 2018년 9월부터."""
        return _text(self)


@lru_cache(maxsize=10_000)
def _text(span: Span) -> str:
    if span.end == span.start:
        return korean.date_text(*span.start)
    return korean.range_text(span.start, span.end)


def read_span(written: Any) -> Span:
    """Read `2025-12-10`, `2012-12`, `2012`, `2019-06-13/2019-06-14` or `2018-09/`; raises PydanticCustomError."""
    if isinstance(written, Span):
        return written
    text = str(written) if isinstance(written, int) and not isinstance(written, bool) else written
    if not isinstance(text, str):
        raise PydanticCustomError("wrong_date", "not a date")
    return _span(text)


@lru_cache(maxsize=10_000)
def _span(text: str) -> Span:
    first, slash, second = text.partition("/")
    start = _read_part(first)
    if not slash:
        return Span(start, start)
    end = _read_part(second) if second else None
    if end is not None and end.last() < start.first():
        raise PydanticCustomError("dates_reversed", "ends before it starts")
    return Span(start, end)


def _read_part(part: str) -> PartialDate:
    match = _PART.fullmatch(part)
    if match is None:
        raise PydanticCustomError("wrong_date", "not a date")
    year, month, day = match.groups()
    numbers = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    try:
        numbers.first()
    except ValueError:
        raise PydanticCustomError("no_such_day", "no such day") from None
    return numbers


SPAN_SCHEMA: Final = {
    "anyOf": [
        {"type": "string", "pattern": f"^{_DATE}(/({_DATE})?)?$"},
        {"type": "integer", "minimum": 1000, "maximum": 9999},
    ]
}
"""What a date, or a stretch of time, is written as: the JSON Schema of `SpanText`."""

SpanText = Annotated[Span, PlainValidator(read_span), WithJsonSchema(SPAN_SCHEMA)]


class When(Value, defer_build=False):
    """A date as far as the source gives it."""

    shorthand: ClassVar = "on"

    on: SpanText = required("날짜", "2025-12-10, 2025-12, 2025, 2019-06-13/2019-06-14처럼 아는 데까지")
    derived: Flag = flag("추정", "원문에 적힌 날짜가 아니라 미루어 안 날짜이면 true")
    as_written: Line | None = field("원문 표현", "원문이 날짜를 어떻게 적었는지 (지난해, 14일)")

    @property
    def start(self) -> PartialDate:
        """The first date of the stretch."""
        return self.on.start

    @property
    def end(self) -> PartialDate | None:
        """The last date of the stretch; None while it goes on."""
        return self.on.end

    @property
    def year(self) -> int:
        """The year in which it starts."""
        return self.on.start.year

    def __str__(self) -> str:
        return f"{self.on}(추정)" if self.derived else str(self.on)

    def faults(self) -> Iterator[Fault]:
        """A date quoted in the source's words is derived by definition."""
        if self.as_written is not None and not self.derived:
            yield Fault("as-written-not-derived", at="as_written", written=self.as_written)
