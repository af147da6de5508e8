"""Consent ends on its last day: afterwards a photo or a name is no longer shown (개인정보 보호법 제15조, 제37조)."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.base import FieldPath, walk
from ondongne.records.evidence import Photo
from ondongne.records.people import Person
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.when import When

CODE = "consent-over"


def check(links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield photos and persons whose consent is over on the day."""
    for path, until in _ends(entry.record):
        if until.end is not None and until.end.last() < links.as_of:
            yield diagnose(CODE, entry.place((*path, "consent", "until")), until=until)


def _ends(record: Record) -> Iterator[tuple[FieldPath, When]]:
    for path, value in walk(record, of=(Person, Photo)):
        if isinstance(value, (Person, Photo)) and value.consent and value.consent.until:
            yield path, value.consent.until
