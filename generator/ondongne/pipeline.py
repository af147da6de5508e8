"""The whole program on one page: read → link → check → plan → make."""

import atexit
import gc
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from ondongne.building.artifact import Artifact, Bundle
from ondongne.building.compiled import Compiled
from ondongne.building.making import Breaks, Making
from ondongne.building.store import Store
from ondongne.diagnostics import Diagnostic, as_text, in_order
from ondongne.failure import Failure
from ondongne.korean import nearest
from ondongne.messages import say
from ondongne.outcomes.borders import View
from ondongne.outcomes.checked import Checked
from ondongne.outcomes.digest import digest, packed
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import check_all
from ondongne.outcomes.rules.aliases import at_pages
from ondongne.paths import program, theme_folder
from ondongne.publications import booklet, site
from ondongne.publications.design import Design, read_design
from ondongne.publications.extents import Bound, extent
from ondongne.publications.site import seeking
from ondongne.publications.site.page import SitePage
from ondongne.records.cache import Cache
from ondongne.records.city import City
from ondongne.records.finding import outside
from ondongne.records.reading import read_tree
from ondongne.records.stamps import settled
from ondongne.records.tree import RecordTree

RECORDS = "councils"
KEPT = ".ondongne"
READ = "records.cache"
CHECKED = "rules.cache"
SPARE = "spare"

_REMEMBERED = 8_000_000
"""Bytes of booklets after which the typesetter forgets them: a hundred times as much memory."""


@dataclass(frozen=True)
class Reading:
    """A project's records as read on a day, what readers may see of them, and every fault found, in order."""

    project: Path
    outcomes: Outcomes
    diagnostics: tuple[Diagnostic, ...]
    design: Design
    cache: Cache = field(repr=False)
    checked: Checked = field(repr=False)
    share: site.Share = site.ALL

    @property
    def failed(self) -> bool:
        """Whether any fault stops a build."""
        return any(fault.is_error for fault in self.diagnostics)

    @cached_property
    def booklets(self) -> tuple[Artifact, ...]:
        """Every booklet that the records give, in each form that is published."""
        return tuple(artifact for work in self.works.values() for artifact in work.published)

    @cached_property
    def works(self) -> Mapping[str, booklet.Work]:
        """Every booklet that the records give, by its id, to be made in any form."""
        found = booklet.works(self.outcomes, self.design)
        return {work.id: work for work in found if self.share.holds(work.id)}

    @property
    def store(self) -> Store:
        """Where what was made of the project's records is kept."""
        return Store(self.project / KEPT)


def read(project: Path, as_of: date, cities: Collection[str] = (), before: Reading | None = None) -> Reading:
    """Read, link and check the records of a project; with `cities`, only theirs can be seen.

    With an earlier reading of the same project in this process only what changed since is read again; every other
    `Entry` is the same object as before, so that whoever keeps something of a record knows by `is` that it stands.
    """
    with no_collections(first=before is None):
        tree, found, cache = _read_tree(project, before)
        links, checked = Links(tree, as_of), _checked(project) if before is None else before.checked.again()
        diagnostics = in_order((*found, *check_all(links, checked)))
        if before is None and checked.is_changed:
            _keep(project, CHECKED, checked.pack)
    outcomes, design = Outcomes(links, frozenset(cities)), read_design(theme_folder())
    return Reading(project, outcomes, diagnostics, design, cache, checked)


def check_choice(cities: Collection[str], links: Links) -> None:
    """Raise Failure unless every city that was asked for is among the records."""
    known = [entry.id for entry in links.of(City)]
    for city in cities:
        if city not in known:
            near = nearest(city, known)
            hint = say("usage.near", name=near) if near else say("no-such-city.hint", choices=", ".join(known))
            raise Failure(say("no-such-city", city=city), hint)


def check_pages(reading: Reading, pages: Collection[str]) -> None:
    """Raise Failure where a former id is the site path of a page that is made of no record."""
    if found := tuple(at_pages(reading.outcomes.links, pages)):
        raise Failure(as_text(found) + "\n" + say("not-built"))


class Survey(NamedTuple):
    """A city's digest, packed, with how many records it has and how many of them readers may not see."""

    digest: bytes
    records: int
    hidden: int


def survey(project: Path, as_of: date, city: str) -> Survey:
    """Read the only city of a project for what others need to know of it."""
    with no_collections(first=False):
        tree, _, _ = _read_tree(project, None)
        links = Links(tree, as_of)
        hidden = sum(not links.is_public(entry) for entry in links.entries.values())
        return Survey(packed(digest(links, city)), len(links.entries), hidden)


def read_share(project: Path, as_of: date, cities: Collection[str], view: View, share: site.Share) -> Reading:
    """Read, link and check the records of the only city of a project, which sees others in a view."""
    with no_collections(first=False):
        tree, found, cache = _read_tree(project, None)
        links = Links(view.around(tree), as_of)
        own = (fault for fault in check_all(links) if fault.place.file.startswith(f"{RECORDS}/{share.city}/"))
        diagnostics = in_order((*found, *own))
    design = read_design(theme_folder())
    return Reading(project, Outcomes(links, frozenset(cities)), diagnostics, design, cache, Checked(), share)


def told(project: Path, outcomes: Outcomes, share: site.Share) -> Reading:
    """A reading of records that other machines told of."""
    return Reading(project, outcomes, (), read_design(theme_folder()), Cache(), Checked(), share)


def outside_cities(project: Path) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The names of the cities' folders, in order, and what is wrong beside them."""
    names, faults = outside(project / RECORDS, RECORDS)
    return names, in_order(faults)


