"""A booklet of some three hundred pages: by Ondongne from the records, by WeasyPrint from HTML that says the same."""

import shutil
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader

from ondongne import pipeline
from ondongne.paths import theme_folder
from ondongne.publications.booklet.footnotes import footnoted
from ondongne.publications.booklet.printing_trims import TRIMS
from ondongne.records.vocabulary import Size
from tests.benchmarks import towns
from tests.benchmarks.builders import program
from tests.benchmarks.measuring import Run, in_turn, run
from tests.benchmarks.serving import Served, Watched, edit_while_serving
from tests.benchmarks.to_html import to_html
from tests.benchmarks.towns import LAST_YEAR, Town
from tests.conftest import DAY

_COUNCILS: Final = 11
_YEARS: Final = 2
_PATIENCE: Final = 120.0
_VARIANT: Final = "pdf/ua-1"
"""WeasyPrint claims one standard at a time; Ondongne's are PDF/A-2a and PDF/UA-1 at once."""


def measure(folder: Path, peers: Path, runs: int, edits: int) -> dict[str, Any]:
    """Make the booklet of a city's year with each, and again after edits while it is served."""
    town = towns.make_town(folder / "town", _COUNCILS, _YEARS)
    source = folder / "booklet.html"
    source.write_text(_html(town), encoding="utf-8")
    made = {name: folder / f"{name}.pdf" for name in ("ondongne", "weasyprint")}
    command = towns.ondongne("booklet", "garam", str(LAST_YEAR), "--as-of", DAY, "--out", str(made["ondongne"]))
    peer = [str(program(peers, "python")), "-m", "weasyprint", "--pdf-variant", _VARIANT]
    works = {
        "ondongne": lambda: _anew(town, command, folder / "ondongne.log"),
        "weasyprint": lambda: run([*peer, str(source), str(made["weasyprint"])], folder, folder / "weasyprint.log"),
    }
    found: dict[str, Any] = {
        name: {"runs": [asdict(one) for one in done], "pages": len(PdfReader(made[name]).pages)}
        for name, done in in_turn(works, runs).items()
    }
    return found | {"served": asdict(_again(town, edits, folder / "serve.log"))}


def _html(town: Town) -> str:
    data = pipeline.read(town.project, date.fromisoformat(DAY)).works[f"garam/{LAST_YEAR}"].build().data
    trim = TRIMS[Size.A4]
    noted = footnoted(data["booklet"], trim, trim.type_sizes(data["look"]["sizes"]))
    return to_html(noted, theme_folder() / "booklet" / "fonts")


def _anew(town: Town, command: Sequence[str], log: Path) -> Run:
    """Run with nothing kept of an earlier run."""
    shutil.rmtree(town.project / pipeline.KEPT, ignore_errors=True)
    return run(command, town.project, log)


def _again(town: Town, edits: int, log: Path) -> Served:
    """Edit a record of the booklet while it is served, and get the booklet anew."""

    def shows(_number: int, answer: bytes, before: bytes) -> bool:
        return answer.startswith(b"%PDF") and answer != before

    watched = Watched(f"booklets/garam/{LAST_YEAR}.pdf", town.record, towns.change, shows)
    return edit_while_serving(towns.serve, town.project, watched, edits, _PATIENCE, log)
