"""JSON Schemas of every kind of record, for editors: they take what the reader takes, as far as a schema can say it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from ondongne.messages import MESSAGES
from ondongne.records.city import COLOUR
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.text import ADDRESS, ONE_LINE, PHOTO_FILE, REFERENCE, SLUG

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_GROUPS: Final = "#/$defs/"
_NULL: Final = {"type": "null"}
_SAID: Final[tuple[str, ...]] = ("title", "description", "default")
_HINTS: Final = {
    ONE_LINE: "several-lines",
    SLUG: "not-a-slug",
    REFERENCE: "not-a-reference",
    ADDRESS: "wrong-address",
    PHOTO_FILE: "wrong-photo-file",
    COLOUR: "not-a-colour",
}
"""The message that tells what a text of a pattern looks like; editors show it in place of the pattern."""


def schemas() -> Mapping[str, dict[str, Any]]:
    """The schema of each kind (JSON Schema 2020-12), with Korean labels and meanings."""
    return {kind: _schema(model) for kind, model in KINDS.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write `<kind>.json` for every kind into a folder, which is made if need be; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_write(folder / f"{kind}.json", schema) for kind, schema in schemas().items())


def _write(path: Path, schema: dict[str, Any]) -> Path:
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _schema(model: type[Record]) -> dict[str, Any]:
    raw = model.model_json_schema()
    groups = {_short(name): _bare(group) for name, group in raw.pop("$defs").items()}
    head = {"$schema": DIALECT, "$id": f"urn:ondongne:schema:{model.kind}", "title": model.label}
    return {**head, **_tidy(raw), "$defs": {name: _tidy(group) for name, group in groups.items()}}


def _tidy(part: Any) -> Any:
    """Keep of what pydantic makes what a writer can use; pydantic calls groups by their English names."""
    if isinstance(part, list):
        return [_tidy(each) for each in part]
    if not isinstance(part, dict):
        return part
    if "properties" in part:
        return _tidy_group(_bare(part))
    tidy = {key: _tidy(value) for key, value in _without_null(part).items()}
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    if tidy.get("pattern") in _HINTS:
        tidy["patternErrorMessage"] = MESSAGES[_HINTS[tidy["pattern"]]].hint
    if "$ref" in tidy:
        tidy["$ref"] = _GROUPS + _short(tidy["$ref"].removeprefix(_GROUPS))
    if not isinstance(tidy.get("default", 0), int):
        del tidy["default"]
    return tidy


def _tidy_group(group: dict[str, Any]) -> dict[str, Any]:
    required = group.get("required", ())
    fields = {key: _tidy(field) for key, field in group["properties"].items()}
    optional = {key: field if key in required else _or_empty(field) for key, field in fields.items()}
    return {**group, "properties": optional}


def _short(name: str) -> str:
    """The name of a group that holds a type: StatedCount for Stated_Count_, StatedStr for Stated_Annotated_str_ etc."""
    parts = [part for part in name.split("_") if part not in ("", "Annotated")]
    return parts[0] + "".join(part.title() for part in parts[1:2])


def _bare(group: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in group.items() if key not in ("title", "description")}


def _without_null(part: dict[str, Any]) -> dict[str, Any]:
    """Leave null out of a choice; with one choice left, it is none."""
    choices = [choice for choice in part.get("anyOf", ()) if choice != _NULL]
    rest = {key: value for key, value in part.items() if key != "anyOf"}
    if len(choices) == 1:
        return {**choices[0], **rest}
    return {**rest, "anyOf": choices} if choices else rest


def _or_empty(field: dict[str, Any]) -> dict[str, Any]:
    """A field that may be left out may be left empty."""
    said = {key: field[key] for key in _SAID if key in field}
    form = {key: value for key, value in field.items() if key not in _SAID}
    if isinstance(form.get("type"), str) and "enum" not in form:
        return {**said, **form, "type": [form["type"], "null"]}
    choices = form["anyOf"] if form.keys() == {"anyOf"} else [form]
    return {**said, "anyOf": [*choices, _NULL]}
