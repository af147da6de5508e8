"""Consent ends on its last day: afterwards a photo or a name is no longer shown (개인정보 보호법 제15조, 제37조)."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.evidence import Photo
from ondongne.records.people import Person

CODE = "consent-over"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield photos and persons whose consent is over on the day."""
    for entry, path, value in links.noted:
        if isinstance(value, (Person, Photo)) and value.consent and value.consent.until:
            end = value.consent.until.end
            if end is not None and end.last() < links.as_of:
                place = entry.place((*path, "consent", "until"))
                yield diagnose(CODE, place, until=value.consent.until)
