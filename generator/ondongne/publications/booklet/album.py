"""The photos of a booklet: only those that may be printed on the day, each under a plain name and once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.booklet.blocks import Gallery, Picture
from ondongne.publications.booklet.dependencies import printable
from ondongne.publications.booklet.gallery import MOST, rows
from ondongne.publications.photographs import upright_size
from ondongne.records.evidence import Photo
from ondongne.records.record import Record
from ondongne.records.tree import Entry

DOTS_PER_INCH: Final = 300
_LEAST_DOTS_PER_INCH: Final = 120
"""Dots below which a photo is set smaller rather than coarser."""

_MILLIMETRES_PER_INCH: Final = 25.4
_WIDTHS: Final = {True: 170, False: 122}
"""Width of a wide and of a plain photo on the largest page, in millimetres."""

TALLEST: Final = 150
"""Millimetres beyond which no photo goes up the largest page."""

_THINNEST: Final = 0.01
"""Width over height below which a photo is cut off rather than set thinner."""


class Album:
    """Takes in photos of a city's records, each once; what people agreed to for another city's booklet stays there."""

    def __init__(self, outcomes: Outcomes, city: str) -> None:
        self._outcomes, self._city = outcomes, city
        self._names: dict[tuple[Path, bool], str] = {}
        self._sizes: dict[Path, tuple[int, int]] = {}
        self._taken: set[tuple[str, str]] = set()

    def picture(self, entry: Entry[Record], photo: Photo, *, wide: bool) -> Picture | None:
        """A photo of a record; None where it may not be printed, is not there, or stands elsewhere already."""
        path = printable(self._outcomes, entry, photo)
        if path is None or entry.city != self._city or (entry.id, photo.file) in self._taken:
            return None
        name = self._names.setdefault((path, wide), f"photo-{len(self._names) + 1}.jpg")
        across, down = self._size(path)
        said = (photo.caption, f"사진 {photo.credit}" if photo.credit else None, photo.licence and photo.licence.label)
        caption = ". ".join(part.rstrip(".") for part in said if part)
        most = max(1, round(across / _LEAST_DOTS_PER_INCH * _MILLIMETRES_PER_INCH))
        ratio = max(_THINNEST, round(across / down, 4))
        return Picture(name, photo.alt, ratio, most, caption, wide=wide)

    def pictures(self, entry: Entry[Record], *, wide: bool) -> tuple[Picture, ...]:
        """The photos of a record that may stand here."""
        return tuple(filter(None, (self.picture(entry, photo, wide=wide) for photo in entry.record.photos)))

    def take(self, entry: Entry[Record]) -> tuple[Picture, ...]:
        """The photos of a record under its heading, for a place of their own: they stand nowhere else from now on."""
        name = entry.record.heading
        found = self.pictures(entry, wide=True)
        self._taken.update((entry.id, photo.file) for photo in entry.record.photos)
        return tuple(replace(picture, caption=". ".join(filter(None, (name, picture.caption)))) for picture in found)

    def _size(self, path: Path) -> tuple[int, int]:
        """Width and height of a photo as it is to be seen, in pixels; raises Failure where it is none."""
        if path not in self._sizes:
            self._sizes[path] = upright_size(path)
        return self._sizes[path]

    @property
    def files(self) -> Mapping[str, tuple[Path, int]]:
        """The file of each photo, and the pixels its longer side needs, by its name in the booklet."""
        return MappingProxyType(
            {name: (path, _pixels(self._size(path), wide=wide)) for (path, wide), name in self._names.items()}
        )


def galleries(pictures: Sequence[Picture]) -> tuple[Gallery, ...]:
    """Photos in layouts of up to six."""
    return tuple(Gallery(rows(pictures[start : start + MOST])) for start in range(0, len(pictures), MOST))


def _pixels(size: tuple[int, int], *, wide: bool) -> int:
    """What the longer side of a photo needs for its width on the page."""
    across, down = size
    width = min(_WIDTHS[wide], TALLEST * across / down)
    return round(width * max(1, down / across) / _MILLIMETRES_PER_INCH * DOTS_PER_INCH)
