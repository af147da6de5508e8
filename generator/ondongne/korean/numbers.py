"""Counts and amounts as Korean public documents write them."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from .hangul import is_syllable

_MYRIADS: Final = ((10**12, "조"), (10**8, "억"), (10**4, "만"))


def won(amount: int) -> str:
    """Write an amount for reading, by units of ten thousand: 1억 2,500만 원, 123만 4,567원, 500원."""
    parts, rest = [], abs(amount)
    for size, unit in _MYRIADS:
        if rest >= size:
            units, rest = divmod(rest, size)
            parts.append(f"{units:,}{unit}")
    parts.append(f"{rest:,}원" if rest or not parts else "원")
    return ("-" if amount < 0 else "") + " ".join(parts)


def won_full(amount: int) -> str:
    """Write an amount digit by digit, for checking and comparing: 32,000,000원."""
    return f"{amount:,}원"


@lru_cache(maxsize=4096)  # The same few numbers stand on thousands of pages.
def count(value: int | Decimal | float) -> str:
    """Write a number with thousands separators and without trailing zeros: 1,234 or 3.5."""
    text = f"{value if isinstance(value, Decimal) else Decimal(str(value)):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def with_unit(value: int | Decimal | float, unit: str) -> str:
    """Write a number with its unit, unspaced after Arabic digits (한글 맞춤법 제43항): 477명, 30%, 1,200㎡."""
    return count(value) + unit


def approximately(value: int | Decimal | float, unit: str) -> str:
    """Write a rough number: 80여 명, but 약 80% and 약 83명: 여 stands between a round number and a counting word."""
    is_round = value > 0 and value % 10 == 0
    if is_round and unit and is_syllable(unit[0]):
        return f"{count(value)}여 {unit}"
    return f"약 {with_unit(value, unit)}"
