"""A record gives a metric once for a day; only the latest is counted, so that nothing is counted twice."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.when import When

CODE = "figure-twice"


def check(_links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield figures of the same metric and day as one before them in the record."""
    figures = entry.record.figures
    if len({figure.metric for figure in figures}) == len(figures):
        return
    given = set[tuple[str, When | None]]()
    for at, figure in enumerate(figures):
        if (figure.metric, figure.as_of) in given:
            yield diagnose(CODE, entry.place(("figures", at)), metric=figure.metric)
        given.add((figure.metric, figure.as_of))
