"""Pages as they are sought, and the files of a volume of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ondongne.publications.site.seeking.drawers import fill, gather
from ondongne.publications.site.seeking.words import Words

SEARCHED: Final = "search/"
"""Where all that is searched lies, and the page of searching among it."""

_BETWEEN: Final = b"\0"


class Leaf(NamedTuple):
    """A page that can be found.

    `address` is its URL without the last slash, below its city's where it has one; `year` is the name of the year it is
    about where that is not the plain year of the address: 2017년(추정).
    """

    address: str
    title: str
    summary: str
    words: Words
    other_names: tuple[str, ...] = ()
    year: str = ""

    def row(self) -> "Row":
        """All but its words."""
        return self.address, self.title, self.summary, self.other_names, self.year


Row = tuple[str, str, str, tuple[str, ...], str]
"""A page on a list: address, title, summary, other names and year."""


class Packed(NamedTuple):
    """The files of a volume: `titles` of its pages as JSON, and its `drawers` of words."""

    titles: bytes
    drawers: tuple[bytes, ...]

    def files(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Each file with its path below the site's root; `folder` ends with a slash."""
        yield f"{folder}titles.json", self.titles
        yield from ((f"{folder}{number}.txt", drawer) for number, drawer in enumerate(self.drawers))


def pack(leaves: Iterable[Leaf]) -> bytes:
    """The files of a volume as one."""
    pages = sorted(leaves, key=lambda leaf: place(leaf.address))
    return bind([leaf.row() for leaf in pages], gather([leaf.words for leaf in pages]))


def place(address: str) -> tuple[str, str, str]:
    """By what pages are put in order: those of a folder stand together."""
    return address.rpartition("/")


def bind(rows: Iterable[Row], held: Mapping[str, str]) -> bytes:
    """The files of a volume as one, of its pages in order and of what they hold (see `drawers`)."""
    return _BETWEEN.join((as_json(_titles(rows)), *(drawer.encode() for drawer in fill(held))))


def unpack(packed: bytes) -> Packed:
    """The files of a packed volume."""
    titles, *drawers = packed.split(_BETWEEN)
    return Packed(titles, tuple(drawers))


def as_json(value: object) -> bytes:
    """JSON without a byte too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _titles(rows: Iterable[Row]) -> Mapping[str, object]:
    """What is read of pages on a list: by folder, so that no address is written twice; and years by another name."""
    folders: dict[str, list[tuple[object, ...]]] = {}
    years: dict[str, str] = {}
    for address, title, summary, other_names, year in rows:
        folder, _, slug = address.rpartition("/")
        row = (slug, title, summary, other_names) if other_names else (slug, title, summary)
        folders.setdefault(folder, []).append(row)
        if year:
            years[address] = year
    return {"pages": list(folders.items()), "years": years}
