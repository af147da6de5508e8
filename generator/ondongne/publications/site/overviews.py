"""The ways of learning and the shelf of booklets, each on one page or divided like any other long list."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from ondongne.outcomes.lineage import Thread
from ondongne.publications.site.catalogue import BOOKLETS, LINEAGE, is_long
from ondongne.publications.site.here import HOME, Context, Here, Site
from ondongne.publications.site.indexes import Division, Part, Spot, among_cities, below, has_own_list, own_spot
from ondongne.publications.site.page import SitePage
from ondongne.publications.site.planned import Head, headed
from ondongne.publications.site.shelf import editions, shelf, shelf_of_year
from ondongne.records.city import City
from ondongne.records.record import Record
from ondongne.records.tree import Entry

NEWEST_THREADS: Final = 12
MOST_LOOPS: Final = 6
MOST_OPEN_ENDS: Final = 6
_SPOTS: Final = (
    Spot(LINEAGE, "lineage/", Head("배움의 길", "어느 동네가 어디에서 무엇을 배워 갔는지 보여 줍니다."), ()),
    Spot(BOOKLETS, "booklets/", Head("책자", "한 해의 기록을 엮은 책자를 내려받으실 수 있습니다."), ()),
)


def national(site: Site) -> Iterator[SitePage]:
    """The pages over all cities; where there is but one city, they are its own."""
    lineage, booklets = _SPOTS
    if not site.home_city:
        yield _page(site, lineage, _threads_of_all)
        yield _page(site, booklets, _booklets_of_all)


def of_city(site: Site, city: Entry[City]) -> Iterator[SitePage]:
    """A city's own pages, where it has them."""
    lineage, booklets = _SPOTS
    if has_own_list(site, city, LINEAGE):
        yield _page(site, own_spot(site, city, lineage), partial(_threads_of, city.id))
    if has_own_list(site, city, BOOKLETS):
        yield from _booklets_of_city(site, city, own_spot(site, city, booklets))


def _threads_of_all(page: Here) -> Mapping[str, object]:
    threads = page.site.catalogue.threads()
    if LINEAGE in page.site.catalogue.divided:
        return _ways(page, threads, among_cities(LINEAGE, page))
    return _ways(page, threads, ())


def _threads_of(city: str, page: Here) -> Mapping[str, object]:
    threads = page.site.catalogue.threads(city)
    return _ways(page, threads, _among_teachers(threads, page) if is_long(LINEAGE, len(threads)) else ())


def _ways(page: Here, threads: tuple[Thread, ...], divisions: tuple[Division, ...]) -> Mapping[str, object]:
    taught = {thread.practice.id for thread in threads}
    loops = [loop for loop in page.site.lineage.loops if any(practice.id in taught for practice in loop)]
    open_ends = [thread for thread in threads if thread.status is None]
    return {
        "threads": threads[:NEWEST_THREADS] if divisions else threads,
        "divisions": divisions,
        "loops": loops[:MOST_LOOPS],
        "open_ends": open_ends[:MOST_OPEN_ENDS],
        "undecided": len(open_ends),
    }


def _among_teachers(threads: tuple[Thread, ...], page: Here) -> tuple[Division, ...]:
    taught: dict[str, list[Thread]] = {}
    for thread in threads:
        taught.setdefault(thread.origin.id, []).append(thread)
    city = threads[0].origin.city
    places: tuple[Entry[Record], ...] = (page.site.outcomes.city(threads[0].origin), *page.site.outcomes.councils(city))
    parts = (Part(at.record.heading, page.link(at), len(taught[at.id])) for at in places if at.id in taught)
    return (Division("가르친 곳별로 보기", tuple(parts)),)


def _booklets_of_all(page: Here) -> Mapping[str, object]:
    if BOOKLETS in page.site.catalogue.divided:
        return {"booklets": (), "divisions": among_cities(BOOKLETS, page)}
    return {"booklets": shelf(page), "divisions": ()}


def _booklets_of_city(site: Site, city: Entry[City], spot: Spot) -> Iterator[SitePage]:
    if not is_long(BOOKLETS, site.catalogue.size(BOOKLETS, city.id)):
        yield _page(site, spot, lambda page: {"booklets": shelf(page, city.id), "divisions": ()})
        return
    yield _page(site, spot, partial(_booklets_by_year, city.id))
    for year in site.outcomes.years(city.id):
        head = Head(f"{spot.head.title} {year}년", spot.head.about)
        yield _page(
            site,
            Spot(BOOKLETS, _year_address(city.id, year), head, below(spot)),
            partial(_booklets_of_year, city.id, year),
        )


def _booklets_by_year(city: str, page: Here) -> Mapping[str, object]:
    years = page.site.outcomes.years(city)
    parts = (
        Part(f"{year}년", page.link(_year_address(city, year)), len(shelf_of_year(page, city, year))) for year in years
    )
    return {"booklets": editions(page, city), "divisions": (Division("해별로 보기", tuple(parts)),)}


def _booklets_of_year(city: str, year: int, page: Here) -> Mapping[str, object]:
    return {"booklets": shelf_of_year(page, city, year), "divisions": ()}


def _year_address(city: str, year: int) -> str:
    return f"{city}/{BOOKLETS}/{year}/"


def _page(site: Site, spot: Spot, context: Context) -> SitePage:
    return headed(Here(site, spot.url, (HOME, *spot.crumbs)), spot.head, spot.name, context, spot.name)
