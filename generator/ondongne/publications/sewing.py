"""Sewing on a picture: patches drawn in pixels, for cards and covers."""

from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageDraw

from ondongne.publications.design import Design
from ondongne.publications.patchwork import SIDE, patch

Spot = tuple[float, float]

_SCALE: Final = 2
"""How many times larger a patch is drawn, so that its slanting seams come out smooth."""
_STITCH: Final = (14, 8)
"""Length of a stitch of a seam and of the gap after it, in pixels."""


def sewn(id_: str, side: int, design: Design) -> Image.Image:
    """The patch of an id as a square of `side` pixels."""
    unit = side * _SCALE / SIDE
    cloth = Image.new("RGB", (side * _SCALE, side * _SCALE))
    pen, drawn = ImageDraw.Draw(cloth), patch(id_)
    for piece in drawn.pieces:
        fill = design.dye(piece.dye).tints[piece.tint]
        pen.polygon([(x * unit, y * unit) for x, y in piece.corners], fill=fill)
    for seam in drawn.seams:
        start, end = ((x * unit, y * unit) for x, y in (seam.start, seam.end))
        for stitch in _stitches(start, end):
            pen.line(stitch, fill=design.light["stitch"], width=2 * _SCALE)
    return cloth.reduce(_SCALE)


def _stitches(start: Spot, end: Spot) -> Iterator[tuple[Spot, Spot]]:
    """A line as stitches of even length, the first and last of which begin and end with it."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = (across**2 + down**2) ** 0.5
    stitch, gap = (part * _SCALE for part in _STITCH)
    count = max(1, round((length + gap) / (stitch + gap)))
    pitch = (length + gap) / count
    for number in range(count):
        first, last = number * pitch / length, (number * pitch + pitch - gap) / length
        yield (
            (start[0] + across * first, start[1] + down * first),
            (start[0] + across * last, start[1] + down * last),
        )
