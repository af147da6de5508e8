"""Our own records and a fictional town as sites: every link, and one page of every template in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.crawl import Site

_PHONE, _DESK = 320, 1280
"""A desktop at 400 % is as narrow as the first (WCAG 2.2, 1.4.10)."""


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
