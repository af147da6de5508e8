"""Lists: all records of a kind, and all that stands under a topic or is for an audience.

A list that is too long for one page is divided: among cities, in a city among years, in a year among councils, whose
own pages hold the rest. Short ones stay whole, so that a small site has one list of everything.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Final, NamedTuple

from ondongne.publications.design import tone
from ondongne.publications.patchwork import RAMIE
from ondongne.publications.site.catalogue import INDEXED, TERMS, VOCABULARIES, is_long
from ondongne.publications.site.cities import by_province
from ondongne.publications.site.here import HOME, SECTIONS, Context, Here, Site
from ondongne.publications.site.page import Crumb, SitePage
from ondongne.publications.site.planned import Head, headed
from ondongne.records.city import City
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry

CARDS: Final = 12
FOLDED: Final = 60
"""A list of more records than this shows the newest year at once and folds those before it."""

INTRODUCTIONS: Final[Mapping[str, str]] = {
    "projects": "동 협의체와 시가 벌인 사업입니다. 누구를 위해 무엇을 했고 무엇이 달라졌는지 적었습니다.",
    "stories": "이웃 곁에서 있었던 일을 사례와 수기로 들려 드립니다.",
    "events": "협의체가 모여 나누고 알린 자리입니다.",
    "visits": "다른 동네에 배우러 간 기록입니다. 무엇을 보았고 돌아와 어떻게 했는지 적었습니다.",
    "practices": "다른 동네가 배워 갈 만한 일입니다. 어떻게 하는지, 무엇이 드는지, 누가 이어받았는지 함께 적었습니다.",
    "agreements": "서로 무엇을 맡기로 약속했는지 적었습니다.",
    "awards": "받은 상과 지정입니다. 누가 무엇을 보고 주었는지 함께 적었습니다.",
    "plans": "여러 해를 내다보고 세운 계획입니다.",
    "milestones": "새로 생기고, 바뀌고, 한 걸음 나아간 때의 기록입니다.",
    "organisations": "협의체와 함께 일하는 기관입니다.",
}
_TEMPLATES: Final = {"practices": "practices"}
"""The templates of lists that have more than their lines."""

_HEADINGS: Final = {"topics": "주제로 찾기", "audiences": "대상으로 찾기"}

Entries = tuple[Entry[Record], ...]
Shelves = Mapping[tuple[str, str], Entries]
"""Records of a city by year, or by kind where they have none, under the slug and the title of each part."""


class Spot(NamedTuple):
    """Where a list stands: its name, its address, its head, and the way down to it from the home page."""

    name: str
    url: str
    head: Head
    crumbs: tuple[Crumb, ...]


class Group(NamedTuple):
    """Records of one place and time on a list."""

    title: str
    entries: Entries


class Sheaf(NamedTuple):
    """The groups of a year, which may be folded away behind its title."""

    title: str
    size: int
    groups: tuple[Group, ...]
    is_folded: bool


class Heading(NamedTuple):
    """A term with how many records stand under it."""

    label: str
    href: str
    size: int
    tone: str


class Part(NamedTuple):
    """A part of a divided list: its name, the link to it, and how much it holds."""

    title: str
    href: str
    size: int


class Division(NamedTuple):
    """Parts of a divided list under one heading, with what readers find there where that is not plain."""

    title: str
    parts: tuple[Part, ...]
    note: str = ""


Divide = Callable[[Here], tuple[Division, ...]]


def national(site: Site) -> Iterator[SitePage]:
    """The lists over all cities; where there is but one city, they are its own."""
    for name in (*INDEXED, *TERMS):
        spot = _national_spot(name)
        if name in site.catalogue.divided:
            yield _divided(site, spot, site.catalogue.of(name)[:CARDS], partial(among_cities, name))
        elif not site.home_city:
            yield _whole(site, spot, site.catalogue.of(name))
    yield from (_vocabulary(site, folder) for folder in VOCABULARIES)


def of_city(site: Site, city: Entry[City]) -> Iterator[SitePage]:
    """A city's own lists: those that would be too long with all cities, or all where it is the only one."""
    for name in (*INDEXED, *TERMS):
        if has_own_list(site, city, name):
            yield from _of_city(site, city, own_spot(site, city, _national_spot(name)))


def has_own_list(site: Site, city: Entry[City], name: str) -> bool:
    """Whether a city has a list to itself."""
    return city.id == site.home_city or name in site.catalogue.divided


def own_spot(site: Site, city: Entry[City], spot: Spot) -> Spot:
    """Where a city's own list stands; the way to it leads by the list of all cities."""
    if city.id == site.home_city:
        return spot
    head = Head(f"{city.record.heading} {spot.head.title}", spot.head.about)
    return Spot(spot.name, site.list_address(spot.name, city.id), head, below(spot))


def below(spot: Spot) -> tuple[Crumb, ...]:
    """The way down to what stands below a list."""
    return (*spot.crumbs, Crumb(spot.head.title, spot.url))


def among_cities(name: str, page: Here) -> tuple[Division, ...]:
    """A list divided among the cities that have something on it, by province."""
    catalogue = page.site.catalogue
    found = by_province(city for city in page.site.outcomes.cities if catalogue.size(name, city.id))
    otherwise = "도시별로 보기" if len(found) == 1 else "그 밖의 도시"
    return tuple(
        Division(
            province or otherwise,
            tuple(Part(city.record.heading, page.all(name, city.id), catalogue.size(name, city.id)) for city in cities),
        )
        for province, cities in found.items()
    )


