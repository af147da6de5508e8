"""A previous award came earlier."""

from collections.abc import Iterator
from datetime import date

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.award import Award
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.when import PartialDate

CODE = "previous-award-not-earlier"


def check(links: Links, entry: Entry[Award]) -> Iterator[Diagnostic]:
    """Yield awards whose previous one certainly came on the same day or later, or is the award itself."""
    previous = links.resolve(entry, entry.record.previous) if entry.record.previous else None
    if previous is None or not isinstance(previous.record, Award):
        return
    if previous is entry or _days(previous, previous.record)[0] >= _days(entry, entry.record)[1]:
        yield diagnose(CODE, entry.place(("previous",)), ref=entry.record.previous)


def _days(entry: Entry[Record], award: Award) -> tuple[date, date]:
    """The first and last day on which it may have been given."""
    if award.on is not None:
        return award.on.start.first(), (award.on.end or award.on.start).last()
    year = PartialDate(entry.year or 0)
    return year.first(), year.last()
