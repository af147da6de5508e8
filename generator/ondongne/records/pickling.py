"""Records, reports and plain values as bytes and back: small, and safe to read from a file of unknown origin.

Only the types of records and reports can come out of the bytes, and nothing else is called on the way. The values are
as they were written: what wrote them has validated them.
"""

import pickle
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias, cast

from pydantic import BaseModel

from ondongne.diagnostics import Diagnostic, Place, Severity
from ondongne.records.base import Cite, Ref, Value, models
from ondongne.records.record import Record
from ondongne.records.vocabulary import Term
from ondongne.records.when import PartialDate, Span

Parts: TypeAlias = "tuple[Callable[..., Any] | _Builder, tuple[Any, ...]]"

_PROTOCOL: Final = 5


def to_bytes(content: object) -> bytes:
    """Write records, reports and plain values."""
    target = BytesIO()
    writer = pickle.Pickler(target, _PROTOCOL)
    writer.dispatch_table = _PARTS
    writer.dump(content)
    return target.getvalue()


def unpacked(content: bytes | memoryview) -> Any:
    """Read any records and plain values; raises ValueError where the bytes hold something else."""
    try:
        return _Reader(BytesIO(content)).load()
    except Exception as error:  # bytes of unknown origin fail in any way they like
        raise ValueError("no records") from error


def part_of(model: type[Record], values: Mapping[str, object]) -> Record:
    """A record that holds only these of its fields; all others are absent, and what must be there is missing."""
    return cast(Record, _filled(model, {name: values.get(name, _absent(model)[name]) for name in _fields(model)}))


@cache
def _absent(model: type[Value]) -> Mapping[str, object]:
    return {
        name: None if field.is_required() else field.get_default(call_default_factory=True)
        for name, field in model.model_fields.items()
    }


class _Builder(NamedTuple):
    """Makes values of a model of what all their fields hold, in their order, without validating them once more."""

    model: type[Value]
    fields: tuple[str, ...]

    def __call__(self, *values: object) -> Value:
        value = _new(self.model)
        _set_dict(value, dict(zip(self.fields, values, strict=True)))
        _set_extra(value, None)
        _set_private(value, None)
        return value


def _filled(model: type[Value], values: dict[str, object]) -> Value:
    value = _new(model)
    _set_dict(value, values)
    _set_extra(value, None)
    _set_private(value, None)
    return value


_new: Final = object.__new__
# These three are what a model consists of; they are looked up once because this runs for every single value.
_set_dict, _set_extra, _set_private = (
    vars(BaseModel)[part].__set__ for part in ("__dict__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def _fields(model: type[Value]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def _builder(name: str) -> _Builder:
    return _BUILDERS[name]


def _name(model: type[Value]) -> str:
    return f"{model.__module__}.{model.__qualname__}"


def _taking_apart(builder: _Builder) -> Callable[[Value], Parts]:
    """What takes values of a model apart; a closure, for this runs for every single value."""
    fields = builder.fields
    contents = itemgetter(*fields) if len(fields) > 1 else lambda parts: tuple(parts[field] for field in fields)
    return lambda value: (builder, contents(value.__dict__))


def _parts_of_ref(ref: Ref) -> Parts:
    return Ref, (str(ref), ref.kinds)


def _parts_of_builder(builder: _Builder) -> Parts:
    return _builder, (_name(builder.model),)


def _parts_of_term(term: Term) -> Parts:
    return type(term), (term.value,)


def _parts_of_named(values: PartialDate | Span) -> Parts:
    return type(values), (*values,)


def _parts_of_place(place: Place) -> Parts:
    return Place, (place.file, place.line, place.column, place.length, place.quoted)


def _parts_of_diagnostic(fault: Diagnostic) -> Parts:
    return Diagnostic, (fault.code, fault.severity, fault.place, fault.message, fault.hint)


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> Any:
        return _ALLOWED[module, name]


# By name, for pickle itself cannot look up those of a generic model.
_BUILDERS: Final = {_name(model): _Builder(model, _fields(model)) for model in models()}
_PARTS: Final[Mapping[type, Callable[[Any], Any]]] = {
    **{builder.model: _taking_apart(builder) for builder in _BUILDERS.values()},
    **dict.fromkeys(Term.__subclasses__(), _parts_of_term),
    **dict.fromkeys((PartialDate, Span), _parts_of_named),
    _Builder: _parts_of_builder,
    Ref: _parts_of_ref,
    Place: _parts_of_place,
    Diagnostic: _parts_of_diagnostic,
}
_TYPES: Final = (Ref, Cite, PartialDate, Span, Decimal, Severity, Place, Diagnostic, *Term.__subclasses__())
_ALLOWED: Final = {
    **{(kind.__module__, kind.__qualname__): kind for kind in _TYPES},
    (_builder.__module__, _builder.__qualname__): _builder,
}
