"""Blocks as plain data, in which no line can end inside a word even where the word is made of several spans."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final

from ondongne.publications.booklet.blocks import Span, Spans

_PIECES: Final = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in several spans, between which no line may end: 477명 and the number of its source."""

    spans: Spans


def as_data(value: object, anchors: Collection[str] = ()) -> Any:
    """Turn blocks into plain data for JSON: a dataclass says `is` what it is, and leaves out what is as usual.

    Links stay only where they lead to one of `anchors`.
    """
    if isinstance(value, Span) and value.to and value.to not in anchors:
        return as_data(replace(value, to=""))
    if isinstance(value, Word):
        return {"is": "word", "spans": [as_data(span, anchors) for span in value.spans]}
    if is_dataclass(value) and not isinstance(value, type):
        given = ((name, getattr(value, name), usual) for name, usual in _fields(type(value)))
        kind = {"is": type(value).__name__.lower()}
        return kind | {name: as_data(item, anchors) for name, item, usual in given if item != usual}
    if isinstance(value, Mapping):
        return {key: as_data(item, anchors) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        items = whole_words(tuple(value)) if value and isinstance(value[0], Span) else value
        return [as_data(item, anchors) for item in items]
    return value


def whole_words(spans: Spans) -> tuple[Span | Word, ...]:
    """Join the end of a span with the start of the next where no space parts them."""
    if len(spans) == 1:
        return spans
    runs: list[Span | Word] = []
    word: list[Span] = []
    for piece in (piece for span in spans for piece in _pieces(span)):
        if piece.text.isspace():
            _close(runs, word)
            _append(runs, piece)
            word = []
        else:
            word.append(piece)
    _close(runs, word)
    return tuple(runs)


def _pieces(span: Span) -> Iterator[Span]:
    """A span word by word, the spaces between them apart."""
    if span.cite:
        yield span
    for text in _PIECES.findall(span.text):
        yield replace(span, text=text)


def _close(runs: list[Span | Word], word: list[Span]) -> None:
    if len(word) == 1:
        _append(runs, word[0])
    elif word:
        runs.append(Word(tuple(word)))


def _append(runs: list[Span | Word], piece: Span) -> None:
    """Add a piece to the run before it where both look alike."""
    last = runs[-1] if runs else None
    if isinstance(last, Span) and not last.cite and not piece.cite and replace(last, text=piece.text) == piece:
        runs[-1] = replace(last, text=last.text + piece.text)
    else:
        runs.append(piece)


@lru_cache(maxsize=64)
def _fields(model: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, None if field.default is MISSING else field.default) for field in fields(model))
