"""Sentences from templates."""

import pytest

from ondongne.sample.dice import Dice
from ondongne.sample.material import material
from ondongne.sample.voice import Voice

_BLANKS = {"dong": "나래동", "title": "반찬통", "place": "마루"}


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{dong:은} 좋습니다.", {"나래동은 좋습니다."}),
        ("[봄비|소나기:이] 옵니다.", {"봄비가 옵니다.", "소나기가 옵니다."}),
        ("[떡|과일:를] 나눕니다.", {"떡을 나눕니다.", "과일을 나눕니다."}),
        ("{title:quote|을} [크게|작게] 씁니다.", {"‘반찬통’을 크게 씁니다.", "‘반찬통’을 작게 씁니다."}),
        ("[{title:quote|을} 들고|{place}에서] 만납니다.", {"‘반찬통’을 들고 만납니다.", "마루에서 만납니다."}),
        ("원문의 [괄호]는 그대로", {"원문의 [괄호]는 그대로"}),
    ],
)
def test_templates_are_filled(template: str, told: set[str]) -> None:
    assert {Voice((seed,), _BLANKS).tell(template) for seed in range(40)} == told


def test_following_years_take_the_next_template() -> None:
    templates = ["하나", "둘", "셋"]
    told = [Voice(("같은 곳",), {}, turn=year).tell(templates) for year in range(2021, 2024)]
    assert sorted(told) == sorted(templates)


def test_a_blank_without_a_value_is_an_error() -> None:
    with pytest.raises(ValueError, match="nobody"):
        Voice((1,), {}).tell("{nobody}")


def test_dice_fall_by_their_names_alone() -> None:
    assert Dice(1, "나래동", 2025).random() == Dice(1, "나래동", 2025).random()
    assert Dice(1, "나래동", 2025).random() != Dice(2, "나래동", 2025).random()


def test_nothing_in_the_material_is_empty() -> None:
    assert [place for place, value in _leaves(vars(material()), ()) if value in (None, "")] == []


def test_every_plot_has_its_paragraphs() -> None:
    for theme in material().themes:
        sizes = {len(theme.story[slot]) for slot in ("leads", "meet", "snag", "deed", "turn")}
        assert sizes == {len(theme.story["titles"]) - 1}, theme.slug


def _leaves(value: object, path: tuple[object, ...]) -> list[tuple[tuple[object, ...], object]]:
    if hasattr(value, "__dataclass_fields__"):
        value = vars(value)
    if isinstance(value, dict):
        return [leaf for key, below in value.items() for leaf in _leaves(below, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, below in enumerate(value) for leaf in _leaves(below, (*path, index))]
    return [(path, value)]
