"""A static server for built sites and pages of a real browser that keep a list of what went wrong on them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class _Files(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on this machine until the tests end; returns its address with a slash at the end."""
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; it cannot reach any other."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path, "Chromium is missing; `make test` says how to install it"
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=_QUIET) as browser:
        yield browser


@pytest.fixture
def faults() -> list[str]:
    """What went wrong on `page` so far; a test that expects faults takes them out."""
    return []


@pytest.fixture
def page(browser: Browser, faults: list[str]) -> Iterator[Page]:
    """A fresh page. Console errors, script errors, failed answers and requests to other machines fail the test."""
    with browser.new_context(locale="ko-KR", timezone_id="Asia/Seoul") as context:
        yield watched(context.new_page(), faults)
    assert faults == [], "\n".join(dict.fromkeys(faults))


def watched(page: Page, faults: list[str]) -> Page:
    """A page whose faults are added to a list as they come."""
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", lambda request: faults.extend(_foreign(request.url)))
    page.on("response", lambda answer: faults.extend(_failed(answer.status, answer.url)))
    return page


def _foreign(url: str) -> list[str]:
    parts = urlsplit(url)
    here = parts.hostname == "127.0.0.1" or parts.scheme in ("data", "blob")
    return [] if here else [f"{url} was asked of another machine"]


def _failed(status: int, url: str) -> list[str]:
    return [f"{url} was answered with {status}"] if status >= 400 else []
