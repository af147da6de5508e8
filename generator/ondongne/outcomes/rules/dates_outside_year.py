"""What happened on a day lies in the folder of that day's year."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.agreement import Agreement
from ondongne.records.award import Award
from ondongne.records.event import Event
from ondongne.records.milestone import Milestone
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.when import When

CODE = "date-outside-year"


def check(_links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield events, visits, agreements, awards and milestones whose date does not touch their folder's year."""
    for field, when in _dates(entry.record):
        if entry.year is not None and when is not None and not _touches(when, entry.year):
            yield diagnose(CODE, entry.place((field, "on")), when=when, year=entry.year)


def _dates(record: Record) -> Iterator[tuple[str, When | None]]:
    if isinstance(record, (Event, Visit)):
        yield "when", record.when
    elif isinstance(record, (Agreement, Award, Milestone)):
        yield "on", record.on


def _touches(when: When, year: int) -> bool:
    return when.year <= year and (when.end is None or when.end.year >= year)
