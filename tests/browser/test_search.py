"""Searching in a real browser: the pages that people mean by what they type, and how the page of searching behaves."""

import re
from collections.abc import Callable, Iterator
from csv import DictReader
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

QUERIES = list(DictReader((Path(__file__).parent / "queries.tsv").open(encoding="utf-8"), delimiter="\t"))
FIRST = 5


@pytest.fixture(scope="module")
def pages(request: pytest.FixtureRequest, browser: Browser, serve: Callable[[Path], str]) -> Iterator[dict[str, Page]]:
    """The page of searching of each town, open for all queries."""
    with browser.new_context(locale="ko-KR") as context:
        found = {}
        for town in ("real", "sample"):
            found[town] = context.new_page()
            found[town].goto(serve(request.getfixturevalue(town) / "site") + "search/")
            expect(found[town].locator("[data-ready]")).to_be_visible()
        yield found


def sought(page: Page, typed: str, choices: str = "") -> list[str]:
    """Type and choose as a reader does; the addresses of the first results."""
    for name in ("city", "year", "kind"):
        chosen = re.search(rf"{name}=([\w-]+)", choices)
        page.evaluate(
            "([name, value]) => { document.forms[0].elements[name].value = value }", [name, chosen[1] if chosen else ""]
        )
    field = page.get_by_role("searchbox")
    field.fill(typed)
    field.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(f"?q={quote_plus(typed)}{choices and '&'}{choices}") + "$"))
    links = page.locator("[data-results] a").evaluate_all("links => links.map(link => link.pathname.slice(1))")
    return links[:FIRST]


@pytest.mark.parametrize("query", QUERIES, ids=[f"{query['town']}-{query['typed']}" for query in QUERIES])
def test_what_people_type_finds_what_they_mean(pages: dict[str, Page], query: dict[str, str]) -> None:
    found = sought(pages[query["town"]], query["typed"], query["choices"])
    expected = query["found"]
    if expected == "-":
        assert found == [], query["why"]
    elif expected.startswith("!"):
        assert expected[1:] not in found, query["why"]
    else:
        assert expected.lstrip("/") in found, query["why"]


@pytest.fixture
def root(page: Page, real: Path, serve: Callable[[Path], str]) -> str:
    """The site of our own records; the page is as wide as a telephone."""
    page.set_viewport_size({"width": 390, "height": 844})
    return serve(real / "site")


def results(page: Page) -> Locator:
    return page.get_by_role("list", name="찾은 결과").get_by_role("link")


def test_a_reader_who_does_not_search_fetches_nothing_of_it(page: Page, root: str) -> None:
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.goto(root + "lineage/", wait_until="networkidle")
    assert [url for url in urls if "search" in url] == []


def test_a_reader_searches_by_keyboard_alone(page: Page, root: str) -> None:
    page.goto(root + "lineage/")
    page.get_by_role("banner").get_by_role("link", name="찾기", exact=True).press("Enter")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("바자회")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(results(page).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("바자회")
    page.go_back()
    expect(field).to_have_value("바자회")
    expect(results(page).first).to_be_visible()


def test_an_address_keeps_a_search_with_its_choices(page: Page, root: str) -> None:
    page.goto(root + "search/?q=여성친화도시&city=gwangmyeong&year=2019&kind=awards")
    expect(page.get_by_label("해", exact=True)).to_have_value("2019")
    expect(page.get_by_role("status")).to_have_text("1건을 찾았습니다.")
    expect(results(page)).to_have_text("여성친화도시 두 번째 지정")


def test_what_matched_is_marked_in_titles_and_in_texts(page: Page, root: str) -> None:
    page.goto(root + "search/?q=복지정책과를")
    expect(page.locator("mark").first).to_have_text("복지정책과")
    page.goto(root + "search/?q=바자회")
    expect(results(page).first.locator("mark")).to_have_text("바자회")


def test_choices_that_leave_nothing_can_be_dropped(page: Page, root: str) -> None:
    page.goto(root + "search/?q=여성친화도시&year=2016")
    expect(page.get_by_role("status")).to_have_text("‘여성친화도시’에 맞는 기록이 없습니다.")
    page.get_by_role("button", name="빼고 찾기").click()
    expect(results(page).first).to_be_visible()
    expect(page.get_by_label("해", exact=True)).to_have_value("")


def test_a_search_in_vain_helps_on(page: Page, root: str) -> None:
    page.goto(root + "search/")
    expect(page.get_by_role("heading", name="주제로 찾기")).to_be_visible()
    page.get_by_role("searchbox").fill("외계인침공")
    expect(page.get_by_role("status")).to_have_text("‘외계인침공’에 맞는 기록이 없습니다.")
    expect(page.get_by_role("heading", name="이렇게 찾아보십시오")).to_be_visible()
    expect(page.locator("article").get_by_role("link", name="129")).to_be_visible()


def test_results_come_while_a_syllable_is_being_composed(page: Page, root: str) -> None:
    page.goto(root + "search/")
    keyboard = page.context.new_cdp_session(page)
    expect(page.locator("[data-ready]")).to_be_visible()
    for text in ("ㅂ", "바", "바ㅈ", "바자", "바자ㅎ"):
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    expect(results(page).first).to_have_text("바자회")


def test_more_results_come_when_they_are_asked_for(page: Page, root: str) -> None:
    page.goto(root + "search/?q=광명시")
    expect(results(page)).to_have_count(20)
    page.get_by_role("button", name="더 보기").click()
    expect(results(page).nth(20)).to_be_focused()


def test_a_lost_connection_is_said(page: Page, root: str, faults: list[str]) -> None:
    page.goto(root + "search/")
    expect(page.locator("[data-ready]")).to_be_visible()
    page.route("**/titles.json*", lambda route: route.abort())
    page.get_by_role("searchbox").fill("바자회")
    expect(page.get_by_role("status")).to_contain_text("불러오지 못했습니다")
    page.unroute("**/titles.json*")
    page.get_by_role("button", name="찾기", exact=True).click()
    expect(results(page).first).to_be_visible()
    faults.clear()


def test_a_large_site_is_searched_city_by_city(page: Page, root: str) -> None:
    def enlarge(route: Route) -> None:
        volumes = route.fetch().json()
        volumes[0][1] = 100_000
        route.fulfill(json=volumes)

    page.route("**/volumes.json", enlarge)
    page.goto(root + "search/?q=온양3동")
    expect(page.get_by_role("status")).to_have_text("1건을 찾았습니다. 도시를 고르시면 그 도시의 기록까지 찾습니다.")
    page.get_by_label("도시", exact=True).select_option("아산시")
    expect(results(page).nth(1)).to_be_visible()


def test_a_page_that_is_lost_leads_to_searching(page: Page, root: str) -> None:
    page.goto(root + "404.html")
    page.get_by_role("searchbox").fill("바자회")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile("/search/"))
    expect(results(page).first).to_have_text("바자회")
