"""Every page, photo and redirect of the site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final

from jinja2 import BytecodeCache

from ondongne.building.artifact import Artifact
from ondongne.outcomes.graph import Outcomes
from ondongne.paths import theme_folder
from ondongne.publications.design import Design
from ondongne.publications.extents import Bound, Extent
from ondongne.publications.phrases import called, year_text
from ondongne.publications.site import borrowing, dictionary, indexes, overviews, sharing
from ondongne.publications.site.addresses import home_city
from ondongne.publications.site.catalogue import Sizes
from ondongne.publications.site.cities import NEWEST_STORIES, CitySheet, by_province
from ondongne.publications.site.councils import CouncilSheet
from ondongne.publications.site.here import HOME, SECTIONS, Here, Site, photo_file
from ondongne.publications.site.page import Crumb, SitePage
from ondongne.publications.site.planned import Head, headed, planned
from ondongne.publications.site.rendering import environment
from ondongne.publications.site.renditions import Rendition, renditions
from ondongne.publications.site.sheet import Sheet
from ondongne.publications.site.years import YearSheet, owners
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Audience, Topic
from ondongne.records.year import Year

ABOUT: Final = "동 지역사회보장협의체가 한 해 동안 이웃과 함께한 일을 모았습니다."

MOST_CLOTHS: Final = 60
"""Cities that the home page shows each with a cloth of its own; more stand on lines."""

_SHEETS: Final[Mapping[str, type[Sheet]]] = {City.kind: CitySheet, Council.kind: CouncilSheet}
TEMPLATES: Final[Mapping[str, str]] = {
    "projects": "project",
    "stories": "story",
    "events": "event",
    "visits": "visit",
    "practices": "practice",
    "agreements": "agreement",
    "awards": "award",
    "plans": "plan",
    "milestones": "milestone",
    "organisations": "organisation",
    "editions": "edition",
}
"""The template of a kind's pages, where it is not named like the kind."""


@dataclass(frozen=True)
class Share:
    """What one machine makes of the site: all of it, or what belongs to a city, or what belongs to none.

    `counted` are the sizes of all lists, since `outcomes` hold only what the share shows; `booklets` the files of
    booklets that other shares make, by site path.
    """

    city: str = ""
    counted: Sizes | None = None
    booklets: Mapping[str, Extent] = field(default_factory=dict)

    @property
    def is_all(self) -> bool:
        """Whether the whole site is made."""
        return self.counted is None

    def holds(self, id_: str) -> bool:
        """Whether the page or booklet of an id is made."""
        return self.is_all or id_.partition("/")[0] == self.city


ALL: Final = Share()


def site_of(
    outcomes: Outcomes,
    design: Design,
    booklets: Mapping[str, Bound],
    compiled: BytecodeCache | None = None,
    share: Share = ALL,
) -> Site:
    """What pages are made from; `booklets` are the files of those that exist, by site path.

    Compiled templates are looked for in `compiled`, and kept there.
    """
    told = {path: Bound("", partial(Extent, *extent)) for path, extent in share.booklets.items()}
    return Site(outcomes, design, {**told, **booklets}, environment(theme_folder(), compiled), share.counted)


def plan(
    outcomes: Outcomes,
    design: Design,
    booklets: Mapping[str, Bound],
    compiled: BytecodeCache | None = None,
    share: Share = ALL,
) -> Iterator[SitePage]:
    """Name every page of the site that `site_of` gives. Nothing is rendered yet."""
    yield from pages(site_of(outcomes, design, booklets, compiled, share), share)


def pages(site: Site, share: Share = ALL) -> Iterator[SitePage]:
    """Name every page of a site. Nothing is rendered yet."""
    if not share.city:
        yield from of_nation(site)
    for city in site.outcomes.cities:
        if share.holds(city.id):
            yield from (page._replace(city=city.id) for page in of_city(site, city))


def beside(outcomes: Outcomes, design: Design, share: Share) -> Iterator[SitePage]:
    """Pages of other shares to which the navigation may lead; they are not to be made."""
    other = Share("" if share.city else home_city(outcomes), share.counted)
    if other.city != share.city and not share.is_all:
        yield from plan(outcomes, design, {}, share=other)


@dataclass(frozen=True, eq=False)
class Directory:
    """The pages of a site, found by URL; that of a record or year without planning the others."""

    site: Site

    def page(self, url: str) -> SitePage | None:
        """The page that `plan` names at a URL."""
        entry = self.site.outcomes.entries.get(url.removesuffix("/") or self.site.home_city)
        if entry is not None and entry.kind != Year.kind and self.site.address(entry) == url:
            return _record(self.site, entry)._replace(city=entry.city)
        return self._year(url) or self._lists.get(url)

    def _year(self, url: str) -> SitePage | None:
        id_, _, year = url.removesuffix("/").rpartition("/")
        owner = self.site.outcomes.entries.get(id_)
        if owner is None or year not in map(str, self.site.outcomes.years(id_)) or not url.endswith("/"):
            return None
        return _year(self.site, owner, int(year))._replace(city=owner.city)

    @cached_property
    def _lists(self) -> Mapping[str, SitePage]:
        found = {page.url: page for page in of_nation(self.site)}
        for city in self.site.outcomes.cities:
            found |= {page.url: page._replace(city=city.id) for page in _own_lists(self.site, city)}
        return found


