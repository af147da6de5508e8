"""Cards that stand for a page where its address is shared: its patch, where it is from, and its title."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from ondongne.publications.design import Design

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH: Final = 1200
HEIGHT: Final = 630
"""The size that the Open Graph protocol's readers crop least, in pixels."""

_MARGIN: Final = 56
_TITLE_SIZES: Final = (68, 58, 50, 43)
_MOST_LINES: Final = 5
_LEADING: Final = 1.28
_COLOURS: Final = 64


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows: the patch of `id`, where its page is from in a few words, its title, and the site's name."""

    id: str
    origin: str
    title: str
    site: str


def draw(card: Card, design: Design) -> bytes:
    """A card as PNG of WIDTH × HEIGHT pixels."""
    from PIL import Image, ImageDraw

    from ondongne.publications.sewing import sewn

    image = Image.new("RGB", (WIDTH, HEIGHT), design.light["page"])
    image.paste(sewn(card.id, HEIGHT, design), (0, 0))
    _write(ImageDraw.Draw(image), card, design)
    written = BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(written, "PNG", optimize=False)
    return written.getvalue()


def _write(pen: "ImageDraw", card: Card, design: Design) -> None:
    from ondongne.publications.lettering import fitted, shortened, write

    left, width = HEIGHT + _MARGIN, WIDTH - HEIGHT - 2 * _MARGIN
    write(pen, (left, _MARGIN), shortened(card.origin, 28, width), 28, design.light["soft"])
    size, lines = fitted(card.title, width, _TITLE_SIZES, _MOST_LINES)
    for number, line in enumerate(lines):
        place = (left, _MARGIN + 62 + round(number * size * _LEADING))
        write(pen, place, line, size, design.light["text"])
    write(pen, (left, HEIGHT - _MARGIN - 30), shortened(card.site, 30, width), 30, design.light["accent"])
