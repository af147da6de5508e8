"""Numbers and addresses of private persons stay out of records, comments and drafts included.

Resident registration numbers may not be processed without a law that asks for it (개인정보 보호법 제24조의2).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.base import walk
from ondongne.records.people import Contact
from ondongne.records.record import Record

CODE = "resident-number"
MOBILE = "mobile-number"
MAIL = "mail-address"

PATTERNS: Final = {
    CODE: re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?[-–] ?[1-8]\d{6}(?!\d)"),
    MOBILE: re.compile(r"(?<![\d/=-])01[016789][-. )]{0,2}\d{3,4}[-. ]?\d{4}(?!\d)"),
    MAIL: re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
}

_SURE_SIGNS: Final = {CODE: "", MOBILE: "01", MAIL: "@"}
"""What a text must hold for a pattern to match; found a hundred times as fast as a pattern that matches nowhere."""


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield resident registration numbers anywhere, mobile numbers and mail addresses outside of contacts."""
    for entry in links.entries.values():
        text = entry.document.text
        found = [
            (code, match)
            for code, pattern in PATTERNS.items()
            if _SURE_SIGNS[code] in text
            for match in pattern.finditer(text)
        ]
        contacts = _contacts(entry.record) if found else ""
        for code, match in found:
            if code == CODE or match[0] not in contacts:
                # The line is not quoted: reports are kept and passed on.
                yield diagnose(code, replace(entry.document.stretch(*match.span()), quoted=""))


def _contacts(record: Record) -> str:
    contacts = (value for _, value in walk(record) if isinstance(value, Contact))
    return " ".join(f"{contact.phone} {contact.email}" for contact in contacts)
