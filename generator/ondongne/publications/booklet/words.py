"""Blocks as plain data, in which no line can end inside a word even where the word is made of several spans."""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from itertools import zip_longest
from typing import Any, cast

from ondongne.publications.booklet.blocks import Span, Spans

Data = dict[str, Any]


def as_data(value: Any, anchors: Collection[str] = ()) -> Any:
    """Turn blocks into plain data for JSON: a dataclass says `is` what it is, and leaves out what is as usual.

    A span is its text or citation with what is special about it; spans between which no line may end stand under
    `word`. Links stay only where they lead to one of `anchors`.
    """
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple):
        if value and isinstance(value[0], Span):
            return whole_words(value, anchors)
        return [as_data(item, anchors) for item in value]
    if isinstance(value, Mapping):
        return {key: as_data(item, anchors) for key, item in value.items()}
    found: Data = {"is": type(value).__name__.lower()}
    for name, usual in _fields(cast(Hashable, type(value))):
        item = getattr(value, name)
        if item != usual:
            found[name] = as_data(item, anchors)
    return found


def whole_words(spans: Spans, anchors: Collection[str] = ()) -> list[Data]:
    """Spans as data, the end of one joined with the start of the next where no space parts them."""
    runs: list[Data] = []
    word: list[Data] = []
    for span, after in zip_longest(spans, spans[1:]):
        style = _style(span, anchors)
        goes_on = after is not None and _touch(span, after)
        if span.cite:
            word.append(style)
        else:
            _take(span.text, style, runs, word, goes_on=goes_on)
        if not goes_on:
            _close(runs, word)
    return runs


def _take(text: str, style: Data, runs: list[Data], word: list[Data], *, goes_on: bool) -> None:
    """Add a text to the word that is open, close that word where the text does, and keep the next one open."""
    if word:
        first = text.split(None, 1)[0]
        word.append(style | {"text": first})
        text = text[len(first) :]
    if text:
        _close(runs, word)
        last = text.rsplit(None, 1)[-1] if goes_on else ""
        before = text[: len(text) - len(last)]
        runs += [style | {"text": before}] if before else []
        word += [style | {"text": last}] if last else []


def _touch(span: Span, after: Span) -> bool:
    return not span.text[-1:].isspace() and not after.text[:1].isspace()


def _close(runs: list[Data], word: list[Data]) -> None:
    runs += [{"word": word[:]}] if len(word) > 1 else word
    word.clear()


def _style(span: Span, anchors: Collection[str]) -> Data:
    """What is special about a span."""
    if span.cite:
        return {"cite": span.cite}
    given: Data = {}
    if span.strong:
        given["strong"] = True
    if span.emphasis:
        given["emphasis"] = True
    if span.note:
        given["note"] = True
    if span.to and span.to in anchors:
        given["to"] = span.to
    if span.url:
        given["url"] = span.url
    return given


@lru_cache(maxsize=64)
def _fields(model: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, None if field.default is MISSING else field.default) for field in fields(model))
