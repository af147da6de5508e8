"""Builds a site in parts: each city is read by itself, hears what it must know of the others, and is then made.

At the end the pages that belong to no city are made here, and readers are shown the whole. Nothing a part does depends
on when, where or how often it is done, and all parts together are the very files that one build makes.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final, NamedTuple

from ondongne import pipeline
from ondongne.building.making import Making
from ondongne.building.parcel import lay_out, pack
from ondongne.building.shards import Crew
from ondongne.building.targets import Target, check_target, open_target
from ondongne.diagnostics import Diagnostic, Severity, in_order
from ondongne.engine.again import TOOLS
from ondongne.engine.build import build_site
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.outcomes.borders import merged, packed_view, received_view
from ondongne.outcomes.digest import Digest, received
from ondongne.outcomes.graph import Outcomes
from ondongne.paths import program, theme_folder
from ondongne.pipeline import KEPT, RECORDS
from ondongne.publications import site
from ondongne.publications.extents import Extent, extent

_BOOKLET: Final = ".pdf"
"""The form in which every booklet is made."""

_MADE: Final = "made"
_NATION: Final = ".nation"
"""No city can be called so."""
_NAME_LENGTH: Final = 16


@dataclass(frozen=True)
class Order:
    """What holds for all parts of a build: the project as this machine sees it, its files, the day, and the cities."""

    project: Path
    files: tuple[str, ...]
    as_of: date
    only: tuple[str, ...]
    jobs: int


class Load(NamedTuple):
    """A city to work on: its files are `sent` along where the machine does not see the project.

    `surveyed` is the digest of its files as they were surveyed, once they were.
    """

    order: Order
    city: str
    sent: bytes | None
    surveyed: bytes = b""


class Place(NamedTuple):
    """Where the parts of a build go."""

    url: str
    build: str
    is_shared: bool

    @property
    def target(self) -> Target:
        """The place, opened."""
        return open_target(self.url, self.build, is_shared=self.is_shared)


class Surveyed(NamedTuple):
    """What a city gave: the digest of its files, and what others need of its records."""

    files: bytes
    records: pipeline.Survey


class Made(NamedTuple):
    """What became of a city: the site paths of its files, its faults but for notices, and the number of these.

    `booklets` are the site paths of its booklets, each with how long and large the file is.
    """

    paths: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    notices: int
    booklets: tuple[tuple[str, Extent], ...] = ()


@dataclass(frozen=True)
class Country:
    """A site that was made in parts, or the faults that kept it from being published."""

    records: int
    hidden: int
    faults: tuple[Diagnostic, ...]
    notices: int
    booklets: int = 0
    shown_at: str = ""

    @property
    def failed(self) -> bool:
        """Whether any fault kept it from being published."""
        return any(fault.is_error for fault in self.faults)


def build_in_shards(order: Order, crew: Crew, url: str, done: Callable[[str, int], None]) -> Country:
    """Build the site of a project in parts and publish it at a URL; `done` hears of each city and its number of files.

    Raises Failure where that cannot be done; then nothing is published.
    """
    check_target(url, order.project)
    names, outside = pipeline.outside_cities(order.project)
    ships = not crew.sees(order.project)
    loads = {name: Load(order, name, pack(order.project, _files(order, name)) if ships else None) for name in names}
    surveys: list[Surveyed] = list(crew.run(survey, [(load,) for load in loads.values()]))
    loads = {
        load.city: load._replace(surveyed=given.files) for load, given in zip(loads.values(), surveys, strict=True)
    }
    borders = merged(_digests(surveys), order.as_of)
    pipeline.check_choice(order.only, borders.links)
    chosen = [name for name in names if not order.only or name in order.only]
    counted = site.sizes(_digests(surveys), borders, frozenset(order.only))
    place = Place(url, _name(order, surveys), crew.is_shared)
    with _published_whole(place) as target:
        parts = crew.run(make, [(loads[name], packed_view(borders.view(name)), counted, place) for name in chosen])
        made = [_heard(done, name, part) for name, part in zip(chosen, parts, strict=True)]
        country = _country(surveys, outside, made)
        if not country.failed:
            nation = site.chosen(_digests(surveys), borders, counted, frozenset(order.only))
            booklets = dict(booklet for part in made for booklet in part.booklets)
            _make_nation(order, nation, site.Share("", counted, booklets), target)
            target.publish()
            country = replace(
                country, booklets=sum(path.endswith(_BOOKLET) for path in booklets), shown_at=target.shown_at
            )
    return country


@contextmanager
def _published_whole(place: Place) -> Iterator[Target]:
    """Leave nothing at a place unless it was published."""
    target = place.target
    with target.held():
        target.discard()
        try:
            yield target
        finally:
            target.discard()


def survey(folder: str, load: Load) -> Surveyed:
    """Read a city, which is laid out in `folder`."""
    home, files = _laid_out(Path(folder), load)
    return Surveyed(files, pipeline.survey(home, load.order.as_of, load.city))


def make(folder: str, load: Load, view: bytes, counted: site.Sizes, place: Place) -> Made:
    """Make a city's part of the site and put it in its place, unless its records have errors.

    Raises Failure where its files are not those any more that others heard of.
    """
    home, files = _laid_out(Path(folder), load)
    if files != load.surveyed:
        raise Failure(say("lost-record", file=f"{RECORDS}/{load.city}"), say("lost-record.hint"))
    order, share = load.order, site.Share(load.city, counted)
    reading = pipeline.read_share(home, order.as_of, order.only, received_view(view), share)
    grave = tuple(fault for fault in reading.diagnostics if fault.severity is not Severity.NOTICE)
    notices = len(reading.diagnostics) - len(grave)
    if reading.failed:
        return Made((), grave, notices)
    out, making = home / KEPT / _MADE, Making(order.jobs)
    pipeline.make_booklets(reading, making)
    paths = tuple(path for path in build_site(home, reading, out, making) if (out / path).is_file())
    place.target.put(out, paths)
    kept = pipeline.kept_booklets(reading)
    return Made(paths, grave, notices, tuple((path, extent(place)) for path, place in kept.items()))


def _make_nation(order: Order, outcomes: Outcomes, share: site.Share, target: Target) -> None:
    """Make the pages that belong to no city, and whatever all pages share."""
    home = order.project / KEPT / _NATION
    lay_out([pack(order.project, order.files)], home, KEPT)
    out = home / KEPT / _MADE
    build_site(home, pipeline.told(home, outcomes, share), out)
    target.put(out, sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()))


def _laid_out(folder: Path, load: Load) -> tuple[Path, bytes]:
    """A city as a project of its own, and the digest of its files."""
    # What an earlier part made and froze is no use to this one.
    gc.unfreeze()
    gc.collect()
    parcel = pack(load.order.project, _files(load.order, load.city)) if load.sent is None else load.sent
    home = folder / load.city
    lay_out([parcel], home, KEPT)
    return home, sha256(parcel).digest()


def _files(order: Order, city: str) -> tuple[str, ...]:
    return *order.files, f"{RECORDS}/{city}"


def _digests(surveys: Sequence[Surveyed]) -> Callable[[], Iterator[Digest]]:
    return lambda: (received(given.records.digest) for given in surveys)


def _name(order: Order, surveys: Iterable[Surveyed]) -> str:
    """A name for the build: the same for the same records, day, cities, project files and program."""
    digest = sha256(program())
    for tool in (*TOOLS, "typst"):
        digest.update(f"{tool} {version(tool)}\0".encode())
    theme = theme_folder()
    for path in sorted(path for path in theme.rglob("*") if path.is_file()):
        digest.update(path.relative_to(theme).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    digest.update(f"{order.as_of} {' '.join(sorted(order.only))}\0".encode())
    for given in surveys:
        digest.update(given.files)
    return digest.hexdigest()[:_NAME_LENGTH]


def _heard(done: Callable[[str, int], None], name: str, part: Made) -> Made:
    done(name, len(part.paths))
    return part


def _country(surveys: Sequence[Surveyed], outside: Iterable[Diagnostic], made: Sequence[Made]) -> Country:
    faults = in_order((*outside, *(fault for part in made for fault in part.faults)))
    return Country(
        records=sum(given.records.records for given in surveys),
        hidden=sum(given.records.hidden for given in surveys),
        faults=faults,
        notices=sum(part.notices for part in made),
    )
