"""Entries of Material's search index for pages of records, without its HTML parser.

An article of ours is well-formed and one section to the index, so it is read in one pass. The first pages of each kind
are parsed by Material too and compared; a kind that differs, or holds what is not allowed for, is left to Material.
"""

import logging
import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape, unescape
from itertools import zip_longest
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from ondongne.engine.pages import RecordPage
from ondongne.messages import say

log = logging.getLogger("mkdocs.plugins.ondongne")

PLUGIN: Final = "material/search"
_COMPARED: Final = 2
"""Pages of each kind that Material parses too."""
_TAG: Final = re.compile(
    r"""<(/?(?:p|code|ol|ul|li|sub|sup)(?=[\s>]))?[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>""",
)
"""Any tag; one that the index keeps is a group."""
_EXCLUDE: Final = "data-search-exclude"
_EXCLUDED: Final = re.compile(rf"<([a-z]+) (?=[^<>]*{_EXCLUDE})[^>]*>(?:[^<]|<(?!/?\1[\s>]))*</\1>")
"""An element that is left out; one with another of its own tag inside is not found."""
_NOT_ALLOWED_FOR: Final = re.compile(r"<(?:[!?]|(?:pre|script|style|object)\b|h[1-6]\s[^>]*\bid=)")


@dataclass
class _Section:
    """What Material's index makes an entry from."""

    text: list[str]
    title: list[str] = field(default_factory=list)
    id: None = None


class Feed:
    """Feeds a build's search index with pages of records; does nothing where there is none."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._index: Any = getattr(config.plugins.get(PLUGIN), "search_index", None)
        self._compared: Counter[str] = Counter()
        self._left: set[str] = set()

    def take(self, page: RecordPage) -> None:
        """Enter a page in the index, by Material's parser where it must be."""
        kind = page.planned.template
        if self._index is None:
            return
        if kind in self._left or (text := read(str(page.content))) is None:
            self._index.add_entry_from_context(page)
            return
        self._index.create_entry_for_section(_Section([text]), page.toc, page.url, page)
        if self._compared[kind] < _COMPARED:
            self._compared[kind] += 1
            self._compare(page, kind)

    def _compare(self, page: RecordPage, kind: str) -> None:
        """Put what Material makes of a page in the place of the last entry."""
        entries = self._index.entries
        ours, before = entries.pop(), len(entries)
        self._index.add_entry_from_context(page)
        if entries[before:] != [ours]:
            self._left.add(kind)
            log.info(say("search.differs", page=page.url))


def read(html: str) -> str | None:
    """What Material's index keeps of well-formed HTML; None where the HTML holds what is not allowed for."""
    if _EXCLUDE in html:
        html = _EXCLUDED.sub("<x>", html)
    if _EXCLUDE in html or "linenodiv" in html or _NOT_ALLOWED_FOR.search(html):
        return None
    kept = _Kept()
    pieces = _TAG.split(html)
    for text, tag in zip_longest(pieces[::2], pieces[1::2]):
        if text:
            kept.say(unescape(text) if "&" in text else text)
        if tag:
            kept.end(tag[1:]) if tag[0] == "/" else kept.begin(tag)
    return "".join(kept.pieces)


class _Kept:
    """Text and tags as Material's parser gathers them, with its way of leaving out what is empty."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._last = -1
        """Where the last piece that is not a space is."""
        self._first: dict[str, int] = {}
        """Where each tag was first opened."""

    def say(self, text: str) -> None:
        if not text.isspace():
            self._add(escape(text.replace("\n", " "), quote=False))
        elif self.pieces[-1:] != [" "]:
            self.pieces.append(" ")

    def begin(self, tag: str) -> None:
        self._first.setdefault(tag, len(self.pieces))
        self._add(f"<{tag}>")

    def end(self, tag: str) -> None:
        first = self._first.get(tag, -1)
        if self._last > first:
            self._add(f"</{tag}>")
            return
        del self.pieces[first:]
        self._first = {other: place for other, place in self._first.items() if place < first}
        self._last = len(self.pieces) - 1 - (self.pieces[-1:] == [" "])

    def _add(self, piece: str) -> None:
        self._last = len(self.pieces)
        self.pieces.append(piece)
