"""Every page has one address, every link of every page leads somewhere, and nothing hidden is named."""

from pathlib import Path

import pytest
from PIL import Image

from ondongne.outcomes.rules.aliases import check
from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.site import Directory, photos, redirects, site_of
from ondongne.records.kinds import OF_A_YEAR
from tests.publications.site.towns import TOWNS, Read, pages, read, rendered, written

NAMES = sorted(path.name for path in TOWNS.iterdir() if (path / "councils").is_dir())
TWO_CITIES = {
    "garam/city": "name: 가람시\nprovince: 물빛도",
    "haneul/city": "name: 하늘시",
    "garam/narae/council": "name: 나래동",
    "garam/narae/2025/stories/table": "title: 처음 받은 생일상",
}


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_town_leads_somewhere_and_every_page_is_whole(name: str) -> None:
    outcomes = read(TOWNS / name / "councils")
    booklets = {"booklets/garam/2025.pdf"}
    made = {page.url: Read(page.render()) for page in pages(outcomes, booklets)}
    assert len(made) == len(pages(outcomes, booklets))
    files = booklets | {rendition.path for rendition in photos(outcomes)}
    for url, page in made.items():
        assert len(page.ids) == len(set(page.ids)), url
        assert [tag for tag, _ in page.tags].count("h1") == 1, url
        for target in page.targets(url):
            path, _, fragment = target.partition("#")
            assert path in made or path in files, f"{url} links to {target}"
            assert not fragment or fragment in made[path].ids, f"{url} links to {target}"


def test_there_is_a_page_for_every_kind_topic_and_audience() -> None:
    urls = {page.url for page in pages(read(TOWNS / "garam" / "councils"))}
    assert {f"{kind}/" for kind in (*OF_A_YEAR, "practices", "organisations")} <= urls
    assert {"topics/", "topics/meals/", "audiences/older-alone/", "lineage/", "booklets/", "data-dictionary/"} <= urls


def test_the_only_city_is_the_home_page() -> None:
    outcomes = read(TOWNS / "garam" / "councils")
    home = next(page for page in pages(outcomes) if not page.url)
    assert (home.title, home.template, home.crumbs) == ("가람시", "city", ())
    assert ("garam/", "") in set(redirects(outcomes))


def test_several_cities_are_listed_on_the_home_page(tmp_path: Path) -> None:
    outcomes = written(tmp_path, TWO_CITIES)
    home = next(page for page in pages(outcomes) if not page.url)
    assert home.template == "cities"
    assert "물빛도 가람시" in Read(home.render()).text
    assert {"garam/", "haneul/"} <= {page.url for page in pages(outcomes)}
    assert list(redirects(outcomes)) == []


@pytest.mark.parametrize("several", [True, False])
def test_a_page_is_found_by_its_address_as_it_was_planned(several: bool, tmp_path: Path) -> None:
    outcomes = written(tmp_path, TWO_CITIES) if several else read(TOWNS / "garam" / "councils")
    site = site_of(outcomes, read_design(theme_folder()), {})
    directory = Directory(site)
    for page in pages(outcomes):
        found = directory.page(page.url)
        assert found is not None, page.url
        assert found._replace(render=page.render) == page
    for url in ("other/", "garam/1999/", "garam/2025", "garam/02025/", "2025/", "/"):
        assert directory.page(url) is None, url


def test_a_year_without_a_record_has_a_page(tmp_path: Path) -> None:
    page = next(page for page in pages(written(tmp_path, TWO_CITIES)) if page.url == "garam/narae/2025/")
    assert page.title == "가람시 나래동 2025년"
    assert [crumb.title for crumb in page.crumbs] == ["처음", "가람시", "나래동"]


def test_a_renamed_record_is_found_at_its_old_address(tmp_path: Path) -> None:
    files = TWO_CITIES | {
        "garam/narae/2025/stories/table": "title: 처음 받은 생일상\naliases: [garam/narae/2025/stories/birthday]"
    }
    old_and_new = ("garam/narae/2025/stories/birthday/", "garam/narae/2025/stories/table/")
    assert list(redirects(written(tmp_path, files))) == [old_and_new]


