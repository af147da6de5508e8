"""Figures: what a metric came to at a council, in a city or over years, added up only where the city says it may be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, cast

from ondongne.outcomes.graph import Outcomes
from ondongne.records.city import City, Metric
from ondongne.records.project import Project
from ondongne.records.quantities import Count, Figure, Stated
from ondongne.records.record import Record
from ondongne.records.tree import COUNTED, Entry
from ondongne.records.vocabulary import MetricSpan
from ondongne.records.year import Year

YEAR_UNITS = {
    "councils": "곳",
    "members": "명",
    "new_members": "명",
    "volunteers": "명",
    "meetings": "회",
    "households": "가구",
    "people": "명",
}


class Total(NamedTuple):
    """What a metric came to: one figure as recorded, or the sum of several.

    `value` is None where only a target is known, and `target` where not every part gives one. `parts` are the figures
    that the value, or else the target, rests on, each once. `missing` counts projects and councils that belong to the
    sum but give no value, where others do: above 0, the value covers only part of the whole, and readers must know.
    """

    metric: str
    label: str
    unit: str
    value: Decimal | None
    target: Decimal | None
    about: bool
    parts: tuple[tuple[Entry[Record], Figure], ...]
    missing: int = 0

    @property
    def text(self) -> str:
        """The value with its unit: 477명, 80여 명; empty where it is not known."""
        if self.value is None:
            return ""
        return Count(value=self.value, about=self.about).text(self.unit)


class YearCount(NamedTuple):
    """A count of a year's own: its field, Korean label, usual unit, and what the sources say."""

    field: str
    label: str
    unit: str
    stated: Stated[Count]

    @property
    def metric(self) -> str:
        """The metric it stands for where the year gives no figure of that name."""
        return self.field.replace("_", "-")

    @property
    def text(self) -> str:
        """The preferred count with its unit: 477명."""
        return self.stated.value.text(self.unit)


_YEAR_COUNTS = tuple((field, str(Year.model_fields[field].title), unit) for field, unit in YEAR_UNITS.items())


def year_counts(record: Year) -> tuple[YearCount, ...]:
    """The counts that a year record gives, in the order of its fields."""
    return tuple(
        YearCount(field, label, unit, stated)
        for field, label, unit in _YEAR_COUNTS
        if (stated := getattr(record, field)) is not None
    )


def metrics_given(entry: Entry[Record]) -> frozenset[str]:
    """The metrics of which a record has figures, or a year counts."""
    counts = entry.once(counts_given)
    return frozenset((*(figure.metric for figure in entry.record.figures), *(count.metric for count in counts)))


def counts_given(entry: Entry[Record]) -> tuple[YearCount, ...]:
    """The counts of a year's record, none of another one."""
    return year_counts(entry.record) if isinstance(entry.record, Year) else ()


def recorded(outcomes: Outcomes, home: str, metric: str) -> Total | None:
    """What a council-year's or city-year's own record gives for a metric: a figure, else its count of that name."""
    declared, entry = _declared(outcomes, home, metric), outcomes.entries.get(home)
    if declared is None or entry is None or entry.kind != Year.kind:
        return None
    own = _of_record(entry, metric) or entry.once(_figures_of_counts, COUNTED).get(metric)
    return _single(metric, declared, entry, own) if own else None


def of_projects(outcomes: Outcomes, home: str, metric: str) -> Total | None:
    """The sum over the projects of one council-year or city-year; None where the metric does not add over projects."""
    declared = _declared(outcomes, home, metric)
    if declared is None or MetricSpan.PROJECTS not in declared.adds_over:
        return None
    return outcomes.once(_sums, home).get(metric)


def _sums(outcomes: Outcomes, home: str) -> Mapping[str, Total]:
    """The sum of each declared metric over the projects of one council-year or city-year."""
    parts: dict[str, list[Total | None]] = defaultdict(list)
    for entry in outcomes.at(home, Project.kind):
        for metric, figure in entry.once(_figures, COUNTED).items():
            if declared := _declared(outcomes, home, metric):
                parts[metric].append(_single(metric, declared, entry, figure))
    return _known((metric, _together(each)) for metric, each in parts.items())


def of_councils(outcomes: Outcomes, city: str, year: int, metric: str) -> Total | None:
    """The sum over a city's councils in a year; None where the metric does not add over councils."""
    declared = _declared(outcomes, city, metric)
    if declared is None or MetricSpan.COUNCILS not in declared.adds_over:
        return None
    return _together(_at_councils(outcomes, city, year, metric))


