"""How a record model is declared: each field with its type, limit, Korean label and meaning in one place."""

from collections.abc import Callable, Iterator
from functools import cache
from operator import is_
from typing import Any, ClassVar, Self, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ondongne.diagnostics import Fault

FieldPath = tuple[str | int, ...]


def field(label: str, meaning: str) -> Any:
    """Declare a field that may be absent."""
    return Field(default=None, title=label, description=meaning)


def required(label: str, meaning: str) -> Any:
    """Declare a field without which the record cannot be."""
    return Field(title=label, description=meaning)


def many(label: str, meaning: str) -> Any:
    """Declare a field that holds any number of values; absent is none."""
    return Field(default=(), title=label, description=meaning)


def flag(label: str, meaning: str, *, default: bool = False) -> Any:
    """Declare a yes-or-no field."""
    return Field(default=default, title=label, description=meaning)


class Value(BaseModel):
    """A frozen group of fields; one with a `shorthand` may be written as that field's value alone."""

    # Pydantic makes what reads a model when it is first asked for; of models that records of many kinds hold it does so
    # at once (`defer_build=False`), since else it would for each of these kinds.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    shorthand: ClassVar[str | None] = None
    # Where pydantic keeps which fields were given. Nobody asks, and a set of them for each value takes as much memory
    # as all its fields: a function forgets them that does nothing with them, and is not even written in Python.
    __pydantic_fields_set__ = property(
        lambda value: set(type(value).model_fields), cast("Callable[[object, object], None]", is_)
    )

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: Any) -> Any:
        """Write a shorthand out, and leave out what is empty: `tags:` without a value is as good as no line."""
        if isinstance(data, dict):
            return _without_blanks(data, cls) if None in data.values() else data
        if cls.shorthand is None or data is None or isinstance(data, BaseModel):
            return data
        return {cls.shorthand: data}

    @classmethod
    def written_as(cls, _data: object, path: FieldPath) -> tuple[int, FieldPath]:
        """How a record writes the head of a field path: the number of steps it takes, and the keys in their place.

        `_data` is this value as written. What a record does not write at all, a shorthand's field for one, has no keys.
        """
        return 1, path[:1]

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core_schema)
        if cls.shorthand is None:
            return schema
        whole = handler.resolve_ref_schema(schema)
        short = dict(whole["properties"][cls.shorthand])
        whole_form = {
            name: whole.pop(name)
            for name in ("type", "properties", "required", "additionalProperties")
            if name in whole
        }
        whole["anyOf"] = [short, whole_form]
        return schema

    def faults(self) -> Iterator[Fault]:
        """Yield what no single field can know; `at` is relative to this value."""
        return iter(())


def models(below: type[Value] = Value) -> Iterator[type[Value]]:
    """Yield every model there is."""
    for model in below.__subclasses__():
        yield model
        yield from models(model)


def _without_blanks(data: dict[str, Any], model: type[Value]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None or key not in model.model_fields}


class Ref(str):
    """A reference as written: another record's id, or its slug where the kind and the council-year make it plain."""

    kinds: tuple[str, ...]

    __slots__ = ("kinds",)

    def __new__(cls, target: str, kinds: tuple[str, ...] = ()) -> Self:
        """A reference to `target` that may point to records of these kinds; to any where there are none."""
        self = super().__new__(cls, target)
        self.kinds = kinds
        return self


class Cite(int):
    """The number of one of the record's sources, from 1."""

    __slots__ = ()


Leaf = Value | Ref | Cite


def walk(
    value: object, path: FieldPath = (), of: tuple[type, ...] = (Value, Ref, Cite)
) -> Iterator[tuple[FieldPath, Leaf]]:
    """Yield every value, reference and citation of these types inside `value` with its field path, outermost first."""
    found: list[tuple[FieldPath, Leaf]] = []
    _collect(value, path, _plans(of), found)
    return iter(found)


def fields_with(model: type[Value], of: tuple[type, ...]) -> tuple[str, ...]:
    """The fields of a model in which there can be values of these types, however deep."""
    return _plans(of)[model][1]


class _Plans(dict[type, tuple[bool, tuple[str, ...]]]):
    """By type: whether values of it are looked for, and in which of its fields there can be such values.

    Asked for the type of every single value; pydantic's own `isinstance` takes ten times as long.
    """

    def __init__(self, of: tuple[type, ...]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, kind: type) -> tuple[bool, tuple[str, ...]]:
        fields = kind.model_fields.items() if issubclass(kind, Value) else ()
        leading = (name for name, field in fields if any(issubclass(one, self.of) for one in _within(field.annotation)))
        self[kind] = issubclass(kind, self.of), tuple(leading)
        return self[kind]


_plans = cache(_Plans)


def _collect(value: Any, path: FieldPath, plans: _Plans, found: list[tuple[FieldPath, Leaf]]) -> None:
    kind = type(value)
    if kind is tuple:  # a named one is a date
        for at, part in enumerate(value):
            _collect(part, (*path, at), plans, found)
        return
    if kind is dict:
        for key, part in value.items():
            _collect(part, (*path, key), plans, found)
        return
    is_wanted, fields = plans[kind]
    if is_wanted:
        found.append((path, value))
    if fields:
        parts = value.__dict__
        for field in fields:
            if part := parts[field]:
                _collect(part, (*path, field), plans, found)


def _within(annotation: object) -> Iterator[type]:
    """Every type that a value of a field may have or hold."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
        if issubclass(annotation, Value):
            for field in annotation.model_fields.values():
                yield from _within(field.annotation)
    for part in get_args(annotation):
        yield from _within(part)
