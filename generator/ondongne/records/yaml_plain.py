"""The quick way through a file in which nothing is out of the ordinary, as nearly all are.

It keeps no places and explains nothing: at the slightest doubt the exact way (`yaml.parse`) reads the file once more.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final
from unicodedata import is_normalized

import yaml

from ondongne.korean import nfc
from ondongne.records.decoding import is_odd
from ondongne.records.document import Scalar
from ondongne.records.source import UNSEEN, Findings, Source
from ondongne.records.yaml_events import DEEPEST, MOST_DIGITS, NUMBER, QUOTES, WORDS, Event, Parser
from ondongne.records.yaml_slips import ODD_SIGNS, SUSPECT, check_plain, check_quoted, may_cut_text

_SCALAR: Final = yaml.ScalarEvent
_MAPPING: Final = yaml.MappingStartEvent
_MAPPING_END: Final = yaml.MappingEndEvent
_LIST: Final = yaml.SequenceStartEvent
_LIST_END: Final = yaml.SequenceEndEvent
_LONGEST_WORD: Final = max(map(len, WORDS))


class _DoubtError(Exception):
    """Something that the exact way must look at."""


def plain_data(source: Source) -> dict[str, Any] | None:
    """The data of a file as `yaml.parse` gives it, without a fault; None where only that can tell."""
    text = source.text
    if "\t" in text or is_odd(text) or may_cut_text(text) or not is_normalized("NFC", text):
        return None
    reader = _Reader(source)
    try:
        data = reader.document()
    except (_DoubtError, yaml.YAMLError, ValueError, OverflowError):
        return None
    return None if reader.findings.report() else data


class _Reader:
    """Reads one text in a single pass; this is the innermost loop of every reading, so it takes no detours."""

    def __init__(self, source: Source) -> None:
        self.findings = Findings(source)
        self._next: Callable[[], Event] = Parser(source.text).get_event
        self._has_odd_signs = ODD_SIGNS.search(source.text) is not None

    def document(self) -> dict[str, Any]:
        """The top mapping of the only document."""
        self._expect(yaml.StreamStartEvent)
        self._expect(yaml.DocumentStartEvent)
        self._expect(_MAPPING)
        data = self._mapping(1)
        self._expect(yaml.DocumentEndEvent)
        self._expect(yaml.StreamEndEvent)
        return data

    def _expect(self, kind: type) -> None:
        if type(self._next()) is not kind:
            raise _DoubtError

    def _mapping(self, depth: int) -> dict[str, Any]:
        after, data = self._next, dict[str, Any]()
        while type(event := after()) is _SCALAR:
            key = event.value
            if event.style or not (key.isascii() and key.isidentifier()):
                key = self._key(event)
            if key in data or event.anchor or event.tag:
                raise _DoubtError
            event = after()
            data[key] = self._scalar(event) if type(event) is _SCALAR else self._node(event, depth)
        if type(event) is not _MAPPING_END:
            raise _DoubtError
        return data

    def _list(self, depth: int) -> list[Any]:
        after, data = self._next, list[Any]()
        while type(event := after()) is not _LIST_END:
            data.append(self._scalar(event) if type(event) is _SCALAR else self._node(event, depth))
        return data

    def _node(self, event: Event, depth: int) -> Any:
        if depth == DEEPEST or event.anchor or event.tag:
            raise _DoubtError
        if type(event) is _MAPPING:
            return self._mapping(depth + 1)
        if type(event) is _LIST:
            return self._list(depth + 1)
        raise _DoubtError

    def _key(self, event: Event) -> str:
        if event.style:
            return self._quoted(event)
        self._check(event)
        if event.value in ("", "<<"):
            raise _DoubtError
        return str(event.value)

    def _scalar(self, event: Event) -> Scalar:
        text: str = event.value
        if event.anchor or event.tag:
            raise _DoubtError
        if event.style:
            return self._quoted(event)
        if len(text) <= _LONGEST_WORD and text in WORDS:
            return WORDS[text]
        if ":" in text or self._has_odd_signs:
            self._check(event)
        if text[0] in "-0123456789" and (number := NUMBER.fullmatch(text)):
            if len(text) > MOST_DIGITS:
                raise _DoubtError
            return int(text) if number["decimals"] is None else Decimal(text)
        return text

    def _quoted(self, event: Event) -> str:
        text: str = event.value
        if event.style in QUOTES and event.start_mark.line != event.end_mark.line:
            check_quoted(self.findings, event.start_mark.index, event.end_mark.index)
        if event.style != '"':
            return text
        if UNSEEN.search(text):
            raise _DoubtError
        return nfc(text)

    def _check(self, event: Event) -> None:
        if SUSPECT.search(event.value):
            check_plain(self.findings, event.value, event.start_mark.index, event.end_mark.index)
