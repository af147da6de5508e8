"""What a visitor from another city does with practices: filter them, share what was found, compare a few."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.crawl import Site
from tests.browser.test_axe import Scheme, violations

PHONE = {"width": 390, "height": 800}


@pytest.fixture
def root(sample: Path, page: Page, serve: Callable[[Path], str]) -> str:
    page.set_viewport_size(PHONE)
    return serve(sample / "site")


@pytest.fixture
def ids(sample: Path) -> list[str]:
    """The practices of the town."""
    return [path.removesuffix("/index.html") for path in Site(sample / "site").pages if "/practices/" in path]


def tab_to(page: Page, wanted: Locator) -> None:
    """Reach something as a keyboard does."""
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {wanted} by keyboard")


def test_from_filter_to_comparison_by_keyboard(root: str, page: Page) -> None:
    page.goto(f"{root}practices/")
    items, status = page.locator("li[data-practice]"), page.locator(".filters [role=status]")
    whole = items.count()
    expect(status).to_have_text(f"{whole}건 모두")
    tab_to(page, page.get_by_label("근거"))
    page.keyboard.press("End")
    expect(status).to_contain_text(f"{whole}건 가운데")
    visible = items.filter(visible=True)
    assert 0 < visible.count() < whole
    assert "evidence=evaluated" in page.url
    first = visible.first.get_by_role("button")
    title = visible.first.get_by_role("link").inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(first).to_have_text(f"견주어 보기에서 빼기: {title}")
    page.reload()
    expect(first).to_have_text(f"견주어 보기에서 빼기: {title}")
    tab_to(page, page.get_by_role("button", name="모두 지우기"))
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"{whole}건 모두")
    assert "?" not in page.url
    tab_to(page, page.get_by_role("button", name="견주어 보기에 담기").first)
    page.keyboard.press("Enter")
    bar = page.get_by_role("region", name="견주어 볼 실천")
    expect(bar).to_contain_text("실천 2건을 담았습니다.")
    tab_to(page, bar.get_by_role("link"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader")).to_have_count(2)
    assert page.url.partition("?ids=")[2].count(",") == 1
    page.reload()
    expect(page.get_by_role("columnheader").first).to_contain_text(title)


def test_a_filtered_list_is_shared_by_its_address(root: str, page: Page) -> None:
    page.goto(f"{root}practices/?cost=1-2&people=1&topic=no-such-topic")
    assert page.get_by_label("비용").input_value() == ""
    assert page.get_by_label("필요한 인력이 적혀 있는 것").is_checked()
    page.get_by_label("비용").select_option("0-1000000")
    expect(page.locator(".filters [role=status]")).to_contain_text("가운데 0건. 조건을 줄여 보십시오.")


def test_four_practices_fit_and_no_more(root: str, page: Page, ids: list[str]) -> None:
    for number, id_ in enumerate(ids[:5]):
        page.goto(f"{root}{id_}/")
        page.locator(".keeping").get_by_role("button").click()
        said = f"{number + 1}건을 담았습니다" if number < 4 else "4건까지 담을 수 있습니다"
        expect(page.locator(".chosen [role=status]")).to_contain_text(said)
    page.goto(f"{root}practices/compare/")
    expect(page.get_by_role("columnheader")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_comparison_says_what_the_practices_say(root: str, page: Page, ids: list[str]) -> None:
    page.goto(f"{root}{ids[0]}/")
    cost = page.locator('[data-field="cost"] dd').first.evaluate("line => line.firstChild.textContent.trim()")
    pitfall = page.locator('[data-field="pitfalls"] li').first.inner_text()
    phone = page.locator('[data-field="contact"] a[href^="tel:"]').inner_text()
    page.goto(f"{root}practices/compare/?ids={ids[0]},{ids[1]}")
    expect(page.locator('tr[data-fields^="cost"] td').first).to_contain_text(cost)
    expect(page.locator('tr[data-fields="pitfalls"] td').first).to_contain_text(pitfall)
    expect(page.locator(".contacts")).to_contain_text(phone)
    page.get_by_role("button", name="빼기").first.click()
    page.get_by_role("button", name="빼기").click()
    expect(page.get_by_role("heading", name="아직 담은 실천이 없습니다")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_full_comparison_is_accessible(root: str, page: Page, ids: list[str], scheme: Scheme) -> None:
    compared = f"practices/compare/?ids={','.join(ids[:3])}"
    assert list(violations(page, root, [compared], scheme, (390, 1280))) == []
    assert page.get_by_role("columnheader").count() == 3


def test_what_a_record_lacks_is_asked(real: Path, page: Page, serve: Callable[[Path], str]) -> None:
    page.goto(f"{serve(real / 'site')}practices/compare/?ids=asan/onyang-3/practices/bazaar")
    expect(page.locator('tr[data-fields^="cost"] td')).to_contain_text("출처에 없음")
    expect(page.locator(".questions")).to_contain_text("한 해에 비용은 얼마나 들었습니까?")


@pytest.mark.parametrize(
    "written", ["../../x", "https://elsewhere.example/a/practices/b", "<img src=x>", "a/../practices/b"]
)
def test_addresses_that_are_no_practices_ask_for_nothing(root: str, page: Page, written: str) -> None:
    page.goto(f"{root}practices/compare/?ids={written}")
    expect(page.get_by_role("heading", name="아직 담은 실천이 없습니다")).to_be_visible()


def test_a_practice_that_is_gone_is_said_to_be(root: str, page: Page, ids: list[str], faults: list[str]) -> None:
    page.goto(f"{root}practices/compare/?ids={ids[0]},garam/narae/practices/gone")
    expect(page.locator(".compare > [role=status]")).to_contain_text("1건은 불러오지 못했습니다.")
    assert len(faults) == 2
    faults.clear()


def test_all_practices_stand_there_without_scripts(root: str, page: Page, ids: list[str]) -> None:
    with page.context.browser.new_context(java_script_enabled=False) as context:
        still = context.new_page()
        still.goto(f"{root}practices/")
        assert still.locator("li[data-practice]").filter(visible=True).count() == len(ids)
        assert not still.locator("[data-filters]").is_visible()


@pytest.mark.parametrize("address", ["practices/", "garam/narae/practices/{}/"])
def test_nothing_moves_when_scripts_have_come(root: str, page: Page, ids: list[str], address: str) -> None:
    slug = next(id_.rpartition("/")[2] for id_ in ids if id_.startswith("garam/narae/"))
    page.goto(root + address.format(slug))
    expect(page.get_by_role("button", name="견주어 보기에 담기").first).to_be_visible()
    after = heights(page)
    page.route("**/assets/js/*", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.reload()
    assert page.get_by_role("button", name="견주어 보기에 담기").count() == 0
    assert heights(page) == after


def heights(page: Page) -> list[float]:
    """Where the parts of a page end, and the page itself."""
    return page.locator("#content section, #content li, #content, footer").evaluate_all(
        "parts => parts.map(part => part.getBoundingClientRect().bottom)"
    )


def test_the_foot_of_a_comparison_stays_out_of_its_first_view(root: str, page: Page) -> None:
    page.route("**/compare.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(f"{root}practices/compare/")
    assert page.locator("footer").evaluate("foot => foot.getBoundingClientRect().top >= innerHeight")
