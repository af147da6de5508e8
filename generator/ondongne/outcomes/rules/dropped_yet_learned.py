"""Where a visit says that a practice was not taken up, no later project of the visitor has it as its model."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.vocabulary import VisitStatus

CODE = "dropped-yet-learned"


def check(links: Links, entry: Entry[Visit]) -> Iterator[Diagnostic]:
    """Yield decisions against a practice that a project contradicts."""
    for at, seen in enumerate(entry.record.seen):
        if seen.outcome is VisitStatus.DROPPED:
            practice = links.resolve(entry, seen.practice)
            project = _learning(links, entry, practice) if practice else None
            if project:
                yield diagnose(CODE, entry.place(("seen", at, "practice")), ref=seen.practice, project=project.id)


def _learning(links: Links, visit: Entry[Visit], practice: Entry[Record]) -> Entry[Project] | None:
    visitor = links.party(visit, visit.record.visitor)
    projects = links.owned(visitor.id, Project) if visitor else ()
    later = (project for project in projects if (project.year or 0) >= (visit.year or 0))
    return next((project for project in later if _has_learned(links, project, practice)), None)


def _has_learned(links: Links, project: Entry[Project], practice: Entry[Record]) -> bool:
    references = (reference for reference in links.references_of(project) if reference.field == "learned_from")
    return any(reference.target is practice for reference in references)
