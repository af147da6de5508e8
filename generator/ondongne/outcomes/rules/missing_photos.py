"""Photos lie in the `photos` folder of their record's year, council or city, spelled as the record spells them."""

from collections.abc import Iterator

from ondongne import korean
from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.source import visible

CODE = "missing-photo"
MISTYPED = "mistyped-photo"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield photos that are not on disk; letter case counts even where the disk does not mind it."""
    for entry, gist in links.gists:
        for at, photo in enumerate(gist.photos):
            files = links.photo_files(entry.home)
            if photo not in files:
                place, near = entry.place(("photos", at, "file")), korean.nearest(photo, files)
                if near:
                    yield diagnose(MISTYPED, place, file=photo, near=visible(near))
                else:
                    yield diagnose(CODE, place, file=photo)
