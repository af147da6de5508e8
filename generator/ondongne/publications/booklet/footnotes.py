"""Footnotes: which citations bring what they cite to the foot of their page.

A note stands where its source is first cited in a chapter, and again as soon as that place is sure to be on an earlier
page; so no page bears a note twice, and a reader never looks far for one. That is worked out from the least height of
what stands between, before anything is set: notes that asked the typesetter where they are would move each other about,
page after page, until they agree. Other citations, and all in tables, which would end up below their own notes, are
numbers that lead to the list of sources.
"""

from collections.abc import Callable, Mapping
from math import ceil
from typing import Any, Final

from ondongne.publications.booklet.printing_trims import POINTS, Trim

Data = dict[str, Any]

_NARROWEST: Final = 0.7
"""The least width of a character on average, in ems."""


def footnoted(booklet: Data, trim: Trim, sizes: Mapping[str, float]) -> Data:
    """A booklet's data with the text of its footnote under `foot` in the citations that have one."""
    foot = _Foot(booklet["footnotes"], trim, sizes)
    return {**booklet, "chapters": [foot.chapter(chapter) for chapter in booklet["chapters"]]}


class _Foot:
    """Goes through chapters; `_at` is how far it is in one, in points at least, and `_noted` where notes stand."""

    def __init__(self, notes: list[list[Data]], trim: Trim, sizes: Mapping[str, float]) -> None:
        self._notes, self._sizes = notes, sizes
        self._page = (trim.height - trim.top - trim.bottom) * POINTS
        self._line = trim.measure / sizes["text"] / _NARROWEST
        self._at = 0.0
        self._noted: dict[int, float] = {}

    def chapter(self, chapter: Data) -> Data:
        """A chapter with its footnotes."""
        self._at, self._noted = 0.0, {}
        return {**chapter, "blocks": [self._block(block) for block in chapter["blocks"]]}

    def _block(self, block: Data) -> Data:
        after = self._at + self._least(block)
        told: Data = block if block["is"] == "table" else self._told(block, after)
        self._at = after
        return told

    def _told(self, value: Any, after: float) -> Any:
        if isinstance(value, list):
            return [self._told(item, after) for item in value]
        if not isinstance(value, dict):
            return value
        if "cite" in value:
            return self._cited(value, after)
        return {key: self._told(item, after) for key, item in value.items()}

    def _cited(self, span: Data, after: float) -> Data:
        number = span["cite"]
        if number in self._noted and self._at - self._noted[number] < self._page:
            return span
        self._noted[number] = after
        return {**span, "foot": self._notes[number - 1]}

    def _least(self, block: Data) -> float:
        """The least height of a block in points; none where that is not plain to see."""
        measured = _LEAST.get(block["is"])
        return measured(block, self._line) * self._sizes["leading"] if measured else 0


def _extent(value: Any) -> int:
    """The number of characters in spans."""
    if isinstance(value, list):
        return sum(map(_extent, value))
    return _extent(value["word"]) if "word" in value else len(value.get("text", ""))


def _text(block: Data, line: float) -> float:
    return ceil(_extent(block["spans"]) / line)


def _items(block: Data, line: float) -> float:
    return sum(ceil(_extent(item) / line) for item in block["items"])


_LEAST: Final[Mapping[str, Callable[[Data, float], float]]] = {
    "heading": lambda block, _line: 3 if "anchor" in block else 0,
    "section": lambda _block, _line: 3,
    "lead": _text,
    "paragraph": _text,
    "quotation": _text,
    "items": _items,
    "facts": lambda block, _line: 0.8 * sum(len(row["lines"]) for row in block["rows"]),
    "numbers": lambda block, _line: 3 * ceil(len(block["numbers"]) / 3),
    "bar": lambda _block, _line: 2,
    "remark": lambda block, _line: 0.6 * len(block["lines"]),
    "table": lambda block, _line: len(block["rows"]),
}
"""Lines of text that blocks are at least as high as, of at most `line` characters."""
