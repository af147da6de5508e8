"""Deciding, year by year, what each council undertakes and whom it visits."""

from collections import Counter
from dataclasses import replace
from typing import Final

from ondongne.sample.dice import Dice
from ondongne.sample.material import Theme, material
from ondongne.sample.town import Dong, Partner, Town
from ondongne.sample.undertakings import Chronicle, Sight, Trip, Undertaking

_AT_FIRST: Final = 5
_OF_ONE_TOPIC: Final = 3
_SHOWN_AT_FIRST: Final = 2
_MOST_AT_ONCE: Final = 7
_HOSTS_ASKED: Final = 6
_MOST_SEEN: Final = 3
_LAST_MONTH_OF_SPRING: Final = 5

_TRIPS: Final = 0.6
_ENDINGS: Final = 0.45
_ADOPTIONS: Final = 0.75
_UNDECIDED: Final = 0.2


def plan(town: Town) -> Chronicle:
    """Plan all years of a town: nothing is learned before it is practised, and nobody does one thing twice."""
    planner = _Planner(town)
    return Chronicle(town, planner.undertakings, planner.trips)


def _themes(dong: Dong, dice: Dice) -> list[Theme]:
    """What a council begins with: a few things of the topic it leans to, and others of all kinds."""
    themes = dice.sample(list(material().themes), len(material().themes))
    topics = sorted({topic for theme in themes for topic in theme.topics})
    leaning = topics[dong.number % len(topics)]
    own = [theme for theme in themes if leaning in theme.topics][:_OF_ONE_TOPIC]
    return [*own, *(theme for theme in themes if theme not in own)][:_AT_FIRST]


class _Planner:
    def __init__(self, town: Town) -> None:
        self._town = town
        self._titles: Counter[str] = Counter()
        self._refused: set[tuple[str, str]] = set()
        self.undertakings = {dong.slug: self._first(dong) for dong in town.dongs}
        self.trips: dict[tuple[str, int], list[Trip]] = {}
        for year in town.years:
            for dong in town.dongs:
                self.trips[dong.slug, year] = list(self._travel(dong, year))

    def _first(self, dong: Dong) -> list[Undertaking]:
        dice = self._town.dice(dong.slug, "plan")
        return [self._begin(dong, theme, index, dice) for index, theme in enumerate(_themes(dong, dice))]

    def _begin(self, dong: Dong, theme: Theme, index: int, dice: Dice) -> Undertaking:
        years = self._town.years
        since = years[0] - dice.randint(0, 2) if index <= _SHOWN_AT_FIRST else dice.choice(years)
        ends = index == _SHOWN_AT_FIRST and len(years) > 1 and dice.happens(_ENDINGS)
        until = dice.randint(years[0] + 1, years[-1]) if ends else None
        return replace(self._found(dong, theme, since, shown=index < _SHOWN_AT_FIRST), until=until)

    def _found(self, dong: Dong, theme: Theme, since: int, *, shown: bool) -> Undertaking:
        dice = self._town.dice(dong.slug, theme.slug)
        return Undertaking(
            dong=dong,
            theme=theme,
            title=self._title(dong, theme),
            since=since,
            last_year=self._town.years[-1],
            partners=self._partners(dong, theme, dice),
            place=dice.choice(list(theme.places)),
            shown=shown,
        )

    def _partners(self, dong: Dong, theme: Theme, dice: Dice) -> list[Partner]:
        """First one that a theme's sentences fit, then whoever else is near."""
        near = self._town.near(dong)
        wanted = dice.choice(list(theme.partners))
        first = next(one for one in near if one.slug == wanted or (one.region is not None and wanted == "centre"))
        return [first, *dice.some([one for one in near if one is not first], 1, 2)]

    def _title(self, dong: Dong, theme: Theme) -> str:
        used = self._titles[theme.slug]
        self._titles[theme.slug] += 1
        lap, index = divmod(used, len(theme.titles))
        return f"{dong.root} {theme.titles[index]}" if lap else theme.titles[index]

    def _travel(self, dong: Dong, year: int) -> list[Trip]:
        dice = self._town.dice(dong.slug, year, "trip")
        if len(self._town.dongs) == 1 or not dice.happens(_TRIPS):
            return []
        host = self._host(dong, year, dice)
        if host is None:
            return []
        month = dice.randint(3, 10)
        seen = dice.some(self._news(dong, host, year), 1, _MOST_SEEN)
        return [Trip(dong, host, year, month, [self._look(dong, one, year, month, dice) for one in seen])]

    def _host(self, dong: Dong, year: int, dice: Dice) -> Dong | None:
        others = [other for other in self._town.dongs if other is not dong]
        asked = dice.sample(others, min(len(others), _HOSTS_ASKED))
        able = [other for other in asked if self._news(dong, other, year)]
        eager = (other for other in able if any(self._may_begin(dong, one) for one in self._news(dong, other, year)))
        return next(iter((*eager, *able)), None)

    def _news(self, dong: Dong, host: Dong, year: int) -> list[Undertaking]:
        """What a host can show in a year that the visitor does not do already: it was begun before."""
        own = {one.theme.slug for one in self.undertakings[dong.slug]}
        shown = (one for one in self.undertakings[host.slug] if one.shown and one.since < year and one.runs(year))
        return [one for one in shown if one.theme.slug not in own]

    def _may_begin(self, dong: Dong, seen: Undertaking) -> bool:
        return (dong.slug, seen.theme.slug) not in self._refused

    def _look(self, dong: Dong, seen: Undertaking, year: int, month: int, dice: Dice) -> Sight:
        since = year if month <= _LAST_MONTH_OF_SPRING and dice.happens(0.5) else year + 1
        running = sum(one.runs(since) for one in self.undertakings[dong.slug])
        if self._may_begin(dong, seen) and running < _MOST_AT_ONCE and dice.happens(_ADOPTIONS):
            return self._adopt(dong, seen, since, month + 1 if since == year else 2, dice)
        if dice.happens(_UNDECIDED):
            return Sight(seen, None)
        if dice.happens(0.5):
            return Sight(seen, "논의 중")
        self._refused.add((dong.slug, seen.theme.slug))
        return Sight(seen, "논의 중", ("도입하지 않음", year, min(12, month + 2)))

    def _adopt(self, dong: Dong, seen: Undertaking, since: int, month: int, dice: Dice) -> Sight:
        status = dice.choice(("도입", "고쳐서 도입"))
        shown = since < self._town.years[-1] and dice.happens(0.7)
        made = replace(self._found(dong, seen.theme, since, shown=shown), model=seen)
        self.undertakings[dong.slug].append(made)
        later = (status, since, month) if since <= self._town.years[-1] else None
        if later is not None and dice.happens(0.7):
            return Sight(seen, "논의 중", later, made)
        return Sight(seen, status, None, made)
