"""The order of Korean lists and indexes."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import Final, TypeAlias

from .hangul import FIRST_SYLLABLE, LEGAL_FORMS, SYLLABLES_PER_INITIAL, fold, is_syllable, nfc

_Token: TypeAlias = tuple[int, int, str]
SortKey: TypeAlias = tuple[int, tuple[_Token, ...], str]


class _Script(IntEnum):
    """Inside a word, digits come before letters: 나래2동 stands next to 나래동, not after 나래희망회."""

    DIGITS = 0
    HANGUL = 1
    LATIN = 2
    OTHER = 3


_HEADS: Final = (_Script.HANGUL, _Script.LATIN, _Script.DIGITS, _Script.OTHER)
_INITIALS: Final = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # all 19, doubled ones under the plain one
_HEADINGS: Final = {_Script.LATIN: "A–Z", _Script.DIGITS: "0–9", _Script.OTHER: "기타"}

_LEGAL_FORM: Final = re.compile(rf"\A\s*\((?:{'|'.join(LEGAL_FORMS)})\)(?=\s*\w)")
_PIECE: Final = re.compile(r"[0-9]+(?:,[0-9]{3})*|.", re.DOTALL)


@lru_cache(maxsize=8192)
def sort_key(text: str) -> SortKey:
    """Give the key that puts texts in Korean order: ㄱ to ㅎ, A to Z, numbers, then hanja and all else.

    As dictionaries do, it passes over spaces, brackets and quotes; also over a legal form such as (사) before a name.
    Numbers go by value (2동 before 10동), Latin without case or accents. Equal texts only have equal keys.
    """
    tokens = _tokens(text)
    return _HEADS.index(_head(tokens)), tokens, nfc(text)


def initial(text: str) -> str:
    """Give the index heading a text belongs under: ㄱ to ㅎ, A–Z, 0–9 or 기타, in the order of sort_key."""
    tokens = _tokens(text)
    head = _head(tokens)
    if head is not _Script.HANGUL:
        return _HEADINGS[head]
    return _INITIALS[(tokens[0][1] // 2 - FIRST_SYLLABLE) // SYLLABLES_PER_INITIAL]


def _head(tokens: tuple[_Token, ...]) -> _Script:
    return _Script(tokens[0][0]) if tokens else _Script.OTHER


def _tokens(text: str) -> tuple[_Token, ...]:
    plain = _LEGAL_FORM.sub("", fold(text)).casefold()
    return tuple(_token(piece) for piece in _PIECE.findall(plain) if unicodedata.category(piece[0])[0] in "LN")


def _token(piece: str) -> _Token:
    if piece[0] in "0123456789":
        digits = piece.replace(",", "").lstrip("0")
        return _Script.DIGITS, len(digits), digits
    if is_syllable(piece):
        return _Script.HANGUL, 2 * ord(piece) + 1, piece
    if "\u1100" <= piece <= "\u1112":  # a lone ㄱ goes right before 가
        return _Script.HANGUL, 2 * (FIRST_SYLLABLE + (ord(piece) - 0x1100) * SYLLABLES_PER_INITIAL), piece
    return (_Script.LATIN if "a" <= piece <= "z" else _Script.OTHER), 0, piece
