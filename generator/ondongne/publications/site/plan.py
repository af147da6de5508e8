"""Every page, photo and redirect of the site."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from ondongne.outcomes.graph import Outcomes
from ondongne.paths import theme_folder
from ondongne.publications.design import Design
from ondongne.publications.phrases import called, year_text
from ondongne.publications.site import dictionary
from ondongne.publications.site.cities import NEWEST_STORIES, CitySheet, by_province
from ondongne.publications.site.councils import CouncilSheet
from ondongne.publications.site.here import (
    HOME,
    SECTIONS,
    Context,
    Here,
    Site,
    index_address,
    photo_address,
    photo_file,
)
from ondongne.publications.site.indexes import INDEXED, INTRODUCTIONS, VOCABULARIES, grouped, headings, split, under
from ondongne.publications.site.page import Crumb, SitePage
from ondongne.publications.site.rendering import environment
from ondongne.publications.site.sheet import Sheet
from ondongne.publications.site.years import YearSheet, owners
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Term
from ondongne.records.year import Year

ABOUT: Final = "동 지역사회보장협의체가 한 해 동안 이웃과 함께한 일을 모았습니다."

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

_HEADINGS: Final = {"topics": "주제로 찾기", "audiences": "대상으로 찾기"}


class Head(NamedTuple):
    """What a page is called and what it is about, in one sentence."""

    title: str
    about: str


def plan(outcomes: Outcomes, design: Design, booklets: Collection[str]) -> Iterator[SitePage]:
    """Name every page; `booklets` are site paths of PDFs that exist. Nothing is rendered yet."""
    site = Site(outcomes, design, frozenset(booklets), environment(theme_folder()))
    if not site.home_city:
        yield _page(Here(site, "", ()), Head("온동네", ABOUT), "cities", _cities)
    yield from (_record(site, entry) for entry in outcomes.entries.values() if entry.kind != Year.kind)
    yield from (_year(site, owner, year) for owner in owners(outcomes) for year in outcomes.years(owner.id))
    yield from (_index(site, kind) for kind in INDEXED)
    yield from (page for folder in VOCABULARIES for page in _terms(site, folder))
    yield _top(site, "lineage", Head("배움의 길", "어느 동네가 어디에서 무엇을 배워 갔는지 보여 줍니다."), _lineage)
    yield _top(site, "booklets", Head("책자", "한 해의 기록을 엮은 책자를 내려받으실 수 있습니다."), lambda _: {})
    yield _dictionary(site)


def photos(outcomes: Outcomes) -> Iterator[tuple[str, Path]]:
    """Site path and source file of every photo that may be shown on the web and is there."""
    found = {}
    for entry in outcomes.entries.values():
        for photo in entry.record.photos:
            source = photo_file(outcomes, entry, photo)
            if source is not None:
                found[photo_address(entry, photo)] = source
    yield from found.items()


def redirects(outcomes: Outcomes) -> Iterator[tuple[str, str]]:
    """Old and new site URL of every record that was renamed, and of a city whose page is the home page."""
    site_home = {city.id for city in outcomes.cities} if len(outcomes.cities) == 1 else set()
    yield from ((f"{city}/", "") for city in sorted(site_home))
    for alias, target in outcomes.aliases.items():
        yield f"{alias}/", "" if target in site_home else f"{target}/"


def _page(here: Here, head: Head, template: str, context: Context, section: str = "") -> SitePage:
    render = partial(_render, here, template, context)
    return SitePage(here.url, head.title, head.about, template, here.crumbs, section, render)


def _render(here: Here, template: str, context: Context) -> str:
    return here.site.render(template, here, context(here))


def _record(site: Site, entry: Entry[Record]) -> SitePage:
    record, sheet = entry.record, _SHEETS.get(entry.kind, Sheet)
    about = record.summary or f"{called(site.outcomes, site.outcomes.entries[entry.owner])} {record.label} 기록입니다."
    return _page(
        Here(site, site.address(entry), site.crumbs(entry)),
        Head(record.heading, about),
        TEMPLATES.get(entry.kind, entry.kind),
        lambda page: {"sheet": sheet(page, entry)},
        SECTIONS.get(entry.kind, ""),
    )


def _year(site: Site, owner: Entry[Record], year: int) -> SitePage:
    title = f"{called(site.outcomes, owner)} {year_text(site.outcomes, owner.id, year)}"
    record = site.outcomes.year(owner.id, year)
    about = (record.record.summary if record else None) or f"{title} 기록을 모았습니다."
    own = HOME if owner.id == site.home_city else Crumb(owner.record.heading, site.address(owner))
    here = Here(site, site.year_address(owner.id, year), (*site.crumbs(owner), own))
    return _page(here, Head(title, about), "year", lambda page: {"year": YearSheet(page, owner, year)})


def _cities(page: Here) -> Mapping[str, object]:
    outcomes = page.site.outcomes
    return {
        "provinces": by_province(outcomes.cities),
        "stories": outcomes.of("stories")[:NEWEST_STORIES],
        "threads": page.site.lineage.threads,
    }


def _lineage(page: Here) -> Mapping[str, object]:
    return {"threads": page.site.lineage.threads}


def _top(site: Site, name: str, head: Head, context: Context) -> SitePage:
    return _page(Here(site, f"{name}/", (HOME,)), head, name, _headed(head, context), name)


def _headed(head: Head, context: Context) -> Context:
    """Give the template the page's title and introduction too."""
    return lambda page: {"title": head.title, "about": head.about, **context(page)}


def _index(site: Site, kind: str) -> SitePage:
    head = Head(KINDS[kind].label, INTRODUCTIONS[kind])
    here = Here(site, index_address(kind), (HOME,))
    return _page(here, head, "index", _headed(head, _list(site.outcomes.of(kind))), SECTIONS.get(kind, ""))


def _list(entries: tuple[Entry[Record], ...]) -> Context:
    shown, rest = split(entries)
    return lambda page: {"size": len(entries), "shown": shown, "groups": grouped(page, rest)}


def _terms(site: Site, folder: str) -> Iterator[SitePage]:
    vocabulary = VOCABULARIES[folder]
    head = Head(_HEADINGS[folder], ", ".join(term.label for term in vocabulary))
    crumb = Crumb(head.title, f"{folder}/")
    context = _headed(head, lambda page: {"headings": headings(page, folder)})
    yield _page(Here(site, crumb.url, (HOME,)), head, "terms", context)
    yield from (_term(site, term, crumb) for term in vocabulary)


def _term(site: Site, term: Term, above: Crumb) -> SitePage:
    head = Head(term.label, f"‘{term.label}’에 드는 기록을 모았습니다.")
    here = Here(site, f"{above.url}{term.value}/", (HOME, above))
    return _page(here, head, "index", _headed(head, _list(under(site.outcomes, term))))


def _dictionary(site: Site) -> SitePage:
    head = Head("기록 사전", "기록마다 어떤 칸이 있고 무엇을 적는지 풀었습니다.")
    context = _headed(head, lambda _: {"tables": dictionary.kinds()})
    return _page(Here(site, "data-dictionary/", (HOME,)), head, "dictionary", context, "about")
