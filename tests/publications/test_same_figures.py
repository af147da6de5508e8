"""Every number that both the site and a booklet show is the same in both."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.publications.gathering import Gathered
from ondongne.sample import make_sample
from tests.publications.booklet.shelf import REAL, TOWNS, booklet, printed, read, texts
from tests.publications.site.towns import pages

Shown = tuple[str, tuple[str, ...]]
"""A label and the numbers under it, in their order."""

_BESIDE = r'<small>.*?</small>|<svg.*?</svg>|<sup.*?</sup>|<b class="share">.*?</b>'
_NUMBER = re.compile(r"[0-9][0-9,.]*[0-9]|[0-9]")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of a small fictional town."""
    town = tmp_path_factory.mktemp("town") / "garam"
    make_sample(town, 3, 2, 1)
    return town / "councils"


def test_our_booklets_show_the_numbers_of_our_pages() -> None:
    assert list(differing(read(REAL))) == []


def test_a_sample_towns_booklets_show_the_numbers_of_its_pages(sample: Path) -> None:
    assert list(differing(read(sample))) == []


@pytest.mark.parametrize("town", ["garam", "figures", "growth", "agreement", "awards"])
def test_the_booklets_of_towns_show_the_numbers_of_their_pages(town: str) -> None:
    assert list(differing(read(TOWNS / town / "councils"))) == []


def test_the_numbers_of_a_page_are_printed(sample: Path) -> None:
    outcomes = read(sample)
    council = outcomes.councils("garam")[0].id
    year = outcomes.years(council)[0]
    paper = "".join("".join(texts(printed(sample, f"{council}/{year}"))).split())
    html = next(page.render() for page in pages(outcomes) if page.url == f"{council}/{year}/")
    values = re.findall(r"<strong[^>]*>(.+?)</strong>", html)
    assert len(values) > 5
    assert [value for value in values if "".join(value.split()) not in paper] == []


def differing(outcomes: Outcomes) -> Iterator[str]:
    """What stands only on the pages or only in the booklet of a council-year or city-year."""
    lineage = Lineage(outcomes)
    site = {page.url: page for page in pages(outcomes)}
    for city in outcomes.cities:
        for owner in (city, *outcomes.councils(city.id)):
            for year in outcomes.years(owner.id):
                gathered = Gathered(outcomes, lineage, owner, year)
                urls = {f"{id_}/" for id_ in (*gathered.everything, *(f"{o.id}/{year}" for o in gathered.owners))}
                urls -= {f"{city.id}/"}  # shows its newest year
                told = {shown for url in sorted(urls & set(site)) for shown in of_page(site[url].render())}
                set_ = set(of_blocks(booklet(outcomes, owner.id, year).data["booklet"]["chapters"]))
                yield from (f"{gathered.home}: only on pages {shown}" for shown in sorted(told - set_))
                yield from (f"{gathered.home}: only in the booklet {shown}" for shown in sorted(set_ - told))


def of_page(html: str) -> Iterator[Shown]:
    """The fact boxes and figures of a page."""
    for box in re.findall(r'<dl class="numbers">.*?</dl>|<section class="facts".*?</dl>', html, re.DOTALL):
        for label, said in re.findall(r"<dt>(.*?)</dt>(.*?)(?:</div>)", box, re.DOTALL):
            without_notes = re.sub(_BESIDE, "", said, flags=re.DOTALL)
            yield from _shown(label, unescape(re.sub(r"<[^>]+>", "", without_notes)))


def of_blocks(value: Any) -> Iterator[Shown]:
    """The fact boxes and figures of a booklet's chapters."""
    if isinstance(value, list):
        for item in value:
            yield from of_blocks(item)
    elif isinstance(value, dict) and value.get("is") == "row":
        yield from _shown(value["label"], _plain(value["lines"]))
    elif isinstance(value, dict) and value.get("is") == "number":
        yield from _shown(value["label"].removesuffix(" 목표"), value["value"])
    elif isinstance(value, dict) and value.get("is") == "bar":
        yield from _shown(value["label"], f"{value['value']} {value['target']}")
    elif isinstance(value, dict):
        yield from of_blocks(list(value.values()))


def _shown(label: str, said: str) -> Iterator[Shown]:
    numbers = tuple(_NUMBER.findall(said))
    if numbers:
        yield label, numbers


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(map(_plain, value))
    return _plain(value.get("word", value.get("text", ""))) if isinstance(value, dict) else str(value)
