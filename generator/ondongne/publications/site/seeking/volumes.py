"""What can be sought of a city, in volumes of whole years: a change makes one volume anew, and past years stay."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Final

from ondongne.building.artifact import Bundle
from ondongne.building.store import Store
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.phrases import year_text
from ondongne.publications.site.seeking.drawers import BLOCK
from ondongne.publications.site.seeking.index import Stamp, bundle
from ondongne.publications.site.seeking.leaves import SEARCHED, Leaf, place
from ondongne.publications.site.seeking.words import NOTHING, other_names, words
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.year import Year

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

    def blocks(self) -> Iterator[Pages]:
        """Its pages by blocks of records, in their order on the site."""
        pages = sorted(self.pages.items(), key=lambda page: place(_address(page[0])))
        return (dict(pages[start : start + BLOCK]) for start in range(0, len(pages), BLOCK))


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

    def made(self, volume: Volume, store: Store) -> tuple[Bundle, Stamp]:
        """The files of a volume, made of what is kept of it and of what changed since."""
        blocks = list(volume.blocks())
        keys = [self._key(block) for block in blocks]
        return bundle(volume.folder, keys, lambda number: list(self.leaves(blocks[number])), store)

    def leaves(self, pages: Pages) -> Iterator[Leaf]:
        """Pages as they are sought."""
        for id_, entry in pages.items():
            address = _address(id_)
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

    def _key(self, pages: Pages) -> bytes:
        """Of all that decides what can be sought of pages: records, and the names of what they belong and refer to."""
        said, digests = [self.outcomes.as_of.isoformat()], []
        for id_, entry in pages.items():
            said += (id_, self._headings[entry.owner if entry else id_.rpartition("/")[0]])
            if entry is not None:
                said += (*self._named.get(id_, ()), "")
                digests.append(entry.document.digest)
        return sha256("\0".join(said).encode() + b"\0" + b"".join(digests)).digest()

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        return {id_: entry.gist.heading for id_, entry in self.outcomes.entries.items()}

    @cached_property
    def _named(self) -> Mapping[str, list[str]]:
        """What each record calls the public records that it refers to."""
        found: dict[str, list[str]] = defaultdict(list)
        headings = self._headings
        for entry, _, _, target in self.outcomes.links.references:
            if target is not None and target.id in headings:
                found[entry.id].append(headings[target.id])
        return found


def _address(id_: str) -> str:
    """Below that of its city."""
    return id_.partition("/")[2]
