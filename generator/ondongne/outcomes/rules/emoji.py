"""An emoji is in no font of the booklets: a record with one could not be printed."""

import re
from collections.abc import Iterator
from typing import Final

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Record
from ondongne.records.source import Source
from ondongne.records.suspicions import EMOJI
from ondongne.records.tree import Entry

CODE = "emoji"

_COMMENT: Final = re.compile(r"(?:^|\s)#", re.MULTILINE)


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield emoji outside comments."""
    for entry in links.suspicious:
        yield from entry.once(_outside_comments)


def _outside_comments(entry: Entry[Record]) -> tuple[Diagnostic, ...]:
    source = Source(entry.document.file, entry.document.kept)
    return tuple(
        diagnose(CODE, source.stretch(*found.span()))
        for found in EMOJI.finditer(source.text)
        if not _COMMENT.search(source.text, source.line_start(found.start()), found.start())
    )
