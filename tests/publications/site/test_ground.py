"""A page that stands is the page that would be made: nothing that a page shows is missing from what it rests on."""

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from jinja2 import Environment

from ondongne.building.store import Store
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.paths import theme_folder
from ondongne.publications.design import Design, read_design
from ondongne.publications.site import Site, facts, ground, pages, plan_of
from ondongne.publications.site.rendering import environment
from ondongne.records.kinds import KINDS
from ondongne.records.reading import read_tree
from ondongne.records.readset import reads
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree
from tests.edits import changed, edits, of_every_kind
from tests.outcomes.towns import DAY, TOWNS

_EDITS: Final = 24
"""Of some thousand; another number of them, or another seed, finds others."""


class Made(NamedTuple):
    """A page: the digest of its plan, the records that were read for it, and its article."""

    plan: str
    read: frozenset[str]
    article: str


class Whole(NamedTuple):
    """All pages of a town, by URL, and what they rest on."""

    ground: str
    facts: Mapping[str, str]
    pages: Mapping[str, Made]


class Maker(NamedTuple):
    """Makes all pages of a tree of records."""

    design: Design
    environment: Environment
    store: Store

    def make(self, tree: RecordTree, day: date = DAY) -> Whole:
        outcomes = Outcomes(Links(tree, day))
        site = Site(outcomes, self.design, (), self.environment)
        said = facts(outcomes, 0)
        base = ground(site, said, self.store)  # asks first, as a build does, so that no page is the first to ask
        made = {}
        for page in list(pages(site)):
            with reads() as found:
                article = page.render()
            made[page.url] = Made(plan_of(page), frozenset(found), article)
        return Whole(base, said, made)


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    theme = theme_folder()
    return Maker(read_design(theme), environment(theme), Store(tmp_path_factory.mktemp("store")))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> RecordTree:
    return of_every_kind(tmp_path_factory.mktemp("ground"))


def stale(before: Whole, now: Whole) -> list[str]:
    """Pages that would be taken over though they would be made otherwise now."""
    if before.ground != now.ground:
        return []
    changed = {id_ for id_, fact in before.facts.items() if now.facts.get(id_) != fact}
    return [
        url
        for url, page in now.pages.items()
        if (known := before.pages.get(url)) is not None
        and known.plan == page.plan
        and changed.isdisjoint(known.read)
        and known.article != page.article
    ]


def standing(before: Whole, now: Whole) -> int:
    """How many pages are taken over."""
    changed = {id_ for id_, fact in before.facts.items() if now.facts.get(id_) != fact}
    if before.ground != now.ground:
        return 0
    return sum(
        page.plan == now.pages[url].plan and changed.isdisjoint(page.read)
        for url, page in before.pages.items()
        if url in now.pages
    )


def test_a_page_stands_only_where_it_would_be_made_the_same(maker: Maker, tree: RecordTree) -> None:
    before = maker.make(tree)
    found = edits(tree)
    assert {entry.kind for entry, _ in found} == set(KINDS)
    stood = 0
    for entry, record in random.Random(1).sample(found, _EDITS):
        now = maker.make(changed(tree, entry, record))
        assert stale(before, now) == [], (entry.id, record)
        stood += standing(before, now)
    assert stood > _EDITS * len(before.pages) / 3, "most pages stand after most edits"


CHANGES: Final[dict[str, Callable[[dict[str, Entry[Record]]], object]]] = {
    "delete": lambda entries: entries.pop("solbit/narae/practices/winter-laundry"),
    "delete a story": lambda entries: entries.pop("solbit/narae/2025/stories/table"),
    "delete a council": lambda entries: entries.pop("solbit/mulbit"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_no_more_leaves_no_trace(change: str, maker: Maker, tree: RecordTree) -> None:
    entries = dict(tree.entries)
    CHANGES[change](entries)
    assert stale(maker.make(tree), maker.make(replace(tree, entries=entries))) == []


@pytest.mark.parametrize("days", [1, 400, -400])
def test_another_day_is_another_ground(days: int, maker: Maker, tree: RecordTree) -> None:
    before, now = maker.make(tree), maker.make(tree, DAY + timedelta(days))
    assert before.ground != now.ground


def test_the_same_records_have_the_same_ground(maker: Maker, tree: RecordTree) -> None:
    before, now = maker.make(tree), maker.make(tree)
    assert before == now
    assert standing(before, now) == len(now.pages)


def test_a_photo_is_a_fact_of_the_record_that_names_it(tmp_path: Path) -> None:
    shutil.copytree(TOWNS / "garam", tmp_path, dirs_exist_ok=True)
    found, _ = read_tree(tmp_path / "councils")
    photo = next(tmp_path.rglob("table.png"))

    def told() -> Mapping[str, str]:
        return facts(Outcomes(Links(found, DAY)), 0)

    before = told()
    photo.write_bytes(photo.read_bytes() + b"\0")
    after = told()
    photo.unlink()
    assert [id_ for id_ in before if before[id_] != after[id_]] == ["garam/narae/2025/projects/birthday"]
    assert told() != after != before
