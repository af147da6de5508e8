"""Paper and spine: how thick a booklet becomes.

Thickness is grammage times bulk. The bulks are round figures for sorts of paper as Korean printing houses sell them,
taken as an assumption and from no mill's data sheet: one make differs from the next by a tenth. A printing house should
confirm the spine, and an edition may give the thickness that it names.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ondongne.records.edition import Paper
from ondongne.records.vocabulary import Binding, Stock

BULK: Final[Mapping[Stock, float]] = MappingProxyType(
    {Stock.WOODFREE: 1.25, Stock.CREAM: 1.3, Stock.GLOSS: 0.8, Stock.MATT: 0.92, Stock.BULKY: 1.35}
)
"""Micrometres for each gram on a square metre."""

USUAL: Final = Paper(sort=Stock.MATT, weight=120)
GLUE: Final = 0.5
"""Millimetres that glue and the folds of the cover add to a glued spine."""

SADDLE_MOST: Final = 80
"""Pages above which a stapled booklet springs open and its inner pages lose much of their margin; a rule of thumb."""

SADDLE_USUAL: Final = 64
"""Pages up to which a booklet is stapled unless its edition says otherwise."""

SPINE_TEXT: Final = 6.0
"""Millimetres from which on a spine bears its title."""


def thickness(paper: Paper) -> float:
    """How thick one leaf is, in micrometres."""
    return paper.thickness or paper.weight * BULK[paper.sort]


def binding_of(pages: int, chosen: Binding | None) -> Binding:
    """How a booklet is bound: as its edition says, else by its number of pages."""
    return chosen or (Binding.SADDLE if pages <= SADDLE_USUAL else Binding.PERFECT)


def spine(pages: int, paper: Paper, binding: Binding) -> float:
    """The width of the spine in millimetres; a stapled booklet has none."""
    if binding is Binding.SADDLE:
        return 0
    return round(pages / 2 * thickness(paper) / 1000 + GLUE, 1)
