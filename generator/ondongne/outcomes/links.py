"""All records of a tree with every reference followed, public or not: what the rules look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast

from ondongne.records.base import FieldPath, Ref, walk
from ondongne.records.evidence import Photo
from ondongne.records.kinds import OF_A_YEAR
from ondongne.records.people import Party, Person
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree

M = TypeVar("M", bound=Record)

Noted: TypeAlias = Ref | Person | Photo


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference of one record to another; `target` is None when no record answers to it."""

    entry: Entry[Record]
    path: FieldPath
    ref: Ref
    target: Entry[Record] | None

    @property
    def field(self) -> str:
        """The name of the record's field in which it stands."""
        return str(self.path[0])


@dataclass(frozen=True)
class Links:
    """The record tree as of a day, with references in the order of the records."""

    tree: RecordTree
    as_of: date

    @property
    def entries(self) -> Mapping[str, Entry[Record]]:
        """All records by id."""
        return self.tree.entries

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Former ids, each with the id of the record that bore it; an id in use is no alias."""
        former = {alias: entry.id for entry in self.entries.values() for alias in entry.record.aliases}
        return MappingProxyType({alias: target for alias, target in former.items() if alias not in self.entries})

    @cached_property
    def noted(self) -> tuple[tuple[Entry[Record], FieldPath, Noted], ...]:
        """Every reference, person and photo in every record with its field path, found in one walk."""
        return tuple(
            (entry, path, leaf)
            for entry in self.entries.values()
            for path, leaf in walk(entry.record)
            if isinstance(leaf, (Ref, Person, Photo))
        )

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in every record."""
        return tuple(
            Reference(entry, path, leaf, self.resolve(entry, leaf))
            for entry, path, leaf in self.noted
            if isinstance(leaf, Ref)
        )

    def resolve(self, entry: Entry[Record], ref: Ref) -> Entry[Record] | None:
        """The record that `ref`, written in `entry`, means: by id, former id, or slug looked up from near to far."""
        found = [
            self.entries[id_]
            for candidate in candidates(entry, ref)
            if (id_ := self.aliases.get(candidate, candidate)) in self.entries
        ]
        # A city and a council may share a slug: the kind that is asked for goes first.
        return next((other for other in found if other.kind in ref.kinds), found[0] if found else None)

    def of(self, model: type[M]) -> Iterator[Entry[M]]:
        """Every record of a kind, in the order of the records."""
        return (cast(Entry[M], entry) for entry in self.entries.values() if isinstance(entry.record, model))

    def party(self, entry: Entry[Record], party: Party | None) -> Entry[Record] | None:
        """The record of a party; None where there is no party, or one that is known by its name only."""
        return self.resolve(entry, party.record) if party is not None and party.record else None

    def is_public(self, entry: Entry[Record], on: date | None = None) -> bool:
        """Whether readers may see a record on the day, or on another: it is ready, and so are its council and city."""
        return all(
            holder is not None and holder.record.state.public(on or self.as_of) for holder in self.holders(entry)
        )

    def holders(self, entry: Entry[Record]) -> tuple[Entry[Record] | None, ...]:
        """A record, its council and its city, each once; None for a council or city that has no record."""
        return tuple(self.entries.get(id_) for id_ in dict.fromkeys((entry.id, entry.owner, entry.city)))


def candidates(entry: Entry[Record], ref: Ref) -> Iterator[str]:
    """Yield the ids that a reference may mean; a bare slug needs a field of one kind to be plain."""
    yield str(ref)
    if "/" in ref:
        yield f"{entry.city}/{ref}"
    elif len(ref.kinds) == 1:
        yield from _near(entry, str(ref), ref.kinds[0])


def _near(entry: Entry[Record], slug: str, kind: str) -> Iterator[str]:
    if kind in OF_A_YEAR and entry.year is not None:
        yield f"{entry.home}/{kind}/{slug}"
        yield f"{entry.city}/{entry.year}/{kind}/{slug}"
    elif kind == "council":
        yield f"{entry.city}/{slug}"
    elif kind in ("practices", "organisations"):
        yield f"{entry.owner}/{kind}/{slug}"
        yield f"{entry.city}/{kind}/{slug}"
