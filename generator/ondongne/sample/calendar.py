"""Which gatherings a year has, and which councils speak at the city's."""

from typing import Final

from ondongne.sample.material import material
from ondongne.sample.town import CITY, Dong, Town

SHARING: Final = "outcome-sharing"

_PRESENTERS: Final = 3
_GATHERINGS: Final = 2
_NOT_BY_TURN: Final = ("signing", "city_sharing", "city_training", "mayor")


def presenters(town: Town, year: int) -> list[Dong]:
    """The councils that tell of their year at the city's gathering."""
    return town.dice(year, "presenters").some(town.dongs, min(2, len(town.dongs)), _PRESENTERS)


def gatherings(dong: Dong, year: int) -> list[str]:
    """The kinds of gathering a council has in a year, each in its turn."""
    kinds = [kind for kind in material().events if kind not in _NOT_BY_TURN]
    start = dong.number * 3 + year * _GATHERINGS
    return [kinds[(start + step) % len(kinds)] for step in range(_GATHERINGS)]


def gathering_id(dong: Dong, year: int, kind: str) -> str:
    """The id of a council's gathering."""
    return f"{dong.id}/{year}/events/{kind}"


def city_sharing(year: int) -> str:
    """The id of the city's gathering at the end of a year."""
    return f"{CITY}/{year}/events/{SHARING}"


def told_at(town: Town, dong: Dong, year: int) -> str | None:
    """Where a council told its story of a year: at the city's gathering, at its own, or nowhere."""
    if dong in presenters(town, year):
        return city_sharing(year)
    return gathering_id(dong, year, "sharing") if "sharing" in gatherings(dong, year) else None
