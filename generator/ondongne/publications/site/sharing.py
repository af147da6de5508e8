"""The card that a page is shared with: its own for places, years, projects, stories and practices, else its place's."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ondongne.building.artifact import Artifact
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.cards import Card, draw
from ondongne.publications.design import Design
from ondongne.publications.phrases import year_text
from ondongne.publications.site.years import owners
from ondongne.records.city import City
from ondongne.records.record import Record
from ondongne.records.tree import Entry

HOME: Final = "assets/cards.png"
"""The site path of the card of pages that belong to no city."""

SUFFIX: Final = ".png"
"""Of every card's path."""

_OWN: Final = ("city", "council", "stories", "projects", "practices")


def of_record(outcomes: Outcomes, entry: Entry[Record]) -> str:
    """The site path of a record's card."""
    return _path((entry if entry.kind in _OWN else outcomes.council(entry) or outcomes.city(entry)).id)


def of_year(owner: Entry[Record], year: int) -> str:
    """The site path of the card of a council's or city's year."""
    return _path(f"{owner.id}/{year}")


def of_nation(design: Design, site_name: str, about: str) -> Artifact:
    """The card of pages that belong to no city; `about` says in a few words what the site is."""
    return _artifact(design, HOME, Card(site_name, "", about, site_name))


def of_city(outcomes: Outcomes, design: Design, site_name: str, city: str) -> Iterator[Artifact]:
    """The cards of a city's places, years and records."""
    made = partial(_artifact, design)
    for entry in outcomes.within(city):
        if entry.kind in _OWN:
            yield made(_path(entry.id), Card(entry.id, _origin(outcomes, entry), entry.record.heading, site_name))
    for owner in owners(outcomes, city):
        for year in outcomes.years(owner.id):
            title = f"{owner.record.heading} {year_text(outcomes, owner.id, year)}"
            id_ = f"{owner.id}/{year}"
            yield made(_path(id_), Card(id_, _origin(outcomes, owner), title, site_name))


def _path(id_: str) -> str:
    return f"assets/cards/{id_}{SUFFIX}"


def _origin(outcomes: Outcomes, entry: Entry[Record]) -> str:
    """Where a record is from: a city's province, a council's city, else the council or city it belongs to."""
    if isinstance(entry.record, City):
        return entry.record.province or ""
    city = outcomes.city(entry)
    if entry.kind == "council":
        return city.record.heading
    owner = outcomes.entries[entry.owner]
    place = owner.record.heading if owner is city else f"{city.record.heading} {owner.record.heading}"
    return f"{place} · {entry.year}년 {entry.record.label}" if entry.year else f"{place} · {entry.record.label}"


def _artifact(design: Design, path: str, card: Card) -> Artifact:
    return Artifact(path, (b"card-2", repr(card).encode(), design.palette), partial(draw, card, design))
