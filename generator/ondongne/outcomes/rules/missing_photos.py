"""Photos lie in the `photos` folder of their record's year, council or city, spelled as the record spells them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ondongne import korean
from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links

CODE = "missing-photo"
MISTYPED = "mistyped-photo"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield photos that are not on disk; letter case counts even where the disk does not mind it."""
    listed = cache(names)
    for entry in links.entries.values():
        for at, photo in enumerate(entry.record.photos):
            files = listed(links.tree.photo(entry, photo.file).parent)
            if photo.file not in files:
                place, near = entry.place(("photos", at, "file")), korean.nearest(photo.file, files)
                if near:
                    yield diagnose(MISTYPED, place, file=photo.file, near=near)
                else:
                    yield diagnose(CODE, place, file=photo.file)


def names(folder: Path) -> frozenset[str]:
    """The files in a folder, their names composed (others are reported as such); none where there is no such folder."""
    if not folder.is_dir():
        return frozenset()
    return frozenset(korean.nfc(path.name) for path in folder.iterdir() if path.is_file())
