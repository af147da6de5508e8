"""A booklet put together by hand is its city's: it holds records of that city and its councils."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.city import City
from ondongne.records.edition import Edition
from ondongne.records.tree import Entry

CODE = "edition-of-another-city"


def check(links: Links, entry: Entry[Edition]) -> Iterator[Diagnostic]:
    """Yield records of other cities in the chapters of booklets."""
    for reference in links.references_of(entry):
        target = reference.target
        if target is not None and target.city != entry.city:
            city = links.entries.get(entry.city)
            name = city.record.name if city is not None and isinstance(city.record, City) else entry.city
            yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, city=name)
