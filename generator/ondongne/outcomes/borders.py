"""What cities see of each other: from the digests of all of them, the records that each needs beside its own.

A city's pages and the rules for its records come out the same with these few foreign records as with all of them:
those its own refer to, those that refer to its own, and whatever tells how a practice came to it or went from it, to
the last hand.
"""

import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ondongne.outcomes.digest import Digest, by_name, from_rows, is_of_lineage, leads_on, lightened, to_rows
from ondongne.outcomes.links import Links, Reference, candidates
from ondongne.outcomes.rules.origin_loop import BACKWARD
from ondongne.records.pickling import to_bytes, unpacked
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree
from ondongne.records.year import Year

Digests = Callable[[], Iterator[Digest]]
"""Gives the digests of all cities, in the order of the tree, each time it is called; one at a time fits in memory."""

_LEARNED: Final = (Practice.kind, Project.kind)
"""Kinds that others name as their model."""


@dataclass(frozen=True)
class View:
    """What a city sees of the others: records of those before it in the order of the tree, and of those after it.

    `unread` are the ids of files anywhere that hold no record. `book` names the records of all cities, for one whose
    reference leads nowhere.
    """

    before: tuple[Entry[Record], ...]
    after: tuple[Entry[Record], ...]
    unread: frozenset[str]
    book: tuple[Entry[Record], ...] = ()

    def around(self, own: RecordTree) -> RecordTree:
        """The tree of the city with what it sees."""
        entries = {entry.id: entry for entry in (*self.before, *own.entries.values(), *self.after)}
        return RecordTree(own.root, MappingProxyType(entries), self.unread, self.book)


