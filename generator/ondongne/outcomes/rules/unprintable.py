"""A character that no font of the booklets has: a record with one could not be printed."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.paths import theme_folder
from ondongne.records.record import Record
from ondongne.records.source import Source
from ondongne.records.suspicions import EMOJI, ESCAPED, RARE, uncommented
from ondongne.records.tree import Entry

CODE = "unprintable"

_NAMED: Final = 3
"""Characters of a run that a report gives the codes of."""

_UNSEEN: Final = ("Cc", "Cf")
"""Categories of characters without a glyph: control codes and signs of format, on which reading has its own word."""


def check(_links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield characters outside comments for which there is no glyph; emoji have a rule of their own."""
    if entry.document.kept:
        source = Source(entry.document.file, entry.document.kept)
        yield from _written(source)
        yield from _escaped(entry, source)


def _written(source: Source) -> Iterator[Diagnostic]:
    for found in uncommented(source, RARE):
        for start, text in _without_glyph(found):
            yield diagnose(CODE, source.stretch(start, start + len(text)), text=text, unicode=_codes(text))


def _escaped(entry: Entry[Record], source: Source) -> Iterator[Diagnostic]:
    """Yield characters written by their codes; what only looks like a code stands in no value of the record."""
    for found in uncommented(source, ESCAPED):
        code = int(next(filter(None, found.groups())), 16)
        char = chr(code) if code <= sys.maxunicode else ""
        is_missing = char and char not in printable() and unicodedata.category(char) not in (*_UNSEEN, "Cs")
        if is_missing and char in entry.record.model_dump_json():
            yield diagnose(CODE, source.stretch(*found.span()), text=char, unicode=_codes(char))


def _without_glyph(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Yield the runs of characters without a glyph in a match, with their offsets."""
    at = found.start()
    for is_missing, chars in groupby(found[0], key=_has_no_glyph):
        run = "".join(chars)
        if is_missing:
            yield at, run
        at += len(run)


def _codes(text: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in text[:_NAMED]) + (" …" if len(text) > _NAMED else "")


def _has_no_glyph(char: str) -> bool:
    return char not in printable() and not EMOJI.match(char) and unicodedata.category(char) not in _UNSEEN


@lru_cache(maxsize=1)
def printable() -> frozenset[str]:
    """The characters that the fonts of the booklets have."""
    spans = (line.partition("-") for line in coverage().split())
    return frozenset(
        chr(code) for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1)
    )


@lru_cache(maxsize=1)
def coverage() -> str:
    """The table beside the fonts of the booklets: ranges of characters by their codes, as `AC00-D7A3`."""
    return (theme_folder() / "booklet" / "fonts" / "coverage.txt").read_text(encoding="utf-8")
