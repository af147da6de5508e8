"""What a phone fetches to show a page for the first time: little, all of it from here, and nothing of the search."""

import gzip
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response

from tests.browser.crawl import Site
from tests.browser.walking import PHONE

MOST_BYTES = 150_000
MOST_REQUESTS = 8
"""The page's icon among them, which Chromium fetches only where it has a tab to show it on."""
SEARCHING = "search/"
"""Whoever comes to this page has opened the search; its scripts come one by one, its files by the byte."""

_PACKED = (".html", ".css", ".js", ".json", ".svg", ".txt")


def test_the_first_view_of_every_template_is_light(sample: Path, page: Page, serve: Callable[[Path], str]) -> None:
    site = Site(sample / "site")
    root = serve(site.root)
    page.set_viewport_size(PHONE)
    devtools = page.context.new_cdp_session(page)
    heavy, searching = {}, []
    for address in site.one_of_each():
        devtools.send("Network.clearBrowserCache")
        fetched = _fetched(page, root + address)
        size, number = sum(fetched.values()), len(fetched)
        if size > MOST_BYTES or (number > MOST_REQUESTS and address != SEARCHING):
            heavy[address] = (size, number)
        searching += [url for url in fetched if "search" in url and address != SEARCHING]
    assert heavy == {}
    assert searching == []


def _fetched(page: Page, url: str) -> dict[str, int]:
    """The size on the way of everything that a page fetches but its photos, and of its icon."""
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    page.goto(url, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => null)")
    page.remove_listener("response", keep)
    icon = page.request.get(page.locator("link[rel=icon]").evaluate("link => link.href"))
    sizes = {answer.url: _packed(answer.url, answer.body()) for answer in answers if "/photos/" not in answer.url}
    return {**sizes, icon.url: _packed(icon.url, icon.body())}


def _packed(url: str, body: bytes) -> int:
    path = urlsplit(url).path
    return len(gzip.compress(body, 9)) if path.endswith(("/", *_PACKED)) else len(body)
