"""What a reader chooses of text size and brightness: by keyboard, remembered, and fitting a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page


@pytest.fixture
def root(real: Path, serve: Callable[[Path], str]) -> str:
    return serve(real / "site")


def test_larger_text_is_kept_from_page_to_page_and_still_fits(root: str, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(root, wait_until="load")
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_role("button", name="아주 크게").focus()
    page.keyboard.press("Enter")
    page.goto(f"{root}gwangmyeong/2025/events/outcome-sharing/", wait_until="load")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > before * 1.3
    assert page.get_by_role("button", name="아주 크게").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_role("button", name="보통").click()
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == before


def test_dark_is_kept_from_page_to_page(root: str, page: Page) -> None:
    page.goto(root, wait_until="load")
    page.get_by_role("button", name="어둡게").click()
    page.goto(f"{root}about/", wait_until="load")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.get_by_role("button", name="기기대로").get_attribute("aria-pressed") == "false"
