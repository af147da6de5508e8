"""A record that readers see says in one line what it is, and where its facts come from."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.edition import Edition
from ondongne.records.record import Record
from ondongne.records.tree import Entry

CODE = "incomplete"
WANTED = ("summary", "sources")


def check(links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield public records without summary or sources, one notice each; a booklet's lie in its records."""
    missing = [str(Record.model_fields[field].title) for field in WANTED if not getattr(entry.record, field)]
    if missing and links.is_public(entry) and not isinstance(entry.record, Edition):
        yield diagnose(CODE, entry.place(), missing=", ".join(missing))
