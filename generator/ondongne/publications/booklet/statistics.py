"""A year among its years: charts of what a council or city came to, and the tables behind them."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Final

from ondongne.publications import charts, numbers, trends
from ondongne.publications.booklet.blocks import Block, Drawing, Drawings, Span, Spans
from ondongne.publications.booklet.seen import table
from ondongne.publications.booklet.writer import Writer
from ondongne.publications.charts import Chart
from ondongne.publications.design import Design
from ondongne.publications.gathering import Gathered
from ondongne.publications.trends import Values
from ondongne.records.record import Record
from ondongne.records.tree import Entry

_DRAWN: Final = 6
"""Charts over years that stand beside each other at most; the tables hold every number."""

_COLUMNS: Final = 6
"""Figures that one table of councils holds beside their names."""

_YEARS: Final = 8
"""Years that a chart or table goes back at most."""


class Statistics:
    """The figures of a booklet's council or city in its year and those before, found once."""

    def __init__(self, writer: Writer, gathered: Gathered) -> None:
        self._writer = writer
        self._gathered = gathered

    @cached_property
    def _by_year(self) -> Mapping[int, Values]:
        """Values of each year that has any, oldest first; a booklet knows nothing of later years."""
        owner, last = self._gathered.owner, self._gathered.year
        years = [year for year in self._writer.outcomes.years(owner.id) if year <= last][:_YEARS]
        found = {year: self._values(owner, year) for year in reversed(years)}
        return {year: values for year, values in found.items() if values}

    def _values(self, owner: Entry[Record], year: int) -> Values:
        return trends.values(numbers.of_home(self._writer.outcomes, owner, year, self._writer.phrases))

    def charts(self, design: Design, accent: str) -> tuple[Drawings, ...]:
        """What became of the year's figures over the years, and where its money came from."""
        paint = charts.on_paper(design, accent)
        drawn = (*self._over_years(), *self._funds())
        found = tuple(Drawing(chart.title, charts.svg(chart, paint), chart.description) for chart in drawn)
        return (Drawings(found),) if found else ()

    def _over_years(self) -> Iterator[Chart]:
        now = self._by_year.get(self._gathered.year, {})
        return islice(trends.over_years(now, {f"{year}년": values for year, values in self._by_year.items()}), _DRAWN)

    def _funds(self) -> Iterator[Chart]:
        entry = self._gathered.record
        chart = trends.funds(entry.record, "budget") if entry is not None else None
        if chart is not None:
            yield chart

    def tables(self) -> Iterator[Block]:
        """The figures over the years; in a city's booklet then those of its councils in the year."""
        if len(self._by_year) > 1:
            years = tuple(self._by_year.values())
            labels = dict.fromkeys(label for values in years[::-1] for label in values)
            rows = [(_text(label), *(self._cell(values, label) for values in years)) for label in labels]
            yield from table("해마다의 수", ("구분", *(f"{year}년" for year in self._by_year)), rows)
        if self._gathered.is_of_city:
            yield from self._of_councils()

    def _of_councils(self) -> Iterator[Block]:
        councils = {council: self._values(council, self._gathered.year) for council in self._gathered.owners[1:]}
        known = {council: values for council, values in councils.items() if values}
        labels = list(dict.fromkeys(label for values in known.values() for label in values))
        for start in range(0, len(labels), _COLUMNS) if len(known) > 1 else ():
            shown = labels[start : start + _COLUMNS]
            rows = [
                ((self._writer.name(council),), *(self._cell(values, label) for label in shown))
                for council, values in known.items()
            ]
            title = "동마다의 수" + (f" {start // _COLUMNS + 1}" if len(labels) > _COLUMNS else "")
            yield from table(title, ("협의체", *shown), rows)

    def _cell(self, values: Values, label: str) -> Spans:
        return _text(values[label].value) if label in values else ()


def _text(text: str) -> Spans:
    return (Span(text),)
