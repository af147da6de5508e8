"""Values read from text, and documents of every kind with something odd in every field."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar

from ondongne.records.base import FieldPath, Value
from ondongne.records.kinds import KINDS
from ondongne.records.locating import is_model, locate
from ondongne.records.record import Record
from ondongne.records.yaml import parse

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2025, 10**17, Decimal("1.5")),
    *("", "  ", "가", "a", "가\n나", "가" * 161, "가" * 5001, "가" * 50_001),
    *("2025-12", "2025-13", "300만원", "https://a.example", "a.jpg", "b/a.jpg", "쪽", "노인", "ready", "embargoed"),
    *([], [None], ["가"], ["a", 3], [1, 2], [{}], [{"value": 1, "source": "시비"}]),
    *({}, {"value": 1}, {"value": None}, {"name": "가", "가": 1}, {"on": 2025, "derived": True}, {"a": {}}),
    *({"embargoed": "2025"}, {"embargoed": None}, {"withdrawn": "까닭"}, {"ready": 1}, {"내림": "가", "공개": "나"}),
    *({"conflict": [{"value": 1}]}, {"conflict": [{"value": 1}, {"value": "가", "source": 1}]}),
    *({"conflict": [1, 2]}, {"conflict": [{"value": 1}, {"value": 2}], "note": "가"}),
)

V = TypeVar("V", bound=Value)

_SOUND: dict[str, Any] = {
    **dict.fromkeys(("title", "name", "text", "label", "unit", "role", "alt", "scope", "body", "regular"), "가"),
    **dict.fromkeys(("problem", "slogan", "by", "visitor", "host"), "나"),
    **{"value": 1, "year": 2025, "on": "2025", "metric": "a", "file": "a.jpg", "accent": "쪽", "practice": "a"},
    **{"status": "도입", "level": "이야기로 전함", "records": ["a"], "sort": "모조지", "weight": 100},
}


def read(model: type[V], text: str) -> V:
    """Read one value in flow style, or a record of several lines."""
    is_record = issubclass(model, Record)
    document, faults = parse((text if is_record else f"it: {text}\n").encode(), "기록.yml")
    assert (faults, document is not None) == ((), True)
    assert document is not None
    return model.model_validate(document.data if is_record else document.data["it"])


def odd_documents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every kind and value with every odd thing in it; fields that kinds share are tried in one."""
    tried: set[tuple[str, str]] = set()
    for kind, model in KINDS.items():
        for path, holder in _fields(model, (), ()):
            declared = next(base.__name__ for base in holder.__mro__ if path[-1] in base.__annotations__)
            if (declared, str(path[-1])) in tried:
                continue
            tried.add((declared, str(path[-1])))
            yield from ((kind, _document(model, path, odd)) for odd in ODD)


def sound(model: type[Value]) -> dict[str, Any]:
    """The least that a record or value must say."""
    return {name: _SOUND[name] for name, field in model.model_fields.items() if field.is_required()}


def _fields(model: type[Value], path: FieldPath, above: tuple[object, ...]) -> Iterator[tuple[FieldPath, type[Value]]]:
    """The paths of all fields; what a record does not write as a group of fields is one field."""
    for name in model.model_fields:
        yield (*path, name), model
        for steps in ((name,), (name, 0), (name, "a")):
            kind = locate(model, {}, steps).kind
            is_group = is_model(kind) and kind.written_as(None, ("conflict",)) == (1, ("conflict",))
            if is_group and is_model(kind) and kind not in above:
                yield from _fields(kind, (*path, *steps), (*above, kind))


def _document(model: type[Record], path: FieldPath, odd: Any) -> dict[str, Any]:
    document = sound(model)
    part: Any = document
    for depth, step in enumerate(path[:-1], 1):
        kind = locate(model, {}, path[:depth]).kind
        part[step] = [None] if path[depth] == 0 else sound(kind) if is_model(kind) else {}
        part = part[step]
    part[path[-1]] = odd
    return document
