"""Our own records and a fictional town as sites: every link, and one page of every template in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.crawl import Site

_PHONE, _DESK = 360, 1280


@pytest.fixture(scope="module", params=["real", "sample"])
def site(request: pytest.FixtureRequest) -> Site:
    return Site(request.getfixturevalue(request.param) / "site")


def test_every_link_leads_somewhere_and_nothing_is_loaded_from_elsewhere(site: Site) -> None:
    assert site.faults() == []


@pytest.mark.parametrize("width", [_PHONE, _DESK])
def test_every_template_opens_without_faults_and_fits_its_screen(
    site: Site, page: Page, serve: Callable[[Path], str], width: int
) -> None:
    root = serve(site.root)
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for address in site.one_of_each():
        page.goto(root + address, wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize(
    ("typed", "found", "title"),
    [
        ("바자회", "asan/onyang-3/practices/bazaar/", "바자회"),
        ("성과공유회", "gwangmyeong/2025/events/outcome-sharing/", "2025년 동 지역사회보장협의체 성과공유회"),
        ("비전2동", "pyeongtaek/bijeon-2/", "비전2동"),
    ],
)
def test_what_is_sought_is_found_by_keyboard(
    real: Path, page: Page, serve: Callable[[Path], str], typed: str, found: str, title: str
) -> None:
    root = serve(real / "site")
    page.set_viewport_size({"width": _PHONE, "height": 800})
    page.goto(root, wait_until="load")
    page.get_by_role("button", name="찾기", exact=True).focus()
    page.keyboard.press("Enter")
    field = page.get_by_label("찾을 말")
    field.type(typed)
    page.locator(f'.md-search-result__list a[href*="{found}"]').first.wait_for(timeout=10_000)
    page.keyboard.press("Escape")
    page.goto(root + found, wait_until="load")
    assert page.locator("h1").first.inner_text().startswith(title)
