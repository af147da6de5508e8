"""An agreement is still in force on the day it is signed."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.agreement import Agreement
from ondongne.records.tree import Entry

CODE = "term-over-before-signing"


def check(_links: Links, entry: Entry[Agreement]) -> Iterator[Diagnostic]:
    """Yield agreements whose term was certainly over when they were signed; one that reaches back is no fault."""
    signed, term = entry.record.on, entry.record.term
    if signed and term and term.end and term.end.last() < signed.start.first():
        yield diagnose(CODE, entry.place(("term",)), term=term, on=signed)
