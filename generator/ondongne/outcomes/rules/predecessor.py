"""A predecessor is a project of an earlier year."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.project import Project
from ondongne.records.tree import Entry

CODE = "predecessor-not-earlier"


def check(links: Links, entry: Entry[Project]) -> Iterator[Diagnostic]:
    """Yield projects whose predecessor is of the same year or a later one."""
    before = links.resolve(entry, entry.record.predecessor) if entry.record.predecessor else None
    if before is not None and before.id != entry.id and (before.year or 0) >= (entry.year or 0):
        yield diagnose(CODE, entry.place(("predecessor",)), year=entry.year, before=before.year)
