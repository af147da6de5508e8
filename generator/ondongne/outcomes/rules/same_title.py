"""Records of one kind in one place bear different titles, or readers cannot tell them apart."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Named, Record

CODE = "same-title"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield records with the title, or name, of one before them in the same place."""
    first: dict[tuple[str, str, str], str] = {}
    for entry, gist in links.gists:
        title = gist.heading
        # Councils are each a place of their own; those of one city must differ too.
        place = entry.city if entry.kind == "council" else entry.home
        if title and (place, entry.kind, title) in first:
            yield diagnose(
                CODE, entry.place((_field(entry.record),)), title=title, first=first[place, entry.kind, title]
            )
        first.setdefault((place, entry.kind, title), entry.id)


def _field(record: Record) -> str:
    return "name" if isinstance(record, Named) else "title"
