"""Two cities, and what the record of any of them may become."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

from ondongne.records.base import Cite, Ref, Value
from ondongne.records.kinds import KINDS
from ondongne.records.quantities import Stated
from ondongne.records.reading import read_tree
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree
from ondongne.records.when import PartialDate, Span
from ondongne.sample import make_sample
from tests.outcomes.towns import TOWNS


def of_every_kind(project: Path) -> RecordTree:
    """Two cities of which one has records of every kind, made in a folder."""
    make_sample(project, 1, 2, 3)
    for source in (TOWNS / "lineage/councils/garam", TOWNS / "garam/councils/garam"):
        shutil.copytree(source, project / "councils/solbit", dirs_exist_ok=True)
    found, _ = read_tree(project / "councils")
    assert {entry.kind for entry in found.entries.values()} == set(KINDS)
    return found


def variants(value: Any) -> Iterator[Any]:
    """The value with one thing in it changed, in every way that its type offers."""
    match value:
        case Stated():
            others_said = (said for said in variants(value.conflict) if len(said) >= value.preferred)
            yield from (value.model_copy(update={"conflict": said}) for said in others_said)
        case Value():
            for name, part in vars(value).items():
                yield from (value.model_copy(update={name: other}) for other in variants(part))
        case Mapping():
            yield from ({**value, key: other} for key in value for other in variants(value[key]))
        case Span():
            yield from (value._replace(start=start) for start in variants(value.start))
        case PartialDate():
            yield value._replace(year=value.year + 1)
        case tuple():
            yield from (value[:-1],) if len(value) > 1 else ()
            for at, part in enumerate(value):
                yield from ((*value[:at], other, *value[at + 1 :]) for other in variants(part))
        case _:
            yield from others(value)


def others(value: Any) -> Iterator[Any]:
    """Other values of a type that has no parts."""
    match value:
        case Enum():
            yield from (other for other in type(value) if other is not value)
        case bool():
            yield not value
        case Ref():
            yield Ref("nowhere", value.kinds)
        case Cite():
            yield Cite(1 if value > 1 else 2)
        case str():
            yield f"{value} 고침"
        case int() | Decimal():
            yield value + 1


def borrowed(record: Record, others: list[Record]) -> Iterator[Record]:
    """The record with a field that it leaves out, as another of its kind has it."""
    for name, part in vars(record).items():
        if not part:
            found = (vars(other)[name] for other in others if vars(other)[name])
            yield from (record.model_copy(update={name: value}) for value in list(found)[:1])


def edits(tree: RecordTree) -> list[tuple[Entry[Record], Record]]:
    """An entry and what its record becomes, for every field of a few records of each kind."""
    found = []
    for kind in KINDS:
        entries = [entry for entry in tree.entries.values() if entry.kind == kind]
        records = [entry.record for entry in entries]
        for entry in sorted(entries, key=lambda entry: -len(repr(entry.record)))[:3]:
            record = entry.record
            found += [(entry, changed) for changed in (*variants(record), *borrowed(record, records))]
    return found


def changed(tree: RecordTree, entry: Entry[Record], record: Record) -> RecordTree:
    document = entry.document._replace(digest=sha256(repr(record).encode()).digest())
    place = (entry.id, entry.kind, entry.city, entry.council, entry.year, entry.slug)
    return replace(tree, entries={**tree.entries, entry.id: Entry(*place, record, document)})
