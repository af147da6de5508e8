"""Threads: a practice on its way from the place it belongs to, to one that saw it or took it up."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

from ondongne.outcomes.graph import Outcomes
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Seen, Visit
from ondongne.records.vocabulary import VisitStatus


@dataclass(frozen=True, slots=True, eq=False)
class Thread:
    """One practice and one taker of it; `taker` is None where its visit knows it by its name only, which is `told`.

    `origin` is the council or city the practice belongs to. `projects` and `practices` are what the taker made of it,
    oldest first; `visit` and `seen` are None where no visit tells of it.
    """

    practice: Entry[Practice]
    origin: Entry[Record]
    taker: Entry[Record] | None
    told: str
    visit: Entry[Visit] | None = None
    seen: Seen | None = None
    projects: tuple[Entry[Project], ...] = ()
    practices: tuple[Entry[Practice], ...] = ()

    @property
    def taker_name(self) -> str:
        """What the taker is called."""
        return self.taker.gist.heading if self.taker else self.told

    @property
    def status(self) -> VisitStatus | None:
        """The latest decision, None while there is none; what was made of a practice shows that it was adopted."""
        decided = self.seen.outcome if self.seen else None
        if decided in (None, VisitStatus.UNDER_DISCUSSION) and (self.projects or self.practices):
            return VisitStatus.ADAPTED if self.changed else VisitStatus.ADOPTED
        return decided

    @property
    def taken_up(self) -> bool:
        """Whether the taker made the practice its own, changed or unchanged."""
        return self.status in (VisitStatus.ADOPTED, VisitStatus.ADAPTED)

    @property
    def purpose(self) -> str | None:
        """What the taker wants it for."""
        return self.seen.purpose if self.seen else None

    @property
    def changed(self) -> str | None:
        """What the taker changed in it."""
        return self.seen.changed if self.seen else None

    @property
    def year(self) -> int | None:
        """The year of the visit, else of the first project or practice that came of it; None where no record says."""
        if self.visit is not None:
            return _year_of_visit(self.visit)
        years = [entry.year for entry in self.projects]
        since = [entry.record.since.year for entry in self.practices if entry.record.since]
        return next(iter((*years, *since)), None)


_MODELS: Final = {Project.kind: "learned_from", Practice.kind: "origin"}
"""The field in which a record of a kind names its models."""


def spin(outcomes: Outcomes) -> tuple[Thread, ...]:
    """All threads, newest first; an adoption told by a visit and a project is one, learning from oneself is none."""
    held: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    for thread in _of_visits(outcomes):
        held[_ends(thread)].append(thread)
    for thread in _of_makers(outcomes):
        held[_ends(thread)] = _joined(held[_ends(thread)], thread)
    found = (thread for threads in held.values() for thread in threads)
    return tuple(sorted(found, key=lambda thread: (-(thread.year or 0), _ends(thread))))


def models(outcomes: Outcomes, entry: Entry[Record]) -> tuple[Entry[Record], ...]:
    """The public records that a project names as its model, or a practice as its origin."""
    return outcomes.named(entry, _MODELS[entry.kind]) if entry.kind in _MODELS else ()


def practices_with(outcomes: Outcomes, project: Entry[Record]) -> Iterator[Entry[Practice]]:
    """The practices of a project's owner that count it among their projects."""
    for reference in outcomes.citing(project, Practice.kind, "projects"):
        if reference.entry.owner == project.owner:
            yield cast(Entry[Practice], reference.entry)


def _ends(thread: Thread) -> tuple[str, str]:
    return thread.practice.id, thread.taker.id if thread.taker else f"“{thread.taker_name}”"


def _of_visits(outcomes: Outcomes) -> Iterator[Thread]:
    for visit in cast(tuple[Entry[Visit], ...], outcomes.of(Visit.kind)):
        visitor = visit.record.visitor
        if visitor is None:
            continue
        taker = outcomes.follow(visit, visitor.record) if visitor.record else None
        name = taker.gist.heading if taker else visitor.name
        for seen in visit.record.seen if name else ():
            thread = _thread(outcomes, outcomes.follow(visit, seen.practice), taker, name or "")
            if thread is not None:
                yield replace(thread, visit=visit, seen=seen, projects=_became(outcomes, visit, seen))


def _became(outcomes: Outcomes, visit: Entry[Visit], seen: Seen) -> tuple[Entry[Project], ...]:
    became = outcomes.follow(visit, seen.became) if seen.became else None
    return (cast(Entry[Project], became),) if became and became.kind == Project.kind else ()


def _of_makers(outcomes: Outcomes) -> Iterator[Thread]:
    """A thread for each project or practice and each model it names."""
    for maker in (*outcomes.of(Project.kind), *outcomes.of(Practice.kind)):
        taker = outcomes.entries[maker.owner]
        for model in models(outcomes, maker):
            practices = practices_with(outcomes, model) if model.kind == Project.kind else (model,)
            for practice in practices:
                thread = _thread(outcomes, practice, taker, taker.gist.heading)
                if thread is not None:
                    yield _with(thread, maker)


def _thread(
    outcomes: Outcomes, practice: Entry[Record] | None, taker: Entry[Record] | None, name: str
) -> Thread | None:
    if practice is None or practice.kind != Practice.kind or (taker and taker.id == practice.owner):
        return None
    origin = outcomes.entries[practice.owner]
    return Thread(cast(Entry[Practice], practice), origin, taker, "" if taker else name)


def _with(thread: Thread, made: Entry[Record]) -> Thread:
    """The thread with one more thing made of it, oldest first."""
    if made.kind == Project.kind:
        projects = {*thread.projects, cast(Entry[Project], made)}
        return replace(thread, projects=tuple(sorted(projects, key=lambda entry: (entry.year or 0, entry.id))))
    practices = {*thread.practices, cast(Entry[Practice], made)}
    return replace(thread, practices=tuple(sorted(practices, key=lambda entry: entry.id)))


def _joined(held: list[Thread], found: Thread) -> list[Thread]:
    """Add what was made to the newest thread that can have led to it, else as a thread of its own."""
    made: Entry[Record] = [*found.projects, *found.practices][0]
    if any(made in (*thread.projects, *thread.practices) for thread in held):
        return held
    for at, thread in enumerate(held):
        if _may_have_led_to(thread, made):
            return [*held[:at], _with(thread, made), *held[at + 1 :]]
    return [*held, found]


def _may_have_led_to(thread: Thread, made: Entry[Record]) -> bool:
    if thread.visit is None:
        return True
    in_time = made.year is None or _year_of_visit(thread.visit) <= made.year
    return in_time and thread.status is not VisitStatus.DROPPED


def _year_of_visit(visit: Entry[Visit]) -> int:
    return visit.record.when.year if visit.record.when else cast(int, visit.year)
