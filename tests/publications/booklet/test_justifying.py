"""Lines are even without a word broken: letters stand a hair apart, or the paragraph is ragged."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from ondongne.publications.booklet.justifying import HAIRS, HANGUL, LATIN, SPACE, WIDTHS, fit, justified, widest_gap

FONT = Path(__file__).parents[3] / "theme" / "booklet" / "fonts" / "OndongneSerif-Regular.otf"


def test_widths_are_those_of_the_text_face() -> None:
    font = TTFont(FONT)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    ems = {chr(code): advances[name][0] / font["head"].unitsPerEm for code, name in names.items()}
    assert ems[" "] == pytest.approx(SPACE, abs=0.001)
    assert ems["가"] == ems["힣"] == pytest.approx(HANGUL, abs=0.001)
    assert {char: width for char, width in WIDTHS.items() if abs(ems[char] - width) > 0.1} == {}
    letters = [ems[char] for char in "abcdefghijklmnopqrstuvwxyz"]
    assert sum(letters) / len(letters) == pytest.approx(LATIN, abs=0.05)


@pytest.mark.parametrize(
    ("widths", "measure", "gap"),
    [
        ((4.0, 4.0), 20.0, 0.0),  # one line is not stretched
        ((4.0, 4.0, 4.0), 9.0, 0.75),  # two words and one space of a quarter; the last line is as long as it is
        ((4.0, 4.0, 3.0, 4.0), 12.0, 0.25),  # breaking later than one could leaves less
        ((9.0, 4.0), 10.0, 10.0),  # a word alone cannot be stretched
    ],
)
def test_the_loosest_line_is_as_tight_as_can_be(widths: tuple[float, ...], measure: float, gap: float) -> None:
    assert widest_gap(widths, 0.25, 0.0, measure) == pytest.approx(gap)


@pytest.mark.parametrize(
    ("text", "hair"),
    [
        ("짧은 글입니다.", 0.0),
        ("가나다라마 가나다라마 가나다라 가나다라마바", 0.0),
        ("가나다라 가나다라 가나다라마 가나다라마바", 0.03),
        ("가나다라마 가나다라마바사아자차카 가나다라마바사아자차카타", None),
    ],
)
def test_letters_stand_a_hair_apart_only_where_lines_need_it(text: str, hair: float | None) -> None:
    assert fit(tuple(text.split()), 0.0, 14.0) == hair


def test_only_justified_paragraphs_are_touched() -> None:
    words = "가나다라마 가나다라마바사아자차카 가나다라마바사아자차카타"
    loose = {"is": "paragraph", "spans": [{"text": words[:6]}, {"word": [{"text": words[6:]}, {"cite": 1}]}]}
    short = {"is": "paragraph", "spans": [{"text": "짧은 글"}]}
    ragged = {**loose, "ragged": True}
    quoted = {**loose, "is": "quotation"}
    found = justified({"title": "책", "fronts": [], "chapters": [{"blocks": [loose, short, ragged, quoted]}]}, 14.0)
    assert found == {"title": "책", "fronts": [], "chapters": [{"blocks": [ragged, short, ragged, quoted]}]}


def test_a_hair_is_hardly_seen() -> None:
    assert max(map(abs, HAIRS)) <= 0.03 and HAIRS[0] == 0
