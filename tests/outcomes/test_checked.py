"""What stands from an earlier check is what a check of everything finds."""

import random
import shutil
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest

from ondongne.diagnostics import Diagnostic, in_order
from ondongne.outcomes import rules
from ondongne.outcomes.checked import Checked
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import check_all, unprintable
from ondongne.records.pickling import to_bytes
from ondongne.records.reading import read_tree
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree
from tests.edits import changed, edits, of_every_kind
from tests.outcomes.towns import DAY, FAULTS, TOWNS

_EDITS: Final = 120
"""Of some thousand; another number of them, or another seed, finds others."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> RecordTree:
    return of_every_kind(tmp_path_factory.mktemp("checked"))


def found(links: Links, checked: Checked | None = None) -> tuple[Diagnostic, ...]:
    return in_order(check_all(links, checked))


def test_after_each_edit_the_faults_are_those_of_all_records(tree: RecordTree) -> None:
    checked, seen = Checked(), set()
    assert found(Links(tree, DAY), checked) == found(Links(tree, DAY))
    for entry, record in random.Random(2).sample(edits(tree), _EDITS):
        edited = changed(tree, entry, record)
        faults = found(Links(edited, DAY))
        for before in (checked.again(), Checked(checked.pack())):
            assert found(Links(edited, DAY), before) == faults, (entry.id, record)
        assert found(Links(tree, DAY), before) == found(Links(tree, DAY)), "and back"
        seen |= {fault.code for fault in faults}
    assert len(seen) > 4


@pytest.mark.parametrize("case", sorted(path.parent.name for path in FAULTS.glob("*/report.txt")))
def test_a_fault_comes_and_goes(case: str, tmp_path: Path) -> None:
    checked, reports = Checked(), []
    for source in (TOWNS / "garam", FAULTS / case, None):
        if source is not None:
            shutil.copytree(source, tmp_path, dirs_exist_ok=True)
        else:
            shutil.rmtree(tmp_path / "councils")
            shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
        links = Links(read_tree(tmp_path / "councils")[0], DAY)
        checked = Checked(checked.pack())
        reports.append(found(links, checked))
        assert reports[-1] == found(links)
    assert reports[0] == reports[2] != reports[1]


def test_only_what_looked_at_a_change_is_checked(tree: RecordTree, monkeypatch: pytest.MonkeyPatch) -> None:
    checked, looked = Checked(), list[str]()
    found(Links(tree, DAY), checked)
    of_record = rules._of_record

    def noted(links: Links, entry: Entry[Record]) -> object:
        looked.append(entry.id)
        return of_record(links, entry)

    monkeypatch.setattr(rules, "_of_record", noted)
    again = checked.again()
    found(Links(tree, DAY), again)
    assert (looked, again.is_changed) == ([], False)
    story = tree.entries["solbit/narae/2025/stories/table"]
    again = Checked(again.pack())
    edited = changed(tree, story, story.record.model_copy(update={"summary": "전국 최초"}))
    assert "superlative-without-claim" in [fault.code for fault in found(Links(edited, DAY), again)]
    assert (looked, again.is_changed) == ([story.id], True)
    looked.clear()
    found(Links(tree, DAY + timedelta(1)), again.again())
    assert len(looked) == len(tree.entries)


def test_what_is_no_such_file_is_passed_over(tree: RecordTree) -> None:
    checked = Checked()
    expected = found(Links(tree, DAY), checked)
    whole = checked.pack()
    others: tuple[object, ...] = (None, (b"", {}, ()), (b"", {}, {"a": ("b", "c")}), (b"", {}, {"a": ((1,), ())}))
    sealed = (sha256(content).digest() + content for content in (*map(to_bytes, others), b"", b"no pickle"))
    for packed in (b"", whole[:-1], whole[:40], b"\0" * len(whole), *sealed):
        assert found(Links(tree, DAY), Checked(packed)) == expected


def test_other_fonts_have_every_record_checked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    record = tmp_path / "councils/garam/narae/2025/projects/laundry.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("title: ", "title: 龘 "), encoding="utf-8")
    links = Links(read_tree(tmp_path / "councils")[0], DAY)
    coverage, packed, reports = tmp_path / "booklet/fonts/coverage.txt", b"", []
    coverage.parent.mkdir(parents=True)
    monkeypatch.setattr(unprintable, "theme_folder", lambda: tmp_path)
    for spans in ("20-D7A3", "20-9F97 9F99-D7A3", "20-D7A3"):
        coverage.write_text(spans, encoding="ascii")
        unprintable.coverage.cache_clear()
        unprintable.printable.cache_clear()
        checked = Checked(packed)
        reports.append([fault.code for fault in found(links, checked)])
        packed = checked.pack()
    unprintable.coverage.cache_clear()
    unprintable.printable.cache_clear()
    assert reports == [[], ["unprintable"], []]
