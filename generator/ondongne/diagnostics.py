"""Faults as values: where something is wrong, what is wrong, and how to mend it."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ondongne import korean
from ondongne.messages import MESSAGES


class Severity(StrEnum):
    """How much a fault matters: errors stop a build, warnings and notices do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        """The Korean word shown in reports."""
        return {"error": "오류", "warning": "경고", "notice": "알림"}[self.value]

    @property
    def weight(self) -> int:
        """The graver, the larger."""
        return ("notice", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a file: path from the project with `/`, line and column from 1, length in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1
    quoted: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a record finds wrong with itself.

    `code` is a key of `messages`, `at` a field's path ("budget.0.value"), `values` what the message is filled with.
    """

    code: str
    at: str
    values: tuple[tuple[str, object], ...]

    def __init__(self, code: str, at: str = "", **values: object) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "at", at)
        object.__setattr__(self, "values", tuple(values.items()))

    def report(self, place: Place) -> "Diagnostic":
        """Turn the fault into a diagnostic at `place`."""
        return diagnose(self.code, place, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One line of a report: code, severity, place, what is wrong, and a hint how to mend it (may be empty)."""

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Whether this fault stops a build."""
        return self.severity is Severity.ERROR


def diagnose(code: str, place: Place, **values: object) -> Diagnostic:
    """Fill the message of `code` with `values`; raises KeyError for a code that `messages` does not hold."""
    message = MESSAGES[code]
    return Diagnostic(
        code=code,
        severity=Severity(message.severity),
        place=place,
        message=korean.fill(message.text, **values),
        hint=korean.fill(message.hint, **values),
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file and place and drop repeats, so that a report reads from top to bottom."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda fault: (fault.place, fault.code, fault.message)))


def gravest_last(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What a person is to read of a report: errors at its end, which consoles show, and no notice beside them."""
    rising = sorted(diagnostics, key=lambda fault: fault.severity.weight)
    if any(fault.is_error for fault in rising):
        return tuple(fault for fault in rising if fault.severity is not Severity.NOTICE)
    return tuple(rising)


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """The report for people: place, message, the quoted line with a marker under it, and the hint."""
    return "\n".join("\n".join(_text_lines(fault)) for fault in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """The report for programs: a list of `{code, severity, file, line, column, message, hint}`."""
    rows = [
        {
            "code": fault.code,
            "severity": fault.severity.value,
            "file": fault.place.file,
            "line": fault.place.line,
            "column": fault.place.column,
            "message": fault.message,
            "hint": fault.hint,
        }
        for fault in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """The report as GitHub workflow commands, one line a fault (docs.github.com: workflow commands)."""
    return "\n".join(_workflow_command(fault) for fault in diagnostics)


def _text_lines(fault: Diagnostic) -> Iterator[str]:
    yield f"{fault.place}: {fault.severity.label}[{fault.code}] {fault.message}"
    if fault.place.quoted:
        number = str(fault.place.line)
        before, marked = _marker(fault.place)
        yield f"    {number} │ {fault.place.quoted}"
        yield f"    {' ' * len(number)} │ {' ' * before}{'^' * marked}"
    if fault.hint:
        yield f"  도움: {fault.hint}"


def _marker(place: Place) -> tuple[int, int]:
    start = place.column - 1
    marked = place.quoted[start : start + place.length]
    return _columns(place.quoted[:start]), max(1, _columns(marked))


def _columns(text: str) -> int:
    """Width on a terminal: Hangul and other wide characters take two columns, combining marks none."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


def _workflow_command(fault: Diagnostic) -> str:
    message = fault.message + (f"\n도움: {fault.hint}" if fault.hint else "")
    place, level = fault.place, fault.severity.value
    return (
        f"::{level} file={_property(place.file)},line={place.line},col={place.column},"
        f"title={_property(fault.code)}::{_data(message)}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
