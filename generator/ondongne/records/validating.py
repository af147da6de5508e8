"""From a document to a record, or to everything that keeps it from being one."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from ondongne.diagnostics import Diagnostic, Fault, diagnose
from ondongne.records.base import FieldPath, Value
from ondongne.records.complaints import Complaint, fields_of, shown
from ondongne.records.document import Document
from ondongne.records.guesses import field_meant
from ondongne.records.locating import Spot, is_model, locate, named
from ondongne.records.record import Record
from ondongne.records.source import Source

MOST_PARTS: Final = 20_000
MOST_FAULTS: Final = 100  # of one record; a hostile one can hold as many as it has parts

R = TypeVar("R", bound=Record)


def sound(model: type[R], source: Source, data: dict[str, Any]) -> R | None:
    """The record of a file's data if nothing is wrong with it; None where `validate` must say what is."""
    if len(source.text) > 2 * MOST_PARTS:  # no part takes less than two characters
        return None
    try:
        record = model.model_validate(data)
    except ValidationError:
        return None
    return record if next(record.all_faults(), None) is None else None


def validate(model: type[R], document: Document) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """Make a record of a document: the record, or None when a field cannot hold what is written, and all faults."""
    size = len(document.marks) // 4
    if size > MOST_PARTS:
        return None, (diagnose("too-many-parts", document.place(()), size=size, most=MOST_PARTS),)
    try:
        record = model.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, _limited(document, (_report(model, document, one) for one in errors), len(errors))
    faults = tuple(record.all_faults())
    return record, _limited(document, (_own(model, document, *found) for found in faults), len(faults))


def _limited(document: Document, reports: Iterator[Diagnostic], size: int) -> tuple[Diagnostic, ...]:
    kept = tuple(islice(reports, MOST_FAULTS))
    if size <= MOST_FAULTS:
        return kept
    last = document.stretch(len(document.text), len(document.text))
    return *kept, diagnose("too-many-faults", last, more=size - MOST_FAULTS)


def _own(model: type[Record], document: Document, path: FieldPath, fault: Fault) -> Diagnostic:
    """Report what a record found wrong with itself."""
    steps = (int(step) if step.isdecimal() else step for step in fault.at.split(".") if step)
    values = {name: shown(value) if isinstance(value, str) else value for name, value in fault.values}
    place = document.place(locate(model, document.data, (*path, *steps)).path)
    return diagnose(fault.code, place, **values)


def _report(model: type[Record], document: Document, error: Any) -> Diagnostic:
    """Report what pydantic found wrong with a document."""
    path: FieldPath = error["loc"]
    above = locate(model, document.data, path[:-1])
    if error["type"] in _OF_KEYS and is_model(above.kind):
        return _OF_KEYS[error["type"]](document, above, above.kind, str(path[-1]))
    is_key = path[-1] == "[key]"
    spot = above if is_key else locate(model, document.data, path)
    complaint = Complaint(error["type"], error["input"], error.get("ctx", {}), spot, above.kind)
    return complaint.report(document.place(spot.path, key=is_key))


def _missing(document: Document, above: Spot, model: type[Value], field: str) -> Diagnostic:
    """Report a field that must be there: at its key when it has no value, else where it should be."""
    is_empty = isinstance(above.value, dict) and field in above.value
    name, meaning = named(model, field), model.model_fields[field].description
    return diagnose(
        "empty-field" if is_empty else "missing-field",
        document.place((*above.path, field), key=is_empty),
        field=f"{above.name}의 {name}" if above.name else name,
        key=field,
        meaning=meaning,
    )


def _unknown(document: Document, above: Spot, model: type[Value], key: str) -> Diagnostic:
    """Report a key that is no field, with the field it is a slip for."""
    place = document.place((*above.path, key), key=True)
    right = field_meant(model, key)
    if right is None:
        return diagnose("unknown-key", place, key=shown(key), fields=fields_of(model))
    return diagnose("mistyped-key", place, key=shown(key), near=named(model, right), right=right)


_OF_KEYS: Final = {"missing": _missing, "extra_forbidden": _unknown}
