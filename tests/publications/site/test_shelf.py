"""Booklets on the site look as they are printed, and say what is in them."""

import re
from html import unescape
from pathlib import Path

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.paths import theme_folder
from ondongne.publications.booklet.document import year_booklet
from ondongne.publications.design import read_design, tone
from ondongne.publications.extents import UNMADE, Bound, Extent
from ondongne.publications.gathering import Gathered
from ondongne.publications.patchwork import patch
from ondongne.publications.site import plan
from ondongne.publications.site.jackets import jacket
from tests.publications.site.towns import Read, rendered, written

HERE = "garam/narae/2025"
BASE = {
    "garam/city": "name: 가람시",
    "garam/narae/council": "name: 나래동",
    f"{HERE}/projects/tea": "title: 찻집",
    f"{HERE}/projects/soup": "title: 국수집",
    f"{HERE}/events/feast": "title: 마을 잔치",
}
EDITION = "garam/editions/learned"


def covers(html: str) -> list[str]:
    """The covers on a page."""
    return re.findall(r'<div class="cover".*?</div>', html, re.DOTALL)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def printed(outcomes: Outcomes) -> Gathered:
    return Gathered(outcomes, Lineage(outcomes), outcomes.entries["garam/narae"], 2025)


def test_the_cover_is_the_one_that_is_printed(tmp_path: Path) -> None:
    outcomes = written(tmp_path, BASE)
    cover = year_booklet(printed(outcomes), read_design(theme_folder())).manuscript.cover
    (shown,) = covers(rendered(outcomes, f"{HERE}/", [f"booklets/{HERE}.pdf"]))
    assert jacket(cover.cloth) in shown
    assert words(shown) == f"{cover.place} {cover.title} {cover.subtitle} {cover.year}"


def test_the_cloth_holds_every_piece_of_its_squares(tmp_path: Path) -> None:
    cloth = year_booklet(printed(written(tmp_path, BASE)), read_design(theme_folder())).manuscript.cover.cloth
    pieces = dict(re.findall(r'<path class="([a-z-]+)" d="([^"]+)"', jacket(cloth)))
    sewn = [tone(piece.dye, piece.tint) for square in cloth for piece in patch(square.patch).pieces]
    assert {name: path.count("z") for name, path in pieces.items() if name != "seam"} == {
        name: sewn.count(name) for name in sewn
    }


def test_a_long_shelf_shows_covers_of_the_city_and_the_others_on_lines(tmp_path: Path) -> None:
    years = {f"garam/narae/{year}/year": "summary: 한 해" for year in range(2012, 2026)} | {
        "garam/2025/year": "people: 9"
    }
    places = [f"garam/narae/{year}" for year in range(2012, 2026)] + [f"garam/{year}" for year in range(2012, 2026)]
    outcomes = written(tmp_path, BASE | years)
    html = rendered(outcomes, "booklets/", [f"booklets/{place}.pdf" for place in places])
    assert len(covers(html)) == 12
    assert all("나래동" not in words(cover) for cover in covers(html))
    text = Read(html).text
    assert "2025년 나래동 화면용 PDF" in text and "2012년 가람시 화면용 PDF 나래동 화면용 PDF" in text
    assert 'aria-label="나래동 2025년 화면용 PDF"' in html


def test_a_year_has_one_shelf_however_its_councils_tell_it(tmp_path: Path) -> None:
    """A council whose year is made out from elsewhere stands between two that name it."""
    dongs = ("bada", "gaon", "haneul", "narae")
    homes = {f"garam/{dong}/council": f"name: {dong}" for dong in dongs}
    years = {f"garam/{dong}/{year}/year": "summary: 한 해" for dong in dongs for year in range(2020, 2024)}
    years["garam/gaon/2020/year"] = "summary: 한 해\nyear: {on: 2020, derived: true}"
    outcomes = written(tmp_path, BASE | homes | years)
    html = rendered(
        outcomes, "booklets/", [f"booklets/garam/{dong}/{year}.pdf" for dong in dongs for year in range(2020, 2024)]
    )
    headings = re.findall("<h2>(.*?)</h2>", html)
    assert len(headings) > 4
    assert len(set(headings)) == len(headings)


def test_what_was_not_made_is_said_and_shows_no_cover(tmp_path: Path) -> None:
    html = rendered(written(tmp_path, BASE), f"{HERE}/")
    assert covers(html) == []
    assert "책자는 아직 만들지 않았습니다." in Read(html).text


def test_an_edition_says_who_published_it_and_what_its_back_says(tmp_path: Path) -> None:
    edition = (
        "title: <b>배운 것</b>\nsubtitle: 모은 책\nforewords: [{title: 엮으며, by: 엮은이, body: 펴냅니다.}]\n"
        "cover: {back: '뒤에 적은 글.\n\n  둘째 문단.'}\n"
        "imprint: {publisher: 가람시, published: 2025-12, price: 비매품}"
    )
    outcomes = written(tmp_path, BASE | {EDITION: edition})
    html = rendered(outcomes, f"{EDITION}/", [f"booklets/{EDITION}.pdf"])
    text = Read(html).text
    assert "뒤에 적은 글. 둘째 문단. 엮으며 펴냅니다. 엮은이" in text
    assert "판권 펴낸 곳 가람시 펴낸 날 2025년 12월 값 비매품" in text
    assert words(covers(html)[0]) == "가람시 <b>배운 것</b> 모은 책"
    assert f'href="../../../booklets/{EDITION}.pdf"' in html
    unmade = Read(rendered(outcomes, f"{EDITION}/")).text
    assert "책자는 아직 만들지 않았습니다." in unmade


def test_a_shelf_says_how_long_and_large_booklets_are_that_are_made(tmp_path: Path) -> None:
    outcomes = written(tmp_path, BASE)
    bound = {
        f"booklets/{HERE}.pdf": Bound("", lambda: Extent(1_234_567, 36)),
        f"booklets/{HERE}.epub": Bound("", lambda: Extent(56_000)),
        "booklets/garam/2025.pdf": UNMADE,
    }
    made = plan(outcomes, read_design(theme_folder()), bound)
    pages = {page.url: Read(page.render()).text for page in made if page.url in ("booklets/", f"{HERE}/")}
    said = "성과 책자 화면용 PDF, 36쪽, 1.2MB 전자책(EPUB), 56KB"
    assert said in pages[f"{HERE}/"]
    assert f"나래동 2025년 {said}" in pages["booklets/"]
    assert "가람시 2025년 성과 책자 화면용 PDF 가람시 나래동" in pages["booklets/"]
