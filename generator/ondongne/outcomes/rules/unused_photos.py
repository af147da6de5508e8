"""A photo that no record shows is published nowhere: it lies in its folder by mistake."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules.missing_photos import names
from ondongne.records.record import Record
from ondongne.records.tree import Entry

CODE = "unused-photo"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield files in `photos` folders beside records that none of these records shows."""
    folders: dict[tuple[Path, str], set[str]] = defaultdict(set)
    for entry in links.entries.values():
        folder = links.tree.photo(entry, "any").parent
        folders[folder, _shown_as(entry)].update(photo.file for photo in entry.record.photos)
    for (folder, shown), used in folders.items():
        for name in sorted(names(folder) - used):
            if not name.startswith(".") and name != "Thumbs.db":
                yield diagnose(CODE, Place(f"{shown}/{name}"), file=name)


def _shown_as(entry: Entry[Record]) -> str:
    """The `photos` folder of a record as reports write it."""
    file = PurePosixPath(entry.document.file)
    home = file.parent if entry.id == entry.home else file.parent.parent
    return str(home / "photos")
