"""The towns of these tests: `tests/towns/<name>` as they are, or with the files of a fault laid over them."""

import shutil
from datetime import date
from pathlib import Path

from ondongne.diagnostics import as_text, in_order
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import check_all
from ondongne.records.reading import read_tree

TESTS = Path(__file__).parents[1]
TOWNS = TESTS / "towns"
FAULTS = TESTS / "faults"
DAY = date(2026, 1, 15)


def links(project: Path, as_of: date = DAY) -> Links:
    """The records of a project, which can all be read."""
    tree, faults = read_tree(project / "councils")
    assert as_text(faults) == ""
    return Links(tree, as_of)


def town(name: str, as_of: date = DAY) -> Links:
    """The records of a town."""
    return links(TOWNS / name, as_of)


def outcomes(name: str, as_of: date = DAY) -> Outcomes:
    """What readers see of a town."""
    return Outcomes(town(name, as_of))


def with_files(project: Path, files: dict[str, str], base: str = "garam") -> Links:
    """The records of a town copied to `project`, with some files written over."""
    shutil.copytree(TOWNS / base, project, dirs_exist_ok=True)
    for name, text in files.items():
        path = project / "councils" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return links(project)


def report(found: Links) -> str:
    """Everything the rules say about records, as the program reports it."""
    return as_text(in_order(check_all(found)))