@dataclass(frozen=True)
class Borders:
    """The records that may be seen across borders, by city in the order of the tree.

    `means` gives for each of them the ids in other cities that its references may mean. `lost` are the cities with a
    reference that leads nowhere at all; only where there are any, `book` names all records of the country.
    """

    shared: Mapping[str, tuple[Entry[Record], ...]]
    means: Mapping[str, tuple[str, ...]]
    unread: frozenset[str]
    lost: frozenset[str]
    book: tuple[Entry[Record], ...]
    as_of: date

    def view(self, city: str) -> View:
        """What a city sees of the others."""
        seen = self._seen(city)
        order = tuple(self.shared)
        at = order.index(city)
        book = self.book if city in self.lost else ()
        return View(tuple(self._of(order[:at], seen)), tuple(self._of(order[at + 1 :], seen)), self.unread, book)

    def _of(self, cities: Iterable[str], seen: Collection[str]) -> Iterator[Entry[Record]]:
        return (entry for city in cities for entry in self.shared[city] if entry.id in seen)

    def _seen(self, city: str) -> set[str]:
        near = {id_ for id_ in self._near(city) if _city(id_) != city}
        found = _closure(near, self._before) | _closure(near, self._after)
        found.update(by for id_ in tuple(found) for by in self._takers.get(id_, ()))
        found.update(id_ for by in tuple(found) if leads_on(self.entries[by]) for id_ in self._referred[by])
        found.update(holder for id_ in tuple(found) for holder in self._holders(id_))
        return found | {id_ for id_, entry in self.entries.items() if entry.kind == "city"}

    def _near(self, city: str) -> Iterator[str]:
        """What a city's records refer to, what refers to them, and what lays claim to the same former id."""
        for entry in self.shared[city]:
            yield from self.means.get(entry.id, ())
            yield from (id_ for alias in entry.record.aliases for id_ in self._claims[alias])
        yield from self._meaning[city]

    @cached_property
    def entries(self) -> Mapping[str, Entry[Record]]:
        """The shared records by id."""
        return MappingProxyType({entry.id: entry for entries in self.shared.values() for entry in entries})

    @cached_property
    def _claims(self) -> Mapping[str, list[str]]:
        claims: dict[str, list[str]] = defaultdict(list)
        for entry in self.entries.values():
            claims[entry.id].append(entry.id)
            for alias in entry.record.aliases:
                claims[alias].append(entry.id)
        return claims

    @cached_property
    def _meaning(self) -> Mapping[str, list[str]]:
        """Records of other cities that may mean one of a city, or bear a former id that looks like one of its own."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_, meant in self.means.items():
            for city in dict.fromkeys(_city(other) for other in meant):
                found[city].append(id_)
        for entry in self.entries.values():
            for city in dict.fromkeys(_city(alias) for alias in entry.record.aliases):
                found[city].append(entry.id)
        return found

    @cached_property
    def links(self) -> Links:
        """The shared records, linked."""
        return Links(RecordTree(Path(), self.entries), self.as_of)

    @cached_property
    def _references(self) -> tuple[Reference, ...]:
        return tuple(reference for reference in self.links.references if reference.target is not None)

    @cached_property
    def _referred(self) -> Mapping[str, list[str]]:
        return _grouped((reference.entry.id, _target(reference)) for reference in self._references)

    @cached_property
    def _before(self) -> Mapping[str, list[str]]:
        """What records came from: what they name, and the visits that tell of it."""
        named = self._pairs(lambda found: found.field in BACKWARD)
        return _grouped((*named, *self._practised, *self._seen_on, *((made, visit) for visit, made in self._became)))

    @cached_property
    def _after(self) -> Mapping[str, list[str]]:
        """What came of records."""
        takers = ((id_, by) for id_, found in self._takers.items() for by in found)
        return _grouped((*takers, *self._practised, *self._became))

    @cached_property
    def _takers(self) -> Mapping[str, list[str]]:
        """The records that tell of each practice and project who learned it, or what it is a part of."""
        telling = self._pairs(lambda found: is_of_lineage(found.entry))
        return _grouped((target, by) for by, target in telling if self.entries[target].kind in _LEARNED)

    @property
    def _practised(self) -> tuple[tuple[str, str], ...]:
        """Practices with their projects."""
        return self._pairs(lambda found: found.entry.kind == Practice.kind and found.field == "projects")

    @property
    def _seen_on(self) -> tuple[tuple[str, str], ...]:
        """Visits with what was seen on them."""
        return self._pairs(lambda found: found.field == "seen" and _kind(found) == Practice.kind)

    @property
    def _became(self) -> tuple[tuple[str, str], ...]:
        """Visits with what came of them."""
        return self._pairs(lambda found: found.field == "seen" and _kind(found) == Project.kind)

    def _pairs(self, among: Callable[[Reference], bool]) -> tuple[tuple[str, str], ...]:
        return tuple((found.entry.id, _target(found)) for found in self._references if among(found))

    def _holders(self, id_: str) -> Iterator[str]:
        entry = self.entries[id_]
        yield from (holder for holder in (entry.owner, entry.city, entry.home) if holder in self.entries)


def merged(digests: Digests, as_of: date) -> Borders:
    """Put the digests of all cities together."""
    asked = _Asked(digests())
    shared: dict[str, tuple[Entry[Record], ...]] = {}
    means: dict[str, tuple[str, ...]] = {}
    open_: list[tuple[str, tuple[str, ...]]] = []
    unread: set[str] = set()
    for digest in digests():
        links = Links(RecordTree(Path(), MappingProxyType({entry.id: entry for entry in digest.entries})), as_of)
        kept = asked.of(digest, links)
        printed = asked.printed(links)
        shared[digest.city] = tuple(
            entry if entry.id in printed else lightened(entry) for entry in digest.entries if entry.id in kept
        )
        means |= {id_: tuple(asked.meant(ids)) for id_, ids in digest.outward.items() if id_ in kept}
        open_ += ((digest.city, ids) for ids in _open(links))
        unread |= digest.unread
    there = {entry.id for entries in shared.values() for entry in entries}
    lost = frozenset(city for city, ids in open_ if there.isdisjoint(asked.meant(ids)))
    return Borders(
        shared=shared,
        means={id_: found for id_, ids in means.items() if (found := tuple(other for other in ids if other in there))},
        unread=frozenset(unread),
        lost=lost,
        book=tuple(entry for digest in digests() for entry in by_name(digest.entries)) if lost else (),
        as_of=as_of,
    )


class _Asked:
    """The ids that records of any city ask for in another one, and the former ids that lead to a record."""

    def __init__(self, digests: Iterable[Digest]) -> None:
        self._aliases: dict[str, list[str]] = defaultdict(list)
        self._ids: set[str] = set()
        self._cities: set[str] = set()
        for digest in digests:
            self._cities.add(digest.city)
            self._ids.update(id_ for ids in digest.outward.values() for id_ in ids)
            for alias, id_ in digest.aliases:
                self._aliases[alias].append(id_)
        self._ids |= {id_ for ids in self._aliases.values() for id_ in ids} | self._aliases.keys()

    def meant(self, ids: Iterable[str]) -> Iterator[str]:
        """Ids, each with the records that bore it formerly."""
        for id_ in ids:
            yield id_
            yield from self._aliases.get(id_, ())

    def of(self, digest: Digest, links: Links) -> set[str]:
        """The ids of a city's records that others may have to see."""
        kept = {entry.id for entry in digest.entries if self._is_shared(entry, digest.outward.get(entry.id, ()))}
        onward = (reference for reference in links.references if reference.entry.id in kept)
        referred = {found.target.id for found in onward if found.target is not None and leads_on(found.entry)}
        before = [found for found in links.references if found.field in BACKWARD]
        return _closure(kept | referred, _grouped((found.entry.id, _target(found)) for found in before if found.target))

    def printed(self, links: Links) -> set[str]:
        """The ids of a city's records that booklets of others may print: what they refer to, and what is made of it."""
        asked = self._ids & links.entries.keys()
        return asked | {found.entry.id for found in links.references if found.target and found.target.id in asked}

    def _is_shared(self, entry: Entry[Record], outward: tuple[str, ...]) -> bool:
        other = self._cities - {entry.city}
        leads_out = any(_city(id_) in other or id_ in self._aliases for id_ in outward)
        says_year = isinstance(entry.record, Year) and entry.record.year is not None
        return leads_out or says_year or entry.id in self._ids or is_of_lineage(entry)


def _open(links: Links) -> Iterator[tuple[str, ...]]:
    """What each reference may mean that leads to no record of its own city."""
    for reference in links.references:
        if reference.target is None:
            yield tuple(candidates(reference.entry, reference.ref))


def _city(id_: str) -> str:
    return id_.partition("/")[0]


def _target(reference: Reference) -> str:
    return reference.target.id if reference.target is not None else ""


def _kind(reference: Reference) -> str:
    return reference.target.kind if reference.target is not None else ""


def _closure(ids: Collection[str], steps: Mapping[str, Collection[str]]) -> set[str]:
    """All that can be reached from ids, and they themselves."""
    found, level = set(ids), list(ids)
    while level:
        level = list({there for here in level for there in steps.get(here, ()) if there not in found})
        found.update(level)
    return found


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def packed_view(view: View) -> bytes:
    """A view as bytes to send to another machine."""
    parts = (to_rows(view.before), to_rows(view.after), tuple(sorted(view.unread)), to_rows(view.book))
    return zlib.compress(to_bytes(parts))


def received_view(content: bytes) -> View:
    """The view that `packed_view` made bytes of; raises ValueError where they are none."""
    before, after, unread, book = unpacked(zlib.decompress(content))
    return View(from_rows(before), from_rows(after), frozenset(unread), from_rows(book))
