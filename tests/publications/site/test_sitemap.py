"""The sitemap follows its protocol: an index of maps, each with whole addresses and days."""

from datetime import date
from xml.etree import ElementTree

from ondongne.publications.site import map_index, page_map

DAY = date(2026, 1, 15)
NAMES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_a_map_gives_whole_addresses() -> None:
    root = ElementTree.fromstring(page_map("https://ondongne.example/kr/", ["", "garam/narae/"], DAY))
    assert root.tag == f"{NAMES}urlset"
    found = [loc.text for loc in root.iter(f"{NAMES}loc")]
    assert found == ["https://ondongne.example/kr/", "https://ondongne.example/kr/garam/narae/"]
    assert {day.text for day in root.iter(f"{NAMES}lastmod")} == {"2026-01-15"}


def test_the_index_names_a_map_for_each_city_and_one_for_the_rest() -> None:
    root = ElementTree.fromstring(map_index("https://ondongne.example/", ["garam", "haneul"], DAY))
    assert root.tag == f"{NAMES}sitemapindex"
    assert [loc.text for loc in root.iter(f"{NAMES}loc")] == [
        "https://ondongne.example/sitemap-pages.xml",
        "https://ondongne.example/garam/sitemap.xml",
        "https://ondongne.example/haneul/sitemap.xml",
    ]
