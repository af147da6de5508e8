"""A country whose cities are each planned from their own records and what they see of others, is planned the same."""

from collections import Counter

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.extents import UNMADE
from ondongne.publications.site import Share, catalogue, chosen, photos, plan, redirects, sizes
from tests.country import CITIES, Country, make_country


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    made = tmp_path_factory.mktemp("country")
    make_country(made)
    return Country(made)


@pytest.fixture(params=[1000, 5], ids=["whole lists", "divided lists"])
def most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    size: int = request.param
    monkeypatch.setattr(catalogue, "MOST", size)
    monkeypatch.setattr(catalogue, "_MOST_OF", {})
    return size


def pages(outcomes: Outcomes, share: Share) -> dict[str, str]:
    design = read_design(theme_folder())
    return {
        page.url: page.render() for page in plan(outcomes, design, {"booklets/garam/2025.pdf": UNMADE}, share=share)
    }


@pytest.mark.usefixtures("most")
def test_pages_of_all_shares_are_those_of_the_whole(country: Country) -> None:
    counted = sizes(country.digests, country.borders, frozenset())
    assert counted == catalogue.Catalogue(Outcomes(country.whole)).sizes
    shares = [pages(Outcomes(country.seen(city)), Share(city, counted)) for city in CITIES]
    nation = chosen(country.digests, country.borders, counted, frozenset())
    shares.append(pages(nation, Share("", counted)))
    made = {url: html for share in shares for url, html in share.items()}
    assert len(made) == sum(map(len, shares))
    assert made == pages(Outcomes(country.whole), Share())
    assert "보담시 나래동</a>의" in made["garam/sol/practices/root/"]
    assert "다온 우물가 인사" in made["maru/ondal/practices/well/"]
    assert "maru/ondal/practices/well/" in made["garam/sol/2025/projects/well/"]
    assert "다시 <a" in made["lineage/"]


@pytest.mark.usefixtures("most")
def test_a_choice_of_cities_is_planned_the_same(country: Country) -> None:
    only = frozenset(("bodam", "garam"))
    counted = sizes(country.digests, country.borders, only)
    made = pages(chosen(country.digests, country.borders, counted, only), Share("", counted))
    for city in sorted(only):
        made |= pages(Outcomes(country.seen(city), only), Share(city, counted))
    assert made == pages(Outcomes(country.whole, only), Share())


def test_photos_and_redirects_are_shared_out(country: Country) -> None:
    counted = sizes(country.digests, country.borders, frozenset())
    shared = [(Outcomes(country.seen(city)), Share(city, counted)) for city in CITIES]
    for find in (photos, redirects):
        parts = [found for outcomes, share in shared for found in find(outcomes, share)]
        assert Counter(parts) == Counter(find(Outcomes(country.whole)))
        assert parts
        assert not list(find(chosen(country.digests, country.borders, counted, frozenset()), Share("", counted)))
