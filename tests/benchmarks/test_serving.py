"""Edits are timed until they are served, by any server."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.serving import Watched, edit_while_serving


def _change(page: Path, number: int) -> None:
    page.write_text(f"edit {number}", encoding="utf-8")


def _shows(number: int, answer: bytes, before: bytes) -> bool:
    return answer == (f"edit {number}".encode() if number else b"first") != before


def _serve(port: int) -> list[str]:
    return [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "page.html"
    page.write_text("first", encoding="utf-8")
    return page


def test_each_edit_is_waited_for_and_taken_back_at_last(page: Path) -> None:
    watched = Watched(page.name, page, _change, _shows)
    served = edit_while_serving(_serve, page.parent, watched, 2, 60, page.with_suffix(".log"))
    assert len(served.edits) == 2
    assert all(0 < seconds < 60 for seconds in (served.start, *served.edits))
    assert page.read_text(encoding="utf-8") == "first"


def test_waiting_ends(page: Path) -> None:
    watched = Watched(page.name, page, lambda *_: None, _shows)
    with pytest.raises(TimeoutError):
        edit_while_serving(_serve, page.parent, watched, 1, 2, page.with_suffix(".log"))
