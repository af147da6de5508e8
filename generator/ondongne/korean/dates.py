"""Dates as Korean public documents write them (행정업무의 운영 및 혁신에 관한 규정 제7조): 2025. 12. 10.(수)."""

from datetime import date
from typing import Final, TypeAlias

DateParts: TypeAlias = tuple[int, int | None, int | None]
"""Year, month and day; what is not known is None, and a partial date stays partial."""

_WEEKDAYS: Final = "월화수목금토일"


def date_text(year: int, month: int | None = None, day: int | None = None, weekday: bool = True) -> str:
    """Write a date as far as it is known: 2025. 12. 10.(수), 2025년 12월 or 2025년.

    A day that never was raises ValueError.
    """
    if month is None:
        return f"{year}년"
    if day is None:
        return f"{year}년 {month}월"
    return f"{year}. {month}. {_day(date(year, month, day), weekday)}"


def range_text(start: DateParts, end: DateParts | None) -> str:
    """Write a span without repeating what both ends share: 2019. 6. 13.(목)~14.(금); without an end: 2018년 9월부터."""
    if end is None:
        return f"{date_text(*start)}부터"
    if start == end:
        return date_text(*start)
    match start, end:
        case (int() as first, None, None), (int() as last, None, None):
            return f"{first}~{last}년"
        case (int() as year, int() as first, None), (int() as other, int() as last, None) if year == other:
            return f"{year}년 {first}~{last}월"
        case (int() as year, int(), int()), (int() as other, int() as month, int() as day) if year == other:
            same_month = start[1] == month
            return f"{date_text(*start)}~{'' if same_month else f'{month}. '}{_day(date(year, month, day))}"
        case _:
            return f"{date_text(*start)}~{date_text(*end)}"


def _day(when: date, weekday: bool = True) -> str:
    return f"{when.day}." + (f"({_WEEKDAYS[when.weekday()]})" if weekday else "")
