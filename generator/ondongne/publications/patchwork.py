"""조각보: the patch of cloth that stands for a record, drawn from its id, and for good the same."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Final, NamedTuple

from markupsafe import escape

from ondongne.publications.design import Design, tone

SIDE: Final = 24
"""Width and height of a patch in its own units."""

DYES: Final = ("indigo", "safflower", "gardenia", "mugwort", "gromwell", "sappan")
RAMIE: Final = "ramie"

Point = tuple[int, int]


class Piece(NamedTuple):
    """A rectangle or triangle of one colour: its corners, its dye and the dye's tint (0 deep, 1 mid, 2 pale)."""

    corners: tuple[Point, ...]
    dye: str
    tint: int


class Seam(NamedTuple):
    """A line along which two pieces are sewn."""

    start: Point
    end: Point


class Patch(NamedTuple):
    """Five to nine pieces that fill a square of SIDE units without gaps, and the seams between them."""

    id: str
    pieces: tuple[Piece, ...]
    seams: tuple[Seam, ...]


class _Area(NamedTuple):
    x: int
    y: int
    width: int
    height: int

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        right, bottom = self.x + self.width, self.y + self.height
        return (self.x, self.y), (right, self.y), (right, bottom), (self.x, bottom)


def _choices(text: str) -> Iterator[int]:
    """Numbers from 0 to 255 that a text determines: bytes of its SHA-256, hashed again when they run out."""
    digest = sha256(text.encode()).digest()
    while True:
        yield from digest
        digest = sha256(digest).digest()


@lru_cache(maxsize=64)
def patch(id_: str) -> Patch:
    """Draw the patch of a record's id."""
    choices = _choices(id_)
    areas, seams = _cut_areas(choices, 4 + next(choices) % 3)
    shapes, diagonals = _cut_corners(choices, areas, 1 + next(choices) % 3)
    colours = _colours(choices)
    pieces = tuple(Piece(shape, *colours[index % len(colours)]) for index, shape in enumerate(shapes))
    return Patch(id_, pieces, (*seams, *diagonals))


def svg(id_: str, repeat: int = 1, title: str = "") -> str:
    """The patch of a record's id as SVG; repeated side by side, each time turned, for a band.

    Without a title it is decoration. Where there is no room for the band, its left end shows: the patch itself.
    """
    label = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    box = f'viewBox="0 0 {SIDE * repeat} {SIDE}" preserveAspectRatio="xMinYMid slice"'
    drawn = cloth(id_)
    blocks = "".join(_block(drawn, number) for number in range(repeat))
    return f'<svg class="patch" {box} {label} focusable="false">{blocks}</svg>'


@lru_cache(maxsize=8192)  # A thousand characters each, and lists show patches of pages far away.
def cloth(id_: str) -> str:
    """The pieces and seams of a record's patch as SVG paths, for a picture that holds more than the patch."""
    drawn = patch(id_)
    pieces = "".join(
        [f'<path class="{tone(dye, tint)}" d="{_outline(corners)}"/>' for corners, dye, tint in drawn.pieces]
    )
    return f'{pieces}<path class="seam" d="{_sewn(drawn)}"/>'


def painted(id_: str, design: Design) -> str:
    """The same in a design's colours, for a picture without a style sheet."""
    drawn, tints = patch(id_), {dye.slug: dye.tints for dye in design.dyes}
    pieces = "".join(
        [f'<path fill="{tints[dye][tint]}" d="{_outline(corners)}"/>' for corners, dye, tint in drawn.pieces]
    )
    stitch = f'stroke="{design.light["stitch"]}" stroke-opacity="0.75" stroke-width="0.2" stroke-dasharray="0.9 0.7"'
    return f'{pieces}<path {stitch} d="{_sewn(drawn)}"/>'


def _sewn(drawn: Patch) -> str:
    return "".join([f"M{x} {y}L{to_x} {to_y}" for (x, y), (to_x, to_y) in drawn.seams])


def _block(drawn: str, number: int) -> str:
    if not number:
        return drawn
    middle = SIDE // 2
    turned = f'<g transform="rotate({90 * number % 360} {middle} {middle})">{drawn}</g>'
    return f'<g transform="translate({SIDE * number} 0)">{turned}<path class="seam" d="M0 0V{SIDE}"/></g>'


def _outline(corners: tuple[Point, ...]) -> str:
    return "M" + "L".join([f"{x} {y}" for x, y in corners]) + "z"


def _cut_areas(choices: Iterator[int], count: int) -> tuple[list[_Area], list[Seam]]:
    areas, seams = [_Area(0, 0, SIDE, SIDE)], []
    while len(areas) < count:
        sizes = [area.width * area.height for area in areas]
        largest = sizes.index(max(sizes))
        first, second, seam = _cut(choices, areas[largest])
        areas[largest : largest + 1] = [first, second]
        seams.append(seam)
    return areas, seams


def _cut(choices: Iterator[int], area: _Area) -> tuple[_Area, _Area, Seam]:
    """Cut an area in two across its longer side, somewhere in its middle third."""
    across = area.width > area.height or (area.width == area.height and next(choices) % 2 == 0)
    length = area.width if across else area.height
    at = length // 3 + next(choices) % (length // 3 + 1)
    if across:
        first = _Area(area.x, area.y, at, area.height)
        second = _Area(area.x + at, area.y, area.width - at, area.height)
        return first, second, Seam((second.x, second.y), (second.x, second.y + second.height))
    first = _Area(area.x, area.y, area.width, at)
    second = _Area(area.x, area.y + at, area.width, area.height - at)
    return first, second, Seam((second.x, second.y), (second.x + second.width, second.y))


def _cut_corners(choices: Iterator[int], areas: list[_Area], count: int) -> tuple[list[tuple[Point, ...]], list[Seam]]:
    """Cut the areas nearest to a square along a diagonal, as many as are asked for."""
    square = sorted(areas, key=lambda area: max(area.width, area.height) / min(area.width, area.height))[:count]
    shapes: list[tuple[Point, ...]] = []
    seams = []
    for area in areas:
        if area not in square:
            shapes.append(area.corners)
            continue
        a, b, c, d = area.corners
        falling = next(choices) % 2 == 0
        shapes += [(a, b, c), (a, c, d)] if falling else [(a, b, d), (b, c, d)]
        seams.append(Seam(a, c) if falling else Seam(b, d))
    return shapes, seams


def _colours(choices: Iterator[int]) -> list[tuple[str, int]]:
    """Nine colours in a shuffled row: one dye leads, two others answer it, and ramie lets them breathe."""
    dyes = list(DYES)
    lead, second, third = (dyes.pop(next(choices) % len(dyes)) for _ in range(3))
    colours = [
        *((lead, 0), (lead, 1), (lead, 2)),
        *((second, 0), (second, 2), (third, 1)),
        *((RAMIE, 0), (RAMIE, 2), (third, 0)),
    ]
    return [colours.pop(next(choices) % len(colours)) for _ in range(len(colours))]
