"""What a person probably meant, written as records have it."""

import pytest

from ondongne.records.guesses import (
    amount_meant,
    count_meant,
    date_meant,
    field_meant,
    list_meant,
    reference_meant,
    term_meant,
)
from ondongne.records.project import Project
from ondongne.records.vocabulary import Audience, Stage, Topic


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("300만원", 3_000_000),
        ("1,200", 1200),
        ("1억 2,500만 원", 125_000_000),
        ("1.5억", 150_000_000),
        ("3천만원", 30_000_000),
        ("12억원정", 1_200_000_000),
        ("2025년", 2025),
        ("1번", 1),
        ("2,5", None),
        ("1만 2만", None),
        ("５", 5),
        ("￦6,000,000", 6_000_000),
        ("삼백만원", None),
        ("약 300만원", None),
        ("1.5", None),
        ("만", None),
        ("", None),
        ("9" * 1000 + "만", None),
    ],
)
def test_amount(written: str, amount: int | None) -> None:
    assert amount_meant(written) == amount


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("80여 명", "{value: 80, about: true, unit: 명}"),
        ("약 1,200명", "{value: 1200, about: true, unit: 명}"),
        ("80명 내외", "{value: 80, about: true, unit: 명}"),
        ("100 정도", "{value: 100, about: true}"),
        ("１２명", "{value: 12, unit: 명}"),
        ("12.5%", "{value: 12.5, unit: %}"),
        ("24", None),
        ("수십 명", None),
        ("80여 명, 그 밖에", None),
    ],
)
def test_count(written: str, count: str | None) -> None:
    assert count_meant(written) == count


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025. 12. 10.(수)", "2025-12-10"),
        ("2025년 12월 10일", "2025-12-10"),
        ("2025년 3월", "2025-03"),
        ("2025년", "2025"),
        ("2025/1/5", "2025-01-05"),
        ("2025.12", "2025-12"),
        ("2025. 13. 40.", None),
        ("2025-12-10 14:00", "2025-12-10"),
        ("2025. 12. 10.(수) 오후 2시", "2025-12-10"),
        ("2025.3 ~ 2025.11", "2025-03/2025-11"),
        ("2025년 3월부터 11월까지", "2025-03/2025-11"),
        ("2025-12-10~12", "2025-12-10/2025-12-12"),
        ("2025. 6. 13. ~ 6. 14.", "2025-06-13/2025-06-14"),
        ("2025-3-5 / 2025-11-1", "2025-03-05/2025-11-01"),
        ("2024~2026", "2024/2026"),
        ("2025. 3. ~", "2025-03/"),
        ("2025.12.10 ~ 2025.12.9", None),
        ("1월~3월~5월", None),
        ("2025~", "2025/"),
        ("~2025", None),
        ("20251210", None),
        ("14일", None),
    ],
)
def test_date(written: str, date: str | None) -> None:
    assert date_meant(written) == date


@pytest.mark.parametrize(
    ("written", "reference"),
    [
        ("councils/garam/narae/2025/projects/lunch.yml", "garam/narae/2025/projects/lunch"),
        ("garam\\narae", "garam/narae"),
        ("/Garam/Narae/", "garam/narae"),
        ("lunch box", "lunch-box"),
        ("나래동", None),
        ("", None),
    ],
)
def test_reference(written: str, reference: str | None) -> None:
    assert reference_meant(written) == reference


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("titel", "title"),
        ("제목", "title"),
        ("한줄 요약", "summary"),
        ("요약", "summary"),
        ("예산액", "budget"),
        ("learned-from", "learned_from"),
        ("photo", "photos"),
        ("weather", None),
        ("x" * 5000, None),
        ("", None),
    ],
)
def test_field(key: str, field: str | None) -> None:
    assert field_meant(Project, key) == field


def test_term() -> None:
    assert term_meant(Stage, "진행중") == "진행"
    assert term_meant(Topic, "고립") == "고립 예방"
    assert term_meant(Audience, "chidlren") == "children"
    assert term_meant(Audience, "외계인") is None
    assert term_meant(Audience, "인") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("독거노인", "홀몸어르신"), ("독거 노인", "홀몸어르신"), ("어르신", "노인"), ("어린이", "아동")],
)
def test_term_by_what_people_call_it(written: str, meant: str) -> None:
    assert term_meant(Audience, written) == meant
    assert term_meant(Stage, written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("식생활, 돌봄", "[식생활, 돌봄]"),
        ("노인，아동、청소년", "[노인, 아동, 청소년]"),
        ("노인", None),
        ("1,200", None),
        ("노인,", None),
        ("[노인, 아동", None),
        ("노인: 열, 아동: 둘", None),
    ],
)
def test_list(written: str, meant: str | None) -> None:
    assert list_meant(written) == meant
