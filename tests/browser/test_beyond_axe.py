"""What axe does not see: hidden links that take the focus, text that is clipped when spaced, colours of one's own."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import watched
from tests.browser.crawl import Site
from tests.browser.walking import PHONE

_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing of text that nobody may lose anything by (WCAG 2.2, 1.4.12)."""

_SEEN = """() => {
  const named = (element) => element.outerHTML.slice(0, 90);
  const all = [...document.body.querySelectorAll("*")].filter((element) => element.checkVisibility());
  const those = (selector, fault) => all.filter((element) => element.matches(selector) && fault(element)).map(named);
  const isTiny = ({ width, height }) => width < 2 || height < 2;
  const takesFocus = "a[href]:not(.skip), button, input, select, textarea, summary, [tabindex='0']";
  return {
    hidden: those(takesFocus, (one) => isTiny(one.getBoundingClientRect())),
    unnamed: those("table", (one) => !one.closest("[role=region][tabindex='0'][aria-label]")),
    dialogs: those("dialog, [role=dialog]", (one) => !one.matches("[aria-label], [aria-labelledby]")),
    moving: those("*", (one) => {
      const { transitionDuration, animationName } = getComputedStyle(one);
      return transitionDuration !== "0s" || animationName !== "none";
    }),
    lang: document.documentElement.lang,
  };
}"""
_CLIPPED = """() => {
  const clips = (element) => /hidden|clip/.test(getComputedStyle(element).overflow) && element.textContent.trim()
    && !element.matches(".unseen, .stack thead") && element.clientWidth > 1
    && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  const clipped = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && clips(one));
  return [...(wide ? ["the page is wider than the screen"] : []), ...clipped.map((one) => one.outerHTML.slice(0, 90))];
}"""


@pytest.fixture(scope="module")
def seen(sample: Path, browser: Browser, serve: Callable[[Path], str]) -> Iterator[Mapping[str, Mapping[str, Any]]]:
    """One page of every template, as somebody sees it who wants no motion; then its text as somebody else spaces it."""
    site = Site(sample / "site")
    root, faults = serve(site.root), list[str]()
    found = {}
    with browser.new_context(viewport=PHONE, reduced_motion="reduce", locale="ko-KR") as context:
        page = watched(context.new_page(), faults)
        for address in site.one_of_each():
            page.goto(root + address, wait_until="load")
            found[address] = page.evaluate(_SEEN)
            page.evaluate(_SPACED)
            found[address]["clipped"] = page.evaluate(_CLIPPED)
    assert faults == []
    yield found


@pytest.mark.parametrize("fault", ["hidden", "unnamed", "dialogs", "moving", "clipped"])
def test_no_template_has_it(seen: Mapping[str, Mapping[str, Any]], fault: str) -> None:
    assert {address: page[fault][:3] for address, page in seen.items() if page[fault]} == {}


def test_every_template_is_korean(seen: Mapping[str, Mapping[str, Any]]) -> None:
    assert {page["lang"] for page in seen.values()} == {"ko"}


def test_what_is_written_in_english_is_said_to_be(sample: Path) -> None:
    for address in ("writing-guide", "data-dictionary"):
        html = (sample / "site" / address / "index.html").read_text(encoding="utf-8")
        assert '<code lang="en">' in html
        assert not re.search(r"<code>[a-z_]+</code>", html)


def test_a_table_of_stacked_rows_is_a_table_still(sample: Path, page: Page, serve: Callable[[Path], str]) -> None:
    page.set_viewport_size(PHONE)
    page.goto(serve(sample / "site") + "lineage/")
    assert page.locator("table.stack td").first.evaluate("cell => getComputedStyle(cell).display") == "block"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = {node["role"]["value"] for node in tree if not node["ignored"]}
    assert {"table", "row", "columnheader", "rowheader", "cell"} <= roles


def test_colours_of_ones_own_leave_nothing_unsaid(sample: Path, page: Page, serve: Callable[[Path], str]) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(serve(sample / "site") + "lineage/")
    system = page.evaluate(
        """() => ["Canvas", "CanvasText"].map((name) => {
          const probe = document.body.appendChild(document.createElement("p"));
          probe.style.color = name;
          return getComputedStyle(probe).color;
        })"""
    )
    edges = page.locator(".tabs a").evaluate_all("tabs => tabs.map(tab => getComputedStyle(tab).borderBottomColor)")
    assert edges.count(system[0]) == len(edges) - 1
    texts = page.locator("figure.lineage text").evaluate_all("all => all.map(text => getComputedStyle(text).fill)")
    assert set(texts) == {system[1]}
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


def test_no_choice_is_offered_that_cannot_work(sample: Path, browser: Browser, serve: Callable[[Path], str]) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(serve(sample / "site"))
        assert page.get_by_role("group", name="글자 크기").count() == 0
        assert page.get_by_role("link", name="찾기", exact=True).first.is_visible()
