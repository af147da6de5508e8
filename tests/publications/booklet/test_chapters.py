"""What a booklet says, before it is typeset."""

from pathlib import Path

import pytest
from PIL import Image

from tests.publications.booklet.shelf import (
    GARAM,
    REAL,
    TRAVELLED,
    booklet,
    chapters,
    edition,
    planned,
    read,
    said,
    written,
)

YEAR = "garam/narae/2025"
SOURCE = "\nsources:\n  - {title: 나래 소식, publisher: 가람신문, on: 2025-12-01}\n"


def test_chapters_stand_in_customary_order_and_empty_ones_are_left_out() -> None:
    assert list(chapters(booklet(read(GARAM), "garam", 2025))) == [
        *("동 협의체 소개와 비전", "한눈에 보는 성과", "행사", "이야기", "나래동", "윤슬동", "배움의 길"),
        *("협약, 수상·지정, 발자취", "함께한 기관", "출처", "찾아보기"),
    ]
    assert list(chapters(booklet(read(REAL), "gwangmyeong", 2025))) == [
        *("동 협의체 소개와 비전", "한눈에 보는 성과", "행사", "이야기", "출처", "찾아보기"),
    ]


def test_a_council_year_brings_its_profile_its_visit_and_the_practices_seen() -> None:
    made = booklet(read(REAL), "pyeongtaek/bijeon-2", 2017)
    assert list(chapters(made)) == [
        *("비전2동 협의체", "한눈에 보는 성과", "사업", "배움의 길", "함께한 기관", "출처", "찾아보기"),
    ]
    cover = made.data["booklet"]["cover"]
    assert (cover["place"], cover["year"]) == ("평택시", "2017년(추정)")
    assert "공식 발간물이 아닙니다" in cover["note"]
    learning = said(chapters(made)["배움의 길"])
    assert "보고 들은 실천과 결정" in learning and "논의 중" in learning and "빈칸은 출처에 없는 것입니다." in learning
    assert "지역신문의 말이며, 따로 확인한 사실은 아닙니다." in learning
    headings = [
        block["text"] for block in chapters(made)["배움의 길"] if block["is"] == "heading" and "anchor" in block
    ]
    assert len(headings) == 8


@pytest.mark.parametrize("is_edition", [False, True])
def test_a_visit_tells_what_became_since_of_what_it_saw(tmp_path: Path, is_edition: bool) -> None:
    outcomes = written(tmp_path, TRAVELLED)
    made = edition(outcomes, "garam/editions/learned") if is_edition else booklet(outcomes, "garam/narae", 2023)
    [rows] = [block["rows"] for block in chapters(made)["배움의 길"] if block["is"] == "table"]
    assert [[said(cell) for cell in row] for row in rows] == [
        ["빨래 나눔", "논의 중 → 도입", "이불 빨래(2025년)"],
        ["텃밭 나눔", "논의 중 → 도입하지 않음(2024년)", ""],
        ["빵 나눔", "고쳐서 도입", "쌀로 바꾸었다. → 쌀 나눔, 쌀빵"],
    ]


def test_a_vision_shows_what_was_restored_and_a_story_no_dong() -> None:
    found = chapters(booklet(read(REAL), "gwangmyeong", 2025))
    opening = said(found["동 협의체 소개와 비전"])
    assert "온(ON)동네 복지가 광명 온(溫)복지로!" in opening
    assert (
        "원문에서 빠진 글자를 되살렸습니다. 원문에는 ‘(ON)동네 복지가 광명 온()복지로!’라고 적혀 있습니다." in opening
    )
    assert "동마다의 구성, 위원 수, 분과, 회의는 출처에 없습니다." in opening
    assert said(found["이야기"]).count("출처는 어느 동의 사례인지 밝히지 않았습니다.") == 3


def test_numbers_say_their_day_and_source() -> None:
    blocks = chapters(booklet(read(REAL), "gwangmyeong", 2025))["한눈에 보는 성과"]
    numbers = next(block["numbers"] for block in blocks if block["is"] == "numbers")
    members = next(number for number in numbers if number["value"] == "477명")
    assert "2025. 12. 11.(목) 기준, 기준일은 추정" in said(members["about"])
    assert any("cite" in part for part in members["about"][-1].get("word", [members["about"][-1]]))


