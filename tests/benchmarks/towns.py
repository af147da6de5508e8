"""Fictional towns of wanted sizes, without photos, and the change of one of their records."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.measuring import environment
from tests.conftest import DAY

LAST_YEAR: Final = 2025
_YEARS: Final = 5
_PAGES_A_COUNCIL_YEAR: Final = 16.3
_MOST_COUNCILS: Final = 400
_PHOTOS: Final = re.compile(r"^photos:\n(?:[ ].*\n)+", re.MULTILINE)
_SUMMARY: Final = re.compile(r"^summary: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Town:
    """A project of a fictional town, and the record that is changed in it: its file and the address of its page."""

    project: Path
    record: Path

    @property
    def url(self) -> str:
        """Where the changed record's page is, from the site's root."""
        return self.record.relative_to(self.project / "councils").with_suffix("").as_posix() + "/"


def councils_and_years(pages: int) -> tuple[int, int]:
    """How many councils and years give about so many pages: five years as long as there are councils enough."""
    council_years = pages / _PAGES_A_COUNCIL_YEAR
    councils = max(1, min(_MOST_COUNCILS, round(council_years / _YEARS)))
    return councils, max(1, round(council_years / councils)) if councils in (1, _MOST_COUNCILS) else _YEARS


def make_town(project: Path, councils: int, years: int, photos: bool = False) -> Town:
    """Write a town with `ondongne sample`, with a fixed day to look at it from; without `photos`, no record has any."""
    shutil.rmtree(project, ignore_errors=True)
    project.parent.mkdir(parents=True, exist_ok=True)
    words = ["sample", str(project), "--councils", str(councils), "--years", str(years)]
    subprocess.run(ondongne(*words), env=environment(), stdout=subprocess.DEVNULL, check=True)
    config = project / "mkdocs.yml"
    written = config.read_text(encoding="utf-8")
    config.write_text(written.replace("  - ondongne\n", f"  - ondongne:\n      as_of: '{DAY}'\n"), encoding="utf-8")
    if not photos:
        _take_photos_away(project / "councils")
    projects = sorted((project / "councils").glob(f"*/*/{LAST_YEAR}/projects/*.yml"))
    return Town(project, projects[len(projects) // 2])


def ondongne(*words: str) -> list[str]:
    """The command line of Ondongne in the Python that runs this."""
    return [sys.executable, "-m", "ondongne", *words]


def serve(port: int) -> list[str]:
    """The command line of the preview of a town."""
    return ondongne("serve", "--as-of", DAY, "--port", str(port))


def said(number: int) -> str:
    """The sentence that a record is changed to; another for each number."""
    return f"{number}번째로 고쳐 적은 한 줄입니다."


def change(record: Path, number: int) -> None:
    """Give a record another summary."""
    text, changed = _SUMMARY.subn(f"summary: {said(number)}", record.read_text(encoding="utf-8"), count=1)
    if not changed:
        raise ValueError(record)
    record.write_text(text, encoding="utf-8")


def _take_photos_away(councils: Path) -> None:
    for record in councils.rglob("*.yml"):
        text = record.read_text(encoding="utf-8")
        if "\nphotos:" in text:
            record.write_text(_PHOTOS.sub("", text), encoding="utf-8")
    for folder in [path for path in councils.rglob("photos") if path.is_dir()]:
        shutil.rmtree(folder)
