"""A reference must lead to a record of the kind its field is for."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry

CODE = "wrong-kind"


def check(links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    """Yield every reference to a record of another kind."""
    for reference in links.references_of(entry):
        kinds, target = reference.ref.kinds, reference.target
        if target is not None and kinds and target.kind not in kinds:
            wanted = ", ".join(KINDS[kind].label for kind in kinds)
            found = KINDS[target.kind].label
            yield diagnose(CODE, entry.place(reference.path), ref=reference.ref, found=found, wanted=wanted)
