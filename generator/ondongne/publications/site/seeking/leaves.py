"""Pages as they are sought, and the files of a volume of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ondongne.publications.site.seeking.drawers import fill
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
    pages = sorted(leaves, key=lambda leaf: leaf.address.rpartition("/"))
    drawers = fill([leaf.words for leaf in pages])
    return _BETWEEN.join((as_json(_titles(pages)), *(drawer.encode() for drawer in drawers)))


def unpack(packed: bytes) -> Packed:
    """The files of a packed volume."""
    titles, *drawers = packed.split(_BETWEEN)
    return Packed(titles, tuple(drawers))


def as_json(value: object) -> bytes:
    """JSON without a byte too many."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _titles(pages: list[Leaf]) -> Mapping[str, object]:
    """What is read of pages on a list: by folder, so that no address is written twice; and years by another name."""
    folders: dict[str, list[list[object]]] = {}
    for leaf in pages:
        folder, _, slug = leaf.address.rpartition("/")
        row: list[object] = [slug, leaf.title, leaf.summary, *([leaf.other_names] if leaf.other_names else [])]
        folders.setdefault(folder, []).append(row)
    years = {leaf.address: leaf.year for leaf in pages if leaf.year}
    return {"pages": list(folders.items()), "years": years}
