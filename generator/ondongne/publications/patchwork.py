"""조각보: the patch of cloth that stands for a record, drawn from its id, and for good the same."""

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import blake2b, sha256
from itertools import starmap
from operator import itemgetter
from typing import Final, NamedTuple

from markupsafe import escape

from ondongne.publications.design import Design, tone

SIDE: Final = 24
"""Width and height of a patch in its own units."""

DYES: Final = ("indigo", "safflower", "gardenia", "mugwort", "gromwell", "sappan")
RAMIE: Final = "ramie"
_TONES: Final = {(dye, tint): tone(dye, tint) for dye in (*DYES, RAMIE) for tint in range(3)}

Point = tuple[int, int]

_Area = tuple[int, int, int, int]
"""Left, top, width and height."""
_Shape = tuple[tuple[Point, ...], str]
"""Corners, and the outline as path data."""
_Piece = tuple[_Shape, tuple[str, int]]
_Seam = tuple[Point, Point]


class _Cuts(NamedTuple):
    """An area: its longer side in shorter ones, the whole of it, and its halves along either diagonal."""

    length: float
    whole: _Shape
    rising: tuple[_Seam, tuple[_Shape, _Shape]]
    falling: tuple[_Seam, tuple[_Shape, _Shape]]


_LENGTH: Final = itemgetter(0)


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


@lru_cache(maxsize=64)
def patch(id_: str) -> Patch:
    """Draw the patch of a record's id."""
    pieces, seams = _drawn(id_)
    return Patch(id_, tuple(Piece(corners, *colour) for (corners, _), colour in pieces), tuple(starmap(Seam, seams)))


def _drawn(id_: str) -> tuple[list[_Piece], list[_Seam]]:
    # An id determines numbers from 0 to 255; a patch takes 27 of these 32 at most.
    choices = iter(sha256(id_.encode()).digest())
    areas, seams = _cut_areas(choices, 4 + next(choices) % 3)
    shapes = _cut_corners(choices, areas, 1 + next(choices) % 3, seams)
    return list(zip(shapes, _colours(choices, len(shapes)), strict=True)), seams


def svg(id_: str, repeat: int = 1, title: str = "") -> str:
    """The patch of a record's id as SVG; repeated side by side, each time turned, for a band.

    Without a title it is decoration. Where there is no room for the band, its left end shows: the patch itself.
    """
    label = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    box = f'viewBox="0 0 {SIDE * repeat} {SIDE}" preserveAspectRatio="xMinYMid slice"'
    drawn = cloth(id_) if repeat == 1 else _band(id_, repeat)
    return f'<svg class="patch" {box} {label} focusable="false">{drawn}</svg>'


def _band(id_: str, repeat: int) -> str:
    """Patches side by side, of which only the first is drawn and the others refer to it."""
    name = f"patch-{blake2b(id_.encode(), digest_size=4).hexdigest()}"
    return f'<g id="{name}">{cloth(id_)}</g>{_turned(repeat).format(name)}'


@cache
def _turned(repeat: int) -> str:
    """The patches after the first, each turned once more, for any name of the first."""
    return "".join([_turned_once(number) for number in range(1, repeat)])


def _turned_once(number: int) -> str:
    x, middle = SIDE * number, SIDE // 2
    moved = f"translate({x} 0) rotate({90 * number % 360} {middle} {middle})"
    return f'<use href="#{{0}}" transform="{moved}"/><path class="seam" d="M{x} 0V{SIDE}"/>'


@lru_cache(maxsize=8192)  # Half a thousand characters each, and lists show patches of pages far away.
def cloth(id_: str) -> str:
    """The pieces and seams of a record's patch as SVG paths, for a picture that holds more than the patch."""
    pieces, seams = _drawn(id_)
    shown = [f'<path class="{_TONES[colour]}" d="{outline}"/>' for (_, outline), colour in pieces]
    return f'{"".join(shown)}<path class="seam" d="{_sewn(seams)}"/>'


