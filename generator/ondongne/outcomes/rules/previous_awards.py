"""A previous award came earlier."""

from collections.abc import Iterator
from datetime import date

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.award import Award
from ondongne.records.tree import Entry
from ondongne.records.when import PartialDate

CODE = "previous-award-not-earlier"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield awards whose previous one certainly came on the same day or later, or is the award itself."""
    awards = {entry.id: entry for entry in links.of(Award)}
    for entry in awards.values():
        target = links.resolve(entry, entry.record.previous) if entry.record.previous else None
        previous = awards.get(target.id) if target else None
        if previous is not None and (previous is entry or _days(previous)[0] >= _days(entry)[1]):
            yield diagnose(CODE, entry.place(("previous",)), ref=entry.record.previous)


def _days(entry: Entry[Award]) -> tuple[date, date]:
    """The first and last day on which it may have been given."""
    if entry.record.on is not None:
        start = entry.record.on.start
        return start.first(), (entry.record.on.end or start).last()
    year = PartialDate(entry.year or 0)
    return year.first(), year.last()
