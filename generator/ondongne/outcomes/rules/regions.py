"""A city's regions divide its own councils and welfare centres among them: each stands in one region."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.city import City
from ondongne.records.tree import Entry

CODE = "region-of-another-city"
TWICE = "region-twice"


def check(links: Links, entry: Entry[City]) -> Iterator[Diagnostic]:
    """Yield councils and centres of other cities, and councils that stand in two regions."""
    placed: dict[str, str] = {}
    for reference in links.references_of(entry):
        target = reference.target
        if reference.field == "regions" and target is not None:
            if target.city != entry.id:
                yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, city=entry.record.name)
            elif target.council:
                region = entry.record.regions[int(reference.path[1])].name
                if target.id in placed:
                    yield diagnose(TWICE, entry.place(reference.path), ref=reference.ref, first=placed[target.id])
                placed.setdefault(target.id, region)
