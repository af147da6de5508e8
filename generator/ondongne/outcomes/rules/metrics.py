"""Figures count by metrics that the city declares, each with its label and unit, in `city.yml`."""

from collections.abc import Iterator, Mapping

from ondongne import korean
from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.base import FieldPath
from ondongne.records.city import City, Metric
from ondongne.records.record import Record
from ondongne.records.tree import Entry

CODE = "undeclared-metric"
MISTYPED = "mistyped-metric"


def check(links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield figures and highlights whose metric the city does not declare."""
    city = links.entries.get(entry.city)
    if city is None or not isinstance(city.record, City):
        return
    metrics = city.record.metrics
    for path, metric in _used(entry.record):
        if metric not in metrics:
            yield _undeclared(metric, metrics, entry.place(path))


def _used(record: Record) -> Iterator[tuple[FieldPath, str]]:
    for at, figure in enumerate(record.figures):
        yield ("figures", at, "metric"), figure.metric
    if isinstance(record, City):
        for at, metric in enumerate(record.highlights):
            yield ("highlights", at), metric


def _undeclared(metric: str, metrics: Mapping[str, Metric], place: Place) -> Diagnostic:
    near = korean.nearest(metric, metrics) or next((id_ for id_ in metrics if metrics[id_].label == metric), None)
    if near:
        return diagnose(MISTYPED, place, metric=metric, near=near)
    return diagnose(CODE, place, metric=metric)
