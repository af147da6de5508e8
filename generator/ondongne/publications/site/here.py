"""What a template may ask: the site as a whole, and the page that is being made."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

from jinja2 import Environment

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.publications.design import Design
from ondongne.publications.extents import Bound, Extent
from ondongne.publications.html import Html
from ondongne.publications.numbers import Number, of_home
from ondongne.publications.patchwork import svg
from ondongne.publications.photographs import size_at
from ondongne.publications.phrases import Phrases, year_text
from ondongne.publications.site.addresses import home_city, relative
from ondongne.publications.site.catalogue import BOOKLETS, Catalogue, Sizes
from ondongne.publications.site.page import Crumb
from ondongne.publications.site.renditions import WIDTHS, address
from ondongne.records.evidence import Photo, Vision
from ondongne.records.kinds import KINDS
from ondongne.records.readset import note, reads, remembered
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Medium
from ondongne.records.year import Year

HOME: Final = Crumb("처음", "")

SECTIONS: Final[Mapping[str, str]] = {
    "stories": "stories",
    "practices": "practices",
    "visits": "lineage",
    "editions": "booklets",
}
"""The top-level tab of a kind's pages; others belong to the places they are of."""


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that pages are made from; `booklets` holds the files of booklets that exist, by site path."""

    outcomes: Outcomes
    design: Design
    booklets: Mapping[str, Bound]
    environment: Environment

    counted: Sizes | None = None
    """The sizes of all lists, where `outcomes` hold only a part of what stands on them."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the lists hold."""
        return Catalogue(self.outcomes, self.counted)

    @property
    def lineage(self) -> Lineage:
        """Who learned what from whom."""
        return self.catalogue.lineage

    @cached_property
    def home_city(self) -> str:
        """The id of the city whose page is the home page, if there is but one."""
        return home_city(self.outcomes)

    @cached_property
    def declared(self) -> Mapping[str, tuple[Vision, ...]]:
        """The visions of cities by the event, one of the city's own, at which they were declared."""
        found: dict[str, list[Vision]] = {}
        for city in self.outcomes.cities:
            for vision in city.record.visions:
                event = self.outcomes.follow(city, vision.declared_at) if vision.declared_at else None
                if event is not None and event.city == city.id:
                    found.setdefault(event.id, []).append(vision)
        return {event: tuple(visions) for event, visions in found.items()}

    @cached_property
    def numbers(self) -> Callable[[Entry[Record], int], tuple[Number, ...]]:
        """The figures of a council's or city's year, which stand on its own page and on its owner's."""
        return remembered(lambda owner, year: of_home(self.outcomes, owner, year, self.phrases), 1024)

    def phrases(self, entry: Entry[Record]) -> Phrases:
        """Says the values of a record."""
        return Phrases(self.outcomes, entry, self.address, Medium.WEB)

    def origin(self, entry: Entry[Record]) -> str:
        """Where and when a record is from: 평택시 비전2동, 2017년(추정)."""
        shared = entry.kind, entry.home
        if shared not in self._origins:
            with reads() as found:
                self._origins[shared] = self._origin(entry), found
        said, read = self._origins[shared]
        note(read)
        return said

    @cached_property
    def _origins(self) -> dict[tuple[str, str], tuple[str, Set[str]]]:
        return {}

    def _origin(self, entry: Entry[Record]) -> str:
        city, council = self.outcomes.city(entry), self.outcomes.council(entry)
        names = [city.gist.heading] if city.id not in (self.home_city, entry.id) else []
        names += [council.gist.heading] if council is not None and council.id != entry.id else []
        place = " ".join(names) or city.gist.heading
        return place if entry.year is None else f"{place} · {year_text(self.outcomes, entry.owner, entry.year)}"

    def address(self, entry: Entry[Record]) -> str:
        """The site URL of a record's page."""
        return "" if entry.id == self.home_city else f"{entry.id}/"

    def year_address(self, owner: str, year: int) -> str:
        """The site URL of a council's or city's year, whether or not it has a record."""
        return f"{owner}/{year}/"

    def list_address(self, name: str, city: str) -> str:
        """The site URL of the list on which a city's records stand: its own where all cities' would be too long."""
        return f"{city}/{name}/" if name in self.catalogue.divided else f"{name}/"

    def crumbs(self, entry: Entry[Record]) -> tuple[Crumb, ...]:
        """The way from the home page down to what a record belongs to."""
        if entry.id == self.home_city:
            return ()
        if entry.year is None or entry.kind == Year.kind:
            return self._way(entry)
        if entry.home not in self._ways:
            self._ways[entry.home] = self._way(entry)
        return self._ways[entry.home]

    @cached_property
    def _ways(self) -> dict[str, tuple[Crumb, ...]]:
        """The way to the records of each council-year and city-year, of which each has many."""
        return {}

    def _way(self, entry: Entry[Record]) -> tuple[Crumb, ...]:
        city = self.outcomes.city(entry)
        steps = [HOME]
        if city.id not in (entry.id, self.home_city):
            steps.append(Crumb(city.gist.heading, self.address(city)))
        council = self.outcomes.council(entry)
        if council is not None and council.id != entry.id:
            steps.append(Crumb(council.gist.heading, self.address(council)))
        if entry.year is not None and entry.kind != Year.kind:
            steps.append(self.year_crumb(entry.owner, entry.year))
        elif entry.kind in ("practices", "organisations", "editions"):
            steps.append(Crumb(KINDS[entry.kind].label, self.list_address(list_of(entry.kind), city.id)))
        return tuple(steps)

    def year_crumb(self, owner: str, year: int) -> Crumb:
        """The step to a council's or city's year."""
        return Crumb(year_text(self.outcomes, owner, year), self.year_address(owner, year))

    def render(self, template: str, page: "Here", context: Mapping[str, object]) -> str:
        """Make the HTML of a page's content."""
        return self.environment.get_template(f"pages/{template}.html").render(
            page=page, outcomes=self.outcomes, design=self.design, **context
        )


