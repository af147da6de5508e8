"""A visit is paid to somebody else."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.people import Party
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit

CODE = "visit-to-itself"


def check(links: Links, entry: Entry[Visit]) -> Iterator[Diagnostic]:
    """Yield visits whose visitor and host are the same."""
    visitor, host = entry.record.visitor, entry.record.host
    if visitor and host and _who(links, entry, visitor) == _who(links, entry, host):
        yield diagnose(CODE, entry.place(("host",)), who=host.record or host.name)


def _who(links: Links, entry: Entry[Record], party: Party) -> str | None:
    """The id or, where there is no record, the name; two places of one name may be of different cities."""
    target = links.party(entry, party)
    return target.id if target else party.name
