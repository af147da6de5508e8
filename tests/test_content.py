"""The writing guide: its examples are records that can be read and linked, and it leaves out no kind and no word."""

import re
from datetime import date
from pathlib import Path

import pytest

from ondongne.diagnostics import Severity
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import check_all
from ondongne.records import vocabulary
from ondongne.records.kinds import KINDS, RESERVED_SLUGS
from ondongne.records.reading import read_tree
from ondongne.records.tree import RecordTree
from ondongne.records.vocabulary import Licence, Standing, Term

GUIDE = (Path(__file__).parents[1] / "content" / "writing-guide.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(# (councils/\S+\.yml)\n.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
TERMS = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, Term)]
LABELS = [term.label for kind in TERMS if kind not in (Licence, Standing) for term in kind]
STATES = [state.value for state in Standing]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> RecordTree:
    root = tmp_path_factory.mktemp("guide")
    for text, path in EXAMPLES:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    tree, faults = read_tree(root / "councils")
    assert [str(fault) for fault in faults] == []
    return tree


def test_every_example_is_read(tree: RecordTree) -> None:
    assert len(tree.entries) == len(EXAMPLES)


def test_every_kind_has_an_example(tree: RecordTree) -> None:
    assert {entry.kind for entry in tree.entries.values()} == set(KINDS)


def test_the_examples_hold_together(tree: RecordTree) -> None:
    links = Links(tree, date(2026, 11, 22))
    assert [str(fault) for fault in check_all(links) if fault.severity is not Severity.NOTICE] == []
    assert Outcomes(links).entries.keys() == tree.entries.keys()


@pytest.mark.parametrize("word", [*LABELS, *STATES, *sorted(RESERVED_SLUGS)])
def test_no_word_is_left_out(word: str) -> None:
    assert word in GUIDE
