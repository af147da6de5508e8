"""Trims: the pages that booklets are cut to, with margins, label column and type in proportion."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from ondongne.records.vocabulary import Size

POINTS: Final = 72 / 25.4
"""Points in a millimetre."""

_SMALLEST: Final = 7.25
"""Points below which no type goes, however small the page."""


@dataclass(frozen=True, slots=True)
class Trim:
    """A trimmed page: lengths in millimetres; `step` and `display` are its usual and largest type as shares of A4's.

    `inner` is the margin at the binding. `label` and `gutter` are the column of labels beside the text; what is left is
    the measure, which holds 28 to 36 Hangul.
    """

    size: Size
    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    label: float
    gutter: float
    step: float
    display: float

    @property
    def side(self) -> float:
        """The margin of either side before pages are moved from the binding."""
        return (self.inner + self.outer) / 2

    @property
    def measure(self) -> float:
        """The width of the text column in points."""
        return (self.width - 2 * self.side - self.label - self.gutter) * POINTS

    def type_sizes(self, sizes: Mapping[str, float]) -> Mapping[str, float]:
        """A4's sizes, in points, for this page."""
        steps = {"display": self.display}
        return {name: max(_SMALLEST, round(points * steps.get(name, self.step), 2)) for name, points in sizes.items()}


TRIMS: Final[Mapping[Size, Trim]] = MappingProxyType(
    {
        trim.size: trim
        for trim in (
            Trim(Size.A4, 210, 297, 22, 18, 30, 27, 40, 8, 1, 1),
            Trim(Size.B5, 182, 257, 19.5, 15.5, 26, 23.5, 33, 7, 0.95, 0.9),
            Trim(Size.SARYUK, 188, 257, 20, 16, 26, 23.5, 34, 7, 0.95, 0.92),
            Trim(Size.CROWN, 176, 248, 19, 15, 25, 22.5, 31.5, 6.5, 0.95, 0.88),
            Trim(Size.SHINGUK, 152, 225, 17, 13, 23, 20.5, 24, 5, 0.9, 0.82),
            Trim(Size.A5, 148, 210, 16.5, 12.5, 21, 19, 22.5, 5, 0.9, 0.8),
        )
    }
)
