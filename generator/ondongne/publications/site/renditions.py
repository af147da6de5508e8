"""Renditions of photos: three widths and two formats of each, of which a browser takes the one it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from ondongne.building.artifact import Artifact
from ondongne.publications.photographs import at_width, digest
from ondongne.records.evidence import Photo
from ondongne.records.record import Record
from ondongne.records.tree import Entry

WIDTHS: Final = (480, 960, 1600)
"""In pixels: cards and phones, text columns and sharp phones, the width of the page. No photo is made larger."""
WEBP, JPEG = "WEBP", "JPEG"


@dataclass(frozen=True, slots=True)
class Rendition:
    """A photo's file at a site path, at most `width` pixels wide, in a format as Pillow names it."""

    path: str
    source: Path
    width: int
    form: str

    def artifact(self) -> Artifact:
        """The file to be made; reads the photo."""
        needs = (b"photo-6", str(self.width).encode(), self.form.encode(), digest(self.source))
        return Artifact(self.path, needs, partial(at_width, self.source, self.width, self.form))


def address(entry: Entry[Record], photo: Photo, width: int = WIDTHS[-1], form: str = JPEG) -> str:
    """The site path of a rendition: no two photos of a folder have one under the same name."""
    name = photo.file
    plain = name.endswith(".jpg") and name.count(".") == 1
    folder = "" if width == WIDTHS[-1] else f"{width}/"
    return f"{entry.home}/photos/{folder}{name if plain else f'{name}.jpg'}{'.webp' if form == WEBP else ''}"


def renditions(entry: Entry[Record], photo: Photo, source: Path) -> Iterator[Rendition]:
    """Every rendition of a photo."""
    for form in (JPEG, WEBP):
        yield from (Rendition(address(entry, photo, width, form), source, width, form) for width in WIDTHS)
