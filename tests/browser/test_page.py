"""The `page` fixture must notice what goes wrong, or its silence means nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("html", "noticed"),
    [
        ("<script>console.error('alas')</script>", "alas"),
        ("<script>throw new Error('alas')</script>", "alas"),
        ("<script src='gone.js'></script>", "gone.js was answered with 404"),
        ("<img src='https://elsewhere.example/p.gif'>", "https://elsewhere.example/p.gif was asked of another machine"),
        ("<script>fetch('http://127.0.0.2/x').catch(() => 0)</script>", "http://127.0.0.2/x was asked"),
    ],
)
def test_a_fault_is_noticed(
    page: Page, faults: list[str], serve: Callable[[Path], str], tmp_path: Path, html: str, noticed: str
) -> None:
    (tmp_path / "index.html").write_text(f"<link rel=icon href=data:,>{html}", encoding="utf-8")
    page.goto(serve(tmp_path), wait_until="networkidle")
    assert any(noticed in fault for fault in faults)
    faults.clear()


def test_a_sound_page_shows_its_text_and_no_faults(page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<meta charset=utf-8><link rel=icon href=data:,><h1>가람시</h1>", encoding="utf-8"
    )
    page.goto(serve(tmp_path))
    assert page.locator("h1").inner_text() == "가람시"
