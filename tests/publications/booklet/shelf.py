"""Booklets of these tests: planned from a town's records, typeset once, and read back."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf

from ondongne.building.artifact import Artifact
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.outcomes.links import Links
from ondongne.paths import theme_folder
from ondongne.publications.booklet import plan
from ondongne.publications.booklet.document import Booklet, edition_booklet, year_booklet
from ondongne.publications.design import read_design
from ondongne.publications.gathering import Gathered
from ondongne.records.reading import read_tree

ROOT = Path(__file__).parents[3]
REAL = ROOT / "councils"
TOWNS = ROOT / "tests" / "towns"
GARAM = TOWNS / "garam" / "councils"
DAY = date(2026, 1, 15)

CITY = """
name: 가람시
brand: {accent: 쪽}
metrics:
  households: {label: 도운 가구, unit: 가구, adds_over: [동, 사업]}
state: ready
"""
COUNCIL = "name: 나래동\nstate: ready\n"
TRAVELLED = {
    "garam/yunseul/council": "name: 윤슬동",
    "garam/yunseul/practices/laundry": "title: 빨래 나눔\nsources: [윤슬 소식]",
    "garam/yunseul/practices/garden": "title: 텃밭 나눔\nsources: [윤슬 소식]",
    "garam/yunseul/practices/bread": "title: 빵 나눔\nsources: [윤슬 소식]",
    "garam/narae/2023/visits/yunseul": (
        "title: 윤슬동 견학\nvisitor: {record: garam/narae}\nhost: {record: garam/yunseul}\nseen:\n"
        "  - {practice: garam/yunseul/practices/laundry, status: under-discussion}\n"
        "  - {practice: garam/yunseul/practices/garden, status: under-discussion,"
        " later: [{status: dropped, on: 2024}]}\n"
        "  - {practice: garam/yunseul/practices/bread, changed: 쌀로 바꾸었다.,"
        " became: garam/narae/2023/projects/rice}\n"
    ),
    "garam/narae/2023/projects/rice": "title: 쌀 나눔",
    "garam/narae/2025/projects/duvets": "title: 이불 빨래\nlearned_from: [garam/yunseul/practices/laundry]",
    "garam/narae/practices/rice": "title: 쌀빵\norigin: [garam/yunseul/practices/bread]",
    "garam/editions/learned": (
        "title: 배움 모음\nchapters: [{title: 배움의 길, records: [garam/narae/2023/visits/yunseul]}]"
    ),
}
"""Practices of a dong that another one saw on a visit, and what came of them later."""


def read(councils: Path, as_of: date = DAY) -> Outcomes:
    """What readers see of the records in a folder."""
    tree, faults = read_tree(councils)
    assert [fault.message for fault in faults if fault.is_error] == []
    return Outcomes(Links(tree, as_of))


def written(folder: Path, files: Mapping[str, str]) -> Outcomes:
    """What readers see of 가람시 and 나래동 with records written for a test."""
    for name, text in {"garam/city": CITY, "garam/narae/council": COUNCIL, **files}.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n") + ("" if "state:" in text else "\nstate: ready\n"), encoding="utf-8")
    return read(folder)


def planned(outcomes: Outcomes) -> dict[str, Artifact]:
    """The artifacts by path."""
    return {artifact.path: artifact for artifact in plan(outcomes, read_design(theme_folder()))}


def booklet(outcomes: Outcomes, owner: str, year: int) -> Booklet:
    """A booklet before it is typeset."""
    gathered = Gathered(outcomes, Lineage(outcomes), outcomes.entries[owner], year)
    return year_booklet(gathered, read_design(theme_folder()))


def edition(outcomes: Outcomes, id_: str) -> Booklet:
    """An edition's booklet before it is typeset."""
    entry: Any = outcomes.entries[id_]
    return edition_booklet(Lineage(outcomes), entry, read_design(theme_folder()))


def chapters(made: Booklet) -> dict[str, list[dict[str, Any]]]:
    """The blocks of a booklet's chapters by title."""
    return {chapter["title"]: chapter["blocks"] for chapter in made.data["booklet"]["chapters"]}


def said(value: object) -> str:
    """All text in part of a booklet's data, a line for each block."""
    if isinstance(value, list):
        return ("" if all(map(_is_span, value)) else "\n").join(map(said, value))
    if isinstance(value, dict):
        kept = (said(item) for key, item in value.items() if key not in _UNSEEN)
        return " ".join(filter(None, kept))
    return value if isinstance(value, str) else ""


_UNSEEN = {"is", "to", "url", "anchor", "patch", "anchors", "file"}


def _is_span(item: object) -> bool:
    return isinstance(item, dict) and "is" not in item


@lru_cache(maxsize=8)
def printed(councils: Path, name: str) -> bytes:
    """The PDF of one booklet of a folder of records."""
    return planned(read(councils))[f"booklets/{name}.pdf"].make()


def opened(pdf: bytes) -> pypdf.PdfReader:
    """A PDF to be read."""
    return pypdf.PdfReader(BytesIO(pdf))


def texts(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in opened(pdf).pages]
