"""How a written word ends when it is read aloud, which is what a Korean particle goes by."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final

from .hangul import FINALS, FIRST_SYLLABLE, LEGAL_FORMS, fold, is_syllable


class Sound(Enum):
    """The end of a word as particles tell it apart: a vowel, the consonant ㄹ, any other consonant."""

    OPEN = "vowel"
    RIEUL = "ㄹ"
    CLOSED = "consonant"


_WINDOW: Final = 200  # a hostile record may be one endless word; its end is enough to go by
_OPENING: Final = "([{〔"
_CLOSING: Final = ")]}〕"
_RIEUL_FINAL: Final = 8

_DIGITS: Final = "영일이삼사오육칠팔구"
_PLACES: Final = ("", "십", "백", "천")
_MYRIADS: Final = ("", "만", "억", "조", "경", "해")

_SYMBOLS: Final[Mapping[str, str]] = {
    "%": "퍼센트",
    "‰": "퍼밀",
    "°": "도",
    "+": "플러스",
    "&": "앤드",
    "$": "달러",
    "€": "유로",
    "₩": "원",
}

# Only units that end otherwise than their letters do: MB, kWh, Hz and ha come out right by themselves.
_UNITS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("m", "km", "cm", "mm", "μm", "nm"), "미터"),
    **dict.fromkeys(("m2", "km2", "cm2", "mm2"), "제곱미터"),
    **dict.fromkeys(("m3", "km3", "cm3", "mm3"), "세제곱미터"),
    **dict.fromkeys(("g", "kg", "mg", "μg"), "그램"),
    **dict.fromkeys(("l", "L", "ml", "mL", "dl", "dL", "kl", "kL"), "리터"),
    **dict.fromkeys(("cal", "kcal"), "칼로리"),
    **dict.fromkeys(("°C", "°F"), "도"),
    "t": "톤",
    "dB": "데시벨",
    "px": "픽셀",
}

_SPELLED_OUT: Final = 3  # LED and ICT go letter by letter; longer capitals with a vowel are words: UNESCO, HOME
_RIEUL_LETTERS: Final = "lr"  # 엘, 알
_CLOSED_LETTERS: Final = "mn"  # 엠, 엔

# The transcription rules for English (외래어 표기법 제3장 제1절), as far as spelling shows them; first match decides.
_WORD_ENDINGS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\A(?:check|hit|kit|mat|set)\Z", Sound.OPEN),  # 체크, 세트
        (r"(?:\A(?:bag|big|dog|good|job|lab|e?pub)|club|group|type|web|ook|out)\Z", Sound.CLOSED),  # 백, 클럽, 북, 아웃
        (r"[a-z]le?\Z", Sound.RIEUL),  # 몰, 모바일
        (r"(?:[mn]|mb|ng|[aeiouy][a-z]*[mn]e)\Z", Sound.CLOSED),  # 팀, 비전, 링, 라인
        (r"(?:(?:\A|[^aeiou]|qu)[aeiou](?:pp|tt|[kpt])|[aeiou]ck?)\Z", Sound.CLOSED),  # 숍, 앱, 클리닉, 팩
    )
)


def sound_of(word: str) -> Sound | None:
    """Tell how a word ends when read in Korean; None where that cannot be told (hanja, other scripts, nothing to read).

    Quotation marks and punctuation are looked through. A bracket that follows a word explains it and is not read,
    except a legal form such as (주). Digits are read as numbers, ``2025. 12. 10.`` as a date, capitals by letter.
    """
    if word and is_syllable(word[-1]):
        return _sound_of_syllable(word[-1])
    return _sound_of_text(fold(word[-_WINDOW:]))


def _sound_of_text(text: str) -> Sound | None:
    while text:
        for pattern, read in _READERS:
            if match := pattern.search(text):
                return read(match)
        if text[-1] in _CLOSING and (group := _last_group(text)):
            before, inside = group
            return _sound_of_text(LEGAL_FORMS.get(inside, before)) or _sound_of_text(inside)
        if unicodedata.category(text[-1])[0] not in "PSZC":
            return None
        text = text[:-1]
    return None


def _last_group(text: str) -> tuple[str, str] | None:
    """Split ``온양3동(아산)`` into what stands before its last bracket and what stands inside."""
    depth = 0
    for at in reversed(range(len(text))):
        depth += (text[at] in _CLOSING) - (text[at] in _OPENING)
        if depth == 0:
            return text[:at], text[at + 1 : -1]
    return None


def _sound_of_syllable(syllable: str) -> Sound:
    final = (ord(syllable) - FIRST_SYLLABLE) % FINALS
    if final == 0:
        return Sound.OPEN
    return Sound.RIEUL if final == _RIEUL_FINAL else Sound.CLOSED


def _sound_of_number(number: str) -> Sound | None:
    whole, _, decimals = number.replace(",", "").partition(".")
    digits = decimals or whole
    zeros = len(digits) - len(digits.rstrip("0"))
    if decimals or zeros in (0, len(digits)):
        return _sound_of_syllable(_DIGITS[int(digits[-1])])
    if zeros < len(_PLACES):
        return _sound_of_syllable(_PLACES[zeros])
    myriad = zeros // len(_PLACES)
    return _sound_of_syllable(_MYRIADS[myriad]) if myriad < len(_MYRIADS) else None


def _sound_of_latin(letters: str) -> Sound:
    word = letters.lower()
    spelled = len(word) == 1 or not set(word) & set("aeiouy") or (letters.isupper() and len(word) <= _SPELLED_OUT)
    return _sound_of_letter(word[-1]) if spelled else _sound_of_english(word)


def _sound_of_letter(letter: str) -> Sound:
    if letter in _RIEUL_LETTERS:
        return Sound.RIEUL
    return Sound.CLOSED if letter in _CLOSED_LETTERS else Sound.OPEN


def _sound_of_english(word: str) -> Sound:
    return next((sound for pattern, sound in _WORD_ENDINGS if pattern.search(word)), Sound.OPEN)


def _any_of(words: Mapping[str, str], *, single: bool) -> str:
    chosen = (word for word in words if (len(word) == 1) is single)
    return "|".join(sorted(map(re.escape, chosen), key=len, reverse=True))


def _readers() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Sound | None]], ...]:
    alone, after_number = _any_of(_UNITS, single=False), _any_of(_UNITS, single=True)
    readings: dict[str, Callable[[re.Match[str]], Sound | None]] = {
        r"[가-힣]": lambda found: _sound_of_syllable(found[0]),
        r"[0-9]\.(?:\([월화수목금토일]\))?[ ~]+[0-9]{1,2}\.": lambda _: Sound.RIEUL,  # a date: …일, …월
        r"[0-9]:(?P<minutes>[0-9]{2})": lambda found: _sound_of_syllable("시" if found["minutes"] == "00" else "분"),
        rf"(?<![A-Za-z])(?:{alone})|(?<=[0-9])(?:{after_number})|(?<=[0-9] )(?:{after_number})": (
            lambda found: _sound_of_syllable(_UNITS[found[0]][-1])
        ),
        r"[0-9][0-9,]*(?:\.[0-9]+)?": lambda found: _sound_of_number(found[0]),
        r"[A-Z]+|[A-Z]?[a-z]+": lambda found: _sound_of_latin(found[0]),
        f"[{re.escape(''.join(_SYMBOLS))}]": lambda found: _sound_of_syllable(_SYMBOLS[found[0]][-1]),
        "[\u1105\u11af]": lambda _: Sound.RIEUL,  # the letter 리을
        "[\u1100-\u115f\u11a8-\u11ff]": lambda _: Sound.CLOSED,  # 기역, 니은, …
        "[\u1160-\u11a7]": lambda _: Sound.OPEN,  # 아, 야, …
    }
    return tuple((re.compile(rf"(?:{pattern})\Z"), read) for pattern, read in readings.items())


_READERS: Final = _readers()
