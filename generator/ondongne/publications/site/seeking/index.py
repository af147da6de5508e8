"""A volume of pages, kept from one build for the next: only blocks of pages that changed are read again."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from ondongne.building import sealed
from ondongne.building.artifact import Bundle, digest
from ondongne.building.store import Store
from ondongne.publications.site.seeking.drawers import Filled, fill, gather, refill, renew
from ondongne.publications.site.seeking.leaves import Leaf, Row, titles

Open = Callable[[int], Sequence[Leaf]]
"""Gives the pages of a block, counted from 0."""

Stamp = tuple[int, str]
"""How many drawers there are, and a mark of the content, by which browsers know what they have."""


class Index(NamedTuple):
    """Pages in blocks: of each block its key and its rows; of all together the records that hold each token.

    The last two are the drawers of the tokens, and their size (see `Filled`).
    """

    keys: list[bytes]
    rows: list[list[Row]]
    held: dict[str, str]
    drawers: tuple[str, ...]
    size: int

    def files(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Titles of the pages and drawers of words, each with its path below the site's root."""
        yield f"{folder}titles.json", titles(chain.from_iterable(self.rows))
        yield from ((f"{folder}{number}.txt", drawer.encode()) for number, drawer in enumerate(self.drawers))


def bundle(folder: str, keys: list[bytes], leaves: Open, store: Store) -> tuple[Bundle, Stamp]:
    """The files of a volume whose blocks have these keys, made when they are asked for; `folder` ends with a slash."""
    key = digest(keys)
    files = cache(lambda: tuple(index(keys, leaves, store, f"{folder}index").files(folder)))
    drawers, mark = sealed.made(store, f"{folder}stamp", key, lambda: _stamp(files()))
    paths = (f"{folder}titles.json", *(f"{folder}{number}.txt" for number in range(drawers)))
    return Bundle(paths, key, files), (drawers, mark)


def _stamp(files: Sequence[tuple[str, bytes]]) -> Stamp:
    found = blake2b(digest_size=5)
    for _, content in files:
        found.update(content)
    return len(files) - 1, found.hexdigest()


def index(keys: list[bytes], leaves: Open, store: Store, name: str) -> Index:
    """The index of blocks, each of which stands where its key is what it was; it is kept by a name."""
    before = Index(*(sealed.recall(store, name) or ([], [], {}, (), 0)))
    if before.keys == keys:
        return before
    changed = [number for number, pair in enumerate(zip(keys, before.keys, strict=False)) if pair[0] != pair[1]]
    # What is renewed takes twice as long as what is made anew.
    if len(keys) == len(before.keys) and 2 * len(changed) < len(keys):
        found = _renewed(before, keys, changed, leaves)
    else:
        found = _anew(keys, leaves)
    sealed.keep(store, name, tuple(found))
    return found


def _anew(keys: list[bytes], leaves: Open) -> Index:
    blocks = [leaves(number) for number in range(len(keys))]
    held = gather([leaf.words for block in blocks for leaf in block])
    return Index(keys, [[leaf.row() for leaf in block] for block in blocks], held, *fill(held))


def _renewed(before: Index, keys: list[bytes], changed: Sequence[int], leaves: Open) -> Index:
    filled: Filled | None = Filled(before.drawers, before.size)
    for number in changed:
        block = leaves(number)
        before.rows[number] = [leaf.row() for leaf in block]
        changes = renew(before.held, number, [leaf.words for leaf in block])
        filled = filled and refill(filled, changes)
    drawers, size = filled or fill(before.held)
    return Index(keys, before.rows, before.held, drawers, size)
