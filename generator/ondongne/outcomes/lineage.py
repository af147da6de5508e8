"""Lineage: who learned what from whom, at which visit, and what became of it at home."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

from ondongne.outcomes.cycles import cycles
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.threads import Thread, models, practices_with, spin
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry

__all__ = ["Ancestor", "Descendant", "Lineage", "Thread"]


class Ancestor(NamedTuple):
    """A practice or project something came from, `depth` steps back; `thread` tells how, where it changed hands."""

    entry: Entry[Record]
    depth: int
    thread: Thread | None


class Descendant(NamedTuple):
    """A thread by which a practice was taken up: at depth 1 from itself, else from one that had taken it up."""

    thread: Thread
    depth: int


@dataclass(frozen=True)
class Lineage:
    """Public practices and what became of them elsewhere; threads are found once for each Lineage."""

    outcomes: Outcomes

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """All threads, newest first."""
        return spin(self.outcomes)

    def of_practice(self, practice: Entry[Record]) -> tuple[Thread, ...]:
        """Who saw or took up a practice."""
        return self._by_practice.get(practice.id, ())

    def of_visit(self, visit: Entry[Record]) -> tuple[Thread, ...]:
        """What a visit saw and what became of it."""
        return self._by_visit.get(visit.id, ())

    def of_project(self, project: Entry[Record]) -> tuple[Thread, ...]:
        """The threads a project came of."""
        return self._by_made.get(project.id, ())

    def learned(self, owner: str) -> tuple[Thread, ...]:
        """What a council, city or organisation (by id) saw or took up elsewhere."""
        return self._by_taker.get(owner, ())

    def taught(self, owner: str) -> tuple[Thread, ...]:
        """What others saw at a council or city (by id), or took up from it."""
        return self._by_origin.get(owner, ())

    @cached_property
    def dead_ends(self) -> tuple[Thread, ...]:
        """Practices seen on a visit of which nothing was ever decided."""
        return tuple(thread for thread in self.threads if thread.status is None)

    @cached_property
    def loops(self) -> tuple[tuple[Entry[Practice], ...], ...]:
        """Practices that came back to where they had started, each loop in the direction they travelled."""
        onward = {
            practice.id: [further.id for thread in self.of_practice(practice) for further in self._onward(thread)]
            for practice in self.outcomes.of(Practice.kind)
        }
        entries = cast(Mapping[str, Entry[Practice]], self.outcomes.entries)
        return tuple(tuple(entries[id_] for id_ in loop) for loop in cycles(onward))

    def ancestry(self, entry: Entry[Record]) -> tuple[Ancestor, ...]:
        """Where a practice or project came from: nearest first, up to the roots, each once."""
        found, level = {entry.id: Ancestor(entry, 0, None)}, [entry]
        while level:
            above = [(parent, thread) for child in level for parent, thread in self._parents(child)]
            depth, level = found[level[0].id].depth + 1, []
            for parent, thread in above:
                if parent.id not in found:
                    found[parent.id] = Ancestor(parent, depth, thread)
                    level.append(parent)
        return tuple(found.values())[1:]

    def descendants(self, practice: Entry[Record]) -> tuple[Descendant, ...]:
        """Who took a practice up, and who from them: nearest first, each thread once."""
        found, met, level = list[Descendant](), {practice.id}, [practice]
        depth = 0
        while level:
            depth += 1
            threads = [thread for held in level for thread in self.of_practice(held) if thread.taken_up]
            found += [Descendant(thread, depth) for thread in threads]
            further = {entry.id: entry for thread in threads for entry in self._onward(thread)}
            level = [entry for id_, entry in further.items() if id_ not in met]
            met.update(further)
        return tuple(found)

    def _parents(self, entry: Entry[Record]) -> Iterator[tuple[Entry[Record], Thread | None]]:
        yield from ((thread.practice, thread) for thread in self.of_project(entry))
        yield from ((model, None) for model in models(self.outcomes, entry))
        record = entry.record
        if isinstance(record, Project) and record.predecessor:
            before = self.outcomes.follow(entry, record.predecessor)
            yield from [(before, None)] if before else ()
        if isinstance(record, Practice) and not record.origin:
            first = self._first_project(entry, record)
            yield from ((thread.practice, thread) for thread in (self.of_project(first) if first else ()))

    def _first_project(self, entry: Entry[Record], practice: Practice) -> Entry[Record] | None:
        """The project with which a practice began at its own place; what came later did not give rise to it."""
        found = (self.outcomes.follow(entry, ref) for ref in practice.projects)
        own = [project for project in found if project is not None and project.owner == entry.owner]
        first = min(own, key=lambda project: project.year or 0, default=None)
        began = practice.since.year if practice.since else None
        return first if first is None or began is None or began >= (first.year or 0) else None

    def _onward(self, thread: Thread) -> Iterator[Entry[Practice]]:
        """The taker's practices by which a thread can go on."""
        yield from thread.practices
        for project in thread.projects:
            yield from practices_with(self.outcomes, project)

    @cached_property
    def _by_practice(self) -> Mapping[str, tuple[Thread, ...]]:
        return self._grouped(lambda thread: (thread.practice.id,))

    @cached_property
    def _by_visit(self) -> Mapping[str, tuple[Thread, ...]]:
        return self._grouped(lambda thread: (thread.visit.id,) if thread.visit else ())

    @cached_property
    def _by_made(self) -> Mapping[str, tuple[Thread, ...]]:
        return self._grouped(lambda thread: tuple(made.id for made in (*thread.projects, *thread.practices)))

    @cached_property
    def _by_taker(self) -> Mapping[str, tuple[Thread, ...]]:
        return self._grouped(lambda thread: (thread.taker.id,) if thread.taker else ())

    @cached_property
    def _by_origin(self) -> Mapping[str, tuple[Thread, ...]]:
        return self._grouped(lambda thread: (thread.origin.id,))

    def _grouped(self, keys: Callable[[Thread], tuple[str, ...]]) -> Mapping[str, tuple[Thread, ...]]:
        found: dict[str, list[Thread]] = defaultdict(list)
        for thread in self.threads:
            for key in keys(thread):
                found[key].append(thread)
        return {key: tuple(threads) for key, threads in found.items()}
