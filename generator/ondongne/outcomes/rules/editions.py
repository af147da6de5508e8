"""A booklet put together by hand is its city's: it holds records of that city and its councils."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.city import City
from ondongne.records.edition import Edition

CODE = "edition-of-another-city"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield records of other cities in the chapters of booklets."""
    for reference in links.references:
        entry, target = reference.entry, reference.target
        if isinstance(entry.record, Edition) and target is not None and target.city != entry.city:
            city = links.entries.get(entry.city)
            name = city.record.name if city is not None and isinstance(city.record, City) else entry.city
            yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, city=name)