PHRASES = {
    "a result and its target": (
        "figures:\n  - {metric: households, value: 48, target: 50}",
        ["도운 가구", "48가구", "50가구"],
    ),
    "what two sources say": (
        "figures: []\nmembers: {conflict: [{value: 17, source: 1}, {value: 19, note: 끝머리}]}",
        ["17명", "출처가 엇갈립니다", "19명"],
    ),
    "about": ("volunteers: {value: 80, about: true}", ["80여 명"]),
    "a paraphrase": (
        "quotes:\n  - {text: 고맙습니다., paraphrase: true}",
        ["고맙습니다.", "말한 이는 출처에 없음. 말뜻을 간추려 옮겼습니다."],
    ),
    "money by fund": ("budget:\n  - {value: 3000000, source: 시비}\n  - {value: 500000, source: 후원금}", ["350만 원"]),
    "a note": ("notes: [출처에 날짜가 없습니다.]", ["출처에 날짜가 없습니다."]),
}


@pytest.mark.parametrize(("record", "expected"), PHRASES.values(), ids=PHRASES)
def test_a_year_says(tmp_path: Path, record: str, expected: list[str]) -> None:
    outcomes = written(tmp_path, {f"{YEAR}/year": f"summary: 나래의 한 해\n{record}{SOURCE}"})
    text = said(chapters(booklet(outcomes, "garam/narae", 2025))["한눈에 보는 성과"])
    assert [phrase for phrase in expected if phrase not in text] == []


def test_a_count_is_said_beside_a_figure_that_happens_to_be_as_large(tmp_path: Path) -> None:
    metrics = "metrics:\n  households: {label: 도운 가구, unit: 가구}\n  outings: {label: 나들이, unit: 회}"
    figures = "figures: [{metric: outings, value: 12}, {metric: households, value: 5}]"
    files = {"garam/city": f"name: 가람시\n{metrics}", f"{YEAR}/year": f"meetings: 12\nhouseholds: 5\n{figures}"}
    blocks = chapters(booklet(written(tmp_path, files), "garam/narae", 2025))["한눈에 보는 성과"]
    numbers = next(block["numbers"] for block in blocks if block["is"] == "numbers")
    told = [(number["label"], number["value"]) for number in numbers]
    assert told == [("나들이", "12회"), ("도운 가구", "5가구"), ("회의", "12회")]


def test_what_every_record_of_a_chapter_lacks_is_said_once(tmp_path: Path) -> None:
    files = {
        f"{YEAR}/projects/a": f"title: 반찬 나눔\naudience: [노인]{SOURCE}",
        f"{YEAR}/projects/b": f"title: 빨래방{SOURCE}",
    }
    text = said(chapters(booklet(written(tmp_path, files), "garam/narae", 2025))["사업"])
    assert text.count("기간, 예산, 협력이 출처에 없습니다.") == 1
    assert text.count("대상은 출처에 없습니다.") == 1


def test_greetings_stand_before_the_contents_only_where_recorded(tmp_path: Path) -> None:
    greeting = "forewords:\n  - {title: 발간사, by: {role: 시장, public_office: true}, body: 고맙습니다.}"
    with_one = booklet(written(tmp_path / "a", {f"{YEAR}/year": greeting}), "garam/narae", 2025)
    without = booklet(written(tmp_path / "b", {f"{YEAR}/year": "summary: 한 해"}), "garam/narae", 2025)
    assert [front["title"] for front in with_one.data["booklet"]["fronts"]] == ["발간사"]
    assert without.data["booklet"]["fronts"] == []


