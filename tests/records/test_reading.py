"""A folder of records in, records and an exact report out: one broken file or tree for every code."""

import builtins
import json
import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest
import yaml
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from ondongne.diagnostics import Diagnostic, as_text, in_order
from ondongne.messages.reading import READING
from ondongne.messages.records import RECORDS
from ondongne.records.base import field, walk
from ondongne.records.document import Document
from ondongne.records.kinds import KINDS
from ondongne.records.reading import read_tree
from ondongne.records.record import Titled
from ondongne.records.tree import RecordTree
from ondongne.records.validating import MOST_FAULTS, MOST_PARTS, validate
from ondongne.records.yaml import parse
from tests.records.writing import odd_documents

FAULTS = Path(__file__).parents[1] / "faults"
TOWN = Path(__file__).parents[1] / "towns" / "garam" / "councils"
FILES = sorted(path.name.removesuffix(".yml") for path in FAULTS.glob("*.*.yml"))

Report = tuple[Diagnostic, ...]


def plant(root: Path, tree: dict[str, Any]) -> None:
    """Write files of these texts; a value `{link: target}` is a link."""
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            path.symlink_to(content["link"])
        else:
            path.write_text(content, encoding="utf-8")


def read(project: Path, tree: dict[str, Any]) -> tuple[RecordTree, Report]:
    plant(project / "councils", tree)
    return read_tree(project / "councils")


def document_of(text: str, file: str = "기록.yml") -> Document:
    document, _ = parse(text.encode(), file)
    assert document is not None
    return document


def faults_of(kind: str, text: str, file: str = "기록.yml") -> Report:
    return in_order(validate(KINDS[kind], document_of(text, file))[1])


def expected(code: str) -> str:
    return (FAULTS / f"{code}.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("case", FILES)
def test_report_of_a_broken_file_or_tree(case: str, tmp_path: Path) -> None:
    code, kind = case.split(".")
    text = (FAULTS / f"{case}.yml").read_text(encoding="utf-8")
    faults = read(tmp_path, yaml.safe_load(text))[1] if kind == "tree" else faults_of(kind, text, f"{case}.yml")
    assert as_text(faults) == expected(code)
    assert code in [fault.code for fault in faults]


class Odd(Titled):
    """A record with a check that no message tells of."""

    kind: ClassVar = "odd"
    label: ClassVar = "시험"

    colour: Annotated[str, AfterValidator(lambda _: _refuse())] | None = field("빛깔", "하늘의 빛깔")


def _refuse() -> str:
    raise PydanticCustomError("unheard_of", "in English")


def _refusing(owner: object, name: str, project: Path, patch: pytest.MonkeyPatch) -> Report:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "in English")

    plant(project / "councils", {"garam/city.yml": "name: 가람시\n"})
    with patch.context() as within:
        within.setattr(owner, name, refuse)
        return read_tree(project / "councils")[1]


def _pipe(project: Path, _: pytest.MonkeyPatch) -> Report:
    plant(project / "councils", {"garam/city.yml": "name: 가람시\n"})
    os.mkfifo(project / "councils" / "garam" / "pipe.yml")
    return read_tree(project / "councils")[1]


MADE: dict[str, Callable[[Path, pytest.MonkeyPatch], Report]] = {
    "no-councils": lambda project, _: read_tree(project / "councils")[1],
    "not-a-file": _pipe,
    "unreadable-file": partial(_refusing, builtins, "open"),
    "unreadable-folder": partial(_refusing, os, "scandir"),
    "wrong-value": lambda _, __: validate(Odd, document_of("title: 가\ncolour: 파랑\n", "wrong-value.yml"))[1],
    "too-many-parts": lambda _, __: faults_of(
        "plans", "title: 가\ntags: [" + "가, " * MOST_PARTS + "]", "too-many.yml"
    ),
}


