"""Which records belong in a booklet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, cast

from ondongne import korean
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage, Thread
from ondongne.records.edition import Edition
from ondongne.records.event import Event
from ondongne.records.organisation import Organisation
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.story import Story
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.year import Year

Entries = tuple[Entry[Record], ...]

PASSAGES: Final = ("agreements", "awards", "plans", "milestones")
"""Kinds that share one chapter."""


@dataclass(frozen=True, eq=False)
class Gathered:
    """The records of one council-year or city-year."""

    outcomes: Outcomes
    lineage: Lineage
    owner: Entry[Record]
    year: int

    @property
    def home(self) -> str:
        """The id of the council-year or city-year."""
        return f"{self.owner.id}/{self.year}"

    @cached_property
    def owners(self) -> Entries:
        """The council; or the city, then its councils in Korean order."""
        return (self.owner, *self.outcomes.councils(self.owner.id)) if self.is_of_city else (self.owner,)

    @property
    def is_of_city(self) -> bool:
        """Whether the booklet is a city's."""
        return self.owner.kind == "city"

    @property
    def record(self) -> Entry[Year] | None:
        """The year's own record."""
        return self.outcomes.year(self.owner.id, self.year)

    def of(self, kind: str) -> Entries:
        """Records of a kind, the city's own first, then council by council."""
        return tuple(entry for owner in self.owners for entry in self.at(owner, kind))

    def at(self, owner: Entry[Record], kind: str) -> Entries:
        """Records of a kind of one place in the year."""
        return self.outcomes.at(f"{owner.id}/{self.year}", kind)

    @cached_property
    def told_stories(self) -> Entries:
        """The stories of a city that speak for all of it: its own, and those of councils presented at its events."""
        if not self.is_of_city:
            return self.of("stories")
        own = set(self.at(self.owner, "stories"))
        return tuple(story for story in self.of("stories") if story in own or self._was_presented(story))

    def _was_presented(self, story: Entry[Record]) -> bool:
        at = cast(Story, story.record).presented_at
        event = self.outcomes.follow(story, at) if at else None
        return event is not None and event.home == self.home

    def stories(self, council: Entry[Record]) -> Entries:
        """A council's stories that stand in its own chapter of a city's booklet."""
        return tuple(story for story in self.at(council, "stories") if story not in self.told_stories)

    def projects(self, owner: Entry[Record]) -> Entries:
        """A place's projects, brand by brand in Korean order, those without a brand last."""
        return tuple(sorted(self.at(owner, "projects"), key=_brand_and_title))

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """Practices on their way in this year, to or from these places."""
        near = (thread for owner in self.owners for thread in self._threads_of(owner))
        return tuple(dict.fromkeys(thread for thread in near if thread.year == self.year))

    def _threads_of(self, owner: Entry[Record]) -> tuple[Thread, ...]:
        return *self.lineage.learned(owner.id), *self.lineage.taught(owner.id)

    @cached_property
    def practices(self) -> Entries:
        """Practices at work here this year, then those that its visits saw or took up; each once."""
        own = (entry for owner in self.owners for entry in self.outcomes.at(owner.id, "practices"))
        at_work = [entry for entry in own if self._is_at_work(cast(Entry[Practice], entry))]
        found = {entry.id: entry for entry in (*at_work, *self._seen(), *(t.practice for t in self.threads))}
        return tuple(found.values())

    def _is_at_work(self, practice: Entry[Practice]) -> bool:
        """Whether a practice began or had a project in this year; one of which no year is known is of every year."""
        since = practice.record.since
        projects = (self.outcomes.follow(practice, ref) for ref in practice.record.projects)
        years = {project.year for project in projects if project is not None}
        return self.year in years or (self.year == since.year if since is not None else not years)

    def _seen(self) -> Iterator[Entry[Record]]:
        for visit in cast("tuple[Entry[Visit], ...]", self.of("visits")):
            for seen in visit.record.seen:
                practice = self.outcomes.follow(visit, seen.practice)
                if practice is not None:
                    yield practice

    @cached_property
    def organisations(self) -> Entries:
        """Organisations that the year's records name, and those that began in it; in Korean order."""
        named = {found.id: found for entry in self.dated for found in self.outcomes.referred(entry) if _is_body(found)}
        begun = {
            entry.id: entry
            for entry in self.outcomes.at(self.owner.id, "organisations")
            if _began(cast(Entry[Organisation], entry)) == self.year
        }
        return tuple(sorted((named | begun).values(), key=lambda entry: korean.sort_key(entry.record.heading)))

    @cached_property
    def dated(self) -> Entries:
        """Every record of the year itself."""
        kinds = ("year", "events", "stories", "projects", "visits", *PASSAGES)
        return tuple(entry for kind in kinds for entry in self.of(kind))

    @cached_property
    def earlier(self) -> Entries:
        """Records of the years before, from which the figures over the years come."""
        homes = [f"{o.id}/{year}" for o in self.owners for year in self.outcomes.years(o.id) if year < self.year]
        return tuple(entry for home in homes for kind in ("year", "projects") for entry in self.outcomes.at(home, kind))

    @cached_property
    def everything(self) -> Mapping[str, Entry[Record]]:
        """Every record in the booklet, by id."""
        return by_id((*self.owners, *self.dated, *self.practices, *self.organisations))


