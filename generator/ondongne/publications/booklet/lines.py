"""Spans in lines: where each ends is written into its text, and signs that open a line hang out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from ondongne.publications.booklet.breaking import Line, even, ragged
from ondongne.publications.lettering import Face, ems

Data = dict[str, Any]
Spans = list[Data]

HANGING: Final = {"“": 0.22, "‘": 0.12, "(": 0.21, "[": 0.2, "「": 0.66, "『": 0.6, "〈": 0.53, "《": 0.52}
"""How far signs that open a word hang out at the start of a line, in ems: half of what is seen and all white before."""

_JUSTIFIED: Final = "\u2028"
_RAGGED: Final = "\n"
"""What ends a line that is to be filled (Unicode's line separator, as the typesetter reads it), and one that is not."""

_NOTE: Final = 0.8
_CITED: Final = 0.62
"""The sizes of side notes and of numbers of sources beside the text's."""

_SLACK: Final = 0.1
"""Ems that a ragged line leaves free, for pairs of letters that are set further apart than letters are wide."""

_STREETS: Final = ("로", "길")
"""How streets end, from whose names no line parts the number of a house."""

_BOLDER: Final = {Face.SERIF: Face.SERIF_BOLD, Face.SANS: Face.SANS_BOLD}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of type: its face, its size in points and its width in ems of that size."""

    face: Face
    points: float
    measure: float

    def narrower(self, ems: float) -> "Column":
        """The column beside a mark or behind an indent."""
        return Column(self.face, self.points, self.measure - ems)


@dataclass(slots=True)
class _Words:
    """The words of spans: widths in ems, lengths and first characters; `gaps` are the spaces before them by span."""

    widths: list[float] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    firsts: list[str] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    _gap: tuple[int, int] = (0, 0)
    _open: bool = False

    def part(self, gap: tuple[int, int]) -> None:
        """End the word that is open at a space."""
        self._gap, self._open = gap, False

    def add(self, width: float, text: str) -> None:
        """Add letters to the word that is open, or begin one."""
        if self._open:
            self.widths[-1] += width
            self.lengths[-1] += len(text)
            return
        self.widths.append(width)
        self.lengths.append(len(text))
        self.firsts.append(text[:1])
        self.gaps.append(self._gap)
        self._open = True


def justified(spans: Spans, column: Column, indent: float) -> tuple[float | None, Spans]:
    """Spans in lines that fill a column, and the hair's breadth between letters; None where they do at none."""
    if any(span.get("text") == "\n" for span in spans):
        return None, ragged_lines(spans, column, indent)
    words, space = _words(spans, column.face), ems(column.face, " ")
    hair, starts = _even(tuple(words.widths), tuple(words.lengths), Line(space, indent, round(column.measure, 3)))
    if hair is None:
        return None, ragged_lines(spans, column, indent)
    return hair, _cut(spans, words, starts, _JUSTIFIED, hangs=not indent)


_even = lru_cache(maxsize=16384)(even)


def ragged_lines(spans: Spans, column: Column, indent: float = 0.0, *, hangs: bool = True) -> Spans:
    """Spans in lines of about one length; where they end a line themselves, another text begins.

    The sign that opens the first one hangs out only where that one `hangs`.
    """
    ends = [at for at, span in enumerate(spans) if span.get("text") == "\n"]
    first, *others = (
        spans[start:end] for start, end in zip((0, *(at + 1 for at in ends)), (*ends, len(spans)), strict=True)
    )
    lines = [*_ragged(first, column, indent, hangs=hangs and not indent)]
    for other in others:
        lines += [{"text": "\n"}, *_ragged(other, column, 0.0, hangs=True)]
    return lines


def _ragged(spans: Spans, column: Column, indent: float, *, hangs: bool) -> Spans:
    words, space = _words(spans, column.face), ems(column.face, " ")
    starts = ragged(tuple(words.widths), Line(space, indent, round(column.measure - _SLACK, 3)))
    return _cut(spans, words, starts, _RAGGED, hangs=hangs)


def balanced(text: str, column: Column) -> str:
    """A title in lines of about one length, the last among them."""
    words = text.split(" ")
    widths = tuple(_length(word, column.face) for word in words)
    starts = ragged(widths, Line(ems(column.face, " "), 0.0, column.measure - _SLACK), last=1.0)
    return "".join((_RAGGED if at in starts else " " if at else "") + word for at, word in enumerate(words))


def _words(spans: Spans, face: Face) -> _Words:
    words = _Words()
    for at, span in enumerate(spans):
        if "word" in span or "cite" in span:
            words.add(_width(span, face), _letters(span))
            continue
        bolder, scale = _style(span, face)
        before = ""
        for number, part in enumerate(span["text"].split(" ")):
            if before.endswith(_STREETS) and part[:1].isdigit():
                words.add(ems(bolder, " ") * scale, " ")
            elif number:
                words.part((at, number))
            if part:
                words.add(_length(part, bolder) * scale, part)
            before = part
    return words


def _width(span: Data, face: Face) -> float:
    if "word" in span:
        return sum(_width(part, face) for part in span["word"])
    if "cite" in span:
        return _length(f"{span['cite']},", Face.SANS) * _CITED
    bolder, scale = _style(span, face)
    return _length(span["text"], bolder) * scale


def _letters(span: Data) -> str:
    if "word" in span:
        return "".join(map(_letters, span["word"]))
    return "\0" if "cite" in span else str(span["text"])


def _style(span: Data, face: Face) -> tuple[Face, float]:
    """The face in which a span is set, and its size beside the column's."""
    face, scale = (Face.SANS, _NOTE) if "note" in span else (face, 1.0)
    return (_BOLDER[face] if "strong" in span or "emphasis" in span else face), scale


@lru_cache(maxsize=32768)
def _length(text: str, face: Face) -> float:
    return sum(ems(face, char) for char in text)


def _cut(spans: Spans, words: _Words, starts: tuple[int, ...], end: str, *, hangs: bool) -> Spans:
    """Spans with the end of a line in the place of the space before each of the words that begin one."""
    outs = {words.gaps[at]: HANGING.get(words.firsts[at], 0.0) for at in starts}
    first = HANGING.get(words.firsts[0], 0.0) if hangs and words.firsts else 0.0
    return list(_pieces(spans, outs, end, first)) if outs or first else spans


def _pieces(spans: Spans, outs: Mapping[tuple[int, int], float], end: str, out: float) -> Iterator[Data]:
    """Spans with their cuts; what begins a line with an opening sign says `out` how far that hangs out."""
    cut = {at for at, _ in outs}
    for at, span in enumerate(spans):
        if at not in cut:
            yield span | {"out": out} if out else span
            out = 0.0
            continue
        text = ""
        for number, part in enumerate(span["text"].split(" ")):
            hung = outs.get((at, number))
            if hung:
                yield span | {"text": text + end} | ({"out": out} if out else {})
                text, out = part, hung
            else:
                text += ("" if not number else " " if hung is None else end) + part
        if text:
            yield span | {"text": text} | ({"out": out} if out else {})
            out = 0.0
