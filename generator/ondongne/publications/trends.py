"""What became of figures over the years, and what sums and bodies are made up of, as charts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from ondongne import korean
from ondongne.publications.charts import Chart, Point, chart
from ondongne.publications.facts import label
from ondongne.publications.numbers import Number, amount
from ondongne.records.city import Metric
from ondongne.records.council import Council
from ondongne.records.quantities import Count, Money
from ondongne.records.vocabulary import MetricSpan
from ondongne.records.year import Year

Values = Mapping[str, Number]
"""The figures of a year that have a value, by label."""

_PEOPLE: Final = "명"


class Sum(NamedTuple):
    """What a figure comes to over the `years` that know it, and how many records in them give no value."""

    value: str
    years: int
    missing: int


def values(numbers: Iterable[Number]) -> Values:
    """Those of a year's figures that have a value, by label."""
    return {number.label: number for number in numbers if number.value}


def over_years(labels: Iterable[str], by_year: Mapping[str, Values]) -> Iterator[Chart]:
    """Yield a chart of each label of which at least two years know a value; years by name, oldest first."""
    for name in labels:
        found = ((year, known[name]) for year, known in by_year.items() if name in known)
        drawn = chart(name, (Point(year, n.quantity, n.value) for year, n in found if n.quantity is not None))
        if drawn is not None:
            yield drawn


def sums(metrics: Iterable[Metric], labels: Collection[str], by_year: Collection[Values]) -> Mapping[str, Sum]:
    """What figures come to over years, by label, where their city says that years may be added; none of one year."""
    found: dict[str, Sum] = {}
    for metric in metrics:
        known = [known[metric.label] for known in by_year if metric.label in known]
        quantities = [number.quantity for number in known if number.quantity is not None]
        if metric.label in labels and MetricSpan.YEARS in metric.adds_over and quantities:
            whole = amount(sum(quantities, Decimal()), metric.unit, about=any(number.about for number in known))
            found[metric.label] = Sum(whole, len(quantities), sum(number.missing for number in known))
    return found if any(one.years > 1 for one in found.values()) else {}


def funds(record: Year, field: str) -> Chart | None:
    """Where the money of a year came from; `field` is `budget` or `spent`."""
    money: Money | None = getattr(record, field)
    given: dict[str, int] = {}
    for part in money.parts if money is not None else ():
        if part.source:
            given[part.source] = given.get(part.source, 0) + part.value
    points = (Point(name, Decimal(value), korean.won(value)) for name, value in given.items())
    return chart(f"재원별 {label(Year, field)}", points, in_time=False)


def bodies(record: Council) -> Iterator[Chart]:
    """Yield how many people each subcommittee of a council and each group under it has."""
    for title, counted in (
        ("분과별 위원", [(group.name, group.members) for group in record.subcommittees]),
        ("모임별 봉사자", [(group.name, group.volunteers) for group in record.groups]),
    ):
        known = [(name, count) for name, count in counted if count is not None]
        points = (Point(name, Decimal(count.value), count.text(_PEOPLE)) for name, count in known)
        drawn = chart(title, points, in_time=False) if len({_unit(count) for _, count in known}) == 1 else None
        if drawn is not None:
            yield drawn


def _unit(count: Count) -> str:
    return count.unit or _PEOPLE
