"""Where a visit says that a practice was not taken up, no later project of the visitor has it as its model."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links, Reference
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.vocabulary import VisitStatus

CODE = "dropped-yet-learned"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield decisions against a practice that a project contradicts."""
    learned = [
        reference
        for reference in links.references
        if reference.entry.kind == Project.kind and reference.field == "learned_from"
    ]
    for entry in links.of(Visit):
        for at, seen in enumerate(entry.record.seen):
            if seen.outcome is VisitStatus.DROPPED:
                practice = links.resolve(entry, seen.practice)
                project = _learning(links, entry, practice, learned) if practice else None
                if project:
                    yield diagnose(CODE, entry.place(("seen", at, "practice")), ref=seen.practice, project=project.id)


def _learning(
    links: Links, visit: Entry[Visit], practice: Entry[Record], learned: list[Reference]
) -> Entry[Record] | None:
    visitor = links.party(visit, visit.record.visitor)
    later = (reference for reference in learned if (reference.entry.year or 0) >= (visit.year or 0))
    found = (ref.entry for ref in later if ref.target is practice and visitor and ref.entry.owner == visitor.id)
    return next(found, None)