def by_id(entries: Iterable[Entry[Record]]) -> Mapping[str, Entry[Record]]:
    """Entries by id."""
    return {entry.id: entry for entry in entries}


def chosen(outcomes: Outcomes, edition: Entry[Edition]) -> Entries:
    """The public records of an edition, each once."""
    event = event_of(outcomes, edition)
    told = (event, *presented(outcomes, event)) if event is not None else ()
    found = by_id((*told, *chain.from_iterable(by_chapter(outcomes, edition))))
    return tuple(found.values())


def event_of(outcomes: Outcomes, edition: Entry[Edition]) -> Entry[Event] | None:
    """The event whose programme book an edition is."""
    ref = edition.record.event
    return cast("Entry[Event] | None", outcomes.follow(edition, ref)) if ref is not None else None


def presented(outcomes: Outcomes, event: Entry[Event]) -> Entries:
    """The stories told at an event, council by council as they spoke there, then any others."""
    speakers = [council.id for ref in event.record.presenters if (council := outcomes.follow(event, ref)) is not None]
    order = {id_: at for at, id_ in enumerate(speakers)}
    found = [
        story for story in cast("tuple[Entry[Story], ...]", outcomes.of("stories")) if _told_at(outcomes, story, event)
    ]
    return tuple(sorted(found, key=lambda story: (order.get(story.owner, len(order)), story.id)))


def _told_at(outcomes: Outcomes, story: Entry[Story], event: Entry[Event]) -> bool:
    ref = story.record.presented_at
    place = outcomes.follow(story, ref) if ref is not None else None
    return place is not None and place.id == event.id


def by_chapter(outcomes: Outcomes, edition: Entry[Edition]) -> tuple[Entries, ...]:
    """The public records of each chapter of an edition, in its order.

    One that was told at its event, or in a chapter before, is not told again.
    """
    event = event_of(outcomes, edition)
    told = set(by_id(presented(outcomes, event))) if event is not None else set()
    found: list[Entries] = []
    for chapter in edition.record.chapters:
        public = by_id(entry for ref in chapter.records if (entry := outcomes.follow(edition, ref)) is not None)
        found.append(tuple(entry for id_, entry in public.items() if id_ not in told))
        told.update(public)
    return tuple(found)


def _brand_and_title(entry: Entry[Record]) -> tuple[object, ...]:
    brand = cast(Project, entry.record).brand or ""
    return not brand, korean.sort_key(brand), korean.sort_key(entry.record.heading), entry.id


def _is_body(entry: Entry[Record]) -> bool:
    return isinstance(entry.record, Organisation)


def _began(entry: Entry[Organisation]) -> int | None:
    began = entry.record.opened or entry.record.founded
    return began.year if began else None
