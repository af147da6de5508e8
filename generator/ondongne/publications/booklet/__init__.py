"""The booklets: a printed account of a city's or a council's year, and of what an edition chooses."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from ondongne.building.artifact import Artifact
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.publications.booklet.dependencies import Dependencies
from ondongne.publications.booklet.document import Booklet, edition_booklet, year_booklet
from ondongne.publications.booklet.gathering import Gathered, chosen
from ondongne.publications.booklet.typesetting import typeset
from ondongne.publications.design import Design
from ondongne.records.edition import Edition
from ondongne.records.tree import Entry


def plan(outcomes: Outcomes, design: Design) -> Iterator[Artifact]:
    """Name every booklet with all that decides its bytes: of each year of a city and council, and of each edition."""
    lineage, dependencies = Lineage(outcomes), Dependencies(outcomes)
    for gathered in _years(outcomes, lineage):
        needs = dependencies.of(tuple(gathered.everything.values()), gathered.threads)
        yield _artifact(gathered.home, needs, partial(year_booklet, gathered, design))
    for edition in _editions(outcomes):
        needs = dependencies.of((edition, *chosen(outcomes, edition)))
        yield _artifact(edition.id, needs, partial(edition_booklet, outcomes, edition, design))


def _years(outcomes: Outcomes, lineage: Lineage) -> Iterator[Gathered]:
    for city in outcomes.cities:
        for owner in (city, *outcomes.councils(city.id)):
            for year in outcomes.years(owner.id):
                yield Gathered(outcomes, lineage, owner, year)


def _editions(outcomes: Outcomes) -> Iterator[Entry[Edition]]:
    for city in outcomes.cities:
        yield from cast("tuple[Entry[Edition], ...]", outcomes.at(city.id, Edition.kind))


def _artifact(id_: str, needs: tuple[bytes, ...], build: Callable[[], Booklet]) -> Artifact:
    path = f"booklets/{id_}.pdf"
    return Artifact(path, needs, partial(_make, path, build))


def _make(path: str, build: Callable[[], Booklet]) -> bytes:
    return typeset(path, build())