@pytest.mark.parametrize("code", MADE)
def test_report_of_what_no_repository_can_hold(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_text(MADE[code](tmp_path, monkeypatch)) == expected(code)


def test_every_code_has_its_broken_file_or_tree() -> None:
    assert sorted(RECORDS) == sorted([*(case.split(".")[0] for case in FILES), *MADE])
    assert [code for code in (*READING, *RECORDS) if not (FAULTS / f"{code}.txt").exists()] == []


def test_no_oddity_is_answered_in_english_or_by_falling_over() -> None:
    for kind, data in odd_documents():
        for fault in faults_of(kind, json.dumps(data, ensure_ascii=False, default=float)):
            assert fault.code not in ("wrong-value", "too-many-parts"), (data, fault)
            assert re.search(r"[가-힣]+(다|요)\.$", fault.message), fault
            assert not re.search(r"[a-z]{2,} [a-z]{2,}", fault.message), fault


TREE = {
    "garam/city.yml": "name: 가람시\n",
    "garam/organisations/welfare.yml": "name: 가람복지관\n",
    "garam/editions/decade.yml": "title: 열 해\n",
    "garam/practices/door.yml": "title: 문 두드리기\n",
    "garam/2025/year.yml": "overview: 한 해를 돌아봅니다.\n",
    "garam/2025/events/sharing.yml": "title: 성과공유회\n",
    "garam/narae/council.yml": "name: 나래동\n",
    "garam/narae/practices/washing.yml": "title: 빨래방\n",
    "garam/narae/2025/year.yml": "members: 24\n",
    "garam/narae/2025/projects/p-10.yml": "title: 열째\n",
    "garam/narae/2025/projects/p-9.yml": "title: 아홉째\n",
    "garam/narae/2025/stories/rain.yml": "title: 비 갠 뒤\n",
    "garam/narae/2025/photos/lunch.jpg": "",
    "garam/narae-2/council.yml": "name: 나래2동\n",
    "garam/narae-10/council.yml": "name: 나래10동\n",
}


def test_every_place_of_the_layout_in_natural_order(tmp_path: Path) -> None:
    tree, faults = read(tmp_path, TREE)
    assert faults == ()
    assert list(tree.entries) == [
        "garam",
        "garam/2025",
        "garam/2025/events/sharing",
        "garam/editions/decade",
        "garam/narae",
        "garam/narae/2025",
        "garam/narae/2025/projects/p-9",
        "garam/narae/2025/projects/p-10",
        "garam/narae/2025/stories/rain",
        "garam/narae/practices/washing",
        "garam/narae-2",
        "garam/narae-10",
        "garam/organisations/welfare",
        "garam/practices/door",
    ]


@pytest.mark.parametrize(
    ("id_", "kind", "city", "council", "year", "slug", "home"),
    [
        ("garam", "city", "garam", "", None, "garam", "garam"),
        ("garam/2025", "year", "garam", "", 2025, "2025", "garam/2025"),
        ("garam/2025/events/sharing", "events", "garam", "", 2025, "sharing", "garam/2025"),
        ("garam/editions/decade", "editions", "garam", "", None, "decade", "garam"),
        ("garam/narae", "council", "garam", "narae", None, "narae", "garam/narae"),
        ("garam/narae/2025", "year", "garam", "narae", 2025, "2025", "garam/narae/2025"),
        ("garam/narae/2025/projects/p-9", "projects", "garam", "narae", 2025, "p-9", "garam/narae/2025"),
        ("garam/narae/practices/washing", "practices", "garam", "narae", None, "washing", "garam/narae"),
    ],
)
def test_entry_knows_where_it_belongs(
    id_: str, kind: str, city: str, council: str, year: int | None, slug: str, home: str, tmp_path: Path
) -> None:
    entry = read(tmp_path, TREE)[0].entries[id_]
    found = (entry.id, entry.kind, entry.city, entry.council, entry.year, entry.slug, entry.home)
    assert found == (id_, kind, city, council, year, slug, home)
    assert entry.kind == type(entry.record).kind


def test_a_broken_record_is_left_out_and_no_other(tmp_path: Path) -> None:
    broken = {**TREE, "garam/narae/2025/projects/p-9.yml": "titel: 가\nbudget: 3만\n", "garam/city.yml": "name: [가"}
    tree, faults = read(tmp_path, broken)
    assert set(read_tree(tmp_path / "councils")[0].entries) == set(tree.entries)
    assert len(tree.entries) == 12
    assert [fault.code for fault in faults] == ["unclosed-bracket", "mistyped-key", "missing-field", "number-as-text"]


def test_a_record_that_contradicts_itself_stays_in_the_tree(tmp_path: Path) -> None:
    spent = {**TREE, "garam/narae/2025/projects/p-9.yml": "title: 가\nbudget: 1\nspent: 2\ntitle: 나\n"}
    tree, faults = read(tmp_path, spent)
    assert "garam/narae/2025/projects/p-9" in tree.entries
    assert [fault.code for fault in faults] == ["overspent", "duplicate-key"]


def test_a_record_whose_name_makes_no_id_is_read_but_not_kept(tmp_path: Path) -> None:
    tree, faults = read(tmp_path, {"가람/city.yml": "nam: 가람시\n", "가람/2025/events/sharing.yml": "title: 가\n"})
    assert [fault.code for fault in faults] == ["wrong-name", "mistyped-key", "missing-field"]
    assert not tree.entries


def test_a_large_file_is_reported_by_its_size(tmp_path: Path) -> None:
    [fault] = read(tmp_path, {"garam/city.yml": "# 2 MiB\n" * (1 << 18)})[1]
    assert (fault.code, "2,097,152바이트" in fault.message) == ("file-too-large", True)


def test_a_link_inside_the_tree_is_followed(tmp_path: Path) -> None:
    tree, faults = read(tmp_path, {**TREE, "garam/dolnae": {"link": "narae-2"}})
    assert faults == ()
    assert tree.entries["garam/dolnae"].record.heading == "나래2동"


def test_a_line_end_in_a_name_makes_no_id(tmp_path: Path) -> None:
    files = {
        "garam/city.yml": "name: 가람시\n",
        "garam/practices/root\n.yml": "title: 가\n",
        "sol\n/city.yml": "name: 솔\n",
    }
    tree, faults = read(tmp_path, files)
    assert (list(tree.entries), [fault.code for fault in faults]) == (["garam"], ["wrong-name", "wrong-name"])


def test_names_cannot_steer_a_terminal(tmp_path: Path) -> None:
    faults = read(tmp_path, {"garam/city.yml": "name: 가람시\n", "garam/\x1b[31m.yml": "", "garam/\u202e/a": ""})[1]
    assert not re.search("[\x1b\u202e]", as_text(faults))
    assert len(faults) == 4


def test_reports_begin_with_the_name_given_to_the_root(tmp_path: Path) -> None:
    plant(tmp_path, {"garam/city.yml": "nam: 가람시\n"})
    assert {fault.place.file for fault in read_tree(tmp_path, "기록")[1]} == {"기록/garam/city.yml"}


def test_of_endless_faults_some_are_told_and_the_rest_counted() -> None:
    faults = faults_of("plans", "title: 가\n" + "".join(f"x{number}: 1\n" for number in range(250)))
    assert len(faults) == MOST_FAULTS + 1
    assert [fault.message for fault in faults if fault.code == "too-many-faults"] == [
        "이 파일에는 고칠 곳이 150곳 더 있습니다."
    ]


@pytest.mark.parametrize(
    ("kind", "text", "path", "place"),
    [
        ("projects", "title: 가\nbudget: 3\n", ("budget", "parts", 0, "value"), "2:9"),
        (
            "projects",
            "title: 가\nbudget:\n  - 3\n  - {value: 4}\n",
            ("budget", "parts", 1, "value"),
            "4:13",
        ),
        ("projects", "title: 가\nperiod: 2025\n", ("period", "on"), "2:9"),
        ("projects", "title: 가\nperiod: {on: 2025}\n", ("period", "on"), "2:14"),
        ("projects", "title: 가\n", ("period", "on"), "1:1"),
        ("year", "members: {value: 3, about: true}\n", ("members", "conflict", 0, "value", "about"), "1:28"),
        (
            "year",
            "members: {conflict: [{value: 3}, {value: {value: 4, unit: 명}}]}\n",
            ("members", "conflict", 1, "value", "unit"),
            "1:59",
        ),
        ("visits", "title: 가\nvisitor: 나\nhost: 다\nstate: {embargoed: 2025}\n", ("state", "until"), "4:20"),
        ("city", "name: 가\nmetrics:\n  a: {label: 가, unit: 명}\n", ("metrics", "a", "unit"), "3:23"),
    ],
)
def test_place_of_a_field(kind: str, text: str, path: tuple[str | int, ...], place: str, tmp_path: Path) -> None:
    file = {
        "projects": "garam/2025/projects/a.yml",
        "visits": "garam/2025/visits/a.yml",
        "year": "garam/2025/year.yml",
        "city": "garam/city.yml",
    }[kind]
    tree, faults = read(tmp_path, {"garam/city.yml": "name: 가람시\n", file: text})
    assert faults == ()
    entry = tree.entries[file.removesuffix(".yml").removesuffix("/city").removesuffix("/year")]
    assert str(entry.place(path)).endswith(f".yml:{place}")


def test_every_part_of_a_town_has_its_place() -> None:
    tree, faults = read_tree(TOWN)
    assert faults == ()
    for entry in tree.entries.values():
        for path, _ in walk(entry.record):
            assert entry.place(path).file == f"councils/{entry.document.file.removeprefix('councils/')}"
