"""What can be sought of a city, in volumes of whole years: a change makes one volume anew, and past years stay."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

from ondongne.building.artifact import Artifact
from ondongne.outcomes.graph import Outcomes
from ondongne.paths import program
from ondongne.publications.phrases import year_text
from ondongne.publications.site.seeking.leaves import SEARCHED, Leaf, Packed, pack, unpack
from ondongne.publications.site.seeking.words import NOTHING, other_names, words
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.year import Year

Make = Callable[[Artifact], bytes]
"""Gives the bytes of an artifact, made now or kept from before."""

Pages = Mapping[str, Entry[Record] | None]
"""Pages by id; that of a year of which nothing is recorded has no entry."""

_MOST: Final = 1000
"""Pages of a volume, unless one year alone has more."""


@dataclass(frozen=True, eq=False)
class Volume:
    """Pages of a city from some years, oldest first; 0 stands for what has no year."""

    city: str
    number: int
    years: tuple[int, ...]
    pages: Pages

    @property
    def folder(self) -> str:
        """Where its files lie on the site."""
        return f"{SEARCHED}{self.city}/{self.number}/"


@dataclass(frozen=True, eq=False)
class Volumes:
    """The volumes of all cities."""

    outcomes: Outcomes

    def of(self, city: str) -> Iterator[Volume]:
        """The volumes of a city, oldest first."""
        years: list[int] = []
        pages: dict[str, Entry[Record] | None] = {}
        number = 0
        for year, found in sorted(self._by_year.get(city, {}).items()):
            if pages and len(pages) + len(found) > _MOST:
                yield Volume(city, number, tuple(years), pages)
                years, pages, number = [], {}, number + 1
            years.append(year)
            pages |= found
        yield Volume(city, number, tuple(years), pages)

    def made(self, volume: Volume, make: Make) -> Packed:
        """The files of a volume."""
        depends_on = (program(), self.outcomes.as_of.isoformat().encode(), self._digest(volume))
        return unpack(make(Artifact(f"{volume.folder}pages", depends_on, lambda: pack(self.leaves(volume)))))

    def leaves(self, volume: Volume) -> Iterator[Leaf]:
        """The pages of a volume as they are sought."""
        for id_, entry in volume.pages.items():
            address = id_[len(volume.city) + 1 :]
            title, year = self._names(id_, entry)
            if entry is None:
                yield Leaf(address, title, "", NOTHING)
            else:
                record, said = entry.record, words(self.outcomes, entry)
                yield Leaf(address, title, record.summary or "", said, other_names(record), year)

    def _names(self, id_: str, entry: Entry[Record] | None) -> tuple[str, str]:
        """What a page is called, and what its year is where that is more than a number."""
        if entry is not None and entry.kind != Year.kind:
            return entry.record.heading, ""
        owner, _, year = id_.rpartition("/")
        name = year_text(self.outcomes, owner, int(year))
        return f"{self.outcomes.entries[owner].gist.heading} {name}", "" if name == f"{year}년" else name

    @cached_property
    def _by_year(self) -> Mapping[str, Mapping[int, dict[str, Entry[Record] | None]]]:
        """Every page of a record or year by city and year."""
        found: dict[str, dict[int, dict[str, Entry[Record] | None]]] = defaultdict(lambda: defaultdict(dict))
        for entry in self.outcomes.entries.values():
            pages = found[entry.city]
            pages[entry.year or 0][entry.id] = entry
            if entry.year is not None:
                pages[entry.year].setdefault(f"{entry.owner}/{entry.year}", None)
                pages[entry.year].setdefault(f"{entry.city}/{entry.year}", None)
        return found

    def _digest(self, volume: Volume) -> bytes:
        """Of all that decides its files beside the day: the records, and the names of what they belong and refer to."""
        digest = blake2b()
        for id_, entry in volume.pages.items():
            said = [id_, self.outcomes.entries[entry.owner if entry else id_.rpartition("/")[0]].gist.heading]
            if entry is not None:
                digest.update(entry.document.digest)
                said += self._named.get(id_, ())
            digest.update("\0".join((*said, "")).encode())
        return digest.digest()

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        """What each record calls the public records that it refers to."""
        found: dict[str, list[str]] = defaultdict(list)
        for reference in self.outcomes.links.references:
            if reference.target is not None and reference.target.id in self.outcomes.entries:
                found[reference.entry.id].append(reference.target.gist.heading)
        return found
