"""A project's brand is written as its council declares it."""

from collections.abc import Iterator

from ondongne import korean
from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.council import Council
from ondongne.records.project import Project
from ondongne.records.tree import Entry

CODE = "mistyped-brand"


def check(links: Links, entry: Entry[Project]) -> Iterator[Diagnostic]:
    """Yield brands that are almost one of the council's."""
    owner, brand = links.entries.get(entry.owner), entry.record.brand
    if brand and owner and isinstance(owner.record, Council):
        names = [declared.name for declared in owner.record.brands]
        near = None if brand in names else korean.nearest(brand, names)
        if near:
            yield diagnose(CODE, entry.place(("brand",)), brand=brand, near=near)
