"""The shelf of booklets: every year and edition that a booklet can be made of, and the files of it that exist."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final, NamedTuple, cast

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.covers import Cover, edition_cover, year_cover
from ondongne.publications.gathering import Gathered
from ondongne.publications.html import Html
from ondongne.publications.phrases import called, year_text
from ondongne.publications.site.here import Here
from ondongne.publications.site.jackets import jacket
from ondongne.publications.site.years import owners
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.edition import Edition
from ondongne.records.record import Record
from ondongne.records.tree import Entry

FORMS: Final = (
    (".pdf", "화면용 PDF"),
    (".epub", "전자책(EPUB)"),
    ("-print.pdf", "인쇄용 PDF"),
    ("-cover.pdf", "표지 PDF"),
)


_MOST_COVERS: Final = 12
"""Booklets that all show their covers; of more, only those of a whole city do, and the others stand on lines."""


@dataclass(frozen=True, eq=False)
class Booklet:
    """A booklet as it stands on the shelf; `forms` are links to its files, none when it has not been made.

    `page` is the link to the page of the same year or edition, empty on that page.
    Its cover is the one that is printed, and designed only where it is shown.
    """

    id: str
    city: str
    place: str
    title: str
    year: str
    page: str
    forms: tuple[tuple[str, str], ...]
    is_of_city: bool
    designed: Callable[[], Cover]

    @cached_property
    def cover(self) -> Cover:
        """What stands on the cover."""
        return self.designed()

    @property
    def jacket(self) -> Html:
        """The cloth of the cover."""
        return jacket(self.cover.cloth)


class _Planned(NamedTuple):
    owner: Entry[Record]
    id: str
    title: str
    year: str
    designed: Callable[[], Cover]


def shelf(page: Here, within: str = "") -> tuple[Booklet, ...]:
    """Booklets, editions first, then by year, newest first; only those of a place or year (by id) where given."""
    outcomes, city = page.site.outcomes, within.partition("/")[0]
    council = outcomes.entries.get("/".join(within.split("/")[:2]))
    if council is not None and council.kind == Council.kind:
        planned = [*_years(page, (council,), within)]
    else:
        planned = [*_editions(outcomes, city, within), *_years(page, owners(outcomes, city), within)]
    return tuple(_booklet(page, of) for of in planned)


class Shelves(NamedTuple):
    """Booklets with covers, those on lines by year, and those that have not been made."""

    covers: tuple[Booklet, ...]
    lines: tuple[tuple[str, tuple[Booklet, ...]], ...]
    unmade: tuple[Booklet, ...]


def arranged(booklets: tuple[Booklet, ...]) -> Shelves:
    """Booklets as a page shows them, in their order."""
    made = [booklet for booklet in booklets if booklet.forms]
    covers = made if len(made) <= _MOST_COVERS else [booklet for booklet in made if booklet.is_of_city]
    shown = covers[:_MOST_COVERS]
    lines = [booklet for booklet in made if booklet not in shown]
    by_year = {
        year: tuple(one for one in lines if one.year == year) for year in dict.fromkeys(one.year for one in lines)
    }
    return Shelves(tuple(shown), tuple(by_year.items()), tuple(booklet for booklet in booklets if not booklet.forms))


def editions(page: Here, city: str) -> tuple[Booklet, ...]:
    """A city's booklets that were put together by hand."""
    return tuple(_booklet(page, of) for of in _editions(page.site.outcomes, city))


def shelf_of_year(page: Here, city: str, year: int) -> tuple[Booklet, ...]:
    """The booklets of one year of a city and its councils."""
    outcomes = page.site.outcomes
    held = (owner for owner in owners(outcomes, city) if year in outcomes.years(owner.id))
    return tuple(_booklet(page, of) for of in _years(page, held, only=(year,)))


def _editions(outcomes: Outcomes, city: str, within: str = "") -> Iterator[_Planned]:
    found = outcomes.at(city, Edition.kind) if city else outcomes.of(Edition.kind)
    for entry in cast("list[Entry[Edition]]", [entry for entry in found if _belongs(entry.id, within)]):
        year = f"{entry.record.year}년" if entry.record.year else ""
        designed = partial(edition_cover, outcomes, entry)
        yield _Planned(outcomes.city(entry), entry.id, entry.record.heading, year, designed)


def _years(
    page: Here, held_by: Iterable[Entry[Record]], within: str = "", only: tuple[int, ...] = ()
) -> Iterator[_Planned]:
    outcomes = page.site.outcomes
    found = ((owner, year) for owner in held_by for year in only or outcomes.years(owner.id))
    held = [(owner, year) for owner, year in found if _belongs(f"{owner.id}/{year}", within)]
    years = [(-year, owner.kind, owner.id, owner) for owner, year in held]
    for newest, _, id_, owner in sorted(years, key=lambda item: item[:3]):
        designed = partial(_year_cover, page, owner, -newest)
        yield _Planned(owner, f"{id_}/{-newest}", "성과 책자", year_text(outcomes, id_, -newest), designed)


def _year_cover(page: Here, owner: Entry[Record], year: int) -> Cover:
    return year_cover(Gathered(page.site.outcomes, page.site.lineage, owner, year))


def _belongs(id_: str, within: str) -> bool:
    return not within or id_ == within or id_.startswith(f"{within}/")


def _booklet(page: Here, planned: _Planned) -> Booklet:
    forms = (_form(page, f"{planned.id}{ending}", label) for ending, label in FORMS)
    return Booklet(
        id=planned.id,
        city=planned.owner.city,
        place=called(page.site.outcomes, planned.owner),
        title=planned.title,
        year=planned.year,
        page=page.home(planned.id),
        forms=tuple(filter(None, forms)),
        is_of_city=planned.owner.kind == City.kind,
        designed=planned.designed,
    )


def _form(page: Here, file: str, label: str) -> tuple[str, str] | None:
    """The link to a file of a booklet, and what it is called; None where there is none."""
    link = page.booklet(file)
    if link is None:
        return None
    extent = page.extent(file)
    return link, f"{label}, {extent}" if extent is not None else label
