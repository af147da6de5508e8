"""Lettering: lines of text drawn on a picture in the booklets' own fonts, broken between words."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from PIL import ImageDraw, ImageFont

from ondongne.paths import theme_folder


class Face(StrEnum):
    """The files of the faces."""

    SERIF = "OndongneSerif-Regular.otf"
    SERIF_BOLD = "OndongneSerif-SemiBold.otf"
    SANS = "OndongneSans-Regular.otf"
    SANS_BOLD = "OndongneSans-SemiBold.otf"
    SANS_HEAVY = "OndongneSans-Bold.otf"


_SANS: Final = Face.SANS_HEAVY
_SERIF: Final = Face.SERIF_BOLD
_OTHER: Final = {
    Face.SERIF: Face.SANS,
    Face.SERIF_BOLD: Face.SANS_BOLD,
    Face.SANS: Face.SERIF,
    Face.SANS_BOLD: Face.SERIF_BOLD,
}
"""The face in which characters stand that a face lacks."""
_UNITS: Final = 1000
"""The size at which characters are measured: a pixel is a unit of the fonts."""

_SAMPLE: Final = 43
"""The size at which fonts are asked what they draw."""


def write(pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int, colour: str) -> None:
    """Write a line; characters that the sans lacks, like hanja, stand in the serif."""
    x = place[0]
    for font, run in runs(text, size):
        pen.text((x, place[1] + size), run, fill=colour, font=font, anchor="ls")
        x += font.getlength(run)


def runs(text: str, size: int) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """Yield a text in runs of one font each."""
    sans, serif = _font(_SANS, size), _font(_SERIF, size)
    run = ""
    chosen = sans
    for char in text:
        font = sans if _has(_SANS, char) else serif
        if font is not chosen and run:
            yield chosen, run
            run = ""
        chosen, run = font, run + char
    if run:
        yield chosen, run


def length(text: str, size: int) -> float:
    """The width of a text in pixels."""
    return sum(font.getlength(run) for font, run in runs(text, size))


def ems(face: Face, char: str) -> float:
    """The width of a character in ems; one that a face lacks stands in the other."""
    return _ems(face, "가" if "가" <= char <= "힣" else char)


@lru_cache(maxsize=8192)
def _ems(face: Face, char: str) -> float:
    if not _has(face, char) and face in _OTHER:
        face = _OTHER[face]
    return _font(face, _UNITS).getlength(char) / _UNITS


def fitted(title: str, width: int, sizes: Sequence[int], most: int) -> tuple[int, list[str]]:
    """The largest of `sizes`, which fall, at which a title fits in `most` lines, and these."""
    for size in sizes:
        lines = broken(title, size, width)
        if len(lines) <= most and all(length(line, size) <= width for line in lines):
            return size, lines
    size = sizes[-1]
    *kept, last = broken(title, size, width)[: most + 1]
    lines = [*kept[:-1], f"{kept[-1]} {last}"] if len(kept) == most else [*kept, last]
    return size, [shortened(line, size, width) for line in lines]


def broken(text: str, size: int, width: int) -> list[str]:
    """Lines of whole words; one is too wide only where a word alone is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def shortened(text: str, size: int, width: int) -> str:
    """A line that fits, with … in the place of what does not."""
    if length(text, size) <= width:
        return text
    while text and length(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip('… ')}…"


@lru_cache(maxsize=16)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same on every machine; the other one needs a library that not all have.
    file = theme_folder() / "booklet" / "fonts" / name
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _has(name: str, char: str) -> bool:
    """Whether a font draws a character: one it lacks comes out as the sign for what is missing."""
    font = _font(name, _SAMPLE)
    return char.isspace() or bytes(font.getmask(char)) != bytes(font.getmask("\uffff"))