def _read_tree(project: Path, before: Reading | None) -> tuple[RecordTree, tuple[Diagnostic, ...], Cache]:
    """Read the records, those that are as they were without parsing them again."""
    kept = project / KEPT / READ
    until = settled(project / RECORDS, kept.parent)
    cache = _packed(kept, until) if before is None else before.cache.again(until)
    tree, faults = read_tree(project / RECORDS, RECORDS, cache)
    if before is None and cache.is_outdated:
        _keep(project, READ, cache.pack)
    cache.forget_packed()
    return tree, faults, cache


def _keep(project: Path, name: str, pack: Callable[[], bytes | bytearray]) -> None:
    """Keep something for the next reading; a folder that cannot be written to makes that slow, not this one wrong."""
    with suppress(OSError):
        Store(project / KEPT).write(name, pack())


def _checked(project: Path) -> Checked:
    try:
        return Checked((project / KEPT / CHECKED).read_bytes())
    except OSError:
        return Checked()


def _packed(kept: Path, until: int) -> Cache:
    try:
        return Cache(kept.read_bytes(), until)
    except OSError:
        return Cache(until=until)


@contextmanager
def no_collections(*, first: bool) -> Iterator[None]:
    """Look for no cyclic garbage for a while, and never again in what was made meanwhile.

    Records are made by the million and are no garbage; looking them through over and over takes a quarter of the time,
    and of the time of all that follows. Nor need they be taken apart one by one when the process ends.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        if first:
            gc.freeze()
            atexit.register(gc.freeze)
    finally:
        if was_on:
            gc.enable()


def kept_booklets(reading: Reading) -> Mapping[str, Path]:
    """Site paths of the booklets that were made of these very records, with where they are kept."""
    store, kept = reading.store, reading.store.kept()
    if not any(name.endswith(booklet.SUFFIXES) for name in kept):
        return {}  # What a booklet depends on takes long to find out.
    places = {artifact.path: store.place(artifact) for artifact in reading.booklets}
    return {path: place for path, place in places.items() if place.name in kept}


def bound(kept: Mapping[str, Path]) -> Mapping[str, Bound]:
    """What pages say of the files of booklets that are kept by content."""
    return {path: Bound(place.name, partial(extent, place)) for path, place in kept.items()}


def make_booklets(reading: Reading, making: Making) -> None:
    """Make the booklets that are not kept yet in all their forms."""
    store, breaks = reading.store, Breaks(_REMEMBERED, booklet.forget)
    missing = [work for work in reading.works.values() if not all(map(store.holds, work.published))]
    deque(making.each("booklets", missing, partial(_make_booklet, store, breaks), lambda work: work.path), maxlen=0)


def _make_booklet(store: Store, breaks: Breaks, work: booklet.Work) -> None:
    with breaks.work() as amounts:
        amounts(sum(store.make(artifact).stat().st_size for artifact in work.published))


def compiled(project: Path, folder: str = "templates") -> Compiled:
    """Templates that were compiled for a project before, by this very program; each environment has a folder."""
    return Compiled(Store(project / KEPT), program() + version("jinja2").encode(), folder)


def make_photos(reading: Reading, making: Making) -> Mapping[str, Path]:
    """Site paths of the photos that the records show, with where their published copies are kept."""
    shown = {rendition.path: rendition for rendition in site.photos(reading.outcomes, reading.share)}
    kept = making.each("photos", shown, lambda path: reading.store.make(shown[path].artifact()), str)
    return dict(zip(shown, kept, strict=True))


def planned_cards(reading: Reading, site_name: str, about: str) -> Iterable[Artifact]:
    """Every card that pages are shared with; `about` says in a few words what the site is."""
    return site.cards(reading.outcomes, reading.design, site_name, about, reading.share)


def cards(reading: Reading, planned: Iterable[Artifact], making: Making | None) -> Mapping[str, Path]:
    """Site paths of cards and where they are kept; those that are not kept yet are drawn only with `making`."""
    store, kept = reading.store, reading.store.kept()
    if making is None and not any(name.endswith(site.CARD) for name in kept):
        return {}
    places = [(artifact, store.place(artifact)) for artifact in planned]
    if making is not None:
        missing = [artifact for artifact, place in places if place.name not in kept]
        deque(making.each("cards", missing, store.make, lambda artifact: artifact.path), maxlen=0)
        kept |= {place.name for _, place in places}
    return {artifact.path: place for artifact, place in places if place.name in kept}


def texts(reading: Reading) -> Mapping[str, str]:
    """Site paths of what is neither page nor picture: redirects, style sheet, headers, an account for machines."""
    outcomes, share = reading.outcomes, reading.share
    redirects = {f"{old}index.html": site.redirect(old, new) for old, new in site.redirects(outcomes, share)}
    if share.city:
        return redirects
    accents = {city.slug: city.record.brand.accent for city in outcomes.cities if city.record.brand}
    return redirects | {
        "assets/css/site.css": site.stylesheet(reading.design, accents),
        "_headers": site.headers(),
        "llms.txt": site.llms(outcomes, site.ABOUT),
    }


def search_files(reading: Reading, planned: Iterable[SitePage], editorial: Iterable[seeking.Leaf]) -> Iterator[Bundle]:
    """Everything that a browser searches, given the planned pages and those in Markdown."""
    outcomes = reading.outcomes
    cities = (city for city in outcomes.cities if reading.share.holds(city.id))
    yield from seeking.files_of_cities(outcomes, cities, reading.store)
    if not reading.share.city:
        leaves = (*seeking.standing_alone(planned, {city.id for city in outcomes.cities}), *editorial)
        yield from seeking.files_of_site(outcomes, leaves, reading.store)


def build(reading: Reading, making: Making, build_site: Callable[[], object]) -> None:
    """Make booklets and then the site, which takes in every booklet that is kept."""
    make_booklets(reading, making)
    build_site()
