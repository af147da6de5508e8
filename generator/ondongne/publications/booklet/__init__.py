"""The booklets: a printed account of a city's or a council's year, and of what an edition chooses."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import cast

from ondongne.building.artifact import Artifact
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.publications.booklet.document import Booklet, edition_booklet, year_booklet
from ondongne.publications.booklet.typesetting import as_json, tools, typeset
from ondongne.publications.design import Design
from ondongne.records.edition import Edition
from ondongne.records.tree import Entry


def plan(outcomes: Outcomes, design: Design) -> Iterator[Artifact]:
    """Name every booklet with all that decides its bytes: of each year of a city and council, and of each edition."""
    lineage, made_with = Lineage(outcomes), tools()
    for id_, booklet in _booklets(outcomes, lineage, design):
        yield _artifact(f"booklets/{id_}.pdf", outcomes, booklet, made_with)


def _booklets(outcomes: Outcomes, lineage: Lineage, design: Design) -> Iterator[tuple[str, Booklet]]:
    for city in outcomes.cities:
        for owner in (city, *outcomes.councils(city.id)):
            for year in outcomes.years(owner.id):
                yield f"{owner.id}/{year}", year_booklet(outcomes, lineage, design, owner, year)
        for edition in cast("tuple[Entry[Edition], ...]", outcomes.at(city.id, Edition.kind)):
            yield edition.id, edition_booklet(outcomes, lineage, design, edition)


def _artifact(path: str, outcomes: Outcomes, booklet: Booklet, made_with: bytes) -> Artifact:
    data = as_json(booklet.data)
    photos = tuple(f"{name} {_digest(file)} {side}".encode() for name, (file, side) in sorted(booklet.photos.items()))
    make = partial(typeset, path, data, booklet.photos, booklet.entries, outcomes.as_of)
    return Artifact(path, (made_with, outcomes.as_of.isoformat().encode(), *data.values(), *photos), make)


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
