"""The search sheet: nothing of it is fetched before it is opened, and it is a place of its own for the keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def fetched(page: Page, real: Path, serve: Callable[[Path], str]) -> list[str]:
    """The addresses that were asked for since a page of the site was opened."""
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(serve(real / "site") + "lineage/", wait_until="networkidle")
    return urls


def test_a_reader_who_does_not_search_does_not_fetch_the_index(page: Page, fetched: list[str]) -> None:
    assert not any("search" in url or "bundle" in url for url in fetched)
    with page.expect_response("**/search_index.json"):
        page.locator(".masthead .seek").click()


@pytest.mark.usefixtures("fetched")
def test_the_keyboard_stays_in_the_sheet_until_it_is_closed(page: Page) -> None:
    opener, field = page.locator(".masthead .seek"), page.get_by_label("찾을 말")
    opener.press("Enter")
    expect(field).to_be_focused()
    field.press_sequentially("바자회")
    result = page.locator(".md-search-result__link").first
    expect(result).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(result).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(field).to_be_hidden()


@pytest.mark.usefixtures("fetched")
def test_buttons_of_the_sheet_take_the_space_bar(page: Page) -> None:
    page.locator(".masthead .seek").press("Enter")
    close = page.get_by_role("button", name="닫기")
    close.focus()
    close.press("Space")
    expect(page.get_by_label("찾을 말")).to_be_hidden()
