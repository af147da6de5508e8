"""Dates and spans."""

import pytest

from ondongne.korean import DateParts, date_text, range_text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((2025, 12, 10), "2025. 12. 10.(수)"),
        ((2019, 2, 22), "2019. 2. 22.(금)"),
        ((2024, 2, 29), "2024. 2. 29.(목)"),
        ((2025, 12, 14), "2025. 12. 14.(일)"),
        ((2025, 12, None), "2025년 12월"),
        ((2025, None, None), "2025년"),
    ],
)
def test_dates_stay_as_partial_as_they_are(parts: DateParts, text: str) -> None:
    assert date_text(*parts) == text


def test_a_date_without_its_weekday() -> None:
    assert date_text(2025, 1, 2, weekday=False) == "2025. 1. 2."


def test_a_day_that_never_was() -> None:
    with pytest.raises(ValueError, match="day"):
        date_text(2025, 2, 29)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((2019, 6, 13), (2019, 6, 14), "2019. 6. 13.(목)~14.(금)"),
        ((2019, 6, 30), (2019, 7, 2), "2019. 6. 30.(일)~7. 2.(화)"),
        ((2019, 12, 31), (2020, 1, 2), "2019. 12. 31.(화)~2020. 1. 2.(목)"),
        ((2019, 6, 13), (2020, 6, 14), "2019. 6. 13.(목)~2020. 6. 14.(일)"),
        ((2019, 6, 13), (2019, 6, 13), "2019. 6. 13.(목)"),
        ((2018, 9, None), (2019, 3, None), "2018년 9월~2019년 3월"),
        ((2018, 9, None), (2018, 11, None), "2018년 9~11월"),
        ((2018, 9, None), (2018, 9, None), "2018년 9월"),
        ((2018, None, None), (2019, None, None), "2018~2019년"),
        ((2018, None, None), (2018, None, None), "2018년"),
        ((2018, 9, None), (2019, 3, 5), "2018년 9월~2019. 3. 5.(화)"),
        ((2018, None, None), (2018, 9, None), "2018년~2018년 9월"),
        ((2018, 9, None), None, "2018년 9월부터"),
        ((2018, None, None), None, "2018년부터"),
        ((2019, 6, 13), None, "2019. 6. 13.(목)부터"),
    ],
)
def test_spans_share_what_both_ends_have(start: DateParts, end: DateParts | None, text: str) -> None:
    assert range_text(start, end) == text
