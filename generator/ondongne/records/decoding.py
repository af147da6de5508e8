"""From the bytes of a file to a text whose every character may stand in a record."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.records.source import CONTROL, HIDDEN, Findings, Source

MOST_BYTES: Final = 1024 * 1024

_ODD: Final = re.compile(f"[{CONTROL}{HIDDEN}\ufffd\ue000-\uf8ff]")
_KINDS: Final = re.compile(
    f"(?P<control_character>[{CONTROL}]+)|(?P<hidden_character>[{HIDDEN}]+)"
    "|(?P<broken_character>\ufffd+)|(?P<private_character>[\ue000-\uf8ff]+)"
)
_CONFLICT: Final = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |$).*", re.MULTILINE)
_DIRECTIVE: Final = re.compile(r"^%.*", re.MULTILINE)
_HANGUL: Final = re.compile("[가-힣]")


def decode(content: bytes, file: str) -> Source | Diagnostic:
    """Read bytes as UTF-8, with or without a byte order mark; line ends become line feeds. At most 1 MiB."""
    if len(content) > MOST_BYTES:
        return diagnose("file-too-large", Place(file), size=len(content), most=MOST_BYTES)
    if _is_utf16(content):
        return diagnose("encoding-utf16", Place(file))
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(content, error.start, file)
    return Source(file, _with_line_feeds(text))


def check_characters(findings: Findings) -> None:
    """Report characters, and lines, that no YAML reader should be shown."""
    text = findings.source.text
    # The plain set is searched 15 times as fast as the named ones, and is nearly always enough.
    for found in _KINDS.finditer(text) if is_odd(text) else ():
        code = str(found.lastgroup).replace("_", "-")
        findings.add(code, *found.span(), char=f"U+{ord(found[0][0]):04X}")
    for found in _CONFLICT.finditer(text):
        findings.add("conflict-marker", *found.span())
    for found in _DIRECTIVE.finditer(text):
        findings.add("yaml-directive", *found.span())


def is_odd(text: str) -> bool:
    """Whether a text holds characters that `check_characters` would report."""
    return _ODD.search(text) is not None


def _is_utf16(content: bytes) -> bool:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return True
    return b"\0" in content and any(_reads_as_yaml(content, encoding) for encoding in ("utf-16-le", "utf-16-be"))


def _reads_as_yaml(content: bytes, encoding: str) -> bool:
    text = _text(content, encoding)
    return "\0" not in text and (": " in text or ":\n" in text)


def _not_utf8(content: bytes, start: int, file: str) -> Diagnostic:
    is_cp949 = _is_cp949(content)
    encoding = "cp949" if is_cp949 else "utf-8"
    source = Source(file, _text(content, encoding))
    at = len(_text(content[:start], encoding))
    return diagnose("encoding-cp949" if is_cp949 else "encoding-broken", source.stretch(at, at + 1))


def _is_cp949(content: bytes) -> bool:
    """Tell CP949 from UTF-8 that lost a byte: in the first, hardly a Korean character happens to be valid UTF-8."""
    as_utf8 = _text(content, "utf-8")
    broken = as_utf8.count("\ufffd")
    whole = sum(char > "\x7f" for char in as_utf8) - broken
    try:
        return broken > whole and _HANGUL.search(content.decode("cp949")) is not None
    except UnicodeDecodeError:
        return False


def _text(content: bytes, encoding: str) -> str:
    return _with_line_feeds(content.decode(encoding, "replace"))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
