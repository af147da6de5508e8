"""The photos of a booklet: only those that may be printed on the day, each under a plain name."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.booklet.blocks import Picture
from ondongne.records.evidence import Photo
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Medium

DOTS_PER_INCH: Final = 300
_MILLIMETRES_PER_INCH: Final = 25.4
_WIDTHS: Final = {True: 170, False: 122}
"""Width of a wide and of a plain photo on the page, in millimetres."""


class Album:
    """Takes photos in, each once."""

    def __init__(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes
        self._names: dict[tuple[Path, bool], str] = {}

    def picture(self, entry: Entry[Record], photo: Photo, *, wide: bool) -> Picture | None:
        """A photo of a record; None where it may not be printed or is not there."""
        path = printable(self._outcomes, entry, photo)
        if path is None:
            return None
        name = self._names.setdefault((path, wide), f"photo-{len(self._names) + 1}.jpg")
        said = (photo.caption, f"사진 {photo.credit}" if photo.credit else None, photo.licence and photo.licence.label)
        return Picture(name, photo.alt, ". ".join(part.rstrip(".") for part in said if part), wide=wide)

    @property
    def files(self) -> Mapping[str, tuple[Path, int]]:
        """The file of each photo, and the pixels its longer side needs, by its name in the booklet."""
        return MappingProxyType({name: (path, _pixels(wide=wide)) for (path, wide), name in self._names.items()})


def printable(outcomes: Outcomes, entry: Entry[Record], photo: Photo) -> Path | None:
    """The file of a photo that may be printed on the day and is there."""
    path = outcomes.links.tree.photo(entry, photo.file)
    allowed = photo.allowed(Medium.PRINT, outcomes.as_of) and not path.is_symlink()
    return path if allowed and path.is_file() else None


def _pixels(*, wide: bool) -> int:
    return round(_WIDTHS[wide] / _MILLIMETRES_PER_INCH * DOTS_PER_INCH)
