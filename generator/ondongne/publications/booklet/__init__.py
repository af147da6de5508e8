"""The booklets: a printed account of a city's or a council's year, and of what an edition chooses."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, cast

from ondongne.building.artifact import Artifact, digest
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage, Thread
from ondongne.publications.booklet.dependencies import Dependencies
from ondongne.publications.booklet.printing_order import Order
from ondongne.publications.booklet.printing_paper import USUAL as PAPER
from ondongne.publications.booklet.printing_trims import TRIMS, Trim
from ondongne.publications.design import Design
from ondongne.publications.gathering import Entries, Gathered, chosen
from ondongne.records.edition import Edition, Paper
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Binding, Size

if TYPE_CHECKING:
    from ondongne.publications.booklet.document import Booklet

USUAL: Final = Size.A4

SUFFIXES: Final = (".pdf", ".epub")
"""Of the forms in which every booklet is published."""


@dataclass(frozen=True, eq=False)
class Work:
    """A booklet that can be made; `needs` is all that decides its bytes but the page it is set on."""

    id: str
    needs: Callable[[], tuple[bytes, ...]]
    build: "Callable[[], Booklet]"
    design: Design
    edition: Edition | None = None

    @property
    def trim(self) -> Trim:
        """The page it is set on unless another is asked for."""
        return TRIMS[(self.edition.size if self.edition else None) or USUAL]

    @property
    def path(self) -> str:
        """Its site path."""
        return f"booklets/{self.id}.pdf"

    @property
    def forms(self) -> Mapping[str, Callable[[], Artifact]]:
        """The forms it is published in, by their site paths."""
        return {self.path: self.artifact, f"booklets/{self.id}.epub": self.ebook}

    @cached_property
    def published(self) -> tuple[Artifact, ...]:
        """Every form it is published in."""
        return tuple(form() for form in self.forms.values())

    def artifact(self, size: Size | None = None) -> Artifact:
        """The booklet for screens and archives, on a page of its own size or another."""
        trim = TRIMS[size] if size else self.trim
        needs = (*self._needs, trim.size.encode())
        return Artifact(self.path, needs, partial(_make, self.path, self.build, trim))

    def ebook(self) -> Artifact:
        """The booklet as EPUB."""
        path = f"booklets/{self.id}.epub"
        return Artifact(path, (*self._needs, b"epub"), partial(_bind, self.id, self.build, self.design))

    def manuscript(self) -> bytes:
        """The booklet as HWPX, to be edited, on a page of its own size; raises Failure where an extra is missing."""
        from ondongne.publications.booklet.hwpx import written

        return written(self.build(), self.trim, self.design)

    @cached_property
    def _needs(self) -> tuple[bytes, ...]:
        return digest(self.needs()), self.id.encode()

    def order(self, size: Size | None, paper: Paper | None, *, imposed: bool) -> Order:
        """What to ask of a printing house: as the command says, else as the edition does, else as is usual."""
        edition = self.edition
        return Order(
            TRIMS[size] if size else self.trim,
            Binding.SADDLE if imposed else edition.binding if edition else None,
            paper or (edition.paper if edition else None) or PAPER,
            imposed=imposed,
        )


def works(outcomes: Outcomes, design: Design) -> Iterator[Work]:
    """Every booklet that the records give: of each year of a city and council, and of each edition."""
    lineage, dependencies = Lineage(outcomes), Dependencies(outcomes)
    for gathered in _years(outcomes, lineage):
        needs = partial(_of_year, dependencies, gathered)
        yield Work(gathered.home, needs, partial(_booklet_of_year, gathered, design), design)
    for edition in _editions(outcomes):
        needs = partial(_of_edition, dependencies, lineage, edition)
        build = partial(_booklet_of_edition, lineage, edition, design)
        yield Work(edition.id, needs, build, design, edition.record)


def plan(outcomes: Outcomes, design: Design) -> Iterator[Artifact]:
    """Name every booklet with all that decides its bytes."""
    for work in works(outcomes, design):
        yield from work.published


def forget() -> None:
    """Free the memory in which booklets that were made are remembered, to make the next ones faster."""
    from ondongne.publications.booklet import typesetting

    typesetting.forget()


def _of_year(dependencies: Dependencies, gathered: Gathered) -> tuple[bytes, ...]:
    entries = tuple(gathered.everything.values())
    threads = (*gathered.threads, *_of_visits(gathered.lineage, entries))
    return dependencies.of(entries, threads, gathered.earlier)


def _of_edition(dependencies: Dependencies, lineage: Lineage, edition: Entry[Edition]) -> tuple[bytes, ...]:
    entries = edition, *chosen(lineage.outcomes, edition)
    return dependencies.of(entries, _of_visits(lineage, entries))


def _of_visits(lineage: Lineage, entries: Entries) -> Iterator[Thread]:
    for entry in entries:
        yield from lineage.of_visit(entry)


def _years(outcomes: Outcomes, lineage: Lineage) -> Iterator[Gathered]:
    for city in outcomes.cities:
        for owner in (city, *outcomes.councils(city.id)):
            for year in outcomes.years(owner.id):
                yield Gathered(outcomes, lineage, owner, year)


def _editions(outcomes: Outcomes) -> Iterator[Entry[Edition]]:
    for city in outcomes.cities:
        yield from cast("tuple[Entry[Edition], ...]", outcomes.at(city.id, Edition.kind))


def _booklet_of_year(gathered: Gathered, design: Design) -> "Booklet":
    from ondongne.publications.booklet.document import year_booklet

    return year_booklet(gathered, design)


def _booklet_of_edition(lineage: Lineage, edition: Entry[Edition], design: Design) -> "Booklet":
    from ondongne.publications.booklet.document import edition_booklet

    return edition_booklet(lineage, edition, design)


def _make(path: str, build: "Callable[[], Booklet]", trim: Trim) -> bytes:
    from ondongne.publications.booklet.typesetting import Setting, developed, typeset

    booklet = build()
    return typeset(path, booklet, Setting(trim), developed(booklet))


def _bind(id_: str, build: "Callable[[], Booklet]", design: Design) -> bytes:
    from ondongne.publications.booklet.epub import bound

    return bound(id_, build(), design)
