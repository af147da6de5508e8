"""A photo that a record shows can be opened; its picture is decoded only when it is published."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.outcomes.photos import BROKEN, TooLargeError, opened

CODE = "unreadable-photo"
TOO_LARGE = "photo-too-large"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield photos that are on disk and no JPEG, PNG or WebP, or too large to be one."""
    fault_of = cache(_fault)
    for entry in links.entries.values():
        for at, photo in enumerate(entry.record.photos):
            file = links.tree.photo(entry, photo.file)
            if file.is_file() and (code := fault_of(file)):
                yield diagnose(code, entry.place(("photos", at, "file")), file=photo.file)


def _fault(file: Path) -> str:
    try:
        opened(file).close()
    except TooLargeError:
        return TOO_LARGE
    except BROKEN:
        return CODE
    return ""
