"""A photo that a record shows can be opened; its picture is decoded only when it is published."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.outcomes.photos import BROKEN, TooLargeError, opened
from ondongne.records.stamps import Stamp, stamp

CODE = "unreadable-photo"
TOO_LARGE = "photo-too-large"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield photos that are on disk and no JPEG, PNG or WebP, or too large to be one."""
    for entry, gist in links.gists:
        for at, photo in enumerate(gist.photos):
            file = links.tree.photo(entry, photo)
            seen = stamp(file)
            if seen and (code := _fault(file, seen)):
                yield diagnose(code, entry.place(("photos", at, "file")), file=photo)


@lru_cache(maxsize=10_000)
def _fault(file: Path, _seen: Stamp) -> str:
    if not file.is_file():
        return ""
    try:
        opened(file).close()
    except TooLargeError:
        return TOO_LARGE
    except BROKEN:
        return CODE
    return ""
