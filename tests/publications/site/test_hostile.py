"""Whatever a record holds, its pages hold no markup of its making: here every text of every kind is an attack."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.records.kinds import KINDS, OF_A_YEAR
from ondongne.records.tree import Entry, RecordTree
from ondongne.records.yaml import parse
from tests.publications.site.towns import Read, pages

ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}</style>&#x3c;"
MARKDOWN = f"[표](javascript:alert(1)) <{ATTACK} ![x](x) <javascript:alert(1)>"
SKIPPED = {"aliases", "photos", "state", "url", "records", "figures", "highlights", "metrics", "brand", "preferred"}
REFERENCE, DATE = "^[a-z0-9]", r"^\d"
Schema = Mapping[str, Any]
RUNNING = ("javascript:", "data:", "vbscript:")


def filled(schema: Mapping[str, Any], values: Mapping[str, Any]) -> Any:
    """Something that fits a schema, with the attack wherever text may stand; None where only a reference fits."""
    if "$ref" in schema:
        return filled(values[schema["$ref"].rpartition("/")[2]], values)
    if "anyOf" in schema:
        return filled(_fullest(schema["anyOf"]), values)
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "array":
        item = filled(schema["items"], values)
        return None if item is None else [item] * schema.get("minItems", 1)
    if "properties" in schema:
        return fields(schema["properties"], values)
    return _plain(schema)


def fields(properties: Mapping[str, Schema], values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields filled, but for those that only refer to other records and may be absent."""
    made = {name: filled(part, values) for name, part in properties.items() if name not in SKIPPED}
    seen = {"practice": "garam/narae/practices/x"} if "practice" in properties else {}
    return {name: value for name, value in made.items() if value is not None} | seen


def _fullest(forms: list[Schema]) -> Schema:
    """The form that says most, but for dates, which stay dates."""
    dates = [form for form in forms if form.get("pattern", "").startswith(DATE)]
    return dates[0] if dates else [form for form in forms if form.get("type") != "null"][-1]


def _plain(schema: Schema) -> Any:
    pattern = schema.get("pattern", "")
    if schema.get("type") == "string":
        return None if pattern.startswith(REFERENCE) else "2025-12" if pattern.startswith(DATE) else ATTACK
    return {"integer": schema.get("minimum", 1) or 1, "number": 3, "boolean": True}[schema["type"]]


def attacked(kind: str) -> dict[str, Any]:
    """A record of a kind with every text hostile."""
    schema = KINDS[kind].model_json_schema()
    data = fields(schema["properties"], schema.get("$defs", {}))
    return data | {"state": "ready"} | ({"body": MARKDOWN} if kind == "stories" else {})


PLACES = {
    "garam": ("city", "", None),
    "garam/narae": ("council", "narae", None),
    "garam/narae/2025": ("year", "narae", 2025),
    **{f"garam/narae/2025/{kind}/x": (kind, "narae", 2025) for kind in OF_A_YEAR},
    "garam/narae/practices/x": ("practices", "narae", None),
    "garam/organisations/x": ("organisations", "", None),
}


def entries() -> Iterator[Entry[Any]]:
    """One hostile record of every kind that has a page."""
    for id_, (kind, council, year) in PLACES.items():
        data = attacked(kind)
        if kind == "year":
            data.pop("year", None)
        document, faults = parse(json.dumps(data, ensure_ascii=False).encode(), f"{id_}.yml")
        assert document is not None, faults
        record = KINDS[kind].model_validate(document.data)
        yield Entry(id_, kind, "garam", council, year, id_.rpartition("/")[2], record, document)


@pytest.fixture(scope="module")
def html() -> Mapping[str, str]:
    """The pages of a site all of whose records are hostile, by URL."""
    tree = RecordTree(Path("councils"), {entry.id: entry for entry in entries()})
    return {page.url: page.render() for page in pages(Outcomes(Links(tree, date(2026, 1, 15))))}


def test_every_kind_has_its_attack_on_its_page(html: Mapping[str, str]) -> None:
    for id_, (kind, _, _) in PLACES.items():
        page = html["" if kind == "city" else f"{id_}/"]
        assert page.count("&lt;script&gt;") >= 3, id_


def test_no_page_holds_markup_of_a_record(html: Mapping[str, str]) -> None:
    for url, page in html.items():
        tags = Read(page).tags
        run = [(tag, values) for tag, values in tags if values != {"type": "application/ld+json"}]
        assert not {"script", "style", "iframe"} & {tag for tag, _ in run}, url
        for tag, attributes in tags:
            assert not [name for name in attributes if name.startswith("on") or name == "style"], (url, tag)
            assert not attributes.get("href", "").lower().startswith(RUNNING), (url, tag)
            assert tag != "img", url


def test_no_page_runs_a_template_of_a_record(html: Mapping[str, str]) -> None:
    assert all("49" not in Read(page).text for page in html.values())
