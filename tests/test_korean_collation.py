"""The order of lists and the headings of indexes."""

import random
import unicodedata
from itertools import groupby

import pytest

from ondongne.korean import initial, nfc, sort_key

# The expected order, one text a line, with the heading each stands under.
INDEX = """
ㄱ ㄱ
가람1동 ㄱ
가람2동 ㄱ
가람 10동 ㄱ
가람동 ㄱ
「가람의 해」 ㄱ
각 ㄱ
까치회 ㄱ
ㄴ자 집수리 ㄴ
나눔 ㄴ
나눔 1,004 ㄴ
(사)나눔가게 ㄴ
나눔회 ㄴ
㈜나래상사 ㄴ
도움 ㄷ
뜰 ㄷ
라온 ㄹ
반찬나눔 ㅂ
비전2동 ㅂ
‘비전동행’ ㅂ
비전e ㅂ
빵집 ㅂ
쌀 ㅅ
온복지 ㅇ
온(溫)복지 ㅇ
짝꿍 ㅈ
하나 ㅎ
AI 돌봄 A–Z
Café A–Z
『CCTV』 A–Z
led A–Z
LED 교체 A–Z
2곳 0–9
③ 0–9
10곳 0–9
1,004 0–9
溫 기타
ㅏ 기타
… 기타
"""
TEXTS, HEADINGS = zip(*(line.rsplit(" ", 1) for line in INDEX.strip().splitlines()), strict=True)


def test_the_index_is_in_order() -> None:
    shuffled = random.Random(7).sample(TEXTS, len(TEXTS))
    ordered = sorted(shuffled, key=sort_key)
    assert ordered[:-3] == list(TEXTS[:-3])
    assert set(ordered[-3:]) == set(TEXTS[-3:])


@pytest.mark.parametrize(("text", "heading"), list(zip(TEXTS, HEADINGS, strict=True)))
def test_headings(text: str, heading: str) -> None:
    assert initial(text) == heading


def test_every_heading_stands_once_in_a_sorted_index() -> None:
    everything = [chr(code) for block in ((0x20, 0x2FF), (0x3131, 0x3164), (0x4E00, 0x4E20)) for code in range(*block)]
    everything += [chr(code) + tail for code in range(0xAC00, 0xD7A4, 97) for tail in ("", "1", "a")]
    runs = [heading for heading, _ in groupby(sorted(everything, key=sort_key), key=initial)]
    assert runs == [*"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "A–Z", "0–9", "기타"]


def test_syllables_keep_their_order() -> None:
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4)]
    assert sorted(random.Random(7).sample(syllables, len(syllables)), key=sort_key) == syllables


def test_only_equal_texts_are_equal() -> None:
    assert sort_key("나눔 2동") != sort_key("나눔2동")
    assert sort_key(unicodedata.normalize("NFD", "나눔")) == sort_key("나눔")


def test_numbers_too_long_to_count_are_ordered_too() -> None:
    assert sort_key("가" + "9" * 9_999) < sort_key("가" + "1" * 10_000)


def test_nfc_composes() -> None:
    assert nfc(unicodedata.normalize("NFD", "광명")) == "광명"
    assert nfc("㎡") == "㎡"
