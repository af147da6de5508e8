"""What pages say: what is missing, disputed, worked out, restored or claimed is said to be so."""

from pathlib import Path

import pytest

from tests.publications.site.towns import Read, rendered, written

BASE = {
    "garam/city": "name: 가람시\nmetrics: {households: {label: 도운 가구, unit: 가구}}",
    "garam/narae/council": "name: 나래동",
    "haneul/city": "name: 하늘시\nofficial: true",
    "haneul/yunseul/council": "name: 윤슬동",
}
SOURCES = "sources:\n  - {title: 나래동 소식지, publisher: 가람신문, on: 2025-12-10, url: 'https://paper.example/1'}"
HERE = "garam/narae/2025"
DISCLAIMER = "공개된 기사로 만든 예시이며 해당 시의 공식 발간물이 아닙니다"

SAYS = {
    "what the source leaves out, in one sentence": (
        {f"{HERE}/projects/tea": "title: 찻집\naudience: [노인]"},
        f"{HERE}/projects/tea/",
        ["출처에 없음: 기간, 예산, 협력", "대상 노인"],
    ),
    "two accounts of one grade": (
        {
            f"{HERE}/awards/prize": "title: 나눔상\ngrade: {conflict: [{value: 대상, source: 1},"
            f" {{value: 최우수상, source: 1, note: 작은 제목}}]}}\n{SOURCES}"
        },
        f"{HERE}/awards/prize/",
        ["훈격 대상 1 (출처가 엇갈립니다. ‘최우수상’으로 적은 곳도 있습니다: 작은 제목) 1"],
    ),
    "two accounts of one number, with a remark that is a sentence": (
        {
            f"{HERE}/year": "year: 2025\nhouseholds: {conflict: [{value: 48, source: 1},"
            f" {{value: 50, source: 1, note: 신문은 어림했습니다.}}]}}\n{SOURCES}"
        },
        f"{HERE}/",
        ["출처가 엇갈립니다. ‘50가구’로 적은 곳도 있습니다: 신문은 어림했습니다."],
    ),
    "a date that was worked out, in the source's words": (
        {f"{HERE}/events/day": "title: 나눔의 날\nwhen: {on: 2025-12, derived: true, as_written: 지난달}"},
        f"{HERE}/events/day/",
        ["날짜 2025년 12월 (추정, 원문 표현은 ‘지난달’)"],
    ),
    "a year that was worked out, wherever it is named": (
        {
            f"{HERE}/year": "year: {on: 2025, derived: true, as_written: 올해}",
            f"{HERE}/projects/tea": "title: 찻집",
        },
        f"{HERE}/projects/tea/",
        ["가람시 나래동 · 2025년(추정)"],
    ),
    "a rough count as rough, with its day": (
        {f"{HERE}/events/day": "title: 나눔의 날\nattendance: {value: 80, about: true, as_of: 2025-12-10}"},
        f"{HERE}/events/day/",
        ["참석 인원 80여 명 (2025. 12. 10.(수) 기준)"],
    ),
    "a sum of money for reading, by fund": (
        {
            f"{HERE}/projects/tea": "title: 찻집\n"
            "budget: [{value: 10000000, source: 시비}, {value: 2500000, source: 후원금}]"
        },
        f"{HERE}/projects/tea/",
        ["예산 1,250만 원 (시비 1,000만 원, 후원금 250만 원)"],
    ),
    "a claim as its source's": (
        {f"{HERE}/projects/tea": f"title: 찻집\nclaims: [{{text: 전국에서 처음, kind: 최초, source: 1}}]\n{SOURCES}"},
        f"{HERE}/projects/tea/",
        ["전국에서 처음 1", "가람신문이 그렇게 전합니다. 따로 확인한 사실은 아닙니다."],
    ),
    "a paraphrased quotation as one": (
        {f"{HERE}/projects/tea": "title: 찻집\nquotes: [{text: 고맙습니다., speaker: 주민, paraphrase: true}]"},
        f"{HERE}/projects/tea/",
        ["고맙습니다. 주민 (말뜻을 간추림)"],
    ),
    "what councils recorded of a year that its city did not": (
        {f"{HERE}/year": "summary: 함께한 해", f"{HERE}/projects/tea": "title: 찻집"},
        "garam/",
        ["2025년 동 협의체 1곳"],
    ),
    "that no council of a city has a year on record": (
        {},
        "garam/",
        ["동마다의 한 해 기록은 아직 없습니다."],
    ),
    "a story that its source gives to nobody": (
        {f"{HERE}/stories/birthday": "title: 생일상"},
        f"{HERE}/stories/birthday/",
        ["출처는 어느 동의 사례인지 밝히지 않았습니다."],
    ),
    "what an event's source does not count": (
        {f"{HERE}/events/day": "title: 나눔의 날\nappointments: [{title: 새 위원}]\ncommendations: [{title: 표창}]"},
        f"{HERE}/events/day/",
        ["새 위원 (몇 명인지는 출처에 없습니다)", "누가 몇 명이 받았는지는 출처에 없습니다."],
    ),
    "a figure with unit, target, year and source": (
        {f"{HERE}/projects/tea": f"title: 찻집\nfigures: [{{metric: households, value: 48, target: 50}}]\n{SOURCES}"},
        f"{HERE}/projects/tea/",
        ["도운 가구 48가구 목표 50가구의 96% 2025년 1"],
    ),
    "a source with publisher and date": (
        {f"{HERE}/projects/tea": f"title: 찻집\n{SOURCES}\nnotes: [소식지를 따랐습니다.]"},
        f"{HERE}/projects/tea/",
        ["출처 「나래동 소식지」, 가람신문, 2025. 12. 10.(수) 소식지를 따랐습니다."],
    ),
    "the stage of a project in Korean": (
        {f"{HERE}/projects/tea": "title: 찻집\nstage: pilot"},
        f"{HERE}/projects/tea/",
        ["단계 시범"],
    ),
    "that a visit decided nothing": (
        {
            "haneul/yunseul/practices/laundry": "title: 이웃 빨래방",
            f"{HERE}/visits/yunseul": "title: 윤슬동 견학\nvisitor: {record: garam/narae}\n"
            "host: {record: haneul/yunseul}\nseen: [haneul/yunseul/practices/laundry]",
        },
        f"{HERE}/visits/yunseul/",
        ["이웃 빨래방 결정이 기록에 없음"],
    ),
    "how a council with nothing on record can be reached": (
        {},
        "garam/narae/",
        ["이 동의 한 해는 아직 기록되지 않았습니다", "연락처가 기록에 없습니다.", "보건복지상담센터 129"],
    ),
    "an empty council's own contact where it is known": (
        {"garam/narae/council": "name: 나래동\ncontact: {office: 나래동 행정복지센터, phone: 000-000-0000}"},
        "garam/narae/",
        ["부서 나래동 행정복지센터 전화 000-000-0000"],
    ),
    "a restored wording with its original": (
        {
            "garam/city": "name: 가람시\n"
            "visions: [{year: 2026, slogan: {text: 온(溫)마을, as_written: 온()마을, restored: true}}]"
        },
        "garam/",
        ["2026년 복지 비전 온(溫)마을", "원문에는 ‘온()마을’이라고 적혀 있습니다."],
    ),
    "a restored wording where it was declared": (
        {
            "garam/city": "name: 가람시\n"
            "visions: [{year: 2026, slogan: {text: 온(溫)마을, as_written: 온()마을, restored: true},"
            " declared_at: garam/2025/events/sharing}]",
            "garam/2025/events/sharing": "title: 성과공유회",
        },
        "garam/2025/events/sharing/",
        ["이 자리에서 선포한 비전 온(溫)마을", "알려 두기 ‘온(溫)마을’: 빠진 글자를 되살렸습니다."],
    ),
    "a count as its city calls the metric": (
        {
            "garam/city": "name: 가람시\nmetrics: {members: {label: 협의체 위원, unit: 명}}",
            f"{HERE}/year": "members: 24\nsources: [한 해 결산]",
        },
        f"{HERE}/",
        ["협의체 위원 24명 2025년 1"],
    ),
}


