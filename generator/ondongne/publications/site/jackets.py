"""The cloth of a booklet's cover as one small picture, in the colours of the style sheet."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ondongne.publications.cloth import COLUMNS, Square
from ondongne.publications.design import tone
from ondongne.publications.html import Html
from ondongne.publications.patchwork import SIDE, Point, patch

_WIDTH: Final = COLUMNS * SIDE
_HEIGHT: Final = round(_WIDTH * 297 / 210)
"""Height of a sheet of A4 that is as wide (ISO 216)."""


@lru_cache(maxsize=1024)
def jacket(cloth: tuple[Square, ...]) -> Html:
    """The cloth as SVG, all pieces of one colour in one path, for a page may show a hundred covers."""
    found: dict[str, list[str]] = {}
    for square in cloth:
        for piece in patch(square.patch).pieces:
            found.setdefault(tone(piece.dye, piece.tint), []).append(_outline(square, piece.corners))
    pieces = "".join(f'<path class="{name}" d="{"".join(found[name])}"/>' for name in sorted(found))
    seams = f'<path class="seam" d="{"".join(_seams(cloth))}"/>'
    box = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="xMinYMin slice"'
    return Html(f'<svg {box} aria-hidden="true" focusable="false">{pieces}{seams}</svg>')


def _outline(square: Square, corners: tuple[Point, ...]) -> str:
    """A piece as path data, in steps from corner to corner, which are short."""
    first, *others = (_place(square, corner) for corner in corners)
    steps, (x, y) = [], first
    for to_x, to_y in others:
        steps.append(_step(to_x - x, to_y - y))
        x, y = to_x, to_y
    return f"M{first[0]} {first[1]}{''.join(steps)}z"


def _step(across: int, down: int) -> str:
    if not down:
        return f"h{across}"
    return f"l{across} {down}" if across else f"v{down}"


def _place(square: Square, corner: Point) -> Point:
    """Where a corner of a patch comes to lie in the cloth."""
    x, y = corner
    for _ in range(square.turns):
        x, y = SIDE - y, x
    return square.x * SIDE + x * square.side, square.y * SIDE + y * square.side


def _seams(cloth: tuple[Square, ...]) -> Iterator[str]:
    """Where squares meet, and the seams of those large enough for them to be seen."""
    for square in cloth:
        x, y, side = square.x * SIDE, square.y * SIDE, square.side * SIDE
        yield f"M{x} {y + side}v{-side}h{side}"
        for seam in patch(square.patch).seams if square.side > 1 else ():
            (from_x, from_y), (to_x, to_y) = _place(square, seam.start), _place(square, seam.end)
            yield f"M{from_x} {from_y}{_step(to_x - from_x, to_y - from_y)}"
