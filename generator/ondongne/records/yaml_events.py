"""From the events of PyYAML's parser to a record's data, in one pass, with the place of every part and every fault."""

import re
from array import array
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import yaml

from ondongne.korean import nfc
from ondongne.records.document import Scalar, Span
from ondongne.records.source import UNSEEN, Findings, visible
from ondongne.records.yaml_slips import check_plain, check_quoted

DEEPEST: Final = 32

MOST_DIGITS: Final = 18
_NAME_SHOWN: Final = 40
NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<decimals>\.[0-9]+)?")
QUOTES: Final = ("'", '"')
WORDS: Final[dict[str, Scalar]] = {"": None, "null": None, "true": True, "false": False}

Event: TypeAlias = Any  # the C parser and the Python one share no base that types their events
Parser: Final[Callable[[str], Any]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TooDeepError(Exception):
    """Brackets or indents go deeper than any record does; the fault is already reported."""


class Composer:
    """Builds one document's data; `marks` grows as `Document` wants it, `quoted` lists texts in quotes and blocks."""

    def __init__(self, findings: Findings) -> None:
        self.marks = array("I")
        self.quoted: list[Span] = []
        self._findings = findings
        self._next: Callable[[], Event] = Parser(findings.source.text).get_event
        self._closed = 0

    def compose(self) -> dict[str, Any] | None:
        """The top mapping of the only document; None, with the fault reported, when there is no such thing.

        Raises TooDeepError, and what PyYAML raises when the syntax is broken.
        """
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._findings.add("empty-file", 0, 0)
            return None
        top = self._top(self._next())
        self._next()
        if isinstance(after := self._next(), yaml.DocumentStartEvent):
            self._findings.add("several-documents", *_span(after))
        return top

    def _top(self, event: Event) -> dict[str, Any] | None:
        data = self._node(event, 0)
        if isinstance(data, dict):
            return data
        if not self._findings.has_errors():
            code, span = ("empty-file", (0, 0)) if data is None else ("top-level", _span(event))
            self._findings.add(code, *span)
        return None

    def _node(self, event: Event, depth: int) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self._findings.add("yaml-alias", *_span(event))
            return None
        self._check_properties(event)
        if depth == DEEPEST:
            self._findings.add("too-deep", *_span(event), most=DEEPEST)
            raise TooDeepError
        return self._mapping(depth + 1) if isinstance(event, yaml.MappingStartEvent) else self._list(depth + 1)

    def _mapping(self, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            before = len(self.marks)
            key, span = self._key(event, depth), _span(event)
            below = self._value(self._next(), span, depth)
            if key is None or key in first:
                del self.marks[before:]
            if key in first:
                self._findings.add("duplicate-key", *span, key=_shown(key), line=first[key])
            elif key is not None:
                data[key], first[key] = below, event.start_mark.line + 1
        self._closed = _span(event)[1]
        return data

    def _value(self, event: Event, key: Span, depth: int) -> Any:
        self.marks.extend(key)
        self.marks.extend(_span(event) if isinstance(event, yaml.ScalarEvent) else key)
        return self._node(event, depth)

    def _list(self, depth: int) -> list[Any]:
        data = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            at, (start, end) = len(self.marks), _span(event)
            self.marks.extend((start, end, start, end))
            data.append(part := self._node(event, depth))
            if isinstance(part, dict | list):
                self.marks[at + 1] = self.marks[at + 3] = self._closed
        self._closed = _span(event)[1]
        return data

    def _key(self, event: Event, depth: int) -> str | None:
        """A key, which is text however it looks; None, with the fault reported, for one that cannot be used."""
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, depth)
            self._findings.add("key-not-text", *_span(event))
            return None
        if not event.style and event.value.isidentifier() and event.value.isascii():
            self._check_properties(event)
            return str(event.value)
        text = self._text(event)
        if event.style or text not in ("", "<<"):
            return text
        self._findings.add("yaml-merge" if text else "key-not-text", *_span(event))
        return None

    def _scalar(self, event: Event) -> Scalar:
        text = self._text(event)
        if event.style:
            return text
        if text in WORDS:
            return WORDS[text]
        if text[0] in "-0123456789" and (number := NUMBER.fullmatch(text)):
            return self._number(text, event, is_whole=number["decimals"] is None)
        return text

    def _number(self, text: str, event: Event, *, is_whole: bool) -> Scalar:
        if len(text.strip("-").replace(".", "")) > MOST_DIGITS:
            self._findings.add("number-too-long", *_span(event), most=MOST_DIGITS)
            return text
        return int(text) if is_whole else Decimal(text)

    def _text(self, event: Event) -> str:
        self._check_properties(event)
        text, span = nfc(event.value), _span(event)
        if not event.style:
            check_plain(self._findings, text, *span)
            return text
        self.quoted.append(span)
        if event.style in QUOTES:
            check_quoted(self._findings, *span)
        if event.style == '"' and (hidden := UNSEEN.search(text)):
            self._findings.add("control-character", *span, char=f"U+{ord(hidden[0]):04X}")
            return visible(text)
        return text

    def _check_properties(self, event: Event) -> None:
        start = event.start_mark.index
        if event.anchor is not None:
            self._findings.add("yaml-anchor", start, event.end_mark.index)
        if event.tag is not None:
            self._findings.add("yaml-tag", start, event.end_mark.index)


def _span(event: Event) -> Span:
    return event.start_mark.index, event.end_mark.index


def _shown(key: str) -> str:
    return key if len(key) <= _NAME_SHOWN else key[:_NAME_SHOWN] + "…"
