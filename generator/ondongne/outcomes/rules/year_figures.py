"""A year's figure is not smaller than what its projects or councils add up to, and agrees with its own count."""

from collections.abc import Iterator
from functools import lru_cache

from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.outcomes.figures import Total, counts_given, metrics_given, of_councils, of_projects, recorded
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import MetricSpan
from ondongne.records.year import Year

CODE = "year-figure-exceeded"
DISAGREES = "year-count-disagrees"


def check(links: Links, entry: Entry[Year]) -> Iterator[Diagnostic]:
    """Yield exact figures of public years that other exact figures contradict."""
    given = entry.once(metrics_given) if links.is_public(entry) else ()
    outcomes = _outcomes(links)
    for metric in outcomes.city(entry).record.metrics if given else ():
        own = recorded(outcomes, entry.id, metric) if metric in given else None
        if own is not None and own.value is not None and not own.about:
            yield from _exceeded(outcomes, entry, own)
            yield from _disagreeing(entry, own)


@lru_cache(maxsize=1)
def _outcomes(links: Links) -> Outcomes:
    """What readers may see, worked out once for all years."""
    return Outcomes(links)


def _exceeded(outcomes: Outcomes, entry: Entry[Year], own: Total) -> Iterator[Diagnostic]:
    sums = {MetricSpan.PROJECTS: of_projects(outcomes, entry.id, own.metric)}
    if not entry.council and entry.year is not None:
        sums[MetricSpan.COUNCILS] = of_councils(outcomes, entry.city, entry.year, own.metric)
    for span, summed in sums.items():
        if summed and summed.value and not summed.about and own.value is not None and summed.value > own.value:
            values = {"label": own.label, "own": own.text, "parts": span.label, "sum": summed.text}
            yield diagnose(CODE, _place(entry, own), **values)


def _disagreeing(entry: Entry[Year], own: Total) -> Iterator[Diagnostic]:
    for count in entry.once(counts_given):
        said = [account.value for account in count.stated.accounts] if count.metric == own.metric else ()
        exact = not any(value.about for value in said)
        if said and exact and all(value.value != own.value for value in said):
            values = {"label": own.label, "own": own.text, "count": count.text, "field": count.field}
            yield diagnose(DISAGREES, _place(entry, own), **values)


def _place(entry: Entry[Year], own: Total) -> Place:
    """Where the year states the figure, or the count that stands for it."""
    [(_, figure)] = own.parts
    if figure in entry.record.figures:
        return entry.place(("figures", entry.record.figures.index(figure), "value"))
    return entry.place((own.metric.replace("-", "_"), "value"))
