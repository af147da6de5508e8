"""What YAML accepts and takes otherwise than its writer meant: texts cut at `#`, keys without a colon, tabs, “ ”."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from ondongne.records.source import Findings, Source

Slip: TypeAlias = tuple[str, int, int]

_BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # look like a space, but not to YAML
_KEY: Final = "[a-z_][a-z0-9_]*"
_SLIP: Final = re.compile(
    f"[ -]*(?:{_KEY}(?:(?P<full_width_colon> *：)|(?P<missing_space>:)(?=[^\\s/])|:(?P<odd_space>[{_BLANKS}]))"
    f"|(?P<odd_indent>[{_BLANKS}][ {_BLANKS}]*){_KEY} *[:：])"
)
_CODES: Final = {
    "full_width_colon": "full-width-colon",
    "missing_space": "missing-space",
    "odd_space": "odd-space",
    "odd_indent": "odd-space",
}
SUSPECT: Final = re.compile(f"[:：“{_BLANKS}]")
"""What a text without quotes must hold for a slip to be in it."""
_TAIL: Final = re.compile(r"[ \t]+(#+[^\s#])")
_SWALLOWED: Final = re.compile(f"\n[ -]*{_KEY}:(?=[ \n])")
_GAP: Final = 80  # blanks looked back over; a hostile line may be a million
_TAB: Final = re.compile(r"^(?P<indent> *\t[ \t]*)|\t+", re.MULTILINE)

EXPLAINING: Final = frozenset((*_CODES.values(), "hash-tail", "curly-quote", "tab-indent", "tab-inside", "yaml-alias"))
"""Slips that make nonsense of what comes after them: a syntax error there need not be told as well."""


def check_plain(findings: Findings, text: str, start: int, end: int) -> None:
    """Look through a text without quotes, which stands at these offsets, and at what follows it on its line."""
    source = findings.source
    if tail := _TAIL.match(source.text, end):
        findings.add("hash-tail", tail.start(1), source.line_end(end))
    if not SUSPECT.search(text):
        return
    if text.startswith("“") and "”" not in text:  # not ‘, which also stands for 20 in ‘25년
        findings.add("curly-quote", start, end)
    for begin in _line_starts(source, start, end):
        if slip := slip_at(source.text, begin):
            findings.add(*slip)


def may_cut_text(text: str) -> bool:
    """Whether a `#` somewhere in a file may have cut a text short."""
    return "#" in text and _TAIL.search(text) is not None


def check_quoted(findings: Findings, start: int, end: int) -> None:
    """Look for a line of the record inside a text in quotes: then one quote is missing, and the next one closed it."""
    if _SWALLOWED.search(findings.source.text, start, end):
        findings.add("unclosed-quote", start, start + 1)


def check_tabs(findings: Findings, until: int, allowed: Sequence[tuple[int, int]]) -> None:
    """Report tabs up to an offset, except inside the texts in quotes and blocks that stand at the `allowed` offsets."""
    for found in _TAB.finditer(findings.source.text, 0, until):
        at = found.end() - 1
        around = bisect_right(allowed, (at, until)) - 1
        if around < 0 or allowed[around][1] <= at:
            findings.add("tab-indent" if found["indent"] else "tab-inside", *found.span())


def slip_at(text: str, start: int) -> Slip | None:
    """The slip, if any, in the key that stands at an offset, after blanks and dashes."""
    found = _SLIP.match(text, start)
    return (_CODES[str(found.lastgroup)], *found.span(str(found.lastgroup))) if found else None


def _line_starts(source: Source, start: int, end: int) -> Iterator[int]:
    """Where a key could stand in a text of several lines: not right after the colon of another one."""
    if not source.text[max(0, start - _GAP) : start].rstrip(" ").endswith(":"):
        yield start
    while start := source.text.find("\n", start, end) + 1:
        yield start
