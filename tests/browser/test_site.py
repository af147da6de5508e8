"""Our own records and a fictional town as sites: every link, and one page of every template in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.crawl import Site

_PHONE, _DESK = 320, 1280
"""A desktop at 400 % is as narrow as the first (WCAG 2.2, 1.4.10)."""

_LARGE = {"standard": 32, "fixed": 26}
"""Letters of twice the usual size in pixels, as a reader sets them in the browser (WCAG 2.2, 1.4.4)."""

_TABLES = ("for-provinces/", "writing-guide/", "data-dictionary/")
_IS_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


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
    for address in (*site.one_of_each(), *_TABLES):
        page.goto(root + address, wait_until="load")
        if page.evaluate(_IS_WIDE):
            wide.append(address)
    assert wide == []


def test_letters_of_twice_the_size_fit_a_phone(site: Site, page: Page, serve: Callable[[Path], str]) -> None:
    root = serve(site.root)
    page.set_viewport_size({"width": 390, "height": 844})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": _LARGE})
    wide = []
    for address in (*site.one_of_each(), *_TABLES):
        page.goto(root + address, wait_until="load")
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == _LARGE["standard"]
        if page.evaluate(_IS_WIDE):
            wide.append(address)
    assert wide == []


def test_the_dictionary_is_folded_and_an_anchor_opens_its_kind(
    sample: Path, page: Page, serve: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(serve(sample / "site") + "data-dictionary/")
    folds = page.locator(".dictionary details")
    assert folds.count() > 10
    assert not any(folds.evaluate_all("all => all.map(fold => fold.open)"))
    assert page.evaluate("document.body.scrollHeight") < 3 * 844
    page.goto(page.url + "#projects")
    opened = folds.evaluate_all("all => all.filter(fold => fold.open).map(fold => fold.querySelector('table').id)")
    assert opened == ["projects"]
    assert page.locator("[open] > summary").evaluate("summary => summary.getBoundingClientRect().top") >= 0


def test_the_dictionary_is_whole_on_paper(sample: Path, page: Page, serve: Callable[[Path], str]) -> None:
    page.emulate_media(media="print")
    page.goto(serve(sample / "site") + "data-dictionary/")
    parts = page.locator(".dictionary details :is(h2, table)")
    assert parts.count() > 20
    assert all(parts.evaluate_all("all => all.map(part => part.checkVisibility())"))


def test_a_councils_years_fit_a_desktop_beside_each_other(
    sample: Path, page: Page, serve: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": _DESK, "height": 800})
    page.goto(serve(sample / "site") + "garam/narae/")
    years = page.locator(".council .table").first
    assert years.locator("thead a").count() > 1
    assert years.evaluate("table => table.scrollWidth <= table.clientWidth")
    ends = years.locator("tbody td").evaluate_all("all => all.map(cell => getComputedStyle(cell).textAlign)")
    assert set(ends) == {"right"}
