"""Pages as they are sought."""

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from ondongne.publications.site.seeking.words import Words

SEARCHED: Final = "search/"
"""Where all that is searched lies, and the page of searching among it."""


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


def place(address: str) -> tuple[str, str, str]:
    """By what pages are put in order: those of a folder stand together."""
    return address.rpartition("/")


def as_json(value: object) -> bytes:
    """JSON without a byte too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def titles(rows: Iterable[Row]) -> bytes:
    """Pages on a list as JSON: by folder, so that no address is written twice; and years by another name."""
    folders: dict[str, list[tuple[object, ...]]] = {}
    years: dict[str, str] = {}
    for address, title, summary, other_names, year in rows:
        folder, _, slug = address.rpartition("/")
        row = (slug, title, summary, other_names) if other_names else (slug, title, summary)
        folders.setdefault(folder, []).append(row)
        if year:
            years[address] = year
    return as_json({"pages": list(folders.items()), "years": years})
