"""A city's digest: all that pages of other cities, and those of the whole country, can show of its records.

The records in it are of the same types as any others, with only what lists, cards and the lineage ask for. So whoever
makes pages need not know whether a record was read here or came in a digest.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final

from ondongne.outcomes.links import Links, candidates
from ondongne.records.base import Ref, walk
from ondongne.records.evidence import Photo
from ondongne.records.kinds import KINDS
from ondongne.records.pickling import part_of, to_bytes, unpacked
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Medium
from ondongne.records.written import Written

SHOWN: Final = frozenset(
    (
        *("name", "title", "subtitle", "formal_name", "summary", "topics", "audience", "state", "aliases", "year"),
        *("province", "official", "example_note", "brand", "metrics", "contact"),
        *("formed", "operating_since", "founded", "opened", "since", "when", "on"),
        *("visitor", "host", "seen", "learned_from", "predecessor", "origin", "projects"),
    )
)
"""Fields that others show or reckon with; so are all in which a reference stands, and the first photo."""

WHOLE: Final = frozenset(("practices", "organisations"))
"""Kinds of which booklets of other cities print all but the photos."""

LINEAGE: Final = frozenset(("city", "council", "practices", "visits"))
"""Kinds of which the lineage is made; of projects, those that name a model."""


Spot = tuple[str, str, str, str, int | None, str]


@dataclass(frozen=True)
class Digest:
    """What a city gives others to know: all of its records, public or not, in the order of the tree.

    `unread` are the ids of its files that hold no record.
    """

    city: str
    entries: tuple[Entry[Record], ...]
    unread: frozenset[str]

    @cached_property
    def outward(self) -> Mapping[str, tuple[str, ...]]:
        """For each record that may refer to another city's, the ids that it may mean and its city does not have."""
        found = {entry.id: tuple(self._outward(entry)) for entry in self.entries}
        return {id_: ids for id_, ids in found.items() if ids}

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self.entries)

    def _outward(self, entry: Entry[Record]) -> Iterator[str]:
        for ref in refs_of(entry.record):
            yield from (id_ for id_ in candidates(entry, ref) if id_ not in self._ids)

    @cached_property
    def aliases(self) -> tuple[tuple[str, str], ...]:
        """Former ids with the records that bore them."""
        return tuple((alias, entry.id) for entry in self.entries for alias in entry.record.aliases)


def digest(links: Links, city: str) -> Digest:
    """The digest of the only city in `links`."""
    return Digest(city, tuple(_part(links, entry) for entry in links.entries.values()), frozenset(_unread(links)))


def refs_of(record: Record) -> Iterator[Ref]:
    """Every reference in a record."""
    return (leaf for _, leaf in walk(record) if isinstance(leaf, Ref))


def is_of_lineage(entry: Entry[Record]) -> bool:
    """Whether a record is one of those that tell who learned what from whom."""
    return entry.kind in LINEAGE or (isinstance(entry.record, Project) and bool(entry.record.learned_from))


def lightened(entry: Entry[Record]) -> Entry[Record]:
    """A record without what only booklets of other cities print."""
    if entry.kind not in WHOLE:
        return entry
    kept = {name: value for name, value in vars(entry.record).items() if _is_shown(name, value)}
    return _told(_place(entry), part_of(type(entry.record), kept), entry.document.file, entry.document.digest)


def leads_on(entry: Entry[Record]) -> bool:
    """Whether others who show a record also show what it refers to."""
    return entry.kind in WHOLE or is_of_lineage(entry)


def _part(links: Links, entry: Entry[Record]) -> Entry[Record]:
    fields, whole = vars(entry.record), entry.kind in WHOLE
    kept = {name: value for name, value in fields.items() if whole or _is_shown(name, value)}
    kept["photos"] = tuple(_first_photo(links, entry))
    return _told(_place(entry), part_of(type(entry.record), kept), entry.document.file, entry.document.digest)


def _place(entry: Entry[Record]) -> Spot:
    return entry.id, entry.kind, entry.city, entry.council, entry.year, entry.slug


def _told(place: Spot, record: Record, file: str, digest: bytes) -> Entry[Record]:
    return Entry(*place, record, Written(file, "", digest))


def _is_shown(name: str, value: object) -> bool:
    return name in SHOWN or name == "photos" or _refers(value)


def _refers(value: object) -> bool:
    return any(isinstance(leaf, Ref) for _, leaf in walk(value))


def _first_photo(links: Links, entry: Entry[Record]) -> Iterator[Photo]:
    """The photo that cards of a record show, if it has one."""
    shown = (photo for photo in entry.record.photos if photo.allowed(Medium.WEB, links.as_of))
    return islice((photo for photo in shown if links.tree.has_photo(entry, photo.file)), 1)


def _unread(links: Links) -> Iterator[str]:
    root = links.tree.root
    for path in sorted(root.rglob("*.yml")):
        own = path.parent if path.stem in ("city", "council") else path.with_suffix("")
        id_ = own.relative_to(root).as_posix()
        if id_ not in links.entries:
            yield id_


def to_rows(entries: Iterable[Entry[Record]]) -> tuple[tuple[Any, ...], ...]:
    """Records in their places as plain values, which `pickling` takes."""
    return tuple((*_place(entry), entry.record, entry.document.file, entry.document.digest) for entry in entries)


def from_rows(rows: Iterable[tuple[Any, ...]]) -> tuple[Entry[Record], ...]:
    """The records that `to_rows` wrote down."""
    return tuple(_told(row[:6], *row[6:]) for row in rows)


def packed(made: Digest) -> bytes:
    """A digest as bytes to send from one machine to another."""
    return zlib.compress(to_bytes((made.city, to_rows(made.entries), tuple(sorted(made.unread)))))


def received(content: bytes) -> Digest:
    """The digest that `packed` made bytes of; raises ValueError where they are none."""
    city, rows, unread = unpacked(zlib.decompress(content))
    return Digest(city, from_rows(rows), frozenset(unread))


def by_name(entries: Iterable[Entry[Record]]) -> Iterator[Entry[Record]]:
    """Records with nothing but their places: enough to say which one a mistyped reference was meant for."""
    return (_told(_place(entry), part_of(KINDS[entry.kind], {}), entry.document.file, b"") for entry in entries)
