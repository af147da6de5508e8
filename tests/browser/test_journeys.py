"""What citizens, reporters and visitors come for, from the home page to its end, by keyboard or by touch alone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import watched
from tests.browser.walking import PHONE, WAYS, Reader


@pytest.fixture(params=WAYS)
def reader(
    request: pytest.FixtureRequest, browser: Browser, sample: Path, serve: Callable[[Path], str], faults: list[str]
) -> Iterator[Reader]:
    """Someone on the home page of a town, with a telephone; whatever goes wrong on the way fails the test."""
    root = serve(sample / "site")
    with browser.new_context(
        viewport=PHONE,
        has_touch=request.param == "touch",
        is_mobile=request.param == "touch",
        reduced_motion="reduce",
        locale="ko-KR",
        accept_downloads=True,
    ) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=root.rstrip("/"))
        page = watched(context.new_page(), faults)
        page.goto(root)
        yield WAYS[request.param](page)
    assert faults == []


def link(within: Page | Locator, name: str) -> Locator:
    return within.get_by_role("link", name=name, exact=True).first


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def test_a_citizen_sees_what_their_dong_did_and_whom_to_ask(reader: Reader) -> None:
    page = reader.page
    reader.goes(page.get_by_role("navigation", name="우리 동 찾기").get_by_role("link", name="나래동"))
    expect(title(page)).to_contain_text("나래동")
    reader.goes(page.get_by_role("list", name="해마다의 쪽").get_by_role("link", name="2025년"))
    expect(title(page)).to_have_text("나래동의 2025년")
    for heading in ("숫자로 본 2025년", "사업"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    reader.goes(link(page.get_by_role("navigation", name="지금 보는 쪽의 자리"), "나래동"))
    reader.finds(page.locator('.side a[href^="tel:"]'))
    reader.goes(link(page, "연락하는 길 모두 보기"))
    office = page.locator("#contact")
    expect(office.get_by_role("heading")).to_be_in_viewport()
    reader.finds(link(office, "보건복지상담센터 129"))


def test_a_citizen_reads_in_large_letters_about_what_concerns_them(reader: Reader) -> None:
    page = reader.page
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    reader.uses(page.get_by_role("button", name="아주 크게"))
    reader.goes(link(page.get_by_role("main"), "대상으로 찾기"))
    reader.goes(page.get_by_role("main").get_by_role("link", name="홀몸어르신"))
    expect(page.locator(".card .origin").first).to_contain_text(re.compile("(사업|이야기|실천) · "))
    reader.goes(link(page.locator(".cards"), "문 앞 반찬 바구니"))
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > before * 1.3
    assert fits(page)
    expect(page.get_by_text("목표", exact=False).first).to_be_visible()


def test_a_reporter_leaves_with_a_case_that_can_be_printed(reader: Reader, tmp_path: Path) -> None:
    page = reader.page
    reader.goes(link(page.get_by_role("main"), "주제로 찾기"))
    reader.goes(page.get_by_role("main").get_by_role("link", name="건강"))
    card = page.locator(".card", has_text="이백 걸음에서 이천 걸음까지")
    expect(card.locator(".origin").first).to_have_text("이야기 · 나래동 · 2025년")
    reader.goes(card.get_by_role("link"))
    reader.uses(page.get_by_role("button", name="글과 출처 복사"))
    expect(page.locator(".reporters [role=status]")).to_have_text("복사했습니다.")
    copied = page.evaluate("navigator.clipboard.readText()")
    licence = page.locator(".licence").inner_text()
    for part in (
        "이백 걸음에서 이천 걸음까지",
        "나래동 · 2025년",
        "개천까지는",
        "나래동 협의체 누리집 소식(가상)",
        licence,
        page.url,
    ):
        assert part in copied
    expect(page.locator(".reporters")).to_contain_text("찍은 이: 온동네 예시 그림. 이용 조건:")
    with page.expect_download() as photo:
        reader.uses(page.locator(".reporters a[download]").first)
    photo.value.save_as(tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes()[:3] == b"\xff\xd8\xff"
    reader.finds(page.locator('.reporters a[href^="tel:"]'))
    reader.goes(link(page.locator(".reporters"), "천천히 함께 걷기"))
    number = page.locator(".numbers > div").first
    expect(number).to_contain_text("가구")
    reader.goes(number.get_by_role("link").first)
    expect(page.locator(".sources li:target")).to_be_in_viewport()


def test_a_reporter_finds_a_case_by_a_word_and_a_kind(reader: Reader) -> None:
    page = reader.page
    reader.goes(link(page.get_by_role("banner"), "찾기"))
    expect(page.locator("[data-ready]")).to_be_visible()
    field = page.get_by_role("searchbox")
    reader.writes(field, "반찬을")
    reader.chooses(page.get_by_label("종류", exact=True), "이야기")
    found = page.get_by_role("list", name="찾은 결과")
    expect(page).to_have_url(re.compile("q=.+&kind=stories$"))
    expect(found.locator(".origin").first).to_contain_text("이야기")
    reader.goes(found.get_by_role("link").first)
    expect(page.get_by_role("heading", name="기자께")).to_be_visible()


def test_a_visitor_takes_four_practices_along(reader: Reader) -> None:
    page = reader.page
    reader.goes(link(page.get_by_role("navigation", name="주 차림표"), "실천"))
    items, status = page.locator("li[data-practice]"), page.locator(".filters [role=status]")
    whole = items.count()
    expect(status).to_have_text(f"{whole}건 모두")
    reader.chooses(page.get_by_label("근거"), "평가를 받음")
    expect(status).to_contain_text(f"{whole}건 가운데")
    assert 0 < items.filter(visible=True).count() < whole
    reader.goes(items.filter(visible=True).first.get_by_role("link"))
    for heading in ("어떻게 하나", "이 일을 하려면", "조심할 것", "효과가 있었나", "누가 보고 갔나", "물어볼 곳"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    for fact in ("cost", "people", "duration"):
        expect(page.locator(f'[data-field="{fact}"]')).to_be_visible()
    reader.uses(page.get_by_role("button", name="견주어 보기에 담기"))
    bar = page.get_by_role("region", name="견주어 볼 실천")
    expect(bar).to_contain_text("실천 1건을 담았습니다.")
    reader.goes(link(page.locator(".kicker"), "실천"))
    for number in (2, 3, 4):
        reader.uses(page.get_by_role("button", name="견주어 보기에 담기").first)
        expect(bar).to_contain_text(f"실천 {number}건을 담았습니다.")
    reader.goes(bar.get_by_role("link"))
    expect(page.get_by_role("columnheader")).to_have_count(4)
    assert fits(page)
    page.evaluate("window.print = () => { document.title = 'printed' }")
    reader.uses(page.get_by_role("button", name="방문 꾸러미 인쇄"))
    assert page.title() == "printed"
    page.emulate_media(media="print")
    for heading in ("방문 일정표", "나란히 보기", "질문지", "물어볼 곳"):
        assert page.get_by_role("heading", name=heading).is_visible()
    assert not page.get_by_role("button").filter(visible=True).count()


def test_a_visitor_follows_a_practice_to_where_it_went(reader: Reader) -> None:
    page = reader.page
    reader.goes(link(page.get_by_role("navigation", name="주 차림표"), "배움의 길"))
    expect(page.locator("figure.lineage svg[role=img]").first).to_be_visible()
    row = page.get_by_role("region", name="배움의 길 표").locator("tbody tr", has_text="고쳐서 도입").first
    practice = row.get_by_role("rowheader").get_by_role("link")
    named = practice.inner_text()
    reader.goes(practice)
    expect(title(page)).to_have_text(named)
    learner = page.locator('[data-field="adopted"]', has_text="고쳐서 도입").first.locator("xpath=..")
    expect(learner).to_contain_text("고친 것")
    reader.goes(learner.locator(".origin").get_by_role("link"))
    expect(page.get_by_role("heading", name="보고 들은 실천")).to_be_visible()
