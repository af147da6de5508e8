"""One page of every template on paper: black on white whatever the screen was, and nothing on it to press."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.crawl import Site

A4_INSIDE = {"width": 665, "height": 980}
"""A sheet of A4 without its margins, in pixels of CSS."""

TO_PRESS = "button, input, select, summary:not(:has(h2)), .masthead, .site-foot, .crumbs, .skip, .numbers small a.whole"
"""What is there to be pressed; a summary that is a heading heads its part on paper too."""
SMALL = ".origin, .disclaimer, .kicker, small, figcaption, .legend, .tags, .key, .sources li"
"""What is set smaller than text."""

ON_PAPER = """([pressed, small]) => {
  const shown = element => element.checkVisibility() && element.getClientRects().length > 0;
  const style = getComputedStyle(document.body);
  const pale = [...document.querySelectorAll("h1, h2, p, li, dt, dd, td, th")].filter(element => {
    if (element.closest(".vision, .cloth, .cover") || !shown(element)) return false;
    const [red, green, blue] = getComputedStyle(element).color.match(/[0-9.]+/g).map(Number);
    return red + green + blue > 3 * 120;
  });
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  const most = size(document.body);
  const large = [...document.querySelectorAll(small)].filter(element => shown(element) && size(element) > most);
  return {
    ink: style.color,
    paper: style.backgroundColor,
    pressed: [...document.querySelectorAll(pressed)].filter(shown).map(element => element.outerHTML.slice(0, 80)),
    pale: pale.map(element => element.outerHTML.slice(0, 80)),
    large: large.map(element => element.outerHTML.slice(0, 80)),
    width: document.documentElement.scrollWidth,
    folded: [...document.querySelectorAll("details > :not(summary)")].filter(part => !part.checkVisibility()).length,
  };
}"""


def test_every_template_prints_well(sample: Path, page: Page, serve: Callable[[Path], str]) -> None:
    site = Site(sample / "site")
    root = serve(site.root)
    page.set_viewport_size(A4_INSIDE)
    page.emulate_media(media="print", color_scheme="dark")
    for address in site.one_of_each():
        page.goto(root + address, wait_until="load")
        page.evaluate("document.documentElement.dataset.scheme = 'dark'")
        found = page.evaluate(ON_PAPER, [TO_PRESS, SMALL])
        assert found == {
            "ink": "rgb(0, 0, 0)",
            "paper": "rgb(255, 255, 255)",
            "pressed": [],
            "pale": [],
            "large": [],
            "width": A4_INSIDE["width"],
            "folded": 0,
        }, address
