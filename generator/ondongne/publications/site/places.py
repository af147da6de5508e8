"""Cities, councils and their years, as their pages show them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, cast

from ondongne import korean
from ondongne.outcomes.figures import highlights
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.publications.design import tone
from ondongne.publications.numbers import Number, of_home, of_total
from ondongne.publications.patchwork import RAMIE, patch
from ondongne.publications.phrases import year_text
from ondongne.publications.site.here import Here
from ondongne.publications.site.sheet import Sheet
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.kinds import KINDS, OF_A_YEAR
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.values import Vision
from ondongne.records.vocabulary import Topic

NEWEST_STORIES: Final = 3
MOST_NUMBERS: Final = 4
_WIDTHS: Final = 3


Taught = tuple[Entry[Record], tuple[Thread, ...]]


@dataclass(frozen=True, slots=True)
class Tile:
    """A council on the patchwork of its city: its link, name, what its newest year was about, its tone and width."""

    href: str
    name: str
    topics: str
    tone: str
    width: int


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year on a timeline: its link, its name, what it was about and what is recorded of it."""

    year: int
    href: str
    name: str
    summary: str
    holds: str


@dataclass(frozen=True, slots=True)
class Branded:
    """Projects under one brand name; the name is empty for those without."""

    brand: str
    projects: tuple[Entry[Record], ...]


class CitySheet(Sheet):
    """A city's page."""

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """The city as a patchwork, a tile for each council."""
        return tuple(self._tile(council) for council in self.outcomes.councils(self.entry.id))

    @property
    def recorded(self) -> int:
        """How many councils have a year on record."""
        return sum(1 for council in self.outcomes.councils(self.entry.id) if self.outcomes.years(council.id))

    def _tile(self, council: Entry[Council]) -> Tile:
        topics = newest_topics(self.outcomes, council)
        drawn = patch(council.id)
        topic = self.page.site.design.topics[topics[0].value] if topics else RAMIE
        tint = len(drawn.pieces) % (2 if topics else 3)  # the pale tint is kept for dongs without records
        return Tile(
            href=self.page.link(council),
            name=council.record.heading,
            topics=", ".join(topic.label for topic in topics[:2]),
            tone=tone(topic, tint),
            width=1 + sum(len(piece.corners) for piece in drawn.pieces) % _WIDTHS,
        )

    @property
    def vision(self) -> Vision | None:
        """The newest vision."""
        visions = cast(City, self.record).visions
        return max(visions, key=lambda vision: vision.year, default=None)

    @cached_property
    def counted(self) -> tuple[str, tuple[Number, ...]]:
        """The newest year that has figures, and those that the city puts first; the year's own where it names none."""
        for year in self.outcomes.years(self.entry.id):
            found = self._numbers(year)
            if found:
                return year_text(self.outcomes, self.entry.id, year), found
        return "", ()

    def _numbers(self, year: int) -> tuple[Number, ...]:
        chosen = tuple(of_total(total) for total in highlights(self.outcomes, self.entry.id, year))
        return chosen or of_home(self.outcomes, self.entry, year, self.page.phrases)[:MOST_NUMBERS]

    @property
    def stories(self) -> tuple[Entry[Record], ...]:
        """The newest stories."""
        return self.outcomes.of("stories", self.entry.id)[:NEWEST_STORIES]

    @property
    def taken_up(self) -> tuple[Taught, ...]:
        """Practices that others took up, each with where to."""
        return tuple(taught for taught in self.taught if any(thread.taken_up for thread in taught[1]))

    @property
    def seen(self) -> tuple[Taught, ...]:
        """Practices that others saw and have not taken up."""
        return tuple(taught for taught in self.taught if not any(thread.taken_up for thread in taught[1]))

    @cached_property
    def taught(self) -> tuple[Taught, ...]:
        """Practices that others saw or took up, each with its threads."""
        owners = (self.entry.id, *(council.id for council in self.outcomes.councils(self.entry.id)))
        lineage = self.page.site.lineage
        return by_practice(thread for owner in owners for thread in lineage.taught(owner))

    @property
    def practices(self) -> tuple[Entry[Record], ...]:
        """Practices of the city and its councils that nobody else has seen yet."""
        taught = {practice.id for practice, _ in self.taught}
        return tuple(entry for entry in self.outcomes.of("practices", self.entry.id) if entry.id not in taught)

    @property
    def years(self) -> tuple[YearLine, ...]:
        """The city's years, newest first."""
        return timeline(self.page, self.entry)

    @property
    def organisations(self) -> tuple[Entry[Record], ...]:
        """Organisations of the city."""
        return self.outcomes.at(self.entry.id, "organisations")


