"""The ledger of what pages were made of: a page stands only where nothing changed, and a broken ledger is none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ondongne.building.ledger import Ledger
from ondongne.building.store import Store

FACTS = {"a": "1", "b": "1", "c": "1"}
MARK = (1, 2, 3)
NAME = "pages.ledger"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with the ledger of a page that was made of `a` and `c`."""
    ledger = Ledger("ground", FACTS)
    ledger.made("page", b"plan", MARK, ["c", "a"])
    ledger.keep(Store(tmp_path), NAME)
    return Store(tmp_path)


def recalled(store: Store, ground: str = "ground", facts: dict[str, str] = FACTS) -> Ledger:
    ledger = Ledger(ground, facts)
    ledger.recall(store, NAME)
    return ledger


@pytest.mark.parametrize(
    ("ground", "facts", "path", "plan", "stands"),
    [
        ("ground", FACTS, "page", b"plan", True),
        ("ground", FACTS | {"b": "2"}, "page", b"plan", True),
        ("ground", FACTS | {"d": "1"}, "page", b"plan", True),
        ("ground", {"c": "1", "b": "1", "a": "1"}, "page", b"plan", True),
        ("ground", FACTS | {"a": "2"}, "page", b"plan", False),
        ("ground", {"a": "1", "b": "1"}, "page", b"plan", False),
        ("ground", FACTS, "page", b"other", False),
        ("ground", FACTS, "other", b"plan", False),
        ("other", FACTS, "page", b"plan", False),
    ],
)
def test_a_page_stands_where_all_it_was_made_of_does(
    ground: str, facts: dict[str, str], path: str, plan: bytes, stands: bool, store: Store
) -> None:
    assert recalled(store, ground, facts).standing(path, plan) == (MARK if stands else None)


def test_what_stands_is_known_after_many_builds(store: Store) -> None:
    for facts in ({"new": "1", **FACTS}, {"c": "1", "a": "1"}):
        ledger = recalled(store, facts=facts)
        ledger.stands("page")
        ledger.keep(store, NAME)
    assert recalled(store).standing("page", b"plan") == MARK
    assert recalled(store, facts=FACTS | {"c": "2"}).standing("page", b"plan") is None


def test_what_was_not_made_again_is_forgotten(store: Store) -> None:
    recalled(store).keep(store, NAME)
    assert recalled(store).standing("page", b"plan") is None


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "a part": lambda kept: kept[:-1],
    "another byte": lambda kept: kept.replace(b"plan", b"flan"),
    "empty": lambda _: b"",
    "no ledger": lambda _: b"\xff" * 100,
}


@pytest.mark.parametrize("how", BREAKS)
def test_a_broken_ledger_is_none(how: str, store: Store) -> None:
    place = store.folder / NAME
    place.write_bytes(BREAKS[how](place.read_bytes()))
    assert recalled(store).standing("page", b"plan") is None
