"""A council does not learn from itself: what it did before is a predecessor, not a model."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.practice import Practice
from ondongne.records.project import Project

CODE = "own-model"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield projects that name a practice of their own council or city as the model they learned from."""
    for reference in links.references:
        entry, target = reference.entry, reference.target
        is_model = isinstance(entry.record, Project) and reference.field == "learned_from"
        if is_model and target and isinstance(target.record, Practice) and target.owner == entry.owner:
            yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, project=entry.id)
