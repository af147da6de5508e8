"""The fictional town itself: its dongs, regions and the bodies that work with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import Any, Final

from ondongne.sample.dice import Dice
from ondongne.sample.material import material
from ondongne.sample.voice import Voice

CITY: Final = "garam"

_DONGS_IN_REGION: Final = 7
_YEARS_BEFORE: Final = (3, 6)


@dataclass(frozen=True, eq=False)
class Dong:
    """A dong and its council: `number` from 0, `root` is the word its names are made with."""

    number: int
    name: str
    root: str
    slug: str
    region: int
    formed: int

    @property
    def id(self) -> str:
        """The council's id."""
        return f"{CITY}/{self.slug}"


@dataclass(frozen=True, eq=False)
class Partner:
    """A body that works with councils: a welfare centre where it has a region."""

    slug: str
    name: str
    type: str
    facts: Mapping[str, Any]
    region: int | None = None

    @property
    def id(self) -> str:
        """The organisation's id."""
        return f"{CITY}/organisations/{self.slug}"


@dataclass(frozen=True, eq=False)
class Town:
    """A town of some dongs over some years."""

    seed: int
    years: range
    dongs: Sequence[Dong]
    regions: Sequence[str]
    partners: Sequence[Partner]

    def dice(self, *names: object) -> Dice:
        """The dice of a place."""
        return Dice(self.seed, *names)

    def voice(self, names: tuple[object, ...], year: int, blanks: Mapping[str, object]) -> Voice:
        """A voice of the town in a year."""
        known = {"city": material().town["city"], "year": year, "next": year + 1}
        return Voice((self.seed, *names), {**known, **blanks}, turn=year)

    def of(self, dong: Dong, what: str, year: int, **blanks: object) -> Voice:
        """A voice that tells of a dong."""
        known = {"dong": dong.name, "root": dong.root, "slug": dong.slug, "council": f"{dong.name} 협의체"}
        return self.voice((dong.slug, what), year, {**known, **blanks})

    def near(self, dong: Dong) -> list[Partner]:
        """The bodies a council can work with: those of the whole town and the centre of its region."""
        return [partner for partner in self.partners if partner.region in (None, dong.region)]


def build_town(councils: int, years: range, seed: int) -> Town:
    """Found a town; the same arguments give the same town."""
    dongs = [_dong(number, names, years, seed) for number, names in enumerate(islice(_names(), councils))]
    regions = [_region(number) for number in range(dongs[-1].region + 1)]
    centres = [_centre(number, region) for number, region in enumerate(regions)]
    others = [_partner(facts) for facts in material().organisations["others"]]
    return Town(seed, years, dongs, regions, [*centres, *others])


def _names() -> Iterator[tuple[str, str, str]]:
    """Name without 동, root and slug of ever new dongs."""
    words = material().town
    for name, slug in words["dongs"].items():
        yield name, name.rstrip("0123456789"), slug
    roots, endings = list(words["roots"].items()), list(words["endings"].items())
    for lap in count():
        for turn in range(len(endings)):
            for index, (root, slug) in enumerate(roots):
                ending, tail = endings[(index + turn) % len(endings)]
                number = str(lap) if lap else ""
                yield f"{root}{ending}{number}", f"{root}{ending}", f"{slug}{tail}{number}"


def _dong(number: int, names: tuple[str, str, str], years: range, seed: int) -> Dong:
    name, root, slug = names
    formed = years[0] - Dice(seed, slug, "formed").randint(*_YEARS_BEFORE)
    return Dong(number, f"{name}동", root, slug, number // _DONGS_IN_REGION, formed)


def _region(number: int) -> str:
    names = material().town["regions"]
    lap, index = divmod(number, len(names))
    return f"{names[index]}{lap + 1}" if lap else str(names[index])


def _centre(number: int, region: str) -> Partner:
    facts = material().organisations["centre"]
    name = facts["name"].format(region=region)
    summary = facts["summary"].format(region=region)
    return Partner(f"centre-{number + 1}", name, facts["type"], {**facts, "name": name, "summary": summary}, number)


def _partner(facts: Mapping[str, Any]) -> Partner:
    return Partner(facts["slug"], facts["name"], facts["type"], facts)