def photo_file(outcomes: Outcomes, entry: Entry[Record], photo: Photo) -> Path | None:
    """The file of a photo that may be shown on the web and is there."""
    if not photo.allowed(Medium.WEB, outcomes.as_of):
        return None
    tree = outcomes.links.tree
    return tree.photo(entry, photo.file) if tree.has_photo(entry, photo.file) else None


def list_of(kind: str) -> str:
    """The name of the list that holds the records of a kind."""
    return BOOKLETS if kind == "editions" else kind


class Card(NamedTuple):
    """A record on a list: its link, title, where and when it is from, its summary, and its picture."""

    entry: Entry[Record]
    href: str
    title: str
    origin: str
    summary: str
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class Here:
    """The page that is being made, as its template sees it; links are relative to it."""

    site: Site
    url: str
    crumbs: tuple[Crumb, ...]
    _up: str = field(init=False, repr=False)
    """The link from this page to the root of the site."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_up", "../" * self.url.count("/"))

    def link(self, target: Entry[Record] | str) -> str:
        """The link from this page to a record's page or a site URL; a `#fragment` stays."""
        url = target if isinstance(target, str) else self.site.address(target)
        if "#" in url or url == self.url:
            return relative(self.url, url)
        return self._up + url

    def all(self, name: str, city: str) -> str:
        """The link to the list on which a city's records stand."""
        return self.link(self.site.list_address(name, city))

    def home(self, id_: str) -> str:
        """The link to the page of a record or year by id; empty when that is this page."""
        url = "" if id_ == self.site.home_city else f"{id_}/"
        return "" if url == self.url else self.link(url)

    def year(self, owner: str, year: int) -> str:
        """The link to a council's or city's year."""
        return self.link(self.site.year_address(owner, year))

    def photo(self, entry: Entry[Record], photo: Photo, width: int = WIDTHS[-1]) -> str:
        """The link to a photo's file of a width."""
        return quote(self.link(address(entry, photo, width)))

    def widths(self, entry: Entry[Record], photo: Photo, form: str) -> str:
        """The files of a photo in a format, each with its width, for a browser to choose from (HTML, `srcset`)."""
        return ", ".join(f"{quote(self.link(address(entry, photo, width, form)))} {width}w" for width in WIDTHS)

    def size(self, entry: Entry[Record], photo: Photo) -> tuple[int, int]:
        """Width and height of a photo's largest file; only for a photo of the page's own record."""
        return size_at(self.site.outcomes.links.tree.photo(entry, photo.file), WIDTHS[-1])

    def photos(self, entry: Entry[Record]) -> tuple[Photo, ...]:
        """A record's photos that may be shown and are there."""
        return tuple(photo for photo in entry.record.photos if photo_file(self.site.outcomes, entry, photo) is not None)

    def patch(self, id_: str, repeat: int = 1) -> Html:
        """The patch of an id, as decoration; repeated for a band."""
        return Html(svg(id_, repeat))

    def phrases(self, entry: Entry[Record]) -> Phrases:
        """Says the values of a record."""
        return self.site.phrases(entry)

    def card(self, entry: Entry[Record]) -> Card:
        """A record as it stands on a list."""
        return Card(
            entry=entry,
            href=self.link(entry),
            title=entry.gist.heading,
            origin=self.origin(entry),
            summary=entry.gist.summary or "",
            photo=next(iter(self.photos(entry)), None),
        )

    def origin(self, entry: Entry[Record]) -> str:
        """Where and when a record is from: 평택시 비전2동, 2017년(추정)."""
        return self.site.origin(entry)

    def booklet(self, file: str) -> str | None:
        """The link to a booklet's file, when it exists."""
        path = f"booklets/{file}"
        return self.link(path) if path in self.site.booklets else None

    def extent(self, file: str) -> Extent | None:
        """How long and how large a booklet's file is, when that is known."""
        path = f"booklets/{file}"
        note((path,))
        return self.site.booklets[path].extent()


Context = Callable[[Here], Mapping[str, object]]
"""What a page's template is given beside the page."""
