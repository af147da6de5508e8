"""A council does not learn from itself: what it did before is a predecessor, not a model."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.tree import Entry

CODE = "own-model"


def check(links: Links, entry: Entry[Project]) -> Iterator[Diagnostic]:
    """Yield projects that name a practice of their own council or city as the model they learned from."""
    for reference in links.references_of(entry):
        target = reference.target if reference.field == "learned_from" else None
        if target is not None and target.kind == Practice.kind and target.owner == entry.owner:
            yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, project=entry.id)
