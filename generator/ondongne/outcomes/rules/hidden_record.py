"""A record that readers may see must not lead to one that they may not see yet, or no longer."""

from collections.abc import Iterator
from datetime import date

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Standing

CODE = "hidden-record"


def check(links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield references to records that are not public on the day when the record that makes them opens.

    A record whose council or city could not be read is passed over: that fault is reported already.
    """
    for reference in links.references_of(entry):
        target = reference.target
        if target is None or links.is_public(target):
            continue
        opens = _opens(links, entry)
        hiding = _hiding(links, target, opens) if opens is not None else None
        if hiding is not None:
            standing = hiding.record.state.status.label
            yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, standing=standing)


def _opens(links: Links, entry: Entry[Record]) -> date | None:
    """The first day from today on which readers see a record; None for a draft or one withdrawn."""
    states = [holder.record.state for holder in links.holders(entry) if holder is not None]
    days = [state.until.start.first() for state in states if state.status is Standing.EMBARGOED and state.until]
    first = max((links.as_of, *days))
    return first if links.is_public(entry, first) else None


def _hiding(links: Links, target: Entry[Record], day: date) -> Entry[Record] | None:
    """The record itself, or its council or city, whichever keeps it from readers on a day."""
    holders = (holder for holder in links.holders(target) if holder is not None)
    return next((holder for holder in holders if not holder.record.state.public(day)), None)
