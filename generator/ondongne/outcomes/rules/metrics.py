"""Figures count by metrics that the city declares, each with its label and unit, in `city.yml`."""

from collections.abc import Iterator, Mapping

from ondongne import korean
from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.city import City, Metric

CODE = "undeclared-metric"
MISTYPED = "mistyped-metric"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield figures and highlights whose metric the city does not declare."""
    for entry in links.entries.values():
        city = links.entries.get(entry.city)
        if city is None or not isinstance(city.record, City):
            continue
        metrics = city.record.metrics
        for at, figure in enumerate(entry.record.figures):
            yield from _undeclared(figure.metric, metrics, entry.place(("figures", at, "metric")))
        if isinstance(entry.record, City):
            for at, metric in enumerate(entry.record.highlights):
                yield from _undeclared(metric, metrics, entry.place(("highlights", at)))


def _undeclared(metric: str, metrics: Mapping[str, Metric], place: Place) -> Iterator[Diagnostic]:
    if metric in metrics:
        return
    near = korean.nearest(metric, metrics) or next((id_ for id_ in metrics if metrics[id_].label == metric), None)
    if near:
        yield diagnose(MISTYPED, place, metric=metric, near=near)
    else:
        yield diagnose(CODE, place, metric=metric)