def test_a_target_is_not_said_beside_the_sum_that_reached_it(tmp_path: Path) -> None:
    files = BASE | {
        "garam/city": "name: 가람시\nmetrics: {calls: {label: 안부 전화, unit: 통, adds_over: [사업]}}",
        f"{HERE}/year": "figures: [{metric: calls, target: 100}]",
        f"{HERE}/projects/tea": "title: 찻집\nfigures: [{metric: calls, value: 90}]",
    }
    assert Read(rendered(written(tmp_path, files), f"{HERE}/")).text.count("안부 전화") == 1


@pytest.mark.parametrize(("files", "url", "sentences"), SAYS.values(), ids=SAYS.keys())
def test_a_page_says(tmp_path: Path, files: dict[str, str], url: str, sentences: list[str]) -> None:
    text = Read(rendered(written(tmp_path, BASE | files), url)).text
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_only_pages_of_an_unofficial_city_say_so(tmp_path: Path) -> None:
    files = BASE | {f"{HERE}/projects/tea": "title: 찻집", "haneul/yunseul/2025/projects/tea": "title: 찻집"}
    outcomes = written(tmp_path, files)
    for url in ("garam/", "garam/narae/", "garam/narae/2025/", f"{HERE}/projects/tea/"):
        assert DISCLAIMER in rendered(outcomes, url)
    for url in ("haneul/", "haneul/yunseul/", "haneul/yunseul/2025/", "haneul/yunseul/2025/projects/tea/"):
        assert DISCLAIMER not in rendered(outcomes, url)


