"""The shelf of booklets: every year and edition that a booklet can be made of, and the files of it that exist."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.html import Html
from ondongne.publications.phrases import called, year_text
from ondongne.publications.site.here import Here
from ondongne.publications.site.years import owners
from ondongne.records.record import Record
from ondongne.records.tree import Entry

FORMS: Final = (
    (".pdf", "화면용 PDF"),
    (".epub", "전자책(EPUB)"),
    ("-print.pdf", "인쇄용 PDF"),
    ("-cover.pdf", "표지 PDF"),
)


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet as it stands on the shelf; `forms` are links to its files, none when it has not been made."""

    id: str
    city: str
    place: str
    title: str
    year: str
    page: str
    patch: Html
    forms: tuple[tuple[str, str], ...]


class _Planned(NamedTuple):
    owner: Entry[Record]
    id: str
    title: str
    year: str


def shelf(page: Here, within: str = "") -> tuple[Booklet, ...]:
    """Booklets, editions first, then by year, newest first; only those of a place or year (by id) where given."""
    outcomes, city = page.site.outcomes, within.partition("/")[0]
    near = (owner for owner in owners(outcomes, city) if _belongs(owner.id, within) or _belongs(within, owner.id))
    planned = (*_editions(outcomes, city), *_years(outcomes, near))
    return tuple(_booklet(page, *of) for of in planned if _belongs(of.id, within))


def editions(page: Here, city: str) -> tuple[Booklet, ...]:
    """A city's booklets that were put together by hand."""
    return tuple(_booklet(page, *of) for of in _editions(page.site.outcomes, city))


def shelf_of_year(page: Here, city: str, year: int) -> tuple[Booklet, ...]:
    """The booklets of one year of a city and its councils."""
    outcomes = page.site.outcomes
    held = (owner for owner in owners(outcomes, city) if year in outcomes.years(owner.id))
    return tuple(_booklet(page, *of) for of in _years(outcomes, held, (year,)))


def _editions(outcomes: Outcomes, city: str) -> Iterator[_Planned]:
    for entry in outcomes.at(city, "editions") if city else outcomes.of("editions"):
        year = getattr(entry.record, "year", None)
        yield _Planned(outcomes.city(entry), entry.id, entry.record.heading, f"{year}년" if year else "")


def _years(outcomes: Outcomes, held_by: Iterable[Entry[Record]], only: tuple[int, ...] = ()) -> Iterator[_Planned]:
    years = [(-year, owner.kind, owner.id, owner) for owner in held_by for year in only or outcomes.years(owner.id)]
    for newest, _, id_, owner in sorted(years, key=lambda item: item[:3]):
        yield _Planned(owner, f"{id_}/{-newest}", "성과 책자", year_text(outcomes, id_, -newest))


def _belongs(id_: str, within: str) -> bool:
    return not within or id_ == within or id_.startswith(f"{within}/")


def _booklet(page: Here, owner: Entry[Record], id_: str, title: str, year: str) -> Booklet:
    forms = ((page.booklet(f"{id_}{ending}"), label) for ending, label in FORMS)
    return Booklet(
        id=id_,
        city=owner.city,
        place=called(page.site.outcomes, owner),
        title=title,
        year=year,
        page=page.link(f"{id_}/"),
        patch=page.patch(id_),
        forms=tuple((link, label) for link, label in forms if link is not None),
    )
