"""One page of every template held to WCAG 2.2 AA by axe-core, on phones and desktop, light and dark."""

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.crawl import Site

Scheme = Literal["light", "dark"]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = (360, 390, 1280)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_template_is_accessible(sample: Path, page: Page, serve: Callable[[Path], str], scheme: Scheme) -> None:
    site = Site(sample / "site")
    assert list(violations(page, serve(site.root), site.one_of_each(), scheme, WIDTHS)) == []


def test_our_own_records_are_accessible(real: Path, page: Page, serve: Callable[[Path], str]) -> None:
    site = Site(real / "site")
    assert list(violations(page, serve(site.root), site.one_of_each(), "light", (390,))) == []


def violations(page: Page, root: str, addresses: list[str], scheme: Scheme, widths: Iterable[int]) -> Iterator[str]:
    """What axe finds on pages: address, width and scheme, the rule, and the first element that breaks it."""
    page.emulate_media(color_scheme=scheme)
    for address in addresses:
        page.goto(root + address, wait_until="load")
        page.evaluate(AXE)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            yield from (f"{address} {width} {scheme}: {fault}" for fault in found(page))


def found(page: Page) -> list[str]:
    """What axe finds on the page as it is now."""
    answer = page.evaluate(f"axe.run({json.dumps({'runOnly': RULES, 'resultTypes': ['violations']})})")
    return [f"{fault['id']} {fault['nodes'][0]['html'][:120]}" for fault in answer["violations"]]


def test_the_check_sees_what_is_wrong(page: Page) -> None:
    page.set_content('<html lang="ko"><title>x</title><main><h1>x</h1><img src="data:,"><p style="color: #bbb">이웃')
    page.evaluate(AXE)
    assert {fault.split()[0] for fault in found(page)} == {"image-alt", "color-contrast"}