def of_nation(site: Site) -> Iterator[SitePage]:
    """The pages that belong to no city: the home page of several cities, their lists, the dictionary and searching."""
    if not site.home_city:
        yield planned(Here(site, "", ()), Head("온동네", ABOUT), "cities", _cities)
    yield from indexes.national(site)
    yield from overviews.national(site)
    yield borrowing.comparison(site)
    yield _dictionary(site)
    yield _search(site)


def of_city(site: Site, city: Entry[City]) -> Iterator[SitePage]:
    """The pages of a city, its councils and their years, of every record in it, and its own lists."""
    yield from (_record(site, entry) for entry in site.outcomes.within(city.id) if entry.kind != Year.kind)
    yield from _gathering(site, city)


def _gathering(site: Site, city: Entry[City]) -> Iterator[SitePage]:
    """The pages of a city that gather records: of years, and lists."""
    for owner in owners(site.outcomes, city.id):
        yield from (_year(site, owner, year) for year in site.outcomes.years(owner.id))
    yield from _own_lists(site, city)


def _own_lists(site: Site, city: Entry[City]) -> Iterator[SitePage]:
    yield from indexes.of_city(site, city)
    yield from overviews.of_city(site, city)


def photos(outcomes: Outcomes, share: Share = ALL) -> Iterator[Rendition]:
    """Every file of every photo that may be shown on the web and is there, each once."""
    found: dict[str, Rendition] = {}
    for entry in outcomes.entries.values() if share.is_all else outcomes.within(share.city):
        for photo in entry.record.photos if entry.gist.photos else ():
            source = photo_file(outcomes, entry, photo)
            if source is not None:
                found |= {rendition.path: rendition for rendition in renditions(entry, photo, source)}
    yield from found.values()


def cards(outcomes: Outcomes, design: Design, site_name: str, about: str, share: Share = ALL) -> Iterator[Artifact]:
    """Every card that pages are shared with; `about` says in a few words what the site is."""
    if not share.city:
        yield sharing.of_nation(design, site_name, about)
    for city in outcomes.cities:
        if share.holds(city.id):
            yield from sharing.of_city(outcomes, design, site_name, city.id)


def redirects(outcomes: Outcomes, share: Share = ALL) -> Iterator[tuple[str, str]]:
    """Old and new site URL of every record that was renamed, and of a city whose page is the home page."""
    home = home_city(outcomes)
    if home and share.holds(home):
        yield f"{home}/", ""
    for alias, target in outcomes.aliases.items():
        if share.holds(target):
            yield f"{alias}/", "" if target == home else f"{target}/"


def _record(site: Site, entry: Entry[Record]) -> SitePage:
    gist, sheet = entry.gist, _SHEETS.get(entry.kind, Sheet)
    about = gist.summary or f"{called(site.outcomes, site.outcomes.entries[entry.owner])} {gist.label} 기록입니다."
    return planned(
        Here(site, site.address(entry), site.crumbs(entry)),
        Head(gist.heading, about, sharing.of_record(site.outcomes, entry)),
        TEMPLATES.get(entry.kind, entry.kind),
        lambda page: {"sheet": sheet(page, entry)},
        SECTIONS.get(entry.kind, ""),
    )


def _year(site: Site, owner: Entry[Record], year: int) -> SitePage:
    title = f"{called(site.outcomes, owner)} {year_text(site.outcomes, owner.id, year)}"
    record = site.outcomes.year(owner.id, year)
    about = (record.gist.summary if record else None) or f"{title} 기록을 모았습니다."
    own = HOME if owner.id == site.home_city else Crumb(owner.gist.heading, site.address(owner))
    here = Here(site, site.year_address(owner.id, year), (*site.crumbs(owner), own))
    head = Head(title, about, sharing.of_year(owner, year))
    return planned(here, head, "year", lambda page: {"year": YearSheet(page, owner, year)})


def _search(site: Site) -> SitePage:
    head = Head("찾기", "동 이름, 사업, 이야기, 기관을 낱말로 찾습니다.")
    return headed(
        Here(site, "search/", (HOME,)), head, "search", lambda _: {"topics": Topic, "audiences": Audience}, "search"
    )


def _cities(page: Here) -> Mapping[str, object]:
    outcomes = page.site.outcomes
    return {
        "provinces": by_province(outcomes.cities),
        "many": len(outcomes.cities) > MOST_CLOTHS,
        "stories": outcomes.of("stories")[:NEWEST_STORIES],
    }


def _dictionary(site: Site) -> SitePage:
    head = Head("기록 사전", "기록마다 어떤 칸이 있고 무엇을 적는지 풀었습니다.")
    here = Here(site, "data-dictionary/", (HOME,))
    return headed(here, head, "dictionary", lambda _: {"tables": dictionary.kinds()}, "about")
