"""The shelf of booklets: every year and edition that a booklet can be made of, and the PDFs that exist."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.phrases import year_text
from ondongne.publications.site.here import Here, Html
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.year import Year

FORMS: Final = (("", "화면용 PDF"), ("-print", "인쇄용 PDF"), ("-cover", "표지 PDF"))


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet as it stands on the shelf; `forms` are links to its PDFs, none when it has not been made."""

    id: str
    city: str
    place: str
    title: str
    year: str
    page: str
    patch: Html
    forms: tuple[tuple[str, str], ...]


def shelf(page: Here, within: str = "") -> tuple[Booklet, ...]:
    """Booklets, editions first, then by year, newest first; only those of a place or one record (by id) where given."""
    return tuple(_booklets(page, within))


def _booklets(page: Here, within: str) -> Iterator[Booklet]:
    outcomes = page.site.outcomes
    for entry in outcomes.of("editions"):
        if not _belongs(entry, within):
            continue
        year = getattr(entry.record, "year", None)
        yield _booklet(page, entry, entry.record.heading, f"{year}년" if year else "")
    years = [entry for entry in outcomes.of(Year.kind) if _belongs(entry, within)]
    for entry in sorted(years, key=lambda entry: (-(entry.year or 0), bool(entry.council), entry.id)):
        yield _booklet(page, entry, "성과 책자", year_text(outcomes, entry.owner, entry.year or 0))


def _belongs(entry: Entry[Record], within: str) -> bool:
    return not within or within in (entry.id, entry.owner, entry.city)


def _booklet(page: Here, entry: Entry[Record], title: str, year: str) -> Booklet:
    forms = ((page.booklet(f"{entry.id}{suffix}"), label) for suffix, label in FORMS)
    return Booklet(
        id=entry.id,
        city=entry.city,
        place=_place(page.site.outcomes, entry),
        title=title,
        year=year,
        page=page.link(entry),
        patch=page.patch(entry.id),
        forms=tuple((link, label) for link, label in forms if link is not None),
    )


def _place(outcomes: Outcomes, entry: Entry[Record]) -> str:
    city, council = outcomes.city(entry), outcomes.council(entry)
    return city.record.heading + (f" {council.record.heading}" if council is not None else "")
