"""A vision is declared before its year is over."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.city import City
from ondongne.records.event import Event
from ondongne.records.tree import Entry

CODE = "vision-declared-late"


def check(links: Links, entry: Entry[City]) -> Iterator[Diagnostic]:
    """Yield visions whose event took place after the year they are for."""
    for at, vision in enumerate(entry.record.visions):
        event = links.resolve(entry, vision.declared_at) if vision.declared_at else None
        if event is not None and isinstance(event.record, Event):
            held = event.record.when.year if event.record.when else event.year
            if held is not None and held > vision.year:
                place = entry.place(("visions", at, "declared_at"))
                yield diagnose(CODE, place, year=vision.year, held=held)
