"""The few facts about characters that every other part of this package rests on."""

import unicodedata
from collections.abc import Mapping
from typing import Final

FIRST_SYLLABLE: Final = 0xAC00  # 가
LAST_SYLLABLE: Final = 0xD7A3  # 힣
FINALS: Final = 28  # a syllable block counts its finals fastest: none, then 27 of them
SYLLABLES_PER_INITIAL: Final = 21 * FINALS

LEGAL_FORMS: Final[Mapping[str, str]] = {
    "주": "주식회사",
    "유": "유한회사",
    "사": "사단법인",
    "재": "재단법인",
    "복": "사회복지법인",
}
"""What stands for a legal form in brackets next to a name, as in (사)온동네 or 온동네(주), and how it is read."""


def nfc(text: str) -> str:
    """Compose a text, so that the same word always has the same characters."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Reduce ㎡, ①, ㈜, Ａ, é and Ⅲ to m2, 1, (주), A, e and 3; lone jamo become conjoining ones (U+1100 on)."""
    counted = "".join(_number_in_digits(char) for char in text)
    bare = (char for char in unicodedata.normalize("NFKD", counted) if not unicodedata.combining(char))
    return nfc("".join(bare))


def is_syllable(char: str) -> bool:
    """Tell whether one character is a whole Hangul syllable, 가 to 힣."""
    return FIRST_SYLLABLE <= ord(char) <= LAST_SYLLABLE


def _number_in_digits(char: str) -> str:
    if unicodedata.category(char) != "Nl":
        return char
    return str(int(unicodedata.numeric(char, 0)))
