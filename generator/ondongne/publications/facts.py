"""The fact box of each kind of record: which fields stand in it, and which of them a reader expects."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ondongne.publications.phrases import Phrase, Phrases
from ondongne.records.record import Record

BOX: Final[Mapping[str, tuple[str, ...]]] = {
    "projects": (
        *("audience", "beneficiaries", "period", "stage", "budget", "spent", "partners", "category", "operator"),
        *("staff", "places", "sites", "predecessor"),
    ),
    "stories": ("theme", "form", "author", "on", "place", "audience", "presented_at"),
    "events": ("type", "when", "place", "host", "audience", "attendance", "presenters", "other_names"),
    "visits": ("visitor", "host", "when", "place", "participants", "initiative"),
    "practices": ("audience", "since", "cost", "cost_note", "people", "duration", "legal_base"),
    "agreements": ("parties", "on", "place", "audience", "beneficiaries", "term", "umbrella"),
    "awards": (
        *("nature", "scheme", "grade", "category", "recipient", "giver", "evaluator", "on", "term", "duration"),
        *("stage", "previous"),
    ),
    "plans": ("term",),
    "milestones": ("type", "on", "of", "before", "after"),
    "organisations": (
        *("type", "founded", "founded_by", "opened", "operator", "audience", "region", "place"),
        *("staff_total", "staff", "rooms"),
    ),
    "editions": ("event", "size"),
    "council": ("formal_name", "dongs", "formed", "operating_since", "members", "member_fields", "office"),
}

EXPECTED: Final[Mapping[str, tuple[str, ...]]] = {
    "projects": ("audience", "period", "budget", "partners"),
    "events": ("when", "place", "attendance"),
    "visits": ("when", "participants"),
    "practices": ("cost", "people", "duration", "conditions"),
    "agreements": ("parties", "on", "term"),
    "awards": ("giver", "recipient", "on", "grounds"),
    "plans": ("term",),
    "milestones": ("on",),
    "organisations": ("duties", "contact"),
    "council": ("members", "meetings", "chairs"),
}

_INSTEAD: Final[Mapping[str, str]] = {"audience": "beneficiaries", "cost": "cost_note"}

_UNITS: Final[Mapping[str, str]] = {"staff_total": "명", "members": "명", "attendance": "명", "participants": "명"}


class Fact(NamedTuple):
    """A row of a fact box: the field it tells, its label, and what it says."""

    name: str
    label: str
    lines: tuple[Phrase, ...]


def facts(record: Record, phrases: Phrases) -> tuple[Fact, ...]:
    """What a record's fact box says."""
    found = []
    for name, title, unit in _box(type(record)):
        value = getattr(record, name)
        lines = phrases.lines(value, unit) if _is_said(value) else ()
        if lines:
            found.append(Fact(name, title, lines))
    return tuple(found)


@cache
def _box(model: type[Record]) -> tuple[tuple[str, str, str], ...]:
    """The fields of a fact box, each with its label and usual unit."""
    return tuple((name, label(model, name), _UNITS.get(name, "")) for name in BOX.get(model.kind, ()))


def missing(record: Record) -> tuple[str, ...]:
    """The labels of the fields that a reader expects and the record's source does not give: 비용, 인력."""
    absent = [name for name in EXPECTED.get(record.kind, ()) if not _tells(record, name)]
    return tuple([label(type(record), name) for name in absent])


def _tells(record: Record, name: str) -> bool:
    if _is_said(getattr(record, name, None)):
        return True
    return name in _INSTEAD and _is_said(getattr(record, _INSTEAD[name], None))


def _is_said(value: object) -> bool:
    return value is not None and (bool(value) or not isinstance(value, tuple))


@lru_cache(maxsize=512)
def label(model: type[Record], name: str) -> str:
    """A field's Korean label."""
    return model.model_fields[name].title or name
