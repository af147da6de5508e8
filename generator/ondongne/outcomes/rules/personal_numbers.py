"""Numbers and addresses of private persons stay out of records, comments and drafts included.

Resident registration numbers may not be processed without a law that asks for it (개인정보 보호법 제24조의2).
"""

from collections.abc import Iterator
from dataclasses import replace

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.base import walk
from ondongne.records.people import Contact
from ondongne.records.record import Record
from ondongne.records.source import Source
from ondongne.records.suspicions import RESIDENT, numbers
from ondongne.records.tree import Entry

CODE = RESIDENT


def check(_links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield resident registration numbers anywhere, mobile numbers and mail addresses outside of contacts."""
    if entry.document.kept:
        source, contacts = Source(entry.document.file, entry.document.kept), _contacts(entry.record)
        for code, found in numbers(source.text):
            if code == RESIDENT or found[0] not in contacts:
                # The line is not quoted: reports are kept and passed on.
                yield diagnose(code, replace(source.stretch(*found.span()), quoted=""))


def _contacts(record: Record) -> str:
    contacts = (value for _, value in walk(record, of=(Contact,)) if isinstance(value, Contact))
    return " ".join(f"{contact.phone} {contact.email}" for contact in contacts)
