"""A city as its page shows it, and cities by province."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple, cast

from ondongne.outcomes.figures import highlights
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.charts import Chart
from ondongne.publications.design import tone
from ondongne.publications.numbers import Number, of_total
from ondongne.publications.patchwork import RAMIE, patch
from ondongne.publications.site.sheet import Sheet
from ondongne.publications.site.taught import Taught, by_practice
from ondongne.publications.site.years import YearLine, timeline
from ondongne.publications.trends import Sum, Values, over_years, sums, values
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.evidence import Vision
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import COUNTED, Entry
from ondongne.records.vocabulary import Topic

NEWEST_STORIES: Final = 3
MOST_NUMBERS: Final = 4
_WIDTHS: Final = 3
_UNBROKEN: Final = "\u2060·\u2060"
"""A middle dot at which no line may break."""

_ONE_CLOTH: Final = 24
"""Dongs that one can look through without parting them by region."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A council on the patchwork of its city: its link, name, what its newest year was about, its tone and width."""

    href: str
    name: str
    topics: str
    tone: str
    width: int


class RegionTiles(NamedTuple):
    """A region of a city: its name, its councils on the patchwork, and its welfare centres."""

    name: str
    tiles: tuple[Tile, ...]
    centres: tuple[Entry[Record], ...]


class CitySheet(Sheet):
    """A city's page."""

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """The city as a patchwork, a tile for each council."""
        return tuple(self._tile(council) for council in self.outcomes.councils(self.entry.id))

    @cached_property
    def regions(self) -> tuple[RegionTiles, ...]:
        """The tiles by region, those of none last; empty where the city names no regions."""
        regions = cast(City, self.record).regions
        by_href = {tile.href: tile for tile in self.tiles}
        found = []
        for region in regions:
            tiles = [by_href.pop(self.page.link(council), None) for council in self.follow(region.councils)]
            found.append(RegionTiles(region.name, tuple(filter(None, tiles)), self.follow(region.centres)))
        rest = (RegionTiles("권역을 적지 않은 동", tuple(by_href.values()), ()),) if regions and by_href else ()
        return (*found, *rest)

    @property
    def is_wide(self) -> bool:
        """Whether there are so many dongs that they are found by region first."""
        return len(self.tiles) > _ONE_CLOTH and bool(self.regions)

    @cached_property
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
            topics=", ".join(topic.label.replace("·", _UNBROKEN) for topic in topics[:2]),
            tone=tone(topic, tint),
            width=1 + sum(len(piece.corners) for piece in drawn.pieces) % _WIDTHS,
        )

    @cached_property
    def vision(self) -> Vision | None:
        """The newest vision."""
        visions = cast(City, self.record).visions
        return max(visions, key=lambda vision: vision.year, default=None)

    @cached_property
    def counted(self) -> tuple[str, tuple[Number, ...]]:
        """The newest year that has figures, and those that the city puts first; the year's own where it names none."""
        for line in self.years:
            found = self._numbers(line.year)
            if found:
                return line.name, found
        return "", ()

    @cached_property
    def numbers(self) -> tuple[tuple[YearLine, Values], ...]:
        """The same figures by label for each year that has any, newest first."""
        labels = self.labels
        found = ((line, values(self._numbers(line.year))) for line in self.years)
        return tuple((line, known) for line, known in found if not known.keys().isdisjoint(labels))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Labels of the newest year's figures."""
        return tuple(values(self.counted[1]))

    @property
    def sums(self) -> Mapping[str, Sum]:
        """What they come to over the years."""
        metrics = cast(City, self.record).metrics
        return sums(metrics.values(), self.labels, [known for _, known in self.numbers])

    @property
    def charts(self) -> tuple[Chart, ...]:
        """What became of them over the years."""
        return tuple(over_years(self.labels, {line.name: known for line, known in reversed(self.numbers)}))

    def _numbers(self, year: int) -> tuple[Number, ...]:
        chosen = tuple(of_total(total) for total in highlights(self.outcomes, self.entry.id, year))
        return chosen or self.page.site.numbers(self.entry, year)[:MOST_NUMBERS]

    @cached_property
    def stories(self) -> tuple[Entry[Record], ...]:
        """The newest stories."""
        return self.outcomes.of("stories", self.entry.id)[:NEWEST_STORIES]

    @cached_property
    def taken_up(self) -> tuple[Taught, ...]:
        """Practices that others took up, each with where to."""
        return tuple(taught for taught in self.taught if any(thread.taken_up for thread in taught[1]))

    @cached_property
    def seen(self) -> tuple[Taught, ...]:
        """Practices that others saw and have not taken up."""
        return tuple(taught for taught in self.taught if not any(thread.taken_up for thread in taught[1]))

    @cached_property
    def taught(self) -> tuple[Taught, ...]:
        """Practices that others saw or took up, each with its threads."""
        owners = (self.entry.id, *(council.id for council in self.outcomes.councils(self.entry.id)))
        lineage = self.page.site.lineage
        return by_practice(thread for owner in owners for thread in lineage.taught(owner))

    @cached_property
    def practices(self) -> tuple[Entry[Record], ...]:
        """Practices of the city and its councils that nobody else has seen yet."""
        taught = {practice.id for practice, _ in self.taught}
        return tuple(entry for entry in self.outcomes.of("practices", self.entry.id) if entry.id not in taught)

    @cached_property
    def years(self) -> tuple[YearLine, ...]:
        """The city's years, newest first."""
        return timeline(self.page, self.entry)

    @cached_property
    def organisations(self) -> tuple[Entry[Record], ...]:
        """Organisations of the city."""
        return self.outcomes.at(self.entry.id, "organisations")


def newest_topics(outcomes: Outcomes, council: Entry[Council]) -> tuple[Topic, ...]:
    """What a council's newest year was about: as its year says, else as its projects do."""
    for year in outcomes.years(council.id)[:1]:
        record = outcomes.year(council.id, year)
        said = record.once(_topics, COUNTED) if record is not None else ()
        projects = outcomes.at(f"{council.id}/{year}", Project.kind)
        return said or tuple(dict.fromkeys(topic for entry in projects for topic in entry.once(_topics, COUNTED)))
    return ()


def _topics(entry: Entry[Record]) -> tuple[Topic, ...]:
    return entry.record.topics


def by_province(cities: Iterable[Entry[City]]) -> Mapping[str, tuple[Entry[City], ...]]:
    """Cities by province, both in Korean order; those without one last."""
    found: dict[str, list[Entry[City]]] = {}
    for city in sorted(cities, key=lambda entry: (not entry.record.province, entry.record.province or "")):
        found.setdefault(city.record.province or "", []).append(city)
    return {province: tuple(group) for province, group in found.items()}
