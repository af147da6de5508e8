"""What a sheet for the press has around its trimmed page: bleed, crop marks, fold marks and the boxes of the PDF."""

from collections.abc import Sequence
from typing import Final

import pikepdf

from ondongne.publications.booklet.printing_trims import POINTS

BLEED: Final = 3.0
ROOM: Final = 10.0
"""Millimetres around the trimmed page, for bleed and marks."""

_START: Final = 4.0
_END: Final = 9.0
"""Where marks begin and end, in millimetres from the trimmed page: outside the bleed, so that none is ever printed."""

_PEN: Final = "0.25 w 0 J 1 1 1 1 K"
"""A hairline on all four plates, by which they are laid on each other."""

Point = tuple[float, float]


def put(pdf: pikepdf.Pdf, page: pikepdf.Page, content: bytes, size: Point, folds: Sequence[float] = ()) -> None:
    """Draw `content` on a page that is trimmed to `size`, with its marks and boxes.

    The lower left corner of the trimmed page lies at (ROOM, ROOM). All lengths are millimetres; `folds` are measured
    from the left edge.
    """
    width, height = size
    page.obj.Contents = pdf.make_stream(b"\n".join((b"q", content, b"Q", _marks(width, height, folds))))
    page.obj.MediaBox = page.obj.CropBox = _box(-ROOM, width, height)
    page.obj.BleedBox = _box(-BLEED, width, height)
    page.obj.TrimBox = _box(0, width, height)


def clip(left: float, bottom: float, width: float, height: float) -> bytes:
    """Keep what follows inside a rectangle, in millimetres."""
    corner = " ".join(_number(length * POINTS) for length in (left, bottom, width, height))
    return f"{corner} re W n".encode()


def move(right: float, up: float) -> bytes:
    """Move what follows, in millimetres."""
    return f"1 0 0 1 {_number(right * POINTS)} {_number(up * POINTS)} cm".encode()


def _box(inset: float, width: float, height: float) -> pikepdf.Array:
    """A box around the trimmed page, smaller than it by `inset` on every side."""
    near = ROOM + inset
    corners = (near, near, ROOM + width - inset, ROOM + height - inset)
    return pikepdf.Array([round(length * POINTS, 4) for length in corners])


def _marks(width: float, height: float, folds: Sequence[float]) -> bytes:
    lines: list[tuple[Point, Point]] = []
    for x in (0.0, width):
        lines += [((x, -_END), (x, -_START)), ((x, height + _START), (x, height + _END))]
    for y in (0.0, height):
        lines += [((-_END, y), (-_START, y)), ((width + _START, y), (width + _END, y))]
    dashed = [((x, y), (x, y + _END - _START)) for x in folds for y in (-_END, height + _START)]
    drawn = [_PEN, *map(_line, lines), "[2 1.5] 0 d", *map(_line, dashed)]
    return "\n".join(("q", *drawn, "Q")).encode()


def _line(ends: tuple[Point, Point]) -> str:
    start, end = (" ".join(_number((ROOM + length) * POINTS) for length in point) for point in ends)
    return f"{start} m {end} l S"


def _number(points: float) -> str:
    return f"{points:.4f}"
