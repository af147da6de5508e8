"""What visitors choose practices by stands in the lists' attributes and words, as the records have it."""

from pathlib import Path

import pytest

from ondongne.publications.site import catalogue
from tests.publications.site.towns import Read, rendered, written

BASE = {
    "garam/city": "name: 가람시",
    "garam/narae/council": "name: 나래동",
    "haneul/city": "name: 하늘시",
    "haneul/yunseul/council": "name: 윤슬동",
}
TEA = "garam/narae/practices/tea"

TOLD = {
    "nothing": ("", {}, "출처에 없음 비용, 인력, 기간, 조건"),
    "topics and audiences": (
        "topics: [돌봄, 주거]\naudience: [노인]",
        {"data-topic": "care housing", "data-audience": "older"},
        "출처에 없음 비용, 인력, 기간, 조건",
    ),
    "a cost by funds": (
        "cost: [{value: 1000000, source: 시비}, {value: 500000}]",
        {"data-cost": "1500000"},
        "비용 150만 원 출처에 없음 인력, 기간, 조건",
    ),
    "a cost in words only": ("cost_note: 쌀과 반찬", {"data-cost": ""}, "출처에 없음 인력, 기간, 조건"),
    "people and evidence": (
        "people: 위원 6명\nevidence: {level: 수를 세어 봄}",
        {"data-people": "1", "data-evidence": "counted"},
        "인력 위원 6명 근거 수를 세어 봄 출처에 없음 비용, 기간, 조건",
    ),
}


def attributes(html: str) -> dict[str, str]:
    """The `data-` attributes of the only practice on a list."""
    (found,) = [values for _, values in Read(html).tags if "data-practice" in values]
    return {name: value for name, value in found.items() if name.startswith("data-")}


@pytest.mark.parametrize(("text", "expected", "words"), TOLD.values(), ids=TOLD.keys())
def test_a_practice_on_the_list(tmp_path: Path, text: str, expected: dict[str, str], words: str) -> None:
    html = rendered(written(tmp_path, BASE | {TEA: f"title: 찻집\n{text}"}), "practices/")
    assert attributes(html) == {"data-practice": TEA, **expected}
    assert f"찻집 {words}" in Read(html).text


@pytest.mark.parametrize(
    ("outcome", "adopted"), [("도입", "1"), ("고쳐서 도입", "1"), ("논의 중", ""), ("도입하지 않음", "")]
)
def test_only_what_was_taken_up_counts_as_adopted(tmp_path: Path, outcome: str, adopted: str) -> None:
    visit = (
        "title: 견학\nvisitor: {record: haneul/yunseul}\nhost: {record: garam/narae}\n"
        f"seen: [{{practice: {TEA}, status: {outcome}}}]"
    )
    files = BASE | {TEA: "title: 찻집", "haneul/yunseul/2025/visits/narae": visit}
    html = rendered(written(tmp_path, files), "practices/")
    assert attributes(html).get("data-adopted", "") == adopted


def test_filters_offer_only_what_the_list_has(tmp_path: Path) -> None:
    files = BASE | {TEA: "title: 찻집\ntopics: [주거, 돌봄]"}
    html = rendered(written(tmp_path, files), "practices/")
    offered = [values["value"] for tag, values in Read(html).tags if tag == "option"]
    assert [value for value in offered if value in ("care", "housing", "meals")] == ["care", "housing"]


def test_other_lists_have_no_filters(tmp_path: Path) -> None:
    html = rendered(written(tmp_path, BASE | {"garam/narae/2025/projects/tea": "title: 찻집"}), "projects/")
    assert "data-filters" not in html
    assert "data-practice" not in html


def test_a_divided_list_filters_what_stands_on_its_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "MOST", 1)
    files = BASE | {TEA: "title: 찻집", "haneul/yunseul/practices/tea": "title: 찻집"}
    outcomes = written(tmp_path, files)
    (national,) = [values for _, values in Read(rendered(outcomes, "practices/")).tags if "data-filters" in values]
    (own,) = [values for _, values in Read(rendered(outcomes, "garam/practices/")).tags if "data-filters" in values]
    assert "data-part" in national
    assert "data-part" not in own
    assert attributes(rendered(outcomes, "garam/practices/"))["data-practice"] == TEA
