"""The outcome graph: what readers may see on a day, by place, year and kind, with references followed both ways."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from ondongne import korean
from ondongne.outcomes.links import Links, Reference
from ondongne.records.base import Ref
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.readset import note, reads
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.year import Year

T = TypeVar("T")


@dataclass(frozen=True)
class Outcomes:
    """Every public record, or only those of the cities `only`; nothing else can be reached from here."""

    links: Links
    only: frozenset[str] = frozenset()

    @property
    def as_of(self) -> date:
        """The day on which it is read."""
        return self.links.as_of

    @cached_property
    def entries(self) -> Mapping[str, Entry[Record]]:
        """Public records by id."""
        return {id_: entry for id_, entry in self.links.entries.items() if self._shows(entry)}

    def _shows(self, entry: Entry[Record]) -> bool:
        return (not self.only or entry.city in self.only) and self.links.is_public(entry)

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """Former ids of public records."""
        return {alias: target for alias, target in self.links.aliases.items() if target in self.entries}

    @cached_property
    def cities(self) -> tuple[Entry[City], ...]:
        """Cities in Korean collation."""
        return tuple(cast("Entry[City]", entry) for entry in _by_name(self.of(City.kind)))

    @cached_property
    def _by_city(self) -> Mapping[str, tuple[Entry[Council], ...]]:
        found: dict[str, list[Entry[Council]]] = defaultdict(list)
        for entry in _by_name(self.of(Council.kind)):
            found[entry.city].append(cast("Entry[Council]", entry))
        return {city: tuple(entries) for city, entries in found.items()}

    def councils(self, city: str) -> tuple[Entry[Council], ...]:
        """Councils of a city in Korean collation (2동 before 10동)."""
        return self._by_city.get(city, ())

    def city(self, entry: Entry[Record]) -> Entry[City]:
        """The city of a record."""
        return cast("Entry[City]", self.entries[entry.city])

    def council(self, entry: Entry[Record]) -> Entry[Council] | None:
        """The council of a record; None for a record of the city."""
        return cast("Entry[Council]", self.entries[entry.owner]) if entry.council else None

    @cached_property
    def _by_home(self) -> Mapping[tuple[str, str], tuple[Entry[Record], ...]]:
        found: dict[tuple[str, str], list[Entry[Record]]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.home, entry.kind].append(entry)
        return {home: tuple(entries) for home, entries in found.items()}

    def at(self, home: str, kind: str) -> tuple[Entry[Record], ...]:
        """Records of a kind right at a council-year, city-year, council or city (`home` is its id)."""
        return self._by_home.get((home, kind), ())

    @cached_property
    def _within(self) -> Mapping[str, tuple[Entry[Record], ...]]:
        found: dict[str, list[Entry[Record]]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.city].append(entry)
        return {city: tuple(entries) for city, entries in found.items()}

    def within(self, city: str) -> tuple[Entry[Record], ...]:
        """The records of a city and its councils."""
        return self._within.get(city, ())

    @cached_property
    def _years(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, set[int]] = defaultdict(set)
        for entry in self.entries.values():
            if entry.year is not None:
                found[entry.owner].add(entry.year)
                found[entry.city].add(entry.year)
        return {owner: tuple(sorted(years, reverse=True)) for owner, years in found.items()}

    def years(self, owner: str) -> tuple[int, ...]:
        """Years in which a council has a record, or a city has one of its own or of its councils; newest first."""
        return self._years.get(owner, ())

    def year(self, owner: str, year: int) -> Entry[Year] | None:
        """The year record of a council or city, if there is one."""
        return cast("Entry[Year] | None", self.entries.get(f"{owner}/{year}"))

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Entry[Record], ...]]:
        found: dict[str, list[Entry[Record]]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.kind].append(entry)
        return {kind: tuple(sorted(entries, key=_newest_first)) for kind, entries in found.items()}

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], tuple[Entry[Record], ...]]:
        found: dict[tuple[str, str], list[Entry[Record]]] = defaultdict(list)
        for kind, entries in self._by_kind.items():
            for entry in entries:
                for place in {entry.city, entry.owner, entry.home} - {entry.id}:
                    found[kind, place].append(entry)
        return {place: tuple(entries) for place, entries in found.items()}

    def of(self, kind: str, within: str = "") -> tuple[Entry[Record], ...]:
        """Records of a kind, newest year first; only those of a city, a council or a year (by id) where it is given."""
        return self._by_place.get((kind, within), ()) if within else self._by_kind.get(kind, ())

    def follow(self, entry: Entry[Record], ref: Ref) -> Entry[Record] | None:
        """The public record that a reference of `entry` means; None when it is not public."""
        found = self.links.resolve(entry, ref)
        return found if found is not None and found.id in self.entries else None

    def once(self, find: "Callable[[Outcomes, str], T]", id_: str) -> T:
        """What a function finds for an id, found once; whoever asks counts as having read what it rests on."""
        asked = find, id_
        if asked not in self._found:
            with reads() as read:
                made = find(self, id_)
            self._found[asked] = made, frozenset(read)
        found, rests_on = self._found[asked]
        note(rests_on)
        return cast(T, found)

    @cached_property
    def _found(self) -> dict[tuple[Callable[..., Any], str], tuple[Any, Set[str]]]:
        return {}

    @cached_property
    def _referred(self) -> Mapping[str, tuple[Entry[Record], ...]]:
        found: dict[str, dict[str, Entry[Record]]] = defaultdict(dict)
        for reference in self.links.references:
            if reference.target is not None and reference.target.id in self.entries:
                found[reference.entry.id][reference.target.id] = reference.target
        return {entry: tuple(targets.values()) for entry, targets in found.items()}

    def referred(self, entry: Entry[Record]) -> tuple[Entry[Record], ...]:
        """The public records that an entry refers to, each once."""
        return self._referred.get(entry.id, ())

    def named(self, entry: Entry[Record], field: str) -> tuple[Entry[Record], ...]:
        """The public records that an entry refers to in a field."""
        if field not in self._named:
            self._named[field] = self._named_in(field)
        return self._named[field].get(entry.id, ())

    @cached_property
    def _named(self) -> dict[str, Mapping[str, tuple[Entry[Record], ...]]]:
        return {}

    def _named_in(self, field: str) -> Mapping[str, tuple[Entry[Record], ...]]:
        found: dict[str, list[Entry[Record]]] = defaultdict(list)
        for reference in self.links.references:
            if reference.field == field and reference.target is not None and reference.target.id in self.entries:
                found[reference.entry.id].append(reference.target)
        return {entry: tuple(targets) for entry, targets in found.items()}

    @cached_property
    def _citing(self) -> Mapping[str, tuple[Reference, ...]]:
        found: dict[str, list[Reference]] = defaultdict(list)
        for reference in self.links.references:
            if reference.target is not None and reference.entry.id in self.entries:
                found[reference.target.id].append(reference)
        return {target: tuple(references) for target, references in found.items()}

    def citing(self, entry: Entry[Record], kind: str = "", field: str = "") -> tuple[Reference, ...]:
        """References of public records to `entry`, only from a kind or field where given."""
        asked = entry.id, kind, field
        if asked not in self._cited:
            self._cited[asked] = tuple(
                reference
                for reference in self._citing.get(entry.id, ())
                if (not kind or reference.entry.kind == kind) and (not field or reference.field == field)
            )
        return self._cited[asked]

    @cached_property
    def _cited(self) -> dict[tuple[str, str, str], tuple[Reference, ...]]:
        return {}


def _by_name(entries: Iterable[Entry[Record]]) -> list[Entry[Record]]:
    return sorted(entries, key=lambda entry: (korean.sort_key(entry.gist.heading), entry.id))


def _newest_first(entry: Entry[Record]) -> tuple[int, str]:
    return -(entry.year or 0), entry.id
