"""How a practice came to a place and went on from it, as pages tell it: tests/towns/lineage."""

from functools import cache
from pathlib import Path

import pytest

from ondongne.publications.site import overviews
from tests.publications.site.towns import TOWNS, Read, read, rendered, written

SAYS = {
    "garam/yunseul/practices/laundry/": [
        "고친 것 겨울 이불만 맡습니다. 결정이 바뀌어 온 길 논의 중 고쳐서 도입, 2024년 3월 겨울에만 하기로 했습니다.",
        "거기서 다시 이어받은 곳 물빛동: 도입 나래동의 겨울 이불 빨래에서 · 2025년 견학 사업 찾아가는 빨래차 (2025년)",
        "윤슬동: 도입 물빛동의 빨래차에서 사업 빨래차 (2025년) 처음 시작한 곳으로 돌아왔습니다.",
    ],
    "garam/mulbit/practices/laundry-van/": [
        "어디에서 왔나 겨울 이불 빨래 실천 · 나래동 이어받은 곳 물빛동 · 2025년 견학 겨울 이불만 맡는 빨래방입니다."
        " 이웃 빨래방 실천 · 윤슬동 이어받은 곳 나래동 · 2023년 견학 누가 보고 갔나",
    ],
    "garam/yunseul/2025/projects/laundry-van/": ["빨래차 실천 · 물빛동 이어받은 곳 윤슬동 · 2025년 이불을 가지러"],
    "garam/narae/2023/visits/yunseul/": [
        "찻집 상담 도입 여기서 나온 것 찻집에서 만나요",
        "안부 전화 결정이 기록에 없음",
    ],
    "lineage/": [
        "처음 시작한 곳으로 돌아온 배움 윤슬동의 이웃 빨래방 → 나래동의 겨울 이불 빨래 → 물빛동의 빨래차 → 다시 윤슬동",
        "보고 온 뒤의 소식을 기다립니다 보고 온 뒤에 어떻게 하기로 했는지 아직 기록에 없는 실천입니다."
        " 안부 전화 윤슬동에서 보고 온 곳 나래동 · 2023년 견학",
    ],
}


@cache
def page(url: str) -> str:
    return Read(rendered(read(TOWNS / "lineage" / "councils"), url)).text


@pytest.mark.parametrize("url", SAYS)
def test_pages_tell_the_way(url: str) -> None:
    for said in SAYS[url]:
        assert said in page(url)


def test_nothing_is_said_where_there_is_no_way() -> None:
    said = page("garam/yunseul/practices/repair/")
    assert "누가 보고 갔나" in said
    for heading in ("어디에서 왔나", "거기서 다시", "결정이 바뀌어"):
        assert heading not in said


def test_only_the_newest_of_what_waits_for_news_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "MOST_OPEN_ENDS", 2)
    seen = ", ".join(f"garam/narae/practices/p{number}" for number in range(3))
    files = {
        "garam/city": "name: 가람시",
        "garam/narae/council": "name: 나래동",
        "garam/mulbit/council": "name: 물빛동",
        **{f"garam/narae/practices/p{number}": f"title: 실천 {number}호" for number in range(3)},
        "garam/mulbit/2025/visits/narae": f"title: 견학\nvisitor: {{record: garam/mulbit}}\nseen: [{seen}]",
    }
    said = Read(rendered(written(tmp_path, files), "lineage/")).text
    waiting = said[said.index("소식을 기다립니다") :]
    assert "모두 3건 가운데 새로운 2건을 보여 드립니다." in waiting
    assert waiting.count("보고 온 곳") == 2
    assert "돌아온 배움" not in said
