"""A list that would be too long for one page is divided, and whatever stood on it is still found by links alone."""

import re
from pathlib import Path

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.site import catalogue, indexes
from tests.publications.site.towns import TOWNS, Read, pages, read, rendered, written

LISTED = ("projects", "stories", "practices", "visits")
CITIES = {"garam/city": "name: 가람시\nprovince: 물빛도", "haneul/city": "name: 하늘시"}
COUNCILS = {
    "garam/narae/council": "name: 나래동",
    "garam/bom/council": "name: 봄내동",
    "haneul/deul/council": "name: 들말동",
}


def stories(home: str, size: int) -> dict[str, str]:
    return {f"{home}/stories/s{number}": f"title: 이야기 {home} {number}" for number in range(size)}


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have three lines fill a page."""
    monkeypatch.setattr(catalogue, "MOST", 3)
    monkeypatch.setattr(catalogue, "_MOST_OF", {})


@pytest.fixture
def country(tmp_path: Path) -> Outcomes:
    many = {**stories("garam/narae/2025", 4), **stories("garam/bom/2025", 2), **stories("garam/narae/2024", 1)}
    few = {**stories("haneul/deul/2025", 2), "haneul/deul/practices/tea": "title: 찻집"}
    return written(tmp_path, CITIES | COUNCILS | many | few)


def listed(outcomes: Outcomes, url: str) -> str:
    return Read(rendered(outcomes, url)).text


def test_a_short_list_stays_whole(country: Outcomes) -> None:
    text = listed(country, "stories/")
    assert "모두 9건" in text
    assert "도시" not in text.partition("건")[0]
    assert not any(page.url.startswith("garam/stories/") for page in pages(country))


def test_years_before_the_newest_are_folded_on_a_list_of_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "CARDS", 1)
    made = {**stories("garam/narae/2025", 3), **stories("garam/narae/2024", 2), **stories("garam/bom/2023", 2)}
    outcomes = written(tmp_path, CITIES | COUNCILS | made)
    assert "<details" not in rendered(outcomes, "stories/")
    monkeypatch.setattr(indexes, "FOLDED", 4)
    html = rendered(outcomes, "stories/")
    assert re.findall("<summary>(.*)</summary>", html) == ["2024년 2건", "2023년 2건"]
    first = html.partition("<details")[0]
    assert "이야기 garam/narae/2025 1" in first
    assert "이야기 garam/narae/2024 1" not in first


@pytest.mark.usefixtures("short")
def test_a_long_list_leads_to_cities_by_province(country: Outcomes) -> None:
    page = Read(rendered(country, "stories/"))
    assert "물빛도 가람시 7건" in page.text
    assert "그 밖의 도시 하늘시 2건" in page.text
    assert {"garam/stories/", "haneul/stories/"} <= page.targets("stories/")


@pytest.mark.usefixtures("short")
def test_a_city_divides_its_list_by_year_and_a_year_by_council(country: Outcomes) -> None:
    city = Read(rendered(country, "garam/stories/"))
    assert "2025년 6건 2024년 1건" in city.text
    assert {"garam/stories/2025/", "garam/stories/2024/"} <= city.targets("garam/stories/")
    year = Read(rendered(country, "garam/stories/2025/"))
    assert "나래동 4건" in year.text
    assert "garam/narae/2025/" in year.targets("garam/stories/2025/")
    assert "모두 1건" in listed(country, "garam/stories/2024/")


@pytest.mark.usefixtures("short")
def test_a_city_with_little_on_a_long_list_has_it_whole(country: Outcomes) -> None:
    assert "모두 2건" in listed(country, "haneul/stories/")
    assert "도시" not in listed(country, "practices/").partition("찻집")[2]


@pytest.mark.usefixtures("short")
def test_records_lead_to_the_list_they_stand_on(country: Outcomes) -> None:
    story = Read(rendered(country, "garam/narae/2025/stories/s0/"))
    assert "garam/stories/" in story.targets("garam/narae/2025/stories/s0/")
    practice = next(page for page in pages(country) if page.url == "haneul/deul/practices/tea/")
    assert [crumb.url for crumb in practice.crumbs] == ["", "haneul/", "haneul/deul/", "practices/"]


@pytest.mark.usefixtures("short")
def test_lists_of_a_single_city_keep_their_addresses(tmp_path: Path) -> None:
    records = {**stories("garam/narae/2025", 4), **stories("garam/narae/2024", 2)}
    only = written(tmp_path, {"garam/city": "name: 가람시", "garam/narae/council": "name: 나래동", **records})
    page = Read(rendered(only, "stories/"))
    assert "2025년 4건 2024년 2건" in page.text
    assert "garam/stories/2025/" in page.targets("stories/")
    assert next(page for page in pages(only) if page.url == "garam/stories/2025/").title == "이야기 2025년"


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("name", sorted(path.name for path in TOWNS.iterdir() if (path / "councils").is_dir()))
def test_every_record_is_still_reached_from_its_list(name: str) -> None:
    outcomes = read(TOWNS / name / "councils")
    links = {page.url: Read(page.render()).targets(page.url) for page in pages(outcomes)}
    for kind in LISTED:
        reached, level = set[str](), {f"{kind}/"}
        for _ in range(4):
            level = {target for url in level for target in links.get(url, ())} - reached
            reached |= level
        assert {f"{entry.id}/" for entry in outcomes.of(kind)} <= reached


@pytest.mark.usefixtures("short")
def test_the_shelf_of_booklets_and_the_lineage_are_divided_too(country: Outcomes) -> None:
    shelf = Read(rendered(country, "booklets/"))
    assert "가람시 5권" in shelf.text
    assert {"garam/booklets/", "haneul/booklets/"} <= shelf.targets("booklets/")
    assert "2025년 3권" in listed(country, "garam/booklets/")
    assert "garam/booklets/2025/" in {page.url for page in pages(country)}


def test_the_lineage_is_divided_by_who_taught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_MOST_OF", {catalogue.LINEAGE: 0})
    page = Read(rendered(read(TOWNS / "garam" / "councils"), "lineage/"))
    assert "가르친 곳별로 보기 윤슬동 1건" in page.text
    assert "garam/yunseul/" in page.targets("lineage/")