def test_names_and_photos_need_consent_for_print(tmp_path: Path) -> None:
    photos = tmp_path / "garam/narae/2025/photos"
    photos.mkdir(parents=True)
    for name in ("web", "print"):
        Image.new("RGB", (8, 8), "#5E7F53").save(photos / f"{name}.jpg")
    project = """
title: 나눔
photos:
  - {file: web.jpg, alt: 누리집에만, consent: {scope: 얼굴, media: [누리집]}}
  - {file: print.jpg, alt: 책자에도, consent: {scope: 얼굴, media: [책자]}}
quotes:
  - {text: 하나., speaker: {role: 위원, name: 가나다, consent: {scope: 이름, media: [누리집]}}}
  - {text: 둘., speaker: {role: 단장, name: 라마바, consent: {scope: 이름, media: [책자]}}}
"""
    made = booklet(written(tmp_path, {f"{YEAR}/projects/a": project}), "garam/narae", 2025)
    text = said(chapters(made)["사업"])
    assert "단장 라마바" in text and "위원" in text and "가나다" not in text
    assert [path.name for path, _ in made.photos.values()] == ["print.jpg"]


def test_sources_are_numbered_once_in_the_order_of_reading(tmp_path: Path) -> None:
    other = "\nsources:\n  - {title: 시정 소식}\n  - {title: 나래 소식, publisher: 가람신문, on: 2025-12-01}\n"
    files = {
        f"{YEAR}/year": f"summary: 한 해{SOURCE}",
        f"{YEAR}/projects/a": f"title: 나눔\nsummary: 나눴습니다.{other}",
    }
    found = chapters(booklet(written(tmp_path, files), "garam/narae", 2025))
    assert [said(item) for item in found["출처"][0]["items"]] == [
        "「나래 소식」 가람신문, 2025. 12. 1.(월)",
        "「시정 소식」",
    ]
    lead = next(block for block in found["사업"] if block["is"] == "lead")
    assert [part["cite"] for part in lead["spans"][-1]["word"] if "cite" in part] == [2, 1]


def test_the_index_stands_in_korean_order_and_leads_to_the_records() -> None:
    groups = chapters(booklet(read(REAL), "pyeongtaek/bijeon-2", 2017))["찾아보기"]
    assert [group["initial"] for group in groups] == ["ㄱ", "ㅂ", "ㅇ", "ㅊ", "ㅎ"]
    terms = {term["text"]: term["anchors"] for group in groups for term in group["terms"]}
    assert terms["바자회"] == ["pyeongtaek/bijeon-2/2017/visits/onyang-3", "asan/onyang-3/practices/bazaar"]
    assert terms["공공위원장(비전2동장)"] == ["pyeongtaek/bijeon-2"]


def test_nothing_leads_to_what_is_not_in_the_booklet() -> None:
    made = booklet(read(REAL), "gwangmyeong", 2025).data["booklet"]
    anchors = {block["anchor"] for c in made["chapters"] for block in c["blocks"] if "anchor" in block}
    anchors |= {c["anchor"] for c in made["chapters"] if "anchor" in c}
    assert set(_targets(made)) <= anchors


def _targets(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["to"]] if "to" in value else list(value.get("anchors", ()))
        return own + [target for item in value.values() for target in _targets(item)]
    return [target for item in value for target in _targets(item)] if isinstance(value, list) else []


def test_a_council_without_a_year_of_its_own_is_told_whole_in_its_citys_booklet() -> None:
    told = said(chapters(booklet(read(REAL), "asan", 2016))["온양3동"])
    assert "현황" in told and "위원 구성" in told
    for text in ("행복키움추진단", "나눔", "돌봄", "자원발굴", "24명", "2013년 2월"):
        assert text in told


def test_a_councils_chapter_tells_its_year_and_the_city_tells_what_was_presented(tmp_path: Path) -> None:
    files = {
        "garam/2025/events/sharing": "title: 성과공유회",
        f"{YEAR}/year": "summary: 한 해\nofficers: [나눔 분과장]",
        f"{YEAR}/projects/a": "title: 나눔",
        f"{YEAR}/events/b": "title: 나들이",
        f"{YEAR}/stories/c": "title: 문 앞의 반찬\nbody: 이야기\npresented_at: garam/2025/events/sharing",
        f"{YEAR}/stories/d": "title: 골목의 등\nbody: 이야기",
    }
    found = chapters(booklet(written(tmp_path, files), "garam", 2025))
    assert [block["text"] for block in found["나래동"] if block["is"] == "section"] == [
        *("위원 구성", "2025년", "사업", "행사", "이야기"),
    ]
    assert "문 앞의 반찬" in said(found["이야기"]) and "골목의 등" not in said(found["이야기"])
    assert "골목의 등" in said(found["나래동"]) and "문 앞의 반찬" not in said(found["나래동"])
    assert "나들이" in said(found["나래동"]) and "나들이" not in said(found["행사"])


