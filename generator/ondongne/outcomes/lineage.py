"""Lineage: who learned what from whom, at which visit, and what became of it at home."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

from ondongne.outcomes.cycles import cycles
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.threads import Thread, models, practices_with, spin
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.readset import reads
from ondongne.records.record import Record
from ondongne.records.tree import Entry

__all__ = ["Ancestor", "Lineage", "Thread"]


class Ancestor(NamedTuple):
    """A practice or project something came from, `depth` steps back; `thread` tells how, where it changed hands."""

    entry: Entry[Record]
    depth: int
    thread: Thread | None


@dataclass(frozen=True)
class Lineage:
    """Public practices and what became of them elsewhere; threads are found once for each Lineage."""

    outcomes: Outcomes

    @property
    def threads(self) -> tuple[Thread, ...]:
        """All threads, newest first."""
        return self._spun[0]

    @property
    def spun_from(self) -> frozenset[str]:
        """The ids of the records that were read for the threads."""
        return self._spun[1]

    @cached_property
    def _spun(self) -> tuple[tuple[Thread, ...], frozenset[str]]:
        with reads() as found:
            threads = spin(self.outcomes)
        return threads, frozenset(found)

    def of_practice(self, practice: Entry[Record]) -> tuple[Thread, ...]:
        """Who saw or took up a practice."""
        return self._by_practice.get(practice.id, ())

    def of_visit(self, visit: Entry[Record]) -> tuple[Thread, ...]:
        """What a visit saw and what became of it."""
        return self._by_visit.get(visit.id, ())

    def of_project(self, project: Entry[Record]) -> tuple[Thread, ...]:
        """The threads a project or practice came of."""
        return self._by_made.get(project.id, ())

    def learned(self, owner: str) -> tuple[Thread, ...]:
        """What a council, city or organisation (by id) saw or took up elsewhere."""
        return self._by_taker.get(owner, ())

    def taught(self, owner: str) -> tuple[Thread, ...]:
        """What others saw at a council or city (by id), or took up from it."""
        return self._by_origin.get(owner, ())

    @cached_property
    def loops(self) -> tuple[tuple[Entry[Practice], ...], ...]:
        """Practices that came back to where they had started, each loop in the direction they travelled."""
        onward: dict[str, dict[str, int]] = {practice.id: {} for practice in self.outcomes.of(Practice.kind)}
        for age, thread in enumerate(self.threads):
            onward[thread.practice.id] |= {further.id: age for further in self._onward(thread)}
        entries = cast(Mapping[str, Entry[Practice]], self.outcomes.entries)
        return tuple(tuple(entries[id_] for id_ in _from_its_start(loop, onward)) for loop in cycles(onward))

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

    def further(self, practice: Entry[Record]) -> tuple[Thread, ...]:
        """Who had a practice from those who had taken it up, and who from them: nearest first, each thread once."""
        found, met = list[Thread](), {practice.id}
        level = [thread for thread in self.of_practice(practice) if thread.taken_up]
        while level:
            born = {held.id: held for thread in level for held in self._born_of(thread) if held.id not in met}
            met.update(born)
            level = [thread for held in born.values() for thread in self.of_practice(held) if thread.taken_up]
            found += level
        return tuple(found)

    def _parents(self, entry: Entry[Record]) -> Iterator[tuple[Entry[Record], Thread | None]]:
        for made in self._since_its_start(entry):
            yield from ((thread.practice, thread) for thread in self.of_project(made))
            yield from ((model, None) for model in models(self.outcomes, made))

    def _since_its_start(self, entry: Entry[Record]) -> Iterable[Entry[Record]]:
        """A practice or project with the projects of its own place that led to it, newest first."""
        found: dict[str, Entry[Record]] = {}
        held: Entry[Record] | None = entry
        while held is not None and held.id not in found:
            found[held.id] = held
            held = self._before(held)
        return found.values()

    def _before(self, entry: Entry[Record]) -> Entry[Record] | None:
        """The project that a project goes on with, or with which a practice began that names no origin."""
        if entry.kind == Project.kind:
            return next(iter(self.outcomes.named(entry, "predecessor")), None)
        practice = cast(Entry[Practice], entry)
        return None if practice.record.origin else self._first_project(practice)

    def _first_project(self, entry: Entry[Practice]) -> Entry[Record] | None:
        """The project with which a practice began at its own place; what came later did not give rise to it."""
        practice = entry.record
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

    def _born_of(self, thread: Thread) -> Iterator[Entry[Practice]]:
        """Those of the taker's practices that began with what came by a thread."""
        made = {project.id for project in thread.projects}
        for practice in self._onward(thread):
            first = self._first_project(practice)
            if practice in thread.practices or (first and first.id in made):
                yield practice

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


def _from_its_start(loop: tuple[str, ...], onward: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    """A loop from the practice that went on first: `onward` gives for each step the age of its oldest thread."""
    ages = [onward[here][there] for here, there in zip(loop, (*loop[1:], loop[0]), strict=True)]
    at = ages.index(max(ages))
    return loop[at:] + loop[:at]
