"""The numbers of a town: each undertaking's year by year, and what a council's year comes to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ondongne.sample.material import material
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Chronicle, Undertaking

Parts = Mapping[str, int]
"""Won by fund."""

_OVERLAP: Final = 0.45
_STEP: Final = 10_000
_RUNNING_COSTS: Final = (2_400_000, 5_200_000)


@dataclass(frozen=True)
class Reach:
    """What an undertaking reached in a year; `before` is the number of households the year before, if it ran then."""

    households: int
    before: int | None
    found: int
    counts: Mapping[str, int]
    budget: Parts
    spent: Parts


@dataclass(frozen=True)
class CouncilYear:
    """What a council's year came to."""

    members: int
    new_members: int
    volunteers: int
    meetings: int
    households: int
    people: int
    donations: int
    training_hours: int
    satisfaction: Decimal
    budget: Parts
    spent: Parts


class Tally:
    """Counts a chronicle; every number follows from the town's seed and agrees with the others."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._town = chronicle.town
        self._reaches: dict[tuple[Undertaking, int], Reach] = {}
        self._years: dict[tuple[str, int], CouncilYear] = {}

    def reach(self, undertaking: Undertaking, year: int) -> Reach:
        """What an undertaking reaches in a year; what it aims at if the year is yet to come."""
        key = undertaking, year
        if key not in self._reaches:
            self._reaches[key] = self._reach(undertaking, year)
        return self._reaches[key]

    def of(self, dong: Dong, year: int) -> CouncilYear:
        """What a council's year came to."""
        key = dong.slug, year
        if key not in self._years:
            self._years[key] = self._count(dong, year)
        return self._years[key]

    def training_hours(self, year: int) -> int:
        """Hours of training that the city gave in a year, the same for every council."""
        return self._town.dice(year, "training").randint(6, 16)

    def members(self, dong: Dong, year: int) -> int:
        """How many members a council has in a year."""
        dice = self._town.dice(dong.slug, "members")
        first, growth = dice.randint(15, 23), dice.choice((0, 0, 1, 1, 2))
        return first + growth * (year - self._town.years[0]) // 2

    def _reach(self, undertaking: Undertaking, year: int) -> Reach:
        dice = self._town.dice(undertaking.dong.slug, undertaking.theme.slug, year, "reach")
        households = self._households(undertaking, year)
        before = self._households(undertaking, year - 1) if undertaking.runs(year - 1) else None
        counts = {name: max(1, round(share * households)) for name, share in undertaking.theme.counts.items()}
        if "kitchen" in counts:
            counts["kitchen"] = self._cooked(undertaking, year)
        cost = round(households * undertaking.theme.cost * dice.between(1.0, 1.15) / _STEP) * _STEP
        funds = dice.sample(list(material().others["funds"]), dice.randint(1, 3))
        budget = dict(zip(funds, _split(cost, dice.sample((5, 3, 2), len(funds))), strict=True))
        spent = {fund: _given(part * dice.between(0.86, 1.0)) for fund, part in budget.items()}
        return Reach(households, before, dice.randint(2, 5), counts, budget, spent)

    def _cooked(self, undertaking: Undertaking, year: int) -> int:
        """Portions from a kitchen that the dongs of a region share, so that each of them tells the same number."""
        dice = self._town.dice("kitchen", undertaking.dong.region, undertaking.theme.slug, year)
        return dice.randint(130, 280) * 50

    def _households(self, undertaking: Undertaking, year: int) -> int:
        dice = self._town.dice(undertaking.dong.slug, undertaking.theme.slug, "households")
        size = float(dice.randint(*undertaking.theme.households))
        for _ in range(max(undertaking.since, self._town.years[0] - 1), year):
            size *= dice.between(0.96, 1.17)
        return round(size)

    def _count(self, dong: Dong, year: int) -> CouncilYear:
        dice = self._town.dice(dong.slug, year, "tally")
        reaches = [self.reach(one, year) for one in self._chronicle.running(dong, year)]
        households = _together([reach.households for reach in reaches])
        running_costs = dice.randint(*_RUNNING_COSTS) // _STEP * _STEP
        budget = _sum(({"시비": running_costs}, *(reach.budget for reach in reaches)))
        spent = _sum(({"시비": running_costs - 2 * _STEP}, *(reach.spent for reach in reaches)))
        return CouncilYear(
            members=self.members(dong, year),
            new_members=dice.randint(1, 5),
            volunteers=dice.randint(38, 96),
            meetings=dice.randint(11, 22),
            households=households,
            people=round(households * dice.between(1.3, 1.8)),
            donations=_given(budget.get("후원금", 0) * dice.between(1.05, 1.3) + dice.randint(300_000, 900_000)),
            training_hours=self.training_hours(year),
            satisfaction=dice.percent(78, 97),
            budget=budget,
            spent=spent,
        )


def _together(sizes: Sequence[int]) -> int:
    """Households over projects that partly reach the same ones."""
    return max(sizes) + round((sum(sizes) - max(sizes)) * (1 - _OVERLAP))


def _given(won: float) -> int:
    """Won as people give and spend it, in thousands."""
    return round(won / 1000) * 1000


def _split(total: int, shares: Sequence[int]) -> list[int]:
    """Parts of a sum in proportion, each a whole step; the first takes what is left over."""
    rest = [total * share // sum(shares) // _STEP * _STEP for share in shares[1:]]
    return [total - sum(rest), *rest]


def _sum(parts: Sequence[Parts]) -> Counter[str]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return total
