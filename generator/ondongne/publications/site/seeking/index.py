"""What a volume is packed from, kept from one build for the next: only blocks of pages that changed are read again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ondongne.building import sealed
from ondongne.building.store import Store
from ondongne.publications.site.seeking.drawers import gather, renew
from ondongne.publications.site.seeking.leaves import Leaf, Row

Open = Callable[[int], Sequence[Leaf]]
"""Gives the pages of a block, counted from 0."""


class Index(NamedTuple):
    """Pages in blocks: of each block its key and its rows; and of all together the records that hold each token."""

    keys: list[bytes]
    rows: list[list[Row]]
    held: dict[str, str]


def index(keys: list[bytes], leaves: Open, store: Store, name: str) -> Index:
    """The index of blocks, each of which stands where its key is what it was; it is kept by a name."""
    before = Index(*(sealed.recall(store, name) or ([], [], {})))
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
    return Index(keys, [[leaf.row() for leaf in block] for block in blocks], held)


def _renewed(before: Index, keys: list[bytes], changed: Sequence[int], leaves: Open) -> Index:
    for number in changed:
        block = leaves(number)
        before.rows[number] = [leaf.row() for leaf in block]
        renew(before.held, number, [leaf.words for leaf in block])
    return before._replace(keys=keys)
