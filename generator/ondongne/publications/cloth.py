"""The cloth of a cover: the patches of a booklet's records sewn into one, in squares of one to three units."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Final

from ondongne.publications.design import Design, Dye
from ondongne.publications.patchwork import SIDE, patch

COLUMNS: Final = 6
ROWS: Final = 9
_SIZES: Final = (3, 2, 2, 2, 1, 1)
_TURNS: Final = 4


@dataclass(frozen=True, slots=True)
class Square:
    """A square of the cloth, in units: its patch, place, side, and quarter turns."""

    patch: str
    x: int
    y: int
    side: int
    turns: int


def sew(id_: str, patches: Sequence[str]) -> tuple[Square, ...]:
    """Fill the cover of the booklet `id_` with patches, row by row, each used again when all have been."""
    free = {(x, y) for y in range(ROWS) for x in range(COLUMNS)}
    squares: list[Square] = []
    chances = sha256(id_.encode()).digest() * 2
    for y in range(ROWS):
        for x in range(COLUMNS):
            if (x, y) in free:
                chance = chances[len(squares) % len(chances)]
                side = _fitting(free, x, y, _SIZES[chance % len(_SIZES)])
                free -= _cells(x, y, side)
                turns = len(squares) // len(patches) % _TURNS
                squares.append(Square(patches[len(squares) % len(patches)], x, y, side, turns))
    return tuple(squares)


def _fitting(free: set[tuple[int, int]], x: int, y: int, side: int) -> int:
    while not _cells(x, y, side) <= free:
        side -= 1
    return side


def _cells(x: int, y: int, side: int) -> set[tuple[int, int]]:
    return {(x + right, y + down) for down in range(side) for right in range(side)}


def drawings(ids: Iterable[str], design: Design) -> Mapping[str, object]:
    """Patches by id for templates: pieces as colour and corners, and seams, in shares of the side."""
    return {id_: _drawing(id_, design.dyes) for id_ in sorted(set(ids))}


@lru_cache(maxsize=4096)
def _drawing(id_: str, dyes: tuple[Dye, ...]) -> Mapping[str, object]:
    drawn, tints = patch(id_), {dye.slug: dye.tints for dye in dyes}
    return {
        "pieces": [
            {"fill": tints[piece.dye][piece.tint], "corners": [_share(corner) for corner in piece.corners]}
            for piece in drawn.pieces
        ],
        "seams": [[_share(seam.start), _share(seam.end)] for seam in drawn.seams],
    }


def _share(point: tuple[int, int]) -> tuple[float, float]:
    return round(point[0] / SIDE, 5), round(point[1] / SIDE, 5)
