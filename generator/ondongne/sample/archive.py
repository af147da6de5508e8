"""All that the records of a town are written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ondongne.sample.album import Album
from ondongne.sample.tally import Tally
from ondongne.sample.town import CITY, Dong, Town
from ondongne.sample.undertakings import Chronicle, Undertaking
from ondongne.sample.voice import Voice


@dataclass(frozen=True)
class Archive:
    """A town's chronicle with its numbers, and the album its records put their pictures in."""

    chronicle: Chronicle
    tally: Tally
    album: Album = field(default_factory=Album)

    @property
    def town(self) -> Town:
        """The town itself."""
        return self.chronicle.town

    @property
    def last_year(self) -> int:
        """The newest year there are records of."""
        return self.town.years[-1]

    def turn(self, dong: Dong, year: int) -> int:
        """What makes councils and years take turns: 0 for the first council in the last year."""
        return dong.number + self.last_year - year

    def voice(self, undertaking: Undertaking, what: str, year: int, **more: object) -> Voice:
        """A voice that tells of an undertaking in a year, its numbers at hand."""
        reach = self.tally.reach(undertaking, year)
        known: Mapping[str, object] = {
            "title": undertaking.title,
            "partner": undertaking.partners[0].name,
            "place": undertaking.place,
            "n": reach.households,
            "m": reach.counts.get("visits", reach.households),
            "found": reach.found,
            **more,
        }
        return self.town.of(undertaking.dong, f"{undertaking.theme.slug}/{what}", year, **known)

    def city_year(self, year: int) -> str:
        """The id of a city-year."""
        return f"{CITY}/{year}"

    def council_year(self, dong: Dong, year: int) -> str:
        """The id of a council-year."""
        return f"{dong.id}/{year}"
