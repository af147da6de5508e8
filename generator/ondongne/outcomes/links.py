"""All records of a tree with every reference followed, public or not: what the rules look at."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from ondongne.korean import nfc
from ondongne.records.base import FieldPath, Ref
from ondongne.records.gist import Gist
from ondongne.records.kinds import KINDS, OF_A_YEAR
from ondongne.records.people import Party
from ondongne.records.record import Record
from ondongne.records.tree import PHOTOS, Entry, RecordTree

M = TypeVar("M", bound=Record)


class Reference(NamedTuple):
    """A reference of one record to another; `target` is None when no record answers to it."""

    entry: Entry[Record]
    path: FieldPath
    ref: Ref
    target: Entry[Record] | None

    @property
    def field(self) -> str:
        """The name of the record's field in which it stands."""
        return str(self.path[0])


@dataclass(frozen=True, eq=False)
class Links:
    """The record tree as of a day, with references in the order of the records."""

    tree: RecordTree
    as_of: date

    @property
    def entries(self) -> Mapping[str, Entry[Record]]:
        """All records by id."""
        return self.tree.entries

    @cached_property
    def gists(self) -> tuple[tuple[Entry[Record], Gist], ...]:
        """All records in their order, each with its gist."""
        return tuple((entry, entry.gist) for entry in self.entries.values())

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Former ids, each with the id of the first record that bore it; an id in use is no alias."""
        former: dict[str, str] = {}
        for entry in self.entries.values():
            for alias in entry.gist.aliases:
                former.setdefault(alias, entry.id)
        return MappingProxyType({alias: target for alias, target in former.items() if alias not in self.entries})

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in every record."""
        return tuple(chain.from_iterable(self.references_of(entry) for entry, gist in self.gists if gist.refs))

    def references_of(self, entry: Entry[Record]) -> tuple[Reference, ...]:
        """Every reference in a record."""
        gist, found = entry.gist, self._references.get(entry.id)
        if found is None:
            refs = ((path, Ref(target, kinds)) for path, target, kinds in gist.refs)
            found = tuple(Reference(entry, path, ref, self.resolve(entry, ref)) for path, ref in refs)
            self._references[entry.id] = found
        return found

    @cached_property
    def _references(self) -> dict[str, tuple[Reference, ...]]:
        return {}

    def photo_files(self, home: str) -> frozenset[str]:
        """The files in the `photos` folder of a year, council or city, their names composed; none without a folder.

        A name that is not composed is reported where folders are listed.
        """
        if home not in self._photo_files:
            self._photo_files[home] = _files(self.tree.root / home / PHOTOS)
        return self._photo_files[home]

    @cached_property
    def _photo_files(self) -> dict[str, frozenset[str]]:
        return {}

    def resolve(self, entry: Entry[Record], ref: Ref) -> Entry[Record] | None:
        """The record that `ref`, written in `entry`, means: by id, former id, or slug looked up from near to far."""
        named = self.entries.get(ref)
        if named is not None and named.kind in ref.kinds:
            return named
        found = [
            self.entries[id_]
            for candidate in candidates(entry, ref)
            if (id_ := self.aliases.get(candidate, candidate)) in self.entries
        ]
        # A city and a council may share a slug: the kind that is asked for goes first.
        return next((other for other in found if other.kind in ref.kinds), found[0] if found else None)

    @cached_property
    def _by_model(self) -> Mapping[type[Record], list[Entry[Record]]]:
        found: dict[type[Record], list[Entry[Record]]] = defaultdict(list)
        for entry in self.entries.values():
            found[KINDS[entry.kind]].append(entry)
        return found

    def of(self, model: type[M]) -> Iterator[Entry[M]]:
        """Every record of a kind, in the order of the records."""
        return (cast(Entry[M], entry) for entry in self._by_model.get(model, ()))

    def owned(self, owner: str, model: type[M]) -> Iterator[Entry[M]]:
        """The records of a kind that belong to a council or city itself, in the order of the records."""
        return (cast(Entry[M], entry) for entry in self._by_owner.get((owner, model), ()))

    @cached_property
    def _by_owner(self) -> Mapping[tuple[str, type[Record]], list[Entry[Record]]]:
        found: dict[tuple[str, type[Record]], list[Entry[Record]]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.owner, KINDS[entry.kind]].append(entry)
        return found

    def party(self, entry: Entry[Record], party: Party | None) -> Entry[Record] | None:
        """The record of a party; None where there is no party, or one that is known by its name only."""
        return self.resolve(entry, party.record) if party is not None and party.record else None

    def is_public(self, entry: Entry[Record], on: date | None = None) -> bool:
        """Whether readers may see a record on the day, or on another: it is ready, and so are its council and city."""
        if on is None or on == self.as_of:
            return entry.id in self.public
        return self._are_shown((entry.id, entry.owner, entry.city), on)

    @cached_property
    def public(self) -> frozenset[str]:
        """The ids of all records that readers may see on the day."""
        day = self.as_of.toordinal()
        ready = {entry.id for entry, gist in self.gists if gist.opens is not None and gist.opens <= day}
        return frozenset(id_ for id_ in ready if {self.entries[id_].owner, self.entries[id_].city} <= ready)

    def _are_shown(self, ids: Iterable[str], on: date) -> bool:
        holders = (self.entries.get(id_) for id_ in ids)
        return all(holder is not None and holder.record.state.public(on) for holder in holders)

    def holders(self, entry: Entry[Record]) -> tuple[Entry[Record] | None, ...]:
        """A record, its council and its city, each once; None for a council or city that has no record."""
        return tuple(self.entries.get(id_) for id_ in dict.fromkeys((entry.id, entry.owner, entry.city)))


def _files(folder: Path) -> frozenset[str]:
    try:
        with os.scandir(folder) as entries:
            return frozenset(nfc(entry.name) for entry in entries if entry.is_file())
    except OSError:
        return frozenset()


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
