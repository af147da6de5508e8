"""Nothing comes from itself: origins, models and predecessors must not lead back to where they began."""

from collections import defaultdict
from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.cycles import cycles
from ondongne.outcomes.links import Links, Reference

CODE = "origin-loop"
BACKWARD = ("origin", "learned_from", "predecessor")


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield every loop once, at the record whose id comes first."""
    steps: dict[str, dict[str, Reference]] = defaultdict(dict)
    for reference in links.references:
        if reference.field in BACKWARD and reference.target is not None:
            steps[reference.entry.id].setdefault(reference.target.id, reference)
    for loop in cycles(steps):
        reference = steps[loop[0]][loop[1 % len(loop)]]
        yield diagnose(CODE, reference.entry.place(reference.path), way=" → ".join((*loop, loop[0])))