@pytest.mark.parametrize("files", [TWO_CITIES, TWO_CITIES | {"garam/narae/2025/year": "year: 2025"}])
def test_no_record_was_called_what_another_page_is(tmp_path: Path, files: dict[str, str]) -> None:
    addresses = [page.url.strip("/") for page in pages(written(tmp_path, files)) if page.url]
    renamed = "title: 처음 받은 생일상\naliases:\n" + "".join(f"- {address}\n" for address in addresses)
    links = written(tmp_path, files | {"garam/narae/2025/stories/table": renamed}).links
    assert [fault.code for fault in check(links)] == [
        "alias-in-use" if address in links.entries else "alias-of-page" for address in addresses
    ]


@pytest.mark.parametrize(
    ("file", "published"),
    [
        ("tea.jpg", "tea.jpg"),
        ("tea.png", "tea.png.jpg"),
        ("tea.png.jpg", "tea.png.jpg.jpg"),
        ("tea.jpeg", "tea.jpeg.jpg"),
        ("tea.JPG", "tea.JPG.jpg"),
    ],
)
def test_a_photo_is_published_under_a_name_of_its_own(tmp_path: Path, file: str, published: str) -> None:
    folder = tmp_path / "garam/narae/2025/photos"
    folder.mkdir(parents=True)
    Image.new("RGB", (40, 20)).save(folder / file, "PNG")
    files = TWO_CITIES | {
        "garam/narae/2025/projects/tea": f"title: 찻집\nphotos: [{{file: {file}, alt: 찻잔, people: false}}]"
    }
    outcomes = written(tmp_path, files)
    made = {rendition.path: rendition.source for rendition in photos(outcomes)}
    paths = [f"{width}{published}{form}" for form in ("", ".webp") for width in ("480/", "960/", "")]
    assert made == dict.fromkeys((f"garam/narae/2025/photos/{path}" for path in paths), folder / file)
    html = rendered(outcomes, "garam/narae/2025/projects/tea/")
    assert all(f"photos/{path} " in html for path in paths)
    assert 'width="40" height="20"' in html


def test_a_draft_is_nowhere(tmp_path: Path) -> None:
    (tmp_path / "garam" / "narae" / "2025" / "projects").mkdir(parents=True)
    secret = tmp_path / "garam" / "narae" / "2025" / "projects" / "secret.yml"
    secret.write_text("title: 아직 숨긴 사업\n", encoding="utf-8")
    story = "title: 처음 받은 생일상\nabout: [garam/narae/2025/projects/secret]"
    outcomes = written(tmp_path, TWO_CITIES | {"garam/narae/2025/stories/table": story})
    assert all("숨긴 사업" not in page.render() for page in pages(outcomes))


def test_nothing_is_public(tmp_path: Path) -> None:
    assert "아직 공개된 기록이 없습니다" in rendered(written(tmp_path, {}), "")


def test_pages_know_their_tab_and_say_what_they_are_about() -> None:
    planned = {page.url: page for page in pages(read(TOWNS / "garam" / "councils"))}
    assert planned["garam/narae/2025/stories/table/"].section == "stories"
    assert planned["garam/yunseul/practices/laundry/"].section == "practices"
    assert planned["garam/narae/2025/visits/yunseul/"].section == "lineage"
    assert planned["garam/narae/"].section == ""
    assert all(page.title and page.description for page in planned.values())


def test_a_booklet_is_linked_only_when_it_exists() -> None:
    outcomes = read(TOWNS / "garam" / "councils")
    assert "책자는 아직 만들지 않았습니다" in Read(rendered(outcomes, "garam/narae/2025/")).text
    made = Read(rendered(outcomes, "garam/narae/2025/", {"booklets/garam/narae/2025.pdf"}))
    assert "책자는 아직 만들지 않았습니다" not in made.text
    assert "booklets/garam/narae/2025.pdf" in made.targets("garam/narae/2025/")
