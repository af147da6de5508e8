"""What rules look for in a file's text as written, comments included: only of texts with some of it is a copy kept."""

import re
from collections.abc import Iterator
from typing import Final

from ondongne.records.source import DAILY, Source

RESIDENT: Final = "resident-number"
MOBILE: Final = "mobile-number"
MAIL: Final = "mail-address"

EMOJI: Final = re.compile("[\U0001f000-\U0001fbff\u2764\u20e3\ufe0f][\U0001f000-\U0001fbff\u2764\u20e3\ufe0f\u200d]*")

RARE: Final = re.compile(f"[^{DAILY}]+")
"""Whatever is not written every day, emoji too, and so may be missing from the fonts of the booklets."""

ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2}))")
"""A character written by its code, as YAML allows between double quotes."""

_NUMBERS: Final = (
    (
        RESIDENT,
        re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?[-–] ?[1-8]\d{6}(?!\d)"),
        (re.compile(r"- ?[1-8]\d{6}"), re.compile(r"– ?[1-8]\d{6}")),
    ),
    (
        MOBILE,
        re.compile(r"(?<![\d/=-])01[016789][-. )]{0,2}\d{3,4}[-. ]?\d{4}(?!\d)"),
        (re.compile(r"01[016789][-. )\d]"),),
    ),
    (MAIL, re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"), (re.compile("@"),)),
)
"""Numbers and addresses of persons, each with parts of which its line holds one; these are found far more quickly.

A part begins with a letter that stands for itself.
"""

_COMMENT: Final = re.compile(r"(?:^|\s)#", re.MULTILINE)


def is_suspicious(source: Source) -> bool:
    """Whether a text holds what rules look for."""
    text = source.text
    has_rare = not source.is_daily or ("\\" in text and ESCAPED.search(text) is not None)
    return has_rare or any(True for _ in numbers(text))


def uncommented(source: Source, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern of a few characters is found outside comments."""
    for found in pattern.finditer(source.text):
        if not _COMMENT.search(source.text, source.line_start(found.start()), found.start()):
            yield found


def numbers(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the numbers and addresses of persons in a text, each with the code of its fault."""
    for code, pattern, signs in _NUMBERS:
        for start, end in sorted({line for sign in signs for line in _lines_with(sign, text)}):
            yield from ((code, found) for found in pattern.finditer(text, start, end))


def _lines_with(sign: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    found = sign.search(text) if sign.pattern[0] in text else None
    while found:
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, found.start()) + 1, end
        found = sign.search(text, end)