class CouncilSheet(Sheet):
    """A council's page."""

    @property
    def latest(self) -> int | None:
        """The newest year on record."""
        return next(iter(self.outcomes.years(self.entry.id)), None)

    @property
    def projects(self) -> tuple[Branded, ...]:
        """What the council does now: the projects of the newest year that has any, by brand."""
        projects = self.outcomes.of("projects", self.entry.id)
        return by_brand(entry for entry in projects if entry.year == projects[0].year)

    @property
    def practices(self) -> tuple[Entry[Record], ...]:
        """What others can learn from it."""
        return self.outcomes.at(self.entry.id, "practices")

    @property
    def years(self) -> tuple[YearLine, ...]:
        """Its years, newest first."""
        return timeline(self.page, self.entry)

    @property
    def stories(self) -> tuple[Entry[Record], ...]:
        """Its own stories and those told about it."""
        own = {entry.id: entry for entry in self.outcomes.of("stories", self.entry.id)}
        return tuple((own | {entry.id: entry for entry in self.citing("stories")}).values())

    @cached_property
    def numbers(self) -> tuple[tuple[YearLine, Mapping[str, str]], ...]:
        """Values by label for each year that has any, newest first."""
        found = ((line, self._values(line.year)) for line in self.years)
        return tuple((line, values) for line, values in found if values)

    def _values(self, year: int) -> Mapping[str, str]:
        numbers = of_home(self.outcomes, self.entry, year, self.page.phrases)
        return {number.label: number.value for number in numbers if number.value}

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of all figures, in the order in which years name them."""
        return tuple(dict.fromkeys(label for _, values in self.numbers for label in values))

    @property
    def mentions(self) -> tuple[Entry[Record], ...]:
        """Records of others in which it appears."""
        return tuple(
            entry
            for entry in self.citing()
            if entry.owner != self.entry.id and entry.kind in KINDS and entry.kind not in ("city", "stories")
        )

    @property
    def learned(self) -> tuple[Taught, ...]:
        """Practices it saw or took up elsewhere."""
        return by_practice(self.page.site.lineage.learned(self.entry.id))

    @property
    def taught(self) -> tuple[Taught, ...]:
        """Practices that others saw at it or took up from it."""
        return by_practice(self.page.site.lineage.taught(self.entry.id))

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the council itself is on record."""
        return not (self.years or self.practices or self.stories or self.record.summary)


