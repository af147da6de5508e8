"""What councils undertake over the years, and what they see of each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ondongne.sample.material import Theme
from ondongne.sample.town import Dong, Partner, Town


@dataclass(frozen=True, eq=False)
class Undertaking:
    """A project that a council carries on from `since` to `until`; `shown` ones are practices others can learn.

    One that begins after the town's `last_year` is only planned. `model` is the undertaking it was learned from.
    """

    dong: Dong
    theme: Theme
    title: str
    since: int
    last_year: int
    partners: Sequence[Partner]
    place: str
    shown: bool
    until: int | None = None
    model: "Undertaking | None" = None

    @property
    def planned(self) -> bool:
        """Whether it has yet to begin."""
        return self.since > self.last_year

    def runs(self, year: int) -> bool:
        """Whether it is carried on in a year."""
        return self.since <= year and (self.until is None or year <= self.until)

    def told(self, year: int) -> bool:
        """Whether a year has a record of it: it runs, or it is the last year and its plan is made."""
        return self.runs(year) or (self.planned and year == self.last_year)

    def project(self, year: int) -> str:
        """The id of its record in a year; in the last year if it is only planned."""
        return f"{self.dong.id}/{min(year, self.last_year)}/projects/{self.theme.slug}"

    @property
    def practice(self) -> str:
        """The id of what others can learn from it."""
        return f"{self.dong.id}/practices/{self.theme.slug}"


@dataclass(frozen=True, eq=False)
class Sight:
    """An undertaking seen on a trip: the first decision, a later one with its year and month, and what came of it."""

    seen: Undertaking
    status: str | None
    later: tuple[str, int, int] | None = None
    became: Undertaking | None = None


@dataclass(frozen=True, eq=False)
class Trip:
    """A council's visit to another."""

    visitor: Dong
    host: Dong
    year: int
    month: int
    sights: Sequence[Sight]


@dataclass(frozen=True, eq=False)
class Chronicle:
    """A town with all that its councils undertake, by the dong's slug, and their trips, by slug and year."""

    town: Town
    undertakings: Mapping[str, Sequence[Undertaking]]
    trips: Mapping[tuple[str, int], Sequence[Trip]]

    def told(self, dong: Dong, year: int) -> list[Undertaking]:
        """What a council's year has records of."""
        return [undertaking for undertaking in self.undertakings[dong.slug] if undertaking.told(year)]

    def running(self, dong: Dong, year: int) -> list[Undertaking]:
        """What a council carries on in a year."""
        return [undertaking for undertaking in self.undertakings[dong.slug] if undertaking.runs(year)]

    def shown(self, dong: Dong) -> list[Undertaking]:
        """What others can learn from a council."""
        return [undertaking for undertaking in self.undertakings[dong.slug] if undertaking.shown]
