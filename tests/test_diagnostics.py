"""A report says where, what and how to mend it, in each of its forms."""

import json

import pytest

from ondongne.diagnostics import (
    Diagnostic,
    Fault,
    Place,
    Severity,
    as_github,
    as_json,
    as_text,
    diagnose,
    gravest_last,
    in_order,
)

PLACE = Place("councils/garam/narae/2025/projects/birthday.yml", 7, 8, 8, "spent: 32000000")
OVERSPENT = Fault("overspent", at="spent", budget=30_000_000, spent=32_000_000).report(PLACE)


def test_a_fault_is_reported_with_its_line_and_a_hint() -> None:
    assert as_text([OVERSPENT]) == (
        "councils/garam/narae/2025/projects/birthday.yml:7:8: "
        "오류[overspent] 집행액 32,000,000원이 예산 30,000,000원보다 많습니다.\n"
        "    7 │ spent: 32000000\n"
        "      │        ^^^^^^^^\n"
        "  도움: 추경이 있었다면 budget에 더해 주세요."
    )


def test_the_marker_stands_under_wide_characters() -> None:
    place = Place("a.yml", 12, 5, 2, "제목: 나래")
    assert as_text([Diagnostic("x", Severity.NOTICE, place, "글")]).splitlines()[1:] == [
        "    12 │ 제목: 나래",
        "       │       ^^^^",
    ]


@pytest.mark.parametrize(("text", "escaped"), [("50%", "50%25"), ("a:b,c", "a:b,c"), ("줄\n바꿈", "줄%0A바꿈")])
def test_workflow_commands_escape_what_would_end_them(text: str, escaped: str) -> None:
    line = as_github([Diagnostic("code", Severity.ERROR, Place("a,b.yml", 1, 1), text)])
    assert line == f"::error file=a%2Cb.yml,line=1,col=1,title=code::{escaped}"


def test_json_holds_every_field() -> None:
    [row] = json.loads(as_json([OVERSPENT]))
    assert list(row) == ["code", "severity", "file", "line", "column", "message", "hint"]
    assert (row["code"], row["severity"], row["line"], row["column"]) == ("overspent", "error", 7, 8)


def test_a_report_reads_from_top_to_bottom_without_repeats() -> None:
    first = diagnose("overspent", Place("a.yml", 2), budget=1, spent=2)
    second = diagnose("overspent", Place("a.yml", 10), budget=1, spent=2)
    assert in_order([second, first, second]) == (first, second)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a:error b:notice c:warning d:error", "c:warning a:error d:error"),
        ("a:warning b:notice c:notice", "b:notice c:notice a:warning"),
        ("", ""),
    ],
)
def test_a_person_reads_the_gravest_last_and_no_notices_beside_errors(written: str, read: str) -> None:
    pairs = (word.split(":") for word in written.split())
    faults = [Diagnostic("x", Severity(severity), Place(file), "글") for file, severity in pairs]
    assert " ".join(f"{fault.place.file}:{fault.severity}" for fault in gravest_last(faults)) == read
