"""A council as its page shows it."""

from collections.abc import Mapping
from functools import cached_property
from itertools import islice
from typing import cast

from ondongne.publications.charts import Chart
from ondongne.publications.site.sheet import Sheet
from ondongne.publications.site.taught import Taught, by_practice
from ondongne.publications.site.years import MOST_CHARTS, Branded, YearLine, by_brand, timeline
from ondongne.publications.trends import Sum, Values, bodies, over_years, sums, values
from ondongne.records.council import Council
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry


class CouncilSheet(Sheet):
    """A council's page."""

    @cached_property
    def projects(self) -> tuple[Branded, ...]:
        """What the council does now: the projects of the newest year that has any, by brand."""
        projects = self.outcomes.of("projects", self.entry.id)
        return by_brand(entry for entry in projects if entry.year == projects[0].year)

    @cached_property
    def practices(self) -> tuple[Entry[Record], ...]:
        """What others can learn from it."""
        return self.outcomes.at(self.entry.id, "practices")

    @cached_property
    def years(self) -> tuple[YearLine, ...]:
        """Its years, newest first."""
        return timeline(self.page, self.entry)

    @cached_property
    def stories(self) -> tuple[Entry[Record], ...]:
        """Its own stories and those told about it."""
        own = {entry.id: entry for entry in self.outcomes.of("stories", self.entry.id)}
        return tuple((own | {entry.id: entry for entry in self.citing("stories")}).values())

    @cached_property
    def numbers(self) -> tuple[tuple[YearLine, Values], ...]:
        """Figures by label for each year that has any, newest first."""
        found = ((line, values(self.page.site.numbers(self.entry, line.year))) for line in self.years)
        return tuple((line, known) for line, known in found if known)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Labels of all figures: those that the city puts first, then as years name them."""
        city = self.city.record
        first = (city.metrics[name].label for name in city.highlights if name in city.metrics)
        named = dict.fromkeys(label for _, known in self.numbers for label in known)
        return tuple(dict.fromkeys((*(label for label in first if label in named), *named)))

    @property
    def sums(self) -> Mapping[str, Sum]:
        """What figures come to over the years."""
        return sums(self.city.record.metrics.values(), self.labels, [known for _, known in self.numbers])

    @property
    def charts(self) -> tuple[Chart, ...]:
        """What became of the first figures over the years."""
        by_year = {line.name: known for line, known in reversed(self.numbers)}
        return tuple(islice(over_years(self.labels, by_year), MOST_CHARTS))

    @property
    def bodies(self) -> tuple[Chart, ...]:
        """How many people its subcommittees and groups have."""
        return tuple(bodies(cast(Council, self.record)))

    @cached_property
    def mentions(self) -> tuple[Entry[Record], ...]:
        """Records of others in which it appears."""
        return tuple(
            entry
            for entry in self.citing()
            if entry.owner != self.entry.id and entry.kind in KINDS and entry.kind not in ("city", "stories")
        )

    @cached_property
    def learned(self) -> tuple[Taught, ...]:
        """Practices it saw or took up elsewhere."""
        return by_practice(self.page.site.lineage.learned(self.entry.id))

    @cached_property
    def taught(self) -> tuple[Taught, ...]:
        """Practices that others saw at it or took up from it."""
        return by_practice(self.page.site.lineage.taught(self.entry.id))

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing but the council itself is on record."""
        return not (self.years or self.practices or self.stories or self.record.summary)