def _of_city(site: Site, city: Entry[City], spot: Spot) -> Iterator[SitePage]:
    entries = site.catalogue.of(spot.name, city.id)
    if not is_long(spot.name, len(entries)):
        yield _whole(site, spot, entries)
        return
    shelves = dict(_by_time(entries))
    if len(shelves) == 1:
        yield _by_owner(site, spot, entries)
        return
    folder = f"{city.id}/{spot.name}"
    yield _divided(site, spot, entries[:CARDS], partial(_among_times, folder, shelves))
    for (slug, title), found in shelves.items():
        head = Head(f"{spot.head.title} {title}", spot.head.about)
        make = _by_owner if is_long(spot.name, len(found)) else _whole
        yield make(site, Spot(spot.name, f"{folder}/{slug}/", head, below(spot)), found)


def _by_time(entries: Entries) -> Iterator[tuple[tuple[str, str], Entries]]:
    """Years newest first, then kinds of records without a year."""
    found: dict[tuple[int, str], list[Entry[Record]]] = defaultdict(list)
    for entry in entries:
        found[(-entry.year, "") if entry.year else (0, entry.kind)].append(entry)
    for year, kind in sorted(found):
        group = tuple(found[year, kind])
        yield (str(-year), f"{-year}년") if year else (kind, KINDS[kind].label), group


def _among_times(folder: str, shelves: Shelves, page: Here) -> tuple[Division, ...]:
    parts = (Part(title, page.link(f"{folder}/{slug}/"), len(found)) for (slug, title), found in shelves.items())
    return (Division("해별로 보기", tuple(parts)),)


def _by_owner(site: Site, spot: Spot, entries: Entries) -> SitePage:
    """A list that leads on to the pages of the councils; one of a single owner cannot be divided any more."""
    if len({entry.owner for entry in entries}) == 1:
        return _whole(site, spot, entries)
    return _divided(site, spot, entries[:CARDS], partial(_among_owners, entries))


def _among_owners(entries: Entries, page: Here) -> tuple[Division, ...]:
    outcomes = page.site.outcomes
    found: dict[str, list[Entry[Record]]] = {}
    for entry in entries:
        found.setdefault(entry.owner, []).append(entry)
    owners = (entries[0].city, *(council.id for council in outcomes.councils(entries[0].city)))
    parts = tuple(
        Part(outcomes.entries[owner].record.heading, page.home(found[owner][0].home), len(found[owner]))
        for owner in owners
        if owner in found
    )
    return (Division("동별로 보기", parts, "동을 누르시면 그 동의 다른 기록과 함께 보실 수 있습니다."),)


def _whole(site: Site, spot: Spot, entries: Entries) -> SitePage:
    return _page(site, spot, lambda page: _listed(entries, sheaves(page, entries[CARDS:]), ()))


def _divided(site: Site, spot: Spot, shown: Entries, divide: Divide) -> SitePage:
    return _page(site, spot, lambda page: _listed(shown, (), divide(page)))


def _listed(entries: Entries, sheaves: tuple[Sheaf, ...], divisions: tuple[Division, ...]) -> Mapping[str, object]:
    size = sum(part.size for division in divisions for part in division.parts) or len(entries)
    return {"size": size, "entries": entries, "shown": entries[:CARDS], "sheaves": sheaves, "divisions": divisions}


def _page(site: Site, spot: Spot, context: Context) -> SitePage:
    here = Here(site, spot.url, (HOME, *spot.crumbs))
    return headed(here, spot.head, _TEMPLATES.get(spot.name, "index"), context, SECTIONS.get(spot.name, ""))


def _national_spot(name: str) -> Spot:
    term = TERMS.get(name)
    if term is None:
        return Spot(name, f"{name}/", Head(KINDS[name].label, INTRODUCTIONS[name]), ())
    folder = name.partition("/")[0]
    head = Head(term.label, f"‘{term.label}’에 드는 기록을 모았습니다.")
    return Spot(name, f"{name}/", head, (Crumb(_HEADINGS[folder], f"{folder}/"),))


def sheaves(page: Here, entries: Entries) -> tuple[Sheaf, ...]:
    """Records by year, newest first, and in a year by where they are from."""
    ordered = sorted(entries, key=lambda entry: (-(entry.year or 0), entry.owner))
    years = [(year, tuple(found)) for year, found in groupby(ordered, key=lambda entry: entry.year)]
    return tuple(
        Sheaf(
            f"{year}년" if year else "해를 적지 않은 기록",
            len(found),
            tuple(Group(title, tuple(group)) for title, group in groupby(found, key=page.origin)),
            is_folded=len(entries) > FOLDED and years[0][0] != year,
        )
        for year, found in years
    )


def _vocabulary(site: Site, folder: str) -> SitePage:
    head = Head(_HEADINGS[folder], ", ".join(term.label for term in VOCABULARIES[folder]))
    here = Here(site, f"{folder}/", (HOME,))
    return headed(here, head, "terms", lambda page: {"headings": tuple(_headings(page, folder))})


def _headings(page: Here, folder: str) -> Iterator[Heading]:
    topics = page.site.design.topics
    for term in VOCABULARIES[folder]:
        name = f"{folder}/{term.value}"
        size = page.site.catalogue.size(name)
        look = tone(topics.get(term.value, RAMIE), 0) if size else tone(RAMIE, 2)
        yield Heading(term.label, page.link(f"{name}/"), size, look)
