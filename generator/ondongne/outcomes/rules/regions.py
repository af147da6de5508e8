"""A city's regions divide its own councils and welfare centres among them: each stands in one region."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.city import City

CODE = "region-of-another-city"
TWICE = "region-twice"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield councils and centres of other cities, and councils that stand in two regions."""
    placed: dict[tuple[str, str], str] = {}
    for reference in links.references:
        entry, target = reference.entry, reference.target
        if isinstance(entry.record, City) and reference.field == "regions" and target is not None:
            if target.city != entry.id:
                yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, city=entry.record.name)
            elif target.council:
                region = entry.record.regions[int(reference.path[1])].name
                if (entry.id, target.id) in placed:
                    place = entry.place(reference.path)
                    yield diagnose(TWICE, place, ref=reference.ref, first=placed[entry.id, target.id])
                placed.setdefault((entry.id, target.id), region)
