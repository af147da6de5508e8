"""What the parser's complaints mean to the person who wrote the file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from yaml import YAMLError

from ondongne.records.document import Span
from ondongne.records.source import Findings, Source
from ondongne.records.yaml_slips import EXPLAINING, check_tabs, slip_at


@dataclass(frozen=True)
class _Complaint:
    """How far the parser came, the last text up to there, where that began, and the last text in quotes before it."""

    source: Source
    reached: int
    at: int
    since: int
    quoted: Span

    def line_before(self) -> str:
        """The line it gave up on, as far as it could be read."""
        return self.source.text[self.source.line_start(self.at) : self.at].rstrip()

    def char(self, offset: int) -> str:
        """The character at an offset; empty at the end of the file."""
        return self.source.text[offset : offset + 1]

    def rest(self, code: str, start: int) -> "_Meaning":
        """A fault that reaches to the end of the line."""
        return _Meaning(code, start, self.source.line_end(start))


@dataclass(frozen=True)
class _Meaning:
    code: str
    start: int
    end: int
    values: dict[str, object] = field(default_factory=dict)


def report_syntax(error: Exception, findings: Findings, quoted: Sequence[Span]) -> None:
    """Report what a parser's exception means, unless slips found on the way explain it."""
    complaint = _complaint(error, findings.source, quoted)
    check_tabs(findings, findings.source.line_end(complaint.reached), quoted)
    meaning = _meaning(error, complaint)
    line = findings.source.line_of(meaning.start)
    lines = (line - 1, line, findings.source.line_of(complaint.reached))
    explained = findings.has_one_of(EXPLAINING, lines)
    if meaning.code in EXPLAINING or not explained:
        findings.add(meaning.code, meaning.start, meaning.end, **meaning.values)


def _complaint(error: Exception, source: Source, quoted: Sequence[Span]) -> _Complaint:
    reached = _offset(error, "problem_mark", max(0, source.text.find(_LONG_ESCAPE)))
    at = min(reached, len(source.text.rstrip()))
    return _Complaint(source, reached, at, _offset(error, "context_mark", at), quoted[-1] if quoted else (0, 0))


def _offset(error: Exception, mark: str, otherwise: int) -> int:
    offset = getattr(getattr(error, mark, None), "index", None)
    return otherwise if offset is None else int(offset)


def _meaning(error: Exception, complaint: _Complaint) -> _Meaning:
    if not isinstance(error, YAMLError):  # the Python parser lets chr() fail
        return _escape(complaint)
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    for phrases, meaning in _MEANINGS:
        if any(phrase in said for phrase in phrases):
            return meaning(complaint)
    return complaint.rest("syntax", complaint.at)


def _no_colon(complaint: _Complaint) -> _Meaning:
    start = complaint.since
    if slip := slip_at(complaint.source.text, complaint.source.line_start(start)):
        return _Meaning(*slip)
    if complaint.char(start) == "-":
        return _Meaning("dash-space", start, start + 1)
    return complaint.rest("missing-colon", start)


def _colon(complaint: _Complaint) -> _Meaning:
    if ": " in complaint.line_before():
        return _Meaning("stray-colon", complaint.at, complaint.at + 1)
    return _indent(complaint)


def _indent(complaint: _Complaint) -> _Meaning:
    begin = complaint.source.line_start(complaint.at)
    return complaint.rest("wrong-indent", begin + len(_margin(complaint.source.text[begin : complaint.at])))


def _margin(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _no_entry(complaint: _Complaint) -> _Meaning:
    before, char = complaint.line_before(), complaint.char(complaint.at)
    if before.endswith(("'", '"')) and "\n" in complaint.source.text[slice(*complaint.quoted)]:
        return _Meaning("unclosed-quote", complaint.quoted[0], complaint.quoted[0] + 1)
    if before.endswith(_CLOSED):
        return complaint.rest("text-after-value", complaint.at)
    if char in _ENTRY_CODES:
        return _Meaning(_ENTRY_CODES[char], complaint.at, complaint.at + 1)
    return _indent(complaint)


def _bracket(complaint: _Complaint) -> _Meaning:
    same_line = complaint.source.line_of(complaint.since) == complaint.source.line_of(complaint.at)
    spot = complaint.at if same_line else complaint.since
    return _Meaning("unclosed-bracket", spot, spot + 1)


def _quote(complaint: _Complaint) -> _Meaning:
    return _Meaning("unclosed-quote", complaint.since, complaint.since + 1)


def _escape(complaint: _Complaint) -> _Meaning:
    start = complaint.source.text.rfind("\\", 0, complaint.at + 1)
    return _Meaning("bad-escape", start, start + 2, {"char": complaint.source.text[start : start + 2]})


def _start(complaint: _Complaint) -> _Meaning:
    char = complaint.char(complaint.since)
    if not char.strip():
        return _Meaning("unclosed-bracket", complaint.since - 1, complaint.since)
    return _Meaning("special-start", complaint.since, complaint.since + 1, {"char": char})


def _tight_colon(complaint: _Complaint) -> _Meaning:
    return _Meaning("missing-space", complaint.at, complaint.at + 1)


def _dash(complaint: _Complaint) -> _Meaning:
    if complaint.line_before().endswith(_CLOSED):
        return complaint.rest("text-after-value", complaint.at)
    return _Meaning("stray-dash", complaint.at, complaint.at + 1)


_CLOSED: Final = ("'", '"', "]", "}")
_LONG_ESCAPE: Final = "\\U"
_ENTRY_CODES: Final = {":": "key-not-text", "-": "stray-dash", **dict.fromkeys("]},", "unclosed-bracket")}

# Phrases of libyaml (scanner.c, parser.c) and of PyYAML's own scanner and parser; the first that fits decides.
_MEANINGS: Final[tuple[tuple[tuple[str, ...], Callable[[_Complaint], _Meaning]], ...]] = (
    (("could not find expected ':'",), _no_colon),
    (("mapping values are not allowed",), _colon),
    (("found unexpected ':'",), _tight_colon),
    (("sequence entries are not allowed",), _dash),
    (("or ']'", "or '}'"), _bracket),
    (("end of stream", "document indicator", "document separator"), _quote),
    (("a tag:", "tag handle", "an anchor:", "an alias:", "a block scalar:"), _start),
    (("cannot start any token", "node content", "mapping keys are not allowed"), _start),
    (("escape", "hexdecimal"), _escape),
    (("expected key", "'-' indicator", "<document start>", "<block end>"), _no_entry),
)