def test_a_name_without_public_office_or_consent_is_not_shown(tmp_path: Path) -> None:
    author = "author: {role: 위원, name: 홍가람, consent: {scope: 이름, media: [책자]}}"
    outcomes = written(tmp_path, BASE | {f"{HERE}/stories/birthday": f"title: 생일상\n{author}"})
    text = Read(rendered(outcomes, f"{HERE}/stories/birthday/")).text
    assert "쓴 이 위원" in text
    assert "홍가람" not in text


def test_the_patchwork_takes_its_tone_from_the_newest_year(tmp_path: Path) -> None:
    files = BASE | {"garam/narae/2024/year": "topics: [주거]", "garam/narae/2025/year": "topics: [식생활, 돌봄]"}
    html = rendered(written(tmp_path, files), "garam/")
    assert '<li class="gardenia-deep' in html
    assert "나래동 식생활, 돌봄" in Read(html).text


def test_story_text_is_markdown(tmp_path: Path) -> None:
    body = "title: 생일상\nbody: |\n  첫 줄입니다.\n\n  - 하나\n  - 둘"
    html = rendered(written(tmp_path, BASE | {f"{HERE}/stories/birthday": body}), f"{HERE}/stories/birthday/")
    assert "<p>첫 줄입니다.</p>" in html
    assert "<li>하나</li>" in html


def test_the_dongs_of_a_large_city_are_found_by_region_first(tmp_path: Path) -> None:
    councils = {f"garam/dong-{number}/council": f"name: 나래{number}동" for number in range(30)}
    east = "{name: 해뜨는 권역, councils: [dong-3, dong-7], centres: [centre]}"
    regions = f"regions: [{east}, {{name: 강너머, councils: [dong-1]}}]"
    centre = {"garam/organisations/centre": "name: 가람복지관"}
    outcomes = written(tmp_path, {"garam/city": f"name: 가람시\n{regions}"} | councils | centre)
    page = Read(rendered(outcomes, ""))
    jumps, cloths = (
        "해뜨는 권역 강너머 권역을 적지 않은 동",
        "해뜨는 권역 나래3동 나래7동 복지관 가람복지관 강너머 나래1동",
    )
    assert f"우리 동 찾기 {jumps} {cloths}" in page.text
    assert page.targets("") >= {"#region-1", "#region-3", "garam/dong-29/"}
    assert page.text.count("나래7동") == 1
    assert {"region-1", "region-2", "region-3"} <= set(page.ids)


def test_a_councils_page_leads_to_its_years_and_its_office_at_once(tmp_path: Path) -> None:
    contact = "contact: {office: 행정복지센터, phone: 000-000-0000, email: narae@example.org, hours: 평일}"
    files = {
        "garam/narae/council": f"name: 나래동\n{contact}",
        f"{HERE}/year": "people: 3",
        "garam/narae/2024/year": "",
    }
    page = Read(rendered(written(tmp_path, BASE | files), "garam/narae/"))
    assert "나래동 지역사회보장협의체 2025년 2024년" in page.text
    assert "도움을 받거나 함께하려면 부서 행정복지센터 전화 000-000-0000 시간 평일 연락하는 길 모두 보기" in page.text
    assert "contact" in page.ids


def test_what_a_council_has_more_of_than_one_reads_at_once_is_folded_away(tmp_path: Path) -> None:
    stories = {f"{HERE}/stories/story-{number}": f"title: 이야기 {number}" for number in range(9)}
    html = rendered(written(tmp_path, BASE | stories), "garam/narae/")
    shown, _, folded = html.partition("<summary>3건 더 보기</summary>")
    assert [f"이야기 {number}" in shown for number in range(9)] == [True] * 6 + [False] * 3
    assert all(f"이야기 {number}" in folded for number in range(6, 9))
