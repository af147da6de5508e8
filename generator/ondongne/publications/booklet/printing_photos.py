"""Photos that are too coarse for the size at which they are printed."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from math import ceil
from pathlib import Path
from typing import Final, NamedTuple

import pikepdf
from pikepdf import Matrix, Name

from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.publications.booklet.document import Booklet
from ondongne.publications.booklet.printing_trims import POINTS
from ondongne.publications.gathering import Entries

LEAST: Final = 250
"""Dots per inch below which printing houses send photos back."""

_INCH: Final = 72


class Printed(NamedTuple):
    """A photo on a page, from 1: its digest as it stands in the PDF, width in points, and dots per inch."""

    digest: bytes
    page: int
    width: float
    dpi: float


def coarse(pdf: pikepdf.Pdf, booklet: Booklet, photos: Mapping[str, bytes], before: int) -> Iterator[Diagnostic]:
    """Warn of photos under 250 dpi, each once where it is coarsest; the first `before` pages bear no number."""
    sources = {sha256(photo).digest(): booklet.photos[name][0] for name, photo in photos.items()}
    worst: dict[Path, Printed] = {}
    for found in _printed(pdf):
        source = sources.get(found.digest)
        if source is not None and found.dpi < LEAST:
            worst[source] = min(worst.get(source, found), found, key=lambda seen: seen.dpi)
    for source, found in worst.items():
        yield from _warnings(source, found, booklet.entries, before)


def _warnings(source: Path, found: Printed, entries: Entries, before: int) -> Iterator[Diagnostic]:
    for place in _places(source, entries):
        yield diagnose(
            "coarse-photo",
            place,
            file=source.name,
            page=found.page - before,
            width=round(found.width / POINTS),
            dpi=int(found.dpi),
            least=LEAST,
            pixels=ceil(found.width / _INCH * LEAST),
        )


def _places(source: Path, entries: Entries) -> Iterator[Place]:
    """Where records name a photo: their file and line."""
    for entry in entries:
        for at, photo in enumerate(entry.record.photos):
            if source.as_posix().endswith(f"/{entry.home}/photos/{photo.file}"):
                yield entry.place(("photos", at, "file"))


def _printed(pdf: pikepdf.Pdf) -> Iterator[Printed]:
    digests: dict[tuple[int, int], bytes] = {}
    for number, page in enumerate(pdf.pages, 1):
        for image, matrix in _drawn(page, page.obj.get(Name.Resources, pikepdf.Dictionary()), Matrix()):
            if image.objgen not in digests:
                digests[image.objgen] = sha256(image.read_raw_bytes()).digest()
            width, height = _length(matrix.a, matrix.b), _length(matrix.c, matrix.d)
            dpi = _INCH * min(int(image.Width) / width, int(image.Height) / height)
            yield Printed(digests[image.objgen], number, width, dpi)


def _length(x: float, y: float) -> float:
    return float((x * x + y * y) ** 0.5)


def _drawn(
    holder: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, base: Matrix
) -> Iterator[tuple[pikepdf.Object, Matrix]]:
    """Every image that a page or a form on it draws, with how it lies on the page."""
    stack, matrix = [], base
    for instruction in pikepdf.parse_content_stream(holder, "q Q cm Do"):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            stack.append(matrix)
        elif operator == "Q" and stack:
            matrix = stack.pop()
        elif operator == "cm":
            matrix = Matrix(*map(float, operands)) @ matrix
        elif operator == "Do":
            yield from _object(resources.XObject[str(operands[0])], resources, matrix)


def _object(
    found: pikepdf.Object, resources: pikepdf.Object, matrix: Matrix
) -> Iterator[tuple[pikepdf.Object, Matrix]]:
    if found.Subtype == Name.Image:
        yield found, matrix
    else:
        own = Matrix(*map(float, found.Matrix)) if Name.Matrix in found else Matrix()
        yield from _drawn(found, found.get(Name.Resources, resources), own @ matrix)
