"""This repository's own records as a site: every link of every page, and one page of every template in a browser."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.crawl import Site

_ROOT = Path(__file__).parent.parent.parent
_PHONE, _DESK = 360, 1280


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("built") / "site"
    script = "from ondongne.cli import main; main()"
    command = [sys.executable, "-c", script, "build", "--out", str(folder), "--as-of", "2026-11-01"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder)


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
