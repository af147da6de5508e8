"""The cover of an EPUB as a picture: the cloth of the booklet with its title on the accent, as the PDF has it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from ondongne.publications.cloth import COLUMNS, ROWS
from ondongne.publications.covers import Cover
from ondongne.publications.design import Design
from ondongne.publications.lettering import fitted, shortened, write
from ondongne.publications.photographs import QUALITY
from ondongne.publications.sewing import sewn

_UNIT: Final = 160
"""Pixels of a unit of the cloth."""

WIDTH: Final = COLUMNS * _UNIT
HEIGHT: Final = ROWS * _UNIT
_PANEL: Final = 700
_MARGIN: Final = 64
_FOOT: Final = 130
_LEADING: Final = 1.28
_TITLES: Final = (64, 58, 52, 46)
_MOST_LINES: Final = 4
_SMALL: Final = 34
_NOTE: Final = 24
_QUARTERS: Final = (None, Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)


def drawn(cover: Cover, design: Design, accent: str) -> bytes:
    """A cover as JPEG of WIDTH × HEIGHT pixels; `accent` is #RRGGBB."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    for square in cover.cloth:
        piece, turn = sewn(square.patch, square.side * _UNIT, design), _QUARTERS[square.turns]
        image.paste(piece if turn is None else piece.transpose(turn), (square.x * _UNIT, square.y * _UNIT))
    _letter(ImageDraw.Draw(image), cover, accent, design.light["on-accent"])
    written = BytesIO()
    image.save(written, "JPEG", quality=QUALITY, subsampling=0)
    return written.getvalue()


def _letter(pen: ImageDraw.ImageDraw, cover: Cover, accent: str, colour: str) -> None:
    lines = tuple(_lines(cover))
    height = round(sum(size * _LEADING + above for _, size, above in lines)) + 2 * _MARGIN
    y: float = HEIGHT - _FOOT - height
    pen.rectangle((0, y, _PANEL, y + height), fill=accent)
    y += _MARGIN
    for text, size, above in lines:
        write(pen, (_MARGIN, y + above), text, size, colour)
        y += size * _LEADING + above


def _lines(cover: Cover) -> Iterator[tuple[str, int, int]]:
    """Yield what stands on the panel: a line, its size, and the space above it."""
    width = _PANEL - 2 * _MARGIN
    yield shortened(cover.place, _SMALL, width), _SMALL, 0
    for part in filter(None, (cover.title, cover.subtitle)):
        yield from _paragraph(part, _TITLES, width)
    if cover.year:
        yield shortened(cover.year, _SMALL, width), _SMALL, _SMALL
    if cover.note:
        yield from _paragraph(cover.note, (_NOTE,), width)


def _paragraph(text: str, sizes: tuple[int, ...], width: int) -> Iterator[tuple[str, int, int]]:
    size, lines = fitted(text, width, sizes, _MOST_LINES)
    for number, line in enumerate(lines):
        yield line, size, 0 if number else _SMALL