def test_years_are_drawn_and_listed_up_to_the_booklets_own(tmp_path: Path) -> None:
    files = {f"garam/narae/{year}/year": f"summary: 한 해\nmembers: {year - 2000}" for year in (2023, 2024, 2025)}
    found = chapters(booklet(written(tmp_path, files), "garam/narae", 2024))
    drawings = next(block for block in found["한눈에 보는 성과"] if block["is"] == "drawings")["drawings"]
    assert [drawing["alt"] for drawing in drawings] == ["위원 수: 2023년 23명, 2024년 24명"]
    table = next(block for block in found["부록"] if block["is"] == "table")
    assert table["head"] == ["구분", "2023년", "2024년"]
    assert [said(row).split() for row in table["rows"]] == [["위원", "수", "23명", "24명"]]
    first = chapters(booklet(read(tmp_path), "garam/narae", 2023))
    assert "부록" not in first and "drawings" not in {block["is"] for block in first["한눈에 보는 성과"]}


def test_enough_photos_of_the_year_and_its_events_have_pages_of_their_own_and_stand_once(tmp_path: Path) -> None:
    photos = tmp_path / "garam/narae/2025/photos"
    photos.mkdir(parents=True)
    for at in range(3):
        Image.new("RGB", (30 + at * 10, 40), "#5E7F53").save(photos / f"{at}.jpg")
    shots = "".join(f"\n  - {{file: {at}.jpg, alt: 모습 {at}, people: false}}" for at in range(3))
    found = chapters(
        booklet(written(tmp_path, {f"{YEAR}/events/a": f"title: 나들이\nphotos:{shots}"}), "garam/narae", 2025)
    )
    (gallery,) = found["화보"]
    shown = [picture for row in gallery["rows"] for picture in row]
    assert [picture["caption"] for picture in shown] == ["나들이"] * 3
    assert [picture["ratio"] for picture in shown] == [0.75, 1.0, 1.25]
    assert {block["is"] for block in found["행사"]} & {"picture", "gallery"} == set()


def test_photos_that_are_a_mere_line_are_still_laid_out(tmp_path: Path) -> None:
    photos = tmp_path / "garam/narae/2025/photos"
    photos.mkdir(parents=True)
    for name, size in {"upright": (1, 30000), "flat": (30000, 1)}.items():
        Image.new("RGB", size).save(photos / f"{name}.png")
    shown = ", ".join(f"{{file: {name}.png, alt: 선, people: false}}" for name in ("upright", "flat"))
    outcomes = written(tmp_path, {f"{YEAR}/projects/a": f"title: 나눔\nphotos: [{shown}]"})
    assert planned(outcomes)["booklets/garam/narae/2025.pdf"].make().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("officers", "times"),
    [
        ("[{role: 공공위원장, affiliation: 나래동장}, 나눔 분과장]", 1),
        ("[나눔 분과장]", 1),
        ("[{role: 공공위원장, affiliation: 다른 동장}]", 2),  # another person
    ],
)
def test_a_chair_who_is_an_officer_of_the_year_is_named_once(tmp_path: Path, officers: str, times: int) -> None:
    records = {
        "garam/narae/council": "name: 나래동\nchairs: [{role: 공공위원장, affiliation: 나래동장}]",
        f"{YEAR}/year": f"officers: {officers}",
    }
    found = chapters(booklet(written(tmp_path, records), "garam/narae", 2025))["나래동 협의체"]
    assert said(found).count("공공위원장") == times
