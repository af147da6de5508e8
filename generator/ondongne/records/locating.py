"""From a field path of a model to where, and as what, the record's file has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from ondongne.records.base import FieldPath, Value


@dataclass(frozen=True, slots=True)
class Spot:
    """What a field path leads to.

    `path` holds the keys and list numbers that the file has, and `value` is what they lead to. `name` and `meaning` are
    those of the last field among them (empty at the top), `kind` is the type that the model expects there.
    """

    path: FieldPath
    value: object
    name: str
    meaning: str
    kind: object


def named(model: type[Value], field: str, key: str = "") -> str:
    """A field's Korean label, and its key unless the record writes another: 예산(budget)."""
    return f"{model.model_fields[field].title}({key or field})"


def locate(model: type[Value], data: object, path: FieldPath) -> Spot:
    """Follow a path of fields through a record as written; what the record does not write is passed over."""
    spot = Spot((), data, "", "", model)
    while path:
        taken, keys = spot.kind.written_as(spot.value, path) if is_model(spot.kind) else (1, path[:1])
        for key in keys:
            spot = _step(spot, path[0], key)
        kind = spot.kind
        for step in path[:taken]:
            kind = _below(kind, step)
        spot = Spot(spot.path, spot.value, spot.name, spot.meaning, kind)
        path = path[taken:]
    return spot


def is_model(kind: object) -> TypeGuard[type[Value]]:
    """Whether a type is a group of fields."""
    return isinstance(kind, type) and issubclass(kind, Value)


def _step(spot: Spot, field: str | int, key: str | int) -> Spot:
    """Go on to a key of what a spot leads to, if it has that key."""
    if not _holds(spot.value, key):
        return spot
    path, value = (*spot.path, key), spot.value[key]
    if not is_model(spot.kind) or field not in spot.kind.model_fields:
        return Spot(path, value, spot.name, spot.meaning, spot.kind)
    meaning = spot.kind.model_fields[str(field)].description or ""
    return Spot(path, value, named(spot.kind, str(field), str(key)), meaning, spot.kind)


def _holds(data: Any, key: str | int) -> TypeGuard[Any]:
    return (isinstance(data, dict) and key in data) or (isinstance(data, list) and key in range(len(data)))


def _below(kind: object, step: str | int) -> object:
    """The type of what a field, list number or mapping key leads to; None for a field that the model does not have."""
    if is_model(kind):
        field = kind.model_fields.get(str(step))
        return _bare(field.annotation) if field else None
    origin = get_origin(kind)
    if isinstance(step, int):
        return _bare(get_args(kind)[0]) if origin is tuple else None
    return _bare(get_args(kind)[1]) if origin is not None and issubclass(origin, Mapping) else None


def _bare(kind: object) -> object:
    """A type without its limits and without None."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        kind = next(option for option in get_args(kind) if option is not NoneType)
    return kind
