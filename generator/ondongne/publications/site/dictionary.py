"""The data dictionary: every kind of record and value with its fields, made from their declarations."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import CoreSchema

from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.text import SLUG
from ondongne.records.when import SPAN_SCHEMA

Schema = Mapping[str, Any]

_PLAIN: Final = {"string": "글", "integer": "정수", "number": "수", "boolean": "true 또는 false", "object": "이름: 값"}

_DATE: Final = "2025-12-10, 2025-12, 2025처럼 아는 데까지"


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: its name in files, Korean label, what it takes, its limits and meaning."""

    name: str
    label: str
    takes: str
    meaning: str
    required: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of record, with the folder it lies in, or a value that records share."""

    slug: str
    label: str
    fields: tuple[FieldRow, ...]


class _Maker(GenerateJsonSchema):
    """Makes schemas without defaults, which nobody sees."""

    def encode_default(self, dft: Any) -> None:
        """Leave a default out."""


@lru_cache(maxsize=1)
def kinds() -> tuple[Table, ...]:
    """The kinds of record; fields that every record has stand in a table of their own, first."""
    # Kinds share most of their values, and a maker that is asked for whole schemas looks longest for good names.
    maker = _Maker()
    models: tuple[type[Record], ...] = (Record, *KINDS.values())
    found = {model: maker.generate_inner(_core(model)) for model in models}
    values = {str(name): schema for name, schema in maker.definitions.items()}
    schemas = {model: _resolve(ref, values) for model, ref in found.items()}
    common = Table("record", "모든 기록", tuple(_rows(Record, schemas[Record], values, ())))
    return common, *(
        Table(kind, model.label, tuple(_rows(model, schemas[model], values, Record.model_fields)))
        for kind, model in KINDS.items()
    )


def _core(model: type[Record]) -> CoreSchema:
    model.model_rebuild()  # Of a kind that no record is of, nothing was made yet.
    return model.__pydantic_core_schema__


def _rows(
    model: type[Record], schema: Schema, values: Mapping[str, Schema], without: Collection[str]
) -> Iterator[FieldRow]:
    needed = schema.get("required", ())
    for name, field in model.model_fields.items():
        if name not in without:
            yield FieldRow(
                name=name,
                label=field.title or name,
                takes=_takes(schema["properties"].get(name, {}), values),
                meaning=field.description or "",
                required=name in needed,
            )


def _takes(part: Schema, values: Mapping[str, Schema]) -> str:
    """What a field takes, in words."""
    if "$ref" in part:
        return _takes(_resolve(part, values), values)
    if "enum" in part:
        words = [word for word in map(str, part["enum"]) if not re.search(SLUG, word)] or map(str, part["enum"])
        return " · ".join(words)
    if "anyOf" in part:
        forms = dict.fromkeys(_takes(form, values) for form in part["anyOf"] if form.get("type") != "null")
        return _DATE if part["anyOf"] == SPAN_SCHEMA["anyOf"] else " 또는 ".join(forms)
    if part.get("type") == "array":
        return f"목록: {_takes(part.get('items', {}), values)}"
    if "properties" in part:
        return "{" + ", ".join(_key(name, field) for name, field in part["properties"].items()) + "}"
    return _PLAIN.get(part.get("type", ""), "값") + _limits(part)


def _key(name: str, field: Schema) -> str:
    return f"{name}({field['title']})" if "title" in field else name


def _resolve(part: Schema, values: Mapping[str, Schema]) -> Schema:
    return values[part["$ref"].rpartition("/")[2]]


def _limits(part: Schema) -> str:
    longest, least, most = part.get("maxLength"), part.get("minimum"), part.get("maximum")
    if longest is not None:
        return f", {longest:,}자까지"
    if least is not None and most is not None:
        return f", {least}~{most}"
    return f", {least} 이상" if least else ""
