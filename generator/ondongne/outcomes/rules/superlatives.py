"""Superlatives are published as their source's claim (records.md: claim)."""

import re
from collections.abc import Iterator
from typing import Final

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Record
from ondongne.records.story import Story

CODE = "superlative-without-claim"
WORDS: Final = re.compile(r"최초|최다|전국 ?1위|유일(?=[한하무의]|[^가-힣]|$)")


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield titles, summaries and leads that call something first, only or most where the record makes no claim."""
    for entry in links.entries.values():
        for field, text in _shown(entry.record):
            found = WORDS.search(text)
            if found and not entry.record.claims:
                yield diagnose(CODE, entry.place((field,)), word=found[0])


def _shown(record: Record) -> Iterator[tuple[str, str]]:
    for field in ("title", "name"):
        if field in type(record).model_fields:
            yield field, record.heading
    yield "summary", record.summary or ""
    if isinstance(record, Story):
        yield "lead", record.lead or ""
