"""Photo layouts: up to six photos in rows of equal height, chosen by their shapes so that none is too large."""

from collections.abc import Iterator, Sequence
from typing import Final

from ondongne.publications.booklet.blocks import Picture

MOST: Final = 6
"""Photos in one layout."""

_IN_A_ROW: Final = 3
_BEST: Final = 0.5
"""Height of a row over its width that suits a page: between that of one photo and that of two."""

_TALL: Final = 1.25
"""Height of all rows over their width, beyond which a layout fills more than its share of a page."""


def rows(pictures: Sequence[Picture]) -> tuple[tuple[Picture, ...], ...]:
    """Pictures in their order, cut into rows of one to three."""
    return min(_cuts(tuple(pictures)), key=_unfitness)


def _cuts(pictures: tuple[Picture, ...]) -> Iterator[tuple[tuple[Picture, ...], ...]]:
    """Every way to cut pictures into rows."""
    if not pictures:
        yield ()
    for size in range(1, min(_IN_A_ROW, len(pictures)) + 1):
        for rest in _cuts(pictures[size:]):
            yield (pictures[:size], *rest)


def _unfitness(cut: tuple[tuple[Picture, ...], ...]) -> float:
    heights = [1 / sum(picture.ratio for picture in row) for row in cut]
    return sum((height - _BEST) ** 2 for height in heights) + 4 * max(0.0, sum(heights) - _TALL) ** 2
