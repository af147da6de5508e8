"""Superlatives are published as their source's claim (records.md: claim)."""

import re
from collections.abc import Iterator
from typing import Final

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Named, Record, Titled
from ondongne.records.story import Story
from ondongne.records.tree import Entry

CODE = "superlative-without-claim"
WORDS: Final = re.compile(r"최초|최다|전국 ?1위|유일(?=[한하무의]|[^가-힣]|$)")


def check(_links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield titles, summaries and leads that call something first, only or most where the record makes no claim."""
    for field, text in _shown(entry.record) if not entry.record.claims else ():
        if word := WORDS.search(text):
            yield diagnose(CODE, entry.place((field,)), word=word[0])


def _shown(record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, (Titled, Named)):
        yield "title" if isinstance(record, Titled) else "name", record.heading
    yield "summary", record.summary or ""
    if isinstance(record, Story):
        yield "lead", record.lead or ""