def painted(id_: str, design: Design) -> str:
    """The same in a design's colours, for a picture without a style sheet."""
    (pieces, seams), tints = _drawn(id_), {dye.slug: dye.tints for dye in design.dyes}
    shown = [f'<path fill="{tints[dye][tint]}" d="{outline}"/>' for (_, outline), (dye, tint) in pieces]
    stitch = f'stroke="{design.light["stitch"]}" stroke-opacity="0.75" stroke-width="0.2" stroke-dasharray="0.9 0.7"'
    return f'{"".join(shown)}<path {stitch} d="{_sewn(seams)}"/>'


def _sewn(seams: list[_Seam]) -> str:
    return "".join([f"M{x} {y}L{to_x} {to_y}" for (x, y), (to_x, to_y) in seams])


def _cut_areas(choices: Iterator[int], count: int) -> tuple[list[_Area], list[_Seam]]:
    """Cut the largest area in two across its longer side, somewhere in its middle third, until there are enough."""
    areas, sizes, seams = [(0, 0, SIDE, SIDE)], [SIDE * SIDE], list[_Seam]()
    while len(areas) < count:
        largest = sizes.index(max(sizes))
        x, y, width, height = areas[largest]
        if width > height or (width == height and next(choices) % 2 == 0):
            at = width // 3 + next(choices) % (width // 3 + 1)
            areas[largest : largest + 1] = (x, y, at, height), (x + at, y, width - at, height)
            sizes[largest : largest + 1] = at * height, (width - at) * height
            seams.append(((x + at, y), (x + at, y + height)))
        else:
            at = height // 3 + next(choices) % (height // 3 + 1)
            areas[largest : largest + 1] = (x, y, width, at), (x, y + at, width, height - at)
            sizes[largest : largest + 1] = width * at, width * (height - at)
            seams.append(((x, y + at), (x + width, y + at)))
    return areas, seams


def _cut_corners(choices: Iterator[int], areas: list[_Area], count: int, seams: list[_Seam]) -> list[_Shape]:
    """Cut the areas nearest to a square along a diagonal, as many as are asked for; `seams` gets the diagonals."""
    found, shapes = list(map(_cuts, areas)), list[_Shape]()
    square = sorted(found, key=_LENGTH)[:count]
    for cuts in found:
        if cuts in square:
            seam, halves = cuts.rising if next(choices) % 2 else cuts.falling
            seams.append(seam)
            shapes += halves
        else:
            shapes.append(cuts.whole)
    return shapes


@cache
def _cuts(area: _Area) -> _Cuts:
    x, y, width, height = area
    a, b, c, d = (x, y), (x + width, y), (x + width, y + height), (x, y + height)
    return _Cuts(
        length=width / height if width > height else height / width,
        whole=((a, b, c, d), f"M{x} {y}H{x + width}V{y + height}H{x}z"),
        rising=((b, d), (_triangle(a, b, d), _triangle(b, c, d))),
        falling=((a, c), (_triangle(a, b, c), _triangle(a, c, d))),
    )


def _triangle(*corners: Point) -> _Shape:
    (x1, y1), (x2, y2), (x3, y3) = corners
    return corners, f"M{x1} {y1}L{x2} {y2} {x3} {y3}z"


def _colours(choices: Iterator[int], count: int) -> list[tuple[str, int]]:
    """Colours of a shuffled row of nine: one dye leads, two others answer it, and ramie lets them breathe."""
    dyes = [*DYES]
    lead, second, third = [dyes.pop(next(choices) % left) for left in (6, 5, 4)]
    colours = [*_row(lead, second, third)]
    return [colours.pop(next(choices) % left) for left in range(9, 9 - count, -1)]


@cache
def _row(lead: str, second: str, third: str) -> tuple[tuple[str, int], ...]:
    return (
        *((lead, 0), (lead, 1), (lead, 2)),
        *((second, 0), (second, 2), (third, 1)),
        *((RAMIE, 0), (RAMIE, 2), (third, 0)),
    )