@dataclass(frozen=True, eq=False)
class YearSheet:
    """A council's or city's year; it has a page even without a year record."""

    page: Here
    owner: Entry[Record]
    year: int

    @property
    def outcomes(self) -> Outcomes:
        """All public records."""
        return self.page.site.outcomes

    @property
    def home(self) -> str:
        """The id of the year."""
        return f"{self.owner.id}/{self.year}"

    @property
    def name(self) -> str:
        """The year as pages say it."""
        return year_text(self.outcomes, self.owner.id, self.year)

    @cached_property
    def sheet(self) -> Sheet | None:
        """The year's record."""
        entry = self.outcomes.year(self.owner.id, self.year)
        return Sheet(self.page, entry) if entry is not None else None

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The year's figures."""
        return of_home(self.outcomes, self.owner, self.year, self.page.phrases)

    def at(self, kind: str) -> tuple[Entry[Record], ...]:
        """Records of a kind right in this year."""
        return self.outcomes.at(self.home, kind)

    @property
    def projects(self) -> tuple[Branded, ...]:
        """Projects by brand."""
        return by_brand(self.at("projects"))

    @property
    def stories(self) -> tuple[Entry[Record], ...]:
        """Stories of the year; for a city, those of its councils too."""
        return tuple(entry for entry in self.outcomes.of("stories", self.owner.id) if entry.year == self.year)

    @property
    def visions(self) -> tuple[Vision, ...]:
        """For a city: its vision for the year, and those declared at one of the year's events."""
        city = self.owner
        if not isinstance(city.record, City):
            return ()
        events = {entry.id for entry in self.at("events")}
        return tuple(v for v in city.record.visions if v.year == self.year or self._declared(v) in events)

    def _declared(self, vision: Vision) -> str:
        found = self.outcomes.follow(self.owner, vision.declared_at) if vision.declared_at else None
        return found.id if found is not None else ""

    @property
    def councils(self) -> tuple[YearLine, ...]:
        """For a city: what its councils have on record for the year."""
        if self.owner.kind != "city":
            return ()
        active = (c for c in self.outcomes.councils(self.owner.id) if self.year in self.outcomes.years(c.id))
        return tuple(_year_line(self.page, council, self.year, council.record.heading) for council in active)


def newest_topics(outcomes: Outcomes, council: Entry[Council]) -> tuple[Topic, ...]:
    """What a council's newest year was about: as its year says, else as its projects do."""
    for year in outcomes.years(council.id)[:1]:
        record = outcomes.year(council.id, year)
        if record is not None and record.record.topics:
            return record.record.topics
        projects = outcomes.at(f"{council.id}/{year}", Project.kind)
        return tuple(dict.fromkeys(topic for entry in projects for topic in entry.record.topics))
    return ()


def by_brand(projects: Iterable[Entry[Record]]) -> tuple[Branded, ...]:
    """Projects in Korean order under their brands; those without a brand last."""
    ordered = sorted(projects, key=lambda entry: (not _brand(entry), korean.sort_key(_brand(entry)), entry.id))
    return tuple(Branded(brand, tuple(group)) for brand, group in groupby(ordered, key=_brand))


def by_practice(threads: Iterable[Thread]) -> tuple[Taught, ...]:
    """Threads by the practice they carry."""
    found: dict[str, list[Thread]] = {}
    for thread in threads:
        found.setdefault(thread.practice.id, []).append(thread)
    return tuple((group[0].practice, tuple(group)) for group in found.values())


def timeline(page: Here, owner: Entry[Record]) -> tuple[YearLine, ...]:
    """A place's years, newest first."""
    outcomes = page.site.outcomes
    return tuple(
        _year_line(page, owner, year, year_text(outcomes, owner.id, year)) for year in outcomes.years(owner.id)
    )


def _year_line(page: Here, owner: Entry[Record], year: int, name: str) -> YearLine:
    record = page.site.outcomes.year(owner.id, year)
    holds = ", ".join(_holds(page.site.outcomes, owner, year))
    return YearLine(year, page.year(owner.id, year), name, (record and record.record.summary) or "", holds)


def _holds(outcomes: Outcomes, owner: Entry[Record], year: int) -> Iterator[str]:
    for kind in OF_A_YEAR:
        found = sum(1 for _ in outcomes.at(f"{owner.id}/{year}", kind))
        if found:
            yield f"{KINDS[kind].label} {found}"


def _brand(entry: Entry[Record]) -> str:
    return cast(Project, entry.record).brand or ""


def by_province(cities: Iterable[Entry[City]]) -> Mapping[str, tuple[Entry[City], ...]]:
    """Cities by province, both in Korean order; those without one last."""
    found: dict[str, list[Entry[City]]] = {}
    for city in sorted(cities, key=lambda entry: (not entry.record.province, entry.record.province or "")):
        found.setdefault(city.record.province or "", []).append(city)
    return {province: tuple(group) for province, group in found.items()}
