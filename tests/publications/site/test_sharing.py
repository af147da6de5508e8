"""Cards of pages: each page names one that there is, its own or its place's."""

from pathlib import Path

import pytest

from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.site import cards
from tests.publications.site.towns import pages, written

DESIGN = read_design(theme_folder())
FILES = {
    "garam/city": "name: 가람시\nprovince: 한빛도",
    "garam/narae/council": "name: 나래동",
    "garam/narae/2025/projects/tea": "title: 찻집",
    "garam/narae/2025/events/day": "title: 나눔의 날",
    "garam/2025/events/sharing": "title: 성과공유회",
    "haneul/city": "name: 하늘시",
}


def test_every_page_names_a_card_that_there_is(tmp_path: Path) -> None:
    outcomes = written(tmp_path, FILES)
    made = [artifact.path for artifact in cards(outcomes, DESIGN, "온동네", "동네 기록")]
    assert len(made) == len(set(made))
    assert {page.card for page in pages(outcomes)} <= set(made)


@pytest.mark.parametrize(
    ("url", "card"),
    [
        ("", "assets/cards.png"),
        ("stories/", "assets/cards.png"),
        ("garam/", "assets/cards/garam.png"),
        ("garam/narae/2025/", "assets/cards/garam/narae/2025.png"),
        ("garam/narae/2025/projects/tea/", "assets/cards/garam/narae/2025/projects/tea.png"),
        ("garam/narae/2025/events/day/", "assets/cards/garam/narae.png"),
        ("garam/2025/events/sharing/", "assets/cards/garam.png"),
    ],
)
def test_a_page_without_a_card_of_its_own_takes_its_places(tmp_path: Path, url: str, card: str) -> None:
    assert {page.url: page.card for page in pages(written(tmp_path, FILES))}[url] == card


def test_a_card_is_drawn_again_only_when_it_would_look_different(tmp_path: Path) -> None:
    def keys(title: str) -> dict[str, str]:
        outcomes = written(tmp_path, {**FILES, "garam/narae/2025/projects/tea": f"title: 찻집\nsummary: {title}"})
        return {artifact.path: artifact.key for artifact in cards(outcomes, DESIGN, "온동네", "동네 기록")}

    assert keys("차를 나눕니다") == keys("밥을 나눕니다")
