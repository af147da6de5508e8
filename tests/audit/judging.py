"""Runs Lighthouse on pages and the Nu HTML checker on folders of them; both lie in `node_modules` beside this file."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

_PACKAGES: Final = Path(__file__).parent / "node_modules"
_FLAGS: Final = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")

_NOT_OURS: Final = 'class="md-toggle"'
"""Material's skeleton gives its two hidden checkboxes an attribute that HTML does not know there."""

LEAST: Final[Mapping[str, int]] = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The lowest score of each of Lighthouse's categories that will do, of 100."""


class Judged(NamedTuple):
    """A page's scores of 100 by category, and the audits that it does not pass in full, with what they found."""

    address: str
    scores: Mapping[str, int]
    faults: tuple[str, ...]


def judge(root: str, address: str) -> Judged:
    """Have Lighthouse judge a page as a phone sees it.

    How fast a page is differs from time to time: where it falls short, the median of three counts.
    """
    first = judged(address, _lighthouse(root + address))
    if first.scores["performance"] >= LEAST["performance"]:
        return first
    speeds = [first.scores["performance"], *(_speed(root + address) for _ in range(2))]
    return first._replace(scores={**first.scores, "performance": int(median(speeds))})


def judged(address: str, answer: Mapping[str, Any]) -> Judged:
    """What Lighthouse's answer says of a page."""
    categories = answer["categories"]
    scores = {name: round(100 * categories[name]["score"]) for name in LEAST if name in categories}
    wanted = {ref["id"] for name in scores for ref in categories[name]["auditRefs"] if ref["weight"]}
    faults = (
        f"{audit['id']} {audit.get('displayValue', '')}".strip()
        for audit in answer["audits"].values()
        if audit["id"] in wanted and audit["score"] is not None and audit["score"] < 1
    )
    return Judged(address, scores, tuple(faults))


def _speed(url: str) -> int:
    return judged(url, _lighthouse(url, "performance")).scores["performance"]


def _lighthouse(url: str, *categories: str) -> Any:
    command = ["node", str(_PACKAGES / "lighthouse" / "cli" / "index.js"), url, "--quiet", "--output=json"]
    command += [f"--only-categories={','.join(categories or LEAST)}", f"--chrome-flags={_FLAGS}"]
    browser = next(filter(None, map(shutil.which, _BROWSERS)), "")
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": browser},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


def html_faults(folders: Iterable[Path]) -> list[str]:
    """Every error that the Nu HTML checker finds in the HTML files of folders, without what is Material's own."""
    jar = _PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    words = ["--errors-only", "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    command = ["java", "-jar", str(jar), *words, *map(str, folders)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return [
        f"{fault.get('url', '').removeprefix('file:')}:{fault.get('lastLine', '')}: {fault['message']}"
        for fault in json.loads(done.stdout)["messages"]
        if _NOT_OURS not in fault.get("extract", "")
    ]
