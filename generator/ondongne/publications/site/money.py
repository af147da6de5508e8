"""The money of a year by fund: its charts, and the table behind them."""

from typing import Final, NamedTuple

from ondongne import korean
from ondongne.publications.charts import Chart
from ondongne.publications.facts import label
from ondongne.publications.numbers import MONEY, source
from ondongne.publications.phrases import Phrase, Piece
from ondongne.publications.trends import funds
from ondongne.records.quantities import Money
from ondongne.records.tree import Entry
from ondongne.records.year import Year

_UNNAMED: Final = "재원을 밝히지 않음"


class Funds(NamedTuple):
    """What each fund gave: charts, the heads of the sums, and a row of sums for every fund and for all of them."""

    charts: tuple[Chart, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Phrase, ...]], ...]


def funds_of(entry: Entry[Year]) -> Funds | None:
    """The budget and the accounts of a year by fund; None where neither is of several funds."""
    charts = tuple(chart for name in MONEY if (chart := funds(entry.record, name)) is not None)
    sums: dict[str, Money] = {name: money for name in MONEY if (money := getattr(entry.record, name)) is not None}
    if not charts:
        return None
    names = dict.fromkeys(part.source or _UNNAMED for money in sums.values() for part in money.parts)
    rows = [(name, tuple(_given(entry, money, name) for money in sums.values())) for name in names]
    total = tuple((Piece(korean.won(money.total)),) for money in sums.values())
    return Funds(charts, tuple(label(Year, name) for name in sums), (*rows, ("모두", total)))


def _given(entry: Entry[Year], money: Money, name: str) -> Phrase:
    """What a fund gave to a sum, with the sources of it."""
    parts = [part for part in money.parts if (part.source or _UNNAMED) == name]
    cites = dict.fromkeys(piece for part in parts for piece in source(entry, part.cite))
    return (Piece(korean.won(sum(part.value for part in parts))), *cites) if parts else ()
