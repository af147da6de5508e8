"""An emoji is in no font of the booklets: a record with one could not be printed."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Record
from ondongne.records.source import Source
from ondongne.records.suspicions import EMOJI, uncommented
from ondongne.records.tree import Entry

CODE = "emoji"


def check(_links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield emoji outside comments."""
    if entry.document.kept:
        source = Source(entry.document.file, entry.document.kept)
        yield from (diagnose(CODE, source.stretch(*found.span())) for found in uncommented(source, EMOJI))
