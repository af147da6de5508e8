"""Imposition: pages put two by two on sheets, which are the booklet when folded into each other and stapled."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Name

from ondongne.publications.booklet.printing_marks import BLEED, ROOM, clip, move, put
from ondongne.publications.booklet.printing_trims import Trim

LEAF: Final = 4
"""Pages on a sheet that is folded once."""


def padded(pages: int, to: int = LEAF) -> int:
    """The number of pages, with blank ones, that whole sheets hold."""
    return -(-pages // to) * to


def saddle(pages: int) -> Iterator[tuple[int, int]]:
    """The left and right page of each side of each sheet, from 1, front and back, the outermost sheet first."""
    for sheet in range(pages // LEAF):
        first, last = 2 * sheet + 1, pages - 2 * sheet
        yield last, first
        yield first + 1, last - 1


def impose(prepared: bytes, trim: Trim, thickness: float) -> bytes:
    """Lay the pages of a file made ready for print on sheets; `thickness` of the paper is in micrometres.

    Every sheet inside another stands out by that one's thickness at the fore edge, where all are cut at once: its pages
    are moved as far towards the fold (creep; that each fold is pressed flat is assumed).
    """
    source, made = pikepdf.open(BytesIO(prepared)), pikepdf.new()
    for side, pages in enumerate(saddle(len(source.pages))):
        creep = side // 2 * thickness / 1000
        size = 2 * trim.width, trim.height
        sheet = made.add_blank_page()
        drawn: list[bytes] = []
        for half, number in enumerate(pages):
            name = f"/P{half}"
            form = made.copy_foreign(_form(source.pages[number - 1]))
            sheet.add_resource(form, Name.XObject, Name(name))
            drawn += [b"q", _half(half, trim), move(half * trim.width + (-creep if half else creep), 0)]
            drawn += [f"{name} Do".encode(), b"Q"]
        put(made, sheet, b"\n".join(drawn), size, folds=(trim.width,))
    made.docinfo.Title = source.docinfo.Title
    written = BytesIO()
    made.save(written, deterministic_id=True)
    return written.getvalue()


def _half(half: int, trim: Trim) -> bytes:
    """The half of the sheet that a page may print on: with bleed, but none across the fold."""
    left = ROOM + (trim.width if half else -BLEED)
    return clip(left, ROOM - BLEED, trim.width + BLEED, trim.height + 2 * BLEED)


def _form(page: pikepdf.Page) -> pikepdf.Object:
    """A page as something that can be drawn; its corner stays where it is."""
    form = page.as_form_xobject()
    form.BBox = page.obj.MediaBox
    return form
