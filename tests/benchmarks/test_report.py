"""Figures as Korean tables between the markers of a document."""

from typing import Any

import pytest

from tests.benchmarks.report import BEGIN, END, placed, tables

_RUN = {"cpu": 2.0, "wall": 1.0, "memory": 100_000_000}


_MADE = {"html": 3_000_000, "words": 1_690_334}


def _runs(*seconds: float) -> list[dict[str, float]]:
    return [_RUN | {"cpu": cpu} for cpu in seconds]


RESULTS: dict[str, Any] = {
    "days": ["2026-11-22"],
    "machine": {"processor": "시험 CPU", "cores": 2, "system": "Linux", "python": "3.11"},
    "versions": {"온동네": "0.1.0", "hugo": "0.168.0"},
    "sites": {
        "2000": {
            "pages": 2000,
            "builders": {"ondongne": _MADE | {"cold": _runs(6.0)}, "hugo": _MADE | {"words": 1, "cold": _runs(14.0)}},
        },
        "16": {
            "pages": 100,
            "builders": {"ondongne": _MADE | {"cold": _runs(1.0)}, "hugo": _MADE | {"cold": _runs(1.0)}},
        },
        "500": {
            "pages": 500,
            "builders": {
                "ondongne": _MADE
                | {
                    "cold": _runs(2.0, 3.0, 1.8),
                    "again": _runs(0.5),
                    "served": {"start": 3.0, "edits": [0.2]},
                },
                "hugo": _MADE | {"cold": _runs(4.0)},
                "hugo-apart": {"again": _runs(1.0)},
            },
        },
    },
    "booklet": {
        "ondongne": {"pages": 300, "runs": _runs(5.0)},
        "weasyprint": {"pages": 310, "runs": _runs(40.0)},
        "served": {"start": 9.0, "edits": [1.1]},
    },
}


def test_a_row_tells_of_a_builder_at_a_size() -> None:
    told = tables(RESULTS).splitlines()
    assert "| 500 | 온동네 | 2.00 (1.80–3.00) | 1.00 (1.00–1.00) | 500 | 4.00 | 100 | 3 | ×1.0 |" in told
    assert (
        "| 500 | Hugo (캐시한 내비게이션) | 4.00 (4.00–4.00) | 1.00 (1.00–1.00) | 500 | 8.00 | 100 | 3 | ×2.0 |" in told
    )
    assert "| 500 | Material (줄인 내비게이션) | – | – | – | – | – | – | – |" in told


def test_texts_of_one_size_are_said_to_be_so() -> None:
    words = "100쪽 1,690,334바이트(모두 같음), 500쪽 1,690,334바이트(모두 같음), 2,000쪽 온동네 1,690,334바이트, "
    assert f"본문에 담긴 글자의 크기: {words}Hugo (캐시한 내비게이션) 1바이트." in tables(RESULTS)


def test_everything_at_once_has_rows_of_its_own() -> None:
    whole = {"pages": 560, "photos": 100, "cards": 560, "booklets": 37, "first": _RUN, "again": _RUN | {"cpu": 0.5}}
    told = tables(RESULTS | {"whole": whole})
    assert "**사진·카드·책자까지 모두** (쪽 560개, 사진 100장, 카드 560장, 책자 37권, 한 번씩)" in told
    assert "| 바뀐 것 없이 다시 | 0.50 | 1.00 | 100 |" in told


def test_sizes_stand_in_order() -> None:
    sizes = [line.split(" | ")[0] for line in tables(RESULTS).splitlines() if "온동네 |" in line and "| ×1.0" in line]
    assert sizes[:3] == ["| 100", "| 500", "| 2,000"]


def test_the_cost_of_a_page_is_that_of_one_more() -> None:
    told = tables(RESULTS).splitlines()
    assert "| 만든 것 | 500쪽, ms | 2,000쪽, ms | 2,000쪽 ÷ 500쪽 |" in told
    assert "| 온동네 | 2.50 | 2.63 | 1.05 |" in told
    assert "| Material (줄인 내비게이션) | – | – | – |" in told


def test_only_what_was_measured_after_a_change_is_listed() -> None:
    told = tables(RESULTS)
    again = told.partition("기록 하나를 고치고")[2].partition("미리 보면서")[0]
    assert "| 500 | 온동네 | 0.50 (0.50–0.50) | 1.00 (1.00–1.00) | ×1.0 |" in again
    assert again.count("| 500 |") == 2
    assert "| 500 | 온동네 | 0.20 (0.20–0.20) | 3.00 |" in told


def test_a_booklet_is_compared_and_made_again() -> None:
    told = tables(RESULTS)
    assert "| WeasyPrint | 310 | 40.00 (40.00–40.00) | 1.00 (1.00–1.00) | 100 | ×8.0 |" in told
    assert "| 온동네, 미리 보면서 한 줄 고친 뒤 | 300 | – | 1.10 (1.10–1.10) | – | – |" in told


def test_what_was_not_measured_has_no_table() -> None:
    told = tables(RESULTS | {"sites": {}, "booklet": None})
    assert told.startswith("2026-11-22 `make bench`로 잰 값입니다. 시험 CPU, 코어 2개")
    assert "|" not in told


def test_tables_take_the_place_between_the_markers() -> None:
    document = f"# 앞\n\n{BEGIN}\n옛 표\n{END}\n\n뒤\n"
    once = placed(document, "새 표\n")
    assert once == f"# 앞\n\n{BEGIN}\n\n새 표\n\n{END}\n\n뒤\n"
    assert placed(once, "새 표") == once
    with pytest.raises(ValueError, match="make bench"):
        placed("표 없는 글", "새 표")
