"""A photo that no record shows is published nowhere: it lies in its folder by mistake."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Record
from ondongne.records.source import visible
from ondongne.records.text import PHOTO_FILE
from ondongne.records.tree import Entry

CODE = "unused-photo"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield photos in `photos` folders beside records that none of these records shows."""
    used: dict[str, set[str]] = defaultdict(set)
    homes: dict[str, Entry[Record]] = {}
    for entry, gist in links.gists:
        homes.setdefault(entry.home, entry)
        used[entry.home].update(gist.photos)
    for home, entry in homes.items():
        for name in sorted(links.photo_files(home) - used[home]):
            if re.search(PHOTO_FILE, name):
                yield diagnose(CODE, Place(f"{_shown_as(entry)}/{visible(name)}"), file=visible(name))


def _shown_as(entry: Entry[Record]) -> str:
    """The `photos` folder of a record as reports write it."""
    file = PurePosixPath(entry.document.file)
    home = file.parent if entry.id == entry.home else file.parent.parent
    return str(home / "photos")