def total(outcomes: Outcomes, home: str, metric: str) -> Total | None:
    """What a metric came to at one council-year, or in the city's own records of a city-year (`home` is its id).

    The year's own figure where there is one, else the sum of its projects' where the metric adds over them; None
    where it may not be added, is not declared, or nothing is known.
    """
    own = recorded(outcomes, home, metric)
    return own if _is_settled(own) else _aimed(of_projects(outcomes, home, metric), own)


def _known(totals: Iterable[tuple[str, Total | None]]) -> Mapping[str, Total]:
    return {metric: total for metric, total in totals if total is not None}


def city_total(outcomes: Outcomes, city: str, year: int, metric: str) -> Total | None:
    """What a metric came to in a city's year: its own figure, else its councils' and its own projects' added up.

    Councils are added only where the metric adds over them, the city's projects to them only where it adds over both;
    what councils reached but cannot be added leaves the city's total unknown.
    """
    return outcomes.once(_city_totals, f"{city}/{year}").get(metric)


def _city_totals(outcomes: Outcomes, home: str) -> Mapping[str, Total]:
    city, _, year = home.rpartition("/")
    metrics = cast(Entry[City], outcomes.entries[city]).record.metrics
    return _known((metric, _city_total(outcomes, city, int(year), metric)) for metric in metrics)


def _city_total(outcomes: Outcomes, city: str, year: int, metric: str) -> Total | None:
    own = recorded(outcomes, f"{city}/{year}", metric)
    if _is_settled(own):
        return own
    councils = of_councils(outcomes, city, year, metric)
    if councils is None and any(_at_councils(outcomes, city, year, metric)):
        return own
    projects = of_projects(outcomes, f"{city}/{year}", metric)
    both = _together([councils, projects]) if councils and projects else councils or projects
    return _aimed(both, own)


def highlights(outcomes: Outcomes, city: str, year: int) -> tuple[Total, ...]:
    """The totals of the metrics that a city puts forward, in its order; those not known that year are left out."""
    chosen = cast(Entry[City], outcomes.entries[city]).record.highlights
    found = (city_total(outcomes, city, year, metric) for metric in chosen)
    return tuple(total for total in found if total is not None)


def _declared(outcomes: Outcomes, id_: str, metric: str) -> Metric | None:
    city = cast("Entry[City] | None", outcomes.entries.get(id_.partition("/")[0]))
    return city.record.metrics.get(metric) if city else None


def _at_councils(outcomes: Outcomes, city: str, year: int, metric: str) -> list[Total | None]:
    return [total(outcomes, f"{council.id}/{year}", metric) for council in outcomes.councils(city)]


def _is_settled(own: Total | None) -> bool:
    return own is not None and own.value is not None


def _aimed(summed: Total | None, own: Total | None) -> Total | None:
    """A sum with the target that the year itself names, where it names only that."""
    if summed is None or own is None:
        return summed or own
    return summed._replace(target=own.target)


def _of_record(entry: Entry[Record], metric: str) -> Figure | None:
    """The figure of a record: of several the one that held last, so that nothing is counted twice."""
    return entry.once(_figures, COUNTED).get(metric)


def _held_until(figure: Figure) -> int:
    if figure.as_of is None:
        return 0
    return (figure.as_of.end or figure.as_of.start).last().toordinal()


def _figures(entry: Entry[Record]) -> Mapping[str, Figure]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in entry.record.figures:
        found[figure.metric].append(figure)
    return {metric: max(figures, key=_held_until) for metric, figures in found.items()}


def _figures_of_counts(entry: Entry[Record]) -> Mapping[str, Figure]:
    said = ((count.metric, count.stated.value) for count in entry.once(counts_given))
    return {
        metric: Figure(metric=metric, value=one.value, about=one.about, as_of=one.as_of, source=one.source)
        for metric, one in said
    }


def _single(metric: str, declared: Metric, entry: Entry[Record], figure: Figure) -> Total:
    return Total(
        metric=metric,
        label=declared.label,
        unit=declared.unit,
        value=figure.value,
        target=figure.target,
        about=figure.about,
        parts=((entry, figure),),
    )


def _together(totals: Sequence[Total | None]) -> Total | None:
    """The sum of totals; one that is None, or has no value, counts as missing."""
    known = [total for total in totals if total is not None]
    reached = [total for total in known if total.value is not None]
    targets = [total.target for total in known if total.target is not None]
    if not known or (not reached and len(targets) < len(totals)):
        return None
    return known[0]._replace(
        value=sum((total.value or Decimal(0) for total in reached), Decimal(0)) if reached else None,
        target=sum(targets, Decimal(0)) if len(targets) == len(totals) else None,
        about=any(total.about for total in reached),
        parts=tuple(part for total in (reached or known) for part in total.parts),
        missing=len(totals) - len(reached) + sum(total.missing for total in reached) if reached else 0,
    )
