"""A council's or city's years: the page of one, and all of them as a timeline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final, NamedTuple, cast

from ondongne import korean
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.numbers import Number, figures
from ondongne.publications.phrases import year_text
from ondongne.publications.site.here import Here
from ondongne.publications.site.money import Funds, funds_of
from ondongne.publications.site.sheet import Sheet
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.evidence import Vision, Wording
from ondongne.records.kinds import KINDS, OF_A_YEAR
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry

MOST_CHARTS: Final = 4
"""Charts over years that stand beside each other; the table behind them holds every figure."""


_WHOLE: Final = 100


class YearLine(NamedTuple):
    """A year on a timeline: its link, its name, what it was about and what is recorded of it."""

    year: int
    href: str
    name: str
    summary: str
    holds: str


class Branded(NamedTuple):
    """Projects under one brand name; the name is empty for those without."""

    brand: str
    projects: tuple[Entry[Record], ...]


class Aims(NamedTuple):
    """Projects that have targets, each with its figures that do, and the projects that have none."""

    projects: tuple[tuple[Entry[Record], tuple[Number, ...]], ...]
    without: tuple[Entry[Record], ...]

    @property
    def size(self) -> int:
        """How many targets there are."""
        return sum(len(numbers) for _, numbers in self.projects)

    @property
    def known(self) -> int:
        """How many have a result."""
        return sum(number.share is not None for _, numbers in self.projects for number in numbers)

    @property
    def reached(self) -> int:
        """How many have a result that is as large, or larger."""
        return sum(number.reached == _WHOLE for _, numbers in self.projects for number in numbers)


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

    @cached_property
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
        return self.page.site.numbers(self.owner, self.year)

    @cached_property
    def funds(self) -> Funds | None:
        """Where the year's money came from; None where no sum is of several funds."""
        entry = self.outcomes.year(self.owner.id, self.year)
        return funds_of(entry) if entry is not None else None

    def at(self, kind: str) -> tuple[Entry[Record], ...]:
        """Records of a kind right in this year."""
        return self.outcomes.at(self.home, kind)

    @cached_property
    def projects(self) -> tuple[Branded, ...]:
        """Projects by brand."""
        return by_brand(self.at("projects"))

    @cached_property
    def aims(self) -> Aims:
        """What the year's projects aimed at, and what came of it."""
        found = [(entry, _aimed(self.outcomes, entry)) for group in self.projects for entry in group.projects]
        return Aims(tuple(pair for pair in found if pair[1]), tuple(entry for entry, aimed in found if not aimed))

    @cached_property
    def stories(self) -> tuple[Entry[Record], ...]:
        """Stories of the year; for a city, those of its councils too."""
        if self.owner.kind == "council":
            return self.outcomes.of("stories", self.home)
        return tuple(entry for entry in self.outcomes.of("stories", self.owner.id) if entry.year == self.year)

    @cached_property
    def visions(self) -> tuple[Vision, ...]:
        """For a city: its vision for the year, and those declared at one of the year's events."""
        city = self.owner
        if not isinstance(city.record, City):
            return ()
        events = {entry.id for entry in self.at("events")}
        return tuple(v for v in city.record.visions if v.year == self.year or self._declared(v) in events)

    @cached_property
    def restored(self) -> tuple[Wording, ...]:
        """Texts on the page that lost characters at their source: the year's own, and its visions."""
        own = self.sheet.restored if self.sheet else ()
        return (*(vision.slogan for vision in self.visions if vision.slogan.restored), *own)

    def _declared(self, vision: Vision) -> str:
        found = self.outcomes.follow(self.owner, vision.declared_at) if vision.declared_at else None
        return found.id if found is not None else ""

    @cached_property
    def councils(self) -> tuple[YearLine, ...]:
        """For a city: what its councils have on record for the year."""
        councils = _councils(self.outcomes, self.owner)
        active = (council for council in councils if self.year in self.outcomes.years(council.id))
        return tuple(_year_line(self.page, council, self.year, council.record.heading) for council in active)


def owners(outcomes: Outcomes, only: str = "") -> Iterator[Entry[Record]]:
    """Every place that has years: each city, or only one, then its councils."""
    for city in outcomes.cities:
        if not only or city.id == only:
            yield city
            yield from outcomes.councils(city.id)


def by_brand(projects: Iterable[Entry[Record]]) -> tuple[Branded, ...]:
    """Projects in Korean order under their brands; those without a brand last."""
    ordered = sorted(projects, key=lambda entry: (not _brand(entry), korean.sort_key(_brand(entry)), entry.id))
    return tuple(Branded(brand, tuple(group)) for brand, group in groupby(ordered, key=_brand))


def timeline(page: Here, owner: Entry[Record]) -> tuple[YearLine, ...]:
    """A place's years, newest first."""
    outcomes = page.site.outcomes
    return tuple(
        _year_line(page, owner, year, year_text(outcomes, owner.id, year)) for year in outcomes.years(owner.id)
    )


def _year_line(page: Here, owner: Entry[Record], year: int, name: str) -> YearLine:
    record = page.site.outcomes.year(owner.id, year)
    holds = ", ".join(_holds(page.site.outcomes, owner, year))
    return YearLine(year, page.year(owner.id, year), name, (record and record.gist.summary) or "", holds)


def _holds(outcomes: Outcomes, owner: Entry[Record], year: int) -> Iterator[str]:
    for kind in OF_A_YEAR:
        found = sum(1 for _ in outcomes.at(f"{owner.id}/{year}", kind))
        if found:
            yield f"{KINDS[kind].label} {found}"
    active = sum(year in outcomes.years(council.id) for council in _councils(outcomes, owner))
    if active:
        yield f"동 협의체 {active}곳"


def _councils(outcomes: Outcomes, owner: Entry[Record]) -> tuple[Entry[Council], ...]:
    return outcomes.councils(owner.id) if owner.kind == City.kind else ()


def _aimed(outcomes: Outcomes, entry: Entry[Record]) -> tuple[Number, ...]:
    return tuple(number for number in figures(outcomes, entry) if number.target)


def _brand(entry: Entry[Record]) -> str:
    return cast(Project, entry.record).brand or ""
