"""JSON Schemas: Korean for editors, and of one mind with the reader."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from ondongne.records.finding import Found, find
from ondongne.records.kinds import KINDS
from ondongne.records.reading import read_tree
from ondongne.records.schema import schemas, write_schemas
from ondongne.records.validating import validate
from ondongne.records.yaml import parse
from tests.records.writing import odd_documents, sound

ROOT = Path(__file__).parents[2]
FAULTS = ROOT / "tests" / "faults"
TREES = (ROOT / "councils", ROOT / "tests" / "towns" / "garam" / "councils")

# What a schema cannot say, or only with the whole record in view.
BEYOND_SCHEMAS = {"dates-reversed", "no-such-day", "no-such-preference"}


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schemas()[kind])


def reads(kind: str, data: dict[str, Any]) -> bool:
    try:
        KINDS[kind].model_validate(data)
    except ValidationError:
        return False
    return True


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(part)


def test_there_is_a_sound_schema_for_every_kind() -> None:
    assert schemas().keys() == KINDS.keys()
    for kind, schema in schemas().items():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        assert schema["$id"] == f"urn:ondongne:schema:{kind}"


def test_the_schemas_in_the_repository_are_current(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "new")
    assert [path.name for path in written] == [f"{kind}.json" for kind in KINDS]
    assert {path.name: path.read_bytes() for path in written} == {
        path.name: path.read_bytes() for path in (ROOT / "generator" / "schemas").iterdir()
    }


def test_all_that_an_editor_shows_is_korean() -> None:
    said = {
        part[key]
        for part in parts(dict(schemas()))
        for key in ("title", "description", "patternErrorMessage")
        if isinstance(part.get(key), str)
    }
    assert [text for text in said if not re.search("[가-힣]", text) and text not in ("031-000-0000",)] == []


def test_every_field_has_its_label_and_meaning() -> None:
    for schema in schemas().values():
        for part in parts(schema):
            for field in part["properties"].values() if isinstance(part.get("properties"), dict) else ():
                assert {"title", "description"} <= field.keys(), field


def test_no_group_takes_what_it_does_not_know() -> None:
    groups = [part for part in parts(dict(schemas())) if part.get("type") == "object"]
    assert len(groups) > 100
    assert all(group["additionalProperties"] is False for group in groups)


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_record_is_taken(kind: str) -> None:
    least = sound(KINDS[kind])
    assert validator(kind).is_valid(least)
    assert reads(kind, least)


def test_schema_and_reader_agree_on_every_oddity() -> None:
    disagreed = [(kind, data) for kind, data in odd_documents() if validator(kind).is_valid(data) != reads(kind, data)]
    assert disagreed == []


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.parts[-2])
def test_schema_takes_every_record_there_is(tree: Path) -> None:
    for entry in read_tree(tree)[0].entries.values():
        assert [*validator(entry.kind).iter_errors(entry.document.data)] == [], entry.id


@pytest.mark.parametrize("case", sorted(path.stem for path in FAULTS.glob("*.*.yml") if ".tree" not in path.name))
def test_schema_and_reader_agree_on_every_broken_file(case: str) -> None:
    code, kind = case.split(".")
    document, _ = parse((FAULTS / f"{case}.yml").read_bytes(), case)
    assert document is not None
    record, _ = validate(KINDS[kind], document)
    if code not in BEYOND_SCHEMAS:
        assert validator(kind).is_valid(document.data) == (record is not None)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (
            "awards",
            {"title": "가", "grade": {"conflict": [{"value": "대상", "source": 1}, {"value": "금상"}], "preferred": 2}},
        ),
        ("year", {"members": {"conflict": [{"value": {"value": 24, "unit": "명"}}, {"value": 25, "note": "소식지"}]}}),
        ("year", {"members": {"value": 80, "about": True, "as_of": "2021-06"}}),
        (
            "year",
            {"budget": [30, {"value": 4, "source": "시비", "cite": 1}], "summary": None, "year": 2017},
        ),
        ("plans", {"title": "가", "state": "작성 중"}),
        ("plans", {"title": "가", "state": {"embargoed": "2026-01-05"}}),
        ("plans", {"title": "가", "state": {"공개 보류": 2026}}),
        ("plans", {"title": "가", "state": {"withdrawn": "잘못 올림"}}),
        ("plans", {"title": "가", "term": "2023/2026", "topics": ["돌봄", "meals"], "sources": ["조례"]}),
        ("events", {"title": "가", "when": {"on": "2019-06-13/2019-06-14", "derived": True, "as_written": "지난 주"}}),
    ],
)
def test_forms_as_people_write_them(kind: str, data: dict[str, Any]) -> None:
    assert [*validator(kind).iter_errors(data)] == []
    assert reads(kind, data)


def test_the_editor_knows_the_schema_of_every_record() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    globs = {Path(schema).stem: [found] if isinstance(found, str) else found for schema, found in settings.items()}
    assert globs.keys() == KINDS.keys()
    assert all((ROOT / schema).is_file() for schema in settings)
    for tree in TREES:
        for found in find(tree, "councils"):
            assert isinstance(found, Found)
            path = PurePosixPath(found.item.shown)
            assert [kind for kind in globs if any(_matches(path, glob) for glob in globs[kind])] == [found.kind]


def _matches(path: PurePosixPath, glob: str) -> bool:
    return path.match(glob) and len(path.parts) == glob.count("/") + 1
