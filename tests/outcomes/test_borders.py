"""A city that sees of others only what crosses its borders says the same as one that sees them all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ondongne.diagnostics import Diagnostic, in_order
from ondongne.outcomes.digest import digest, packed, received, to_rows
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import check_all
from ondongne.paths import theme_folder
from ondongne.publications import booklet
from ondongne.publications.design import read_design
from tests.country import CITIES, DAY, Country, make_country


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("country")
    make_country(made)
    return made


@pytest.fixture(scope="module")
def country(folder: Path) -> Country:
    return Country(folder)


def of_files(faults: Iterator[Diagnostic], city: str) -> tuple[Diagnostic, ...]:
    return in_order(fault for fault in faults if fault.place.file.startswith(f"councils/{city}/"))


@pytest.mark.parametrize("city", CITIES)
def test_faults_are_the_same(country: Country, city: str) -> None:
    assert of_files(check_all(country.seen(city)), city) == of_files(check_all(country.whole), city)


@pytest.mark.parametrize("city", CITIES)
def test_booklets_are_the_same_and_depend_on_the_same(country: Country, city: str) -> None:
    def planned(links: Links) -> list[str]:
        found = booklet.plan(Outcomes(links), read_design(theme_folder()))
        return [artifact.path for artifact in found if artifact.path.startswith(f"booklets/{city}/")]

    assert planned(country.seen(city)) == planned(country.whole) != []


WRONG = {
    "bodam/narae/2025/projects/lost": "title: 길 잃은 사업\nlearned_from: [garam/sol/practices/rott]",
    "bodam/narae/2025/projects/kind": "title: 엉뚱한 본보기\nlearned_from: [garam/organisations/bangatgan]",
    "bodam/narae/2025/projects/early": "title: 숨은 본보기\nlearned_from: [garam/sol/practices/draft]",
    "bodam/narae/practices/loop": "title: 도는 실천\norigin: [daon/bom/practices/loop]",
    "bodam/narae/2025/visits/unborn": "title: 이른 견학\nhost: {record: maru/organisations/late}\nwhen: 2025-05-01",
    "daon/bom/practices/loop": "title: 맴도는 실천\norigin: [maru/ondal/practices/loop]",
    "daon/bom/2025/projects/unread": "title: 못 읽은 본보기\nlearned_from: [maru/ondal/practices/broken]",
    "daon/bom/practices/twice": "title: 옛 이름을 나눈 실천\naliases: [garam/old/practices/root, bodam/narae]",
    "maru/ondal/practices/loop": "title: 돌아온 실천\norigin: [bodam/narae/practices/loop]",
    "maru/organisations/late": "name: 늦게 생긴 기관\nfounded: 2025-09",
    "maru/ondal/practices/broken": "titel: 읽을 수 없는 실천",
}


def test_faults_across_borders_are_the_same(tmp_path: Path) -> None:
    make_country(tmp_path, councils=1, years=1)
    for id_, text in WRONG.items():
        (tmp_path / "councils" / id_).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "councils" / f"{id_}.yml").write_text(f"{text}\nstate: ready\n", encoding="utf-8")
    draft = tmp_path / "councils/garam/sol/practices/draft.yml"
    draft.write_text("title: 다듬고 있는 실천\n", encoding="utf-8")
    country = Country(tmp_path)
    expected = {city: of_files(check_all(country.whole), city) for city in CITIES}
    assert {city: of_files(check_all(country.seen(city)), city) for city in CITIES} == expected
    codes = {fault.code for faults in expected.values() for fault in faults}
    across = {"mistyped-record", "wrong-kind", "hidden-record", "origin-loop", "visit-before-founding"}
    assert across | {"alias-in-use", "alias-claimed-twice"} <= codes
    assert country.borders.lost == {"bodam", "daon"}


def test_a_city_sees_only_what_concerns_it(country: Country) -> None:
    view = country.borders.view("maru")
    seen = {entry.id for entry in (*view.before, *view.after)}
    assert {"garam/sol/practices/root", "daon/bom", "daon/bom/2024/awards/pair"} <= seen
    assert "garam/organisations/bangatgan" not in seen
    assert len(seen) < len(country.whole.entries) / 10


def test_a_digest_is_the_same_after_its_way(country: Country) -> None:
    links = Links(country.parts["bodam"], DAY)
    sent, came = digest(links, "bodam"), received(packed(digest(links, "bodam")))
    assert to_rows(came.entries) == to_rows(sent.entries)
    assert (came.city, came.unread) == (sent.city, sent.unread)
    with pytest.raises(ValueError, match="no records"):
        received(b"x\x9cK\x04\x00\x00b\x00b")
