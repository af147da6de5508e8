"""The text of one file, places in it, and the faults found in it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ondongne.diagnostics import Diagnostic, Place, diagnose, in_order

CONTROL: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
HIDDEN: Final = "\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\u3164\ufeff\uffa0"
UNSEEN: Final = re.compile(f"[{CONTROL}{HIDDEN}]")
"""Characters that have no business in a record: control codes, and what hides or turns round its neighbours."""

DAILY: Final = "\n -~\u00b7\u00d7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2192\u2460-\u2473\u3008-\u3011가-힣"
"""What is written in Korean every day: nothing else in it is composed of parts, unseen or the like."""
_ONLY_DAILY: Final = re.compile(f"[{DAILY}]*")

_QUOTED: Final = 160  # characters of a line that a report shows
_KEPT: Final = 100  # faults of one file that a report shows; a hostile file can hold a million
_PICTURES: Final = 0x2400  # U+2400–241F picture the control codes 0–31


def visible(text: str) -> str:
    """Put a sign that can be seen in the place of every tab, control code and hidden character, one for one."""
    return UNSEEN.sub(_picture, text).replace("\t", "→")


def _picture(found: re.Match[str]) -> str:
    return chr(_PICTURES + ord(found[0])) if found[0] < " " else "\ufffd"


@dataclass(frozen=True)
class Source:
    """One file's text with plain line feeds; `file` is its path in reports, offsets count characters from 0."""

    file: str
    text: str

    @cached_property
    def is_daily(self) -> bool:
        """Whether all of the text is written in everyday characters; so are nearly all."""
        return _ONLY_DAILY.fullmatch(self.text) is not None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text without their ends."""
        return tuple(self.text.split("\n"))

    def line_of(self, offset: int) -> int:
        """The number, from 1, of the line an offset is on."""
        return self.text.count("\n", 0, offset) + 1

    def line_start(self, offset: int) -> int:
        """The offset at which the line of an offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The offset at which the line of an offset ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def stretch(self, start: int, end: int) -> Place:
        """The place between two offsets, as far as it is on the first one's line; far down a line nothing is quoted."""
        first, last = self.line_start(start), self.line_end(start)
        return Place(
            file=self.file,
            line=self.line_of(start),
            column=start - first + 1,
            length=max(1, len(self.text[start : min(end, last)].rstrip(" "))),
            quoted=visible(self.text[first : min(last, first + _QUOTED)]).rstrip() if start - first < _QUOTED else "",
        )


class Findings:
    """What is found wrong with one source; the first hundred faults are kept, the others only counted."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._kept: list[Diagnostic] = []
        self._more = 0

    def add(self, code: str, start: int, end: int, **values: object) -> None:
        """Note a fault of the text between two offsets, with the values its message asks for."""
        if len(self._kept) < _KEPT:
            self._kept.append(diagnose(code, self.source.stretch(start, end), **values))
        else:
            self._more += 1

    def has_errors(self) -> bool:
        """Whether any fault so far stops a build."""
        return any(fault.is_error for fault in self._kept)

    def has_one_of(self, codes: frozenset[str], lines: tuple[int, ...]) -> bool:
        """Whether one of these faults was found on one of these lines."""
        return any(fault.code in codes and fault.place.line in lines for fault in self._kept)

    def report(self) -> tuple[Diagnostic, ...]:
        """All faults kept, from top to bottom, and how many more there are."""
        if not self._more:
            return in_order(self._kept)
        place = self.source.stretch(len(self.source.text), len(self.source.text))
        return *in_order(self._kept), diagnose("too-many-faults", place, more=self._more)
