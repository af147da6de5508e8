"""Nobody visits, or is visited, before it exists."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.council import Council
from ondongne.records.organisation import Organisation
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.when import When

CODE = "visit-before-founding"


def check(links: Links, entry: Entry[Visit]) -> Iterator[Diagnostic]:
    """Yield visits that were certainly over before the visitor or the host was there."""
    for field, party in (("visitor", entry.record.visitor), ("host", entry.record.host)):
        target = links.party(entry, party)
        founded = _founded(target.record) if target else None
        when = entry.record.when
        if target and founded and when and when.end and when.end.last() < founded.start.first():
            who = target.record.heading
            yield diagnose(CODE, entry.place(("when",)), who=who, founded=founded, when=when, field=field)


def _founded(record: Record) -> When | None:
    if isinstance(record, Council):
        return record.formed or record.operating_since
    if isinstance(record, Organisation):
        return record.founded or record.opened
    return None
