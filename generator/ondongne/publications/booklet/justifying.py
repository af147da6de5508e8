"""Even lines: letters set a hair tighter or wider where whole words would else leave gaps, as compositors do by hand.

Korean is broken between words only, and words are long: left to itself, one line in a dozen is torn apart. What no
hair's breadth mends is set ragged.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final

Data = dict[str, Any]

HAIRS: Final = (0.0, -0.01, 0.01, -0.02, 0.02, -0.03, 0.03)
"""What letters may be set apart by, in ems: the least first."""

EVEN: Final = 0.3
"""What may be added to a space, in ems, in a paragraph that counts as even."""

TORN: Final = 0.4
"""What is too much, at whatever hair's breadth."""

SPACE: Final = 0.256
NARROWEST: Final = 0.78
"""A space of the text face in ems, and what justifying leaves of it; the typesetter would go down to two thirds."""

WIDTHS: Final = {
    **dict.fromkeys("0123456789", 0.555),
    **dict.fromkeys(".,·:;", 0.327),
    **dict.fromkeys("“”", 0.425),
    **dict.fromkeys("‘’'", 0.232),
    **dict.fromkeys("()[]", 0.364),
    **dict.fromkeys("!?", 0.37),
}
"""Widths of signs in the text face, in ems."""

HANGUL: Final = 0.966
LATIN: Final = 0.55
_WIDE_FROM: Final = "\u2e80"

_CITED: Final = 0.35
_INDENT: Final = 1.0


def justified(booklet: Data, measure: float) -> Data:
    """A booklet's data with the letters of each paragraph set for a text column of `measure` ems."""
    return {**booklet, **{part: [_chapter(chapter, measure) for chapter in booklet[part]] for part in _PARTS}}


_PARTS: Final = ("fronts", "chapters")


def _chapter(chapter: Data, measure: float) -> Data:
    blocks = chapter["blocks"]
    before = ("", *(block["is"] for block in blocks))
    return {**chapter, "blocks": [_block(*pair, measure) for pair in zip(before, blocks, strict=False)]}


def _block(before: str, block: Data, measure: float) -> Data:
    if block["is"] != "paragraph" or block.get("ragged"):
        return block
    words = tuple(_words(block["spans"]))
    hair = fit(words, _INDENT if before == "paragraph" else 0.0, round(measure, 3))
    if hair is None:
        return {**block, "ragged": True}
    return {**block, "hair": hair} if hair else block


def _words(spans: list[Data]) -> Iterator[str]:
    """The words of spans; a citation is a sign of its own at the end of its word."""
    yield from "".join(map(_text, spans)).split()


def _text(span: Data) -> str:
    if "word" in span:
        return "".join(map(_text, span["word"]))
    return "\0" if "cite" in span else str(span["text"])


@lru_cache(maxsize=16384)
def fit(words: tuple[str, ...], indent: float, measure: float) -> float | None:
    """The hair's breadth, in ems, at which words fill lines of `measure` ems evenly; None where they do at none."""
    widths = tuple(map(_width, words))
    if indent + sum(widths) + SPACE * len(words) < measure:
        return 0.0
    gaps: dict[float, float] = {}
    for hair in HAIRS:
        # The typesetter puts a hair between the letters of a word, and none at its end.
        spread = tuple(width + hair * (len(word) - 1) for width, word in zip(widths, words, strict=True))
        gaps[hair] = widest_gap(spread, SPACE, indent, measure)
        if gaps[hair] <= EVEN:
            return hair
    best = min(gaps, key=lambda hair: (gaps[hair], abs(hair)))
    return best if gaps[best] <= TORN else None


def _width(word: str) -> float:
    return sum(map(_char_width, word))


@lru_cache(maxsize=4096)
def _char_width(char: str) -> float:
    if char == "\0":
        return _CITED
    return WIDTHS.get(char) or (HANGUL if char >= _WIDE_FROM else LATIN)


def widest_gap(widths: tuple[float, ...], space: float, indent: float, measure: float) -> float:
    """What must be added to the spaces of the loosest line where lines are broken so that this is least."""
    size = len(widths)
    ends = [0.0, *accumulate(widths)]
    least = [0.0] + [float("inf")] * size
    for first in range(size):
        start = indent if first == 0 else 0.0
        for last in range(first, size):
            spaces = last - first
            free = measure - start - (ends[last + 1] - ends[first]) - spaces * space
            if free + spaces * space * (1 - NARROWEST) < 0 and spaces:
                break
            gap = 0.0 if last == size - 1 or free <= 0 else free / spaces if spaces else measure
            least[last + 1] = min(least[last + 1], max(least[first], gap))
    return least[size]
