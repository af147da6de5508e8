"""Each rule: a valid town, the files that break it, and the exact report."""

import pkgutil
import re
import shutil
from itertools import chain
from pathlib import Path
from unicodedata import normalize

import pytest

from ondongne.diagnostics import Severity
from ondongne.messages.rules import RULES
from ondongne.outcomes import rules
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import OF_ALL, OF_RECORDS, check_all
from ondongne.records.reading import read_tree
from tests.outcomes.towns import DAY, FAULTS, TOWNS, links, report, town, with_files

CASES = sorted(path.parent.name for path in FAULTS.glob("*/report.txt"))


def laid_over(project: Path, case: str) -> Links:
    shutil.copytree(TOWNS / "garam", project, dirs_exist_ok=True)
    shutil.copytree(FAULTS / case, project, dirs_exist_ok=True)
    return links(project)


@pytest.mark.parametrize("case", CASES)
def test_broken_town_is_reported_line_by_line(case: str, tmp_path: Path) -> None:
    expected = (FAULTS / case / "report.txt").read_text(encoding="utf-8")
    assert report(laid_over(tmp_path, case)) + "\n" == expected
    assert f"[{case}]" in expected


def test_valid_town_is_silent() -> None:
    assert report(town("garam")) == ""


def test_every_code_has_its_broken_town() -> None:
    assert sorted(RULES) == CASES


def test_every_rule_is_in_the_list() -> None:
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__, f"{rules.__name__}.")}
    listed = [rule.__module__ for rule in (*OF_ALL, *chain.from_iterable(OF_RECORDS.values()))]
    assert sorted(listed) == sorted(modules)


@pytest.mark.parametrize("state", ["draft", "{withdrawn: 잘못 올림}"])
def test_faults_of_a_draft_are_warnings_at_most(state: str, tmp_path: Path) -> None:
    text = f"title: 함께 밥상\nfigures: [{{metric: bowls-of-rice, value: 120}}]\nstate: {state}\n"
    [fault] = check_all(with_files(tmp_path, {"garam/narae/2025/projects/lunch.yml": text}))
    assert (fault.code, fault.severity) == ("undeclared-metric", Severity.WARNING)


def test_faults_of_a_record_under_embargo_stay_errors(tmp_path: Path) -> None:
    text = "title: 함께 밥상\nfigures: [{metric: bowls-of-rice, value: 120}]\nstate: {embargoed: 2027-01-01}\n"
    [fault] = check_all(with_files(tmp_path, {"garam/narae/2025/projects/lunch.yml": text}))
    assert fault.is_error


def test_a_draft_council_makes_its_records_drafts(tmp_path: Path) -> None:
    council = (TOWNS / "garam/councils/garam/narae/council.yml").read_text(encoding="utf-8")
    files = {
        "garam/narae/council.yml": council.replace("state: ready", "state: draft"),
        "garam/narae/2025/projects/lunch.yml": (
            "title: 함께 밥상\nfigures: [{metric: bowls-of-rice, value: 1}]\nstate: ready\n"
        ),
    }
    found = {fault.code: fault.severity for fault in check_all(with_files(tmp_path, files))}
    assert found["undeclared-metric"] is Severity.WARNING


def test_references_to_nowhere_are_errors_in_drafts_too(tmp_path: Path) -> None:
    text = "title: 함께 밥상\nlearned_from: [garam/yunseul/practices/umbrella-lending]\n"
    [fault] = check_all(with_files(tmp_path, {"garam/narae/2025/projects/lunch.yml": text}))
    assert (fault.code, fault.is_error) == ("unknown-record", True)


def test_references_to_a_file_that_cannot_be_read_are_not_reported_twice(tmp_path: Path) -> None:
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    (tmp_path / "councils/garam/yunseul/practices/laundry.yml").write_text("title: [\n", encoding="utf-8")
    tree, faults = read_tree(tmp_path / "councils")
    assert [fault.place.file for fault in faults] == ["councils/garam/yunseul/practices/laundry.yml"]
    assert report(Links(tree, DAY)) == ""


def test_what_is_no_photo_is_not_called_an_unused_one(tmp_path: Path) -> None:
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    for name in ("desktop.ini", "Thumbs.db", ".DS_Store", "list.hwp"):
        (tmp_path / "councils/garam/narae/2025/photos" / name).touch()
    tree, _ = read_tree(tmp_path / "councils")
    assert report(Links(tree, DAY)) == ""


def test_names_of_photos_cannot_steer_a_terminal(tmp_path: Path) -> None:
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    project = tmp_path / "councils/garam/narae/2025"
    (project / "photos" / "bab\x1b[31msang.png").touch()
    (project / "photos" / "\u202eplan.jpg").touch()
    record = "title: 함께 밥상\nphotos: [{file: 'bab[31msang.png', alt: 밥상, people: false}]\n"
    (project / "projects/lunch.yml").write_text(record, encoding="utf-8")
    tree, _ = read_tree(tmp_path / "councils")
    found = report(Links(tree, DAY))
    assert ("mistyped-photo" in found, "unused-photo" in found) == (True, True)
    assert not re.search("[\x1b\u202e]", found)


def test_a_photo_with_a_decomposed_name_is_neither_missing_nor_unused(tmp_path: Path) -> None:
    record = "title: 함께 밥상\nphotos: [{file: 밥상.png, alt: 밥상, people: false}]\n"
    project = tmp_path / "councils/garam/narae/2025"
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    (project / "projects/lunch.yml").write_text(record, encoding="utf-8")
    shutil.copyfile(project / "photos/table.png", project / "photos" / normalize("NFD", "밥상.png"))
    tree, faults = read_tree(tmp_path / "councils")
    assert [fault.code for fault in faults] == ["decomposed-name"]
    assert report(Links(tree, DAY)) == ""


def test_numbers_of_persons_are_not_repeated_in_reports(tmp_path: Path) -> None:
    for case in ("resident-number", "mobile-number", "mail-address"):
        for fault in check_all(laid_over(tmp_path / case, case)):
            assert fault.place.quoted == ""


def test_a_missing_city_is_no_fault_of_its_records(tmp_path: Path) -> None:
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    (tmp_path / "councils/garam/city.yml").unlink()
    tree, _ = read_tree(tmp_path / "councils")
    assert report(Links(tree, DAY)) == ""
