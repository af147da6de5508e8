"""Cards that stand for a page where its address is shared: its patch, where it is from, and its title."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from ondongne.paths import theme_folder
from ondongne.publications.design import Design
from ondongne.publications.patchwork import SIDE, Point, patch

WIDTH: Final = 1200
HEIGHT: Final = 630
"""The size that the Open Graph protocol's readers crop least, in pixels."""

_SCALE: Final = 2
"""How many times larger the patch is drawn, so that its slanting seams come out smooth."""
_MARGIN: Final = 56
_SANS: Final = "OndongneSans-Bold.otf"
_SERIF: Final = "OndongneSerif-SemiBold.otf"
_TITLE_SIZES: Final = (68, 58, 50, 43)
_MOST_LINES: Final = 5
_LEADING: Final = 1.28
_COLOURS: Final = 64
_STITCH: Final = (14, 8)
"""Length of a stitch of a seam and of the gap after it."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows: the patch of `id`, where its page is from in a few words, its title, and the site's name."""

    id: str
    origin: str
    title: str
    site: str


def draw(card: Card, design: Design) -> bytes:
    """A card as PNG of WIDTH × HEIGHT pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), design.light["page"])
    image.paste(_cloth(card.id, design), (0, 0))
    _write(ImageDraw.Draw(image), card, design)
    written = BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(written, "PNG", optimize=False)
    return written.getvalue()


def _cloth(id_: str, design: Design) -> Image.Image:
    """The patch of an id as a square as high as the card."""
    side = HEIGHT * _SCALE
    cloth = Image.new("RGB", (side, side))
    pen, drawn = ImageDraw.Draw(cloth), patch(id_)
    for piece in drawn.pieces:
        pen.polygon([_scaled(corner) for corner in piece.corners], fill=design.dye(piece.dye).tints[piece.tint])
    for seam in drawn.seams:
        for stitch in _stitches(_scaled(seam.start), _scaled(seam.end)):
            pen.line(stitch, fill=design.light["stitch"], width=2 * _SCALE)
    return cloth.reduce(_SCALE)


def _scaled(point: Point) -> tuple[float, float]:
    return point[0] * HEIGHT * _SCALE / SIDE, point[1] * HEIGHT * _SCALE / SIDE


def _stitches(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[tuple[float, float], ...]]:
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


def _write(pen: ImageDraw.ImageDraw, card: Card, design: Design) -> None:
    left, width = HEIGHT + _MARGIN, WIDTH - HEIGHT - 2 * _MARGIN
    _line(pen, (left, _MARGIN), _shortened(card.origin, 28, width), 28, design.light["soft"])
    size, lines = _fitted(card.title, width)
    for number, line in enumerate(lines):
        place = (left, _MARGIN + 62 + round(number * size * _LEADING))
        _line(pen, place, line, size, design.light["text"])
    _line(pen, (left, HEIGHT - _MARGIN - 30), card.site, 30, design.light["accent"])


def _line(pen: ImageDraw.ImageDraw, place: tuple[int, int], text: str, size: int, colour: str) -> None:
    """Write a line; characters that the sans lacks, like hanja, stand in the serif."""
    x = float(place[0])
    for font, run in _runs(text, size):
        pen.text((x, place[1] + size), run, fill=colour, font=font, anchor="ls")
        x += font.getlength(run)


def _runs(text: str, size: int) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
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


def _length(text: str, size: int) -> float:
    return sum(font.getlength(run) for font, run in _runs(text, size))


def _fitted(title: str, width: int) -> tuple[int, list[str]]:
    """The largest size at which a title fits, and its lines, broken between words."""
    for size in _TITLE_SIZES:
        lines = _broken(title, size, width)
        if len(lines) <= _MOST_LINES and all(_length(line, size) <= width for line in lines):
            return size, lines
    size = _TITLE_SIZES[-1]
    *kept, last = _broken(title, size, width)[: _MOST_LINES + 1]
    lines = [*kept[:-1], f"{kept[-1]} {last}"] if len(kept) == _MOST_LINES else [*kept, last]
    return size, [_shortened(line, size, width) for line in lines]


def _broken(text: str, size: int, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _length(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _shortened(text: str, size: int, width: int) -> str:
    """A line that fits, with … in the place of what does not."""
    if _length(text, size) <= width:
        return text
    while text and _length(f"{text}…", size) > width:
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
    font = _font(name, _TITLE_SIZES[-1])
    return char.isspace() or bytes(font.getmask(char)) != bytes(font.getmask("\uffff"))
