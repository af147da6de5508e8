"""The quick way through a file that is written as plainly as nearly all are: line by line, without a YAML parser.

It knows keys, lists, texts on one line, texts in simple quotes, lists on one line, and texts under `>-` or `|-`. It
keeps no places and explains nothing: at the slightest doubt the exact way (`yaml.parse`) reads the file. What it does
read, it reads as the exact way does.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, TypeAlias
from unicodedata import is_normalized

from ondongne.records.decoding import is_odd
from ondongne.records.document import Scalar
from ondongne.records.source import Source
from ondongne.records.yaml_events import DEEPEST, MOST_DIGITS, NUMBER, WORDS
from ondongne.records.yaml_slips import SUSPECT, may_cut_text

_KEY: Final = "[a-z_][a-z0-9_-]{0,99}"
_HEAD: Final = re.compile(rf"( {{0,99}})(- )?({_KEY})")
_PAIR: Final = re.compile(rf"({_KEY}): (.+)")
_INSIDE: Final = re.compile(r"[][{}#&*!|>%@`?\\]")  # in brackets each may be a sign; then the exact way must look
_SPECIAL: Final = frozenset(" \"'[]{},-?:#&*!|>%@`")
_FOLD: Final = re.compile(r"\n(\n*)")
_BLOCKS: Final = {">-": "", "|-": "", ">": "\n", "|": "\n"}
"""What begins a text on lines of its own, and how that text ends."""

_Holder: TypeAlias = tuple[int, Any]  # a column, and the mapping or list whose keys or dashes stand in it


class _DoubtError(Exception):
    """Something that the exact way must look at."""


def plain_data(source: Source) -> dict[str, Any] | None:
    """The data of a file as `yaml.parse` gives it, without a fault; None where only that can tell."""
    text = source.text
    if not text.endswith("\n") or may_cut_text(text) or not (source.is_daily or _is_clean(text)):
        return None
    try:
        return _data(text) or None
    except _DoubtError:
        return None


def _is_clean(text: str) -> bool:
    return "\t" not in text and not is_odd(text) and is_normalized("NFC", text)


def _data(text: str) -> dict[str, Any]:
    """The top mapping; this loop runs for every line of every file, so it takes no detours."""
    top: dict[str, Any] = {}
    holders: list[_Holder] = [(0, top)]
    lines, open_key = text.split("\n"), ""
    lines.reverse()
    while lines:
        line = lines.pop()
        head, colon, written = line.partition(": ")
        if not colon and line[-1:] == ":":
            head, colon = line[:-1], ":"
        margin, dash, key = _head(head) if colon and "#" not in head else _blank_or_item(line)
        if not key and not dash:
            continue
        if open_key:
            _go_below(open_key, margin, dash, holders)
            open_key = ""
        here, holder = holders[-1]
        if here != margin or type(holder) is not (list if dash else dict):
            holder = _holder_at(margin, dash, holders)
        if not key:
            written = line[margin + 2 :]
            holder.append(_block(written, lines, margin) if written[:1] in _BLOCKS else _item(written))
            continue
        if dash:
            margin += 2
            holder.append({})
            holder = holder[-1]
            holders.append((margin, holder))
        if key in holder:
            raise _DoubtError
        if not written:
            holder[key], open_key = None, key
        elif written[0] not in _SPECIAL:
            holder[key] = _plain(written)
        elif written[0] in _BLOCKS:
            holder[key] = _block(written, lines, margin)
        else:
            holder[key] = _value(written)
    return top


@lru_cache(maxsize=2_000)
def _head(head: str) -> tuple[int, bool, str]:
    """What stands before a colon: the width of its margin, whether there is a dash, and the key."""
    found = _HEAD.fullmatch(head)
    if found is None:
        raise _DoubtError
    return len(found[1]), found[2] is not None, found[3]


def _blank_or_item(line: str) -> tuple[int, bool, str]:
    """A line without a key: nothing, a comment, or a dash with what stands after it."""
    written = line.lstrip(" ")
    if written and written[0] != "#" and written[:2] != "- ":
        raise _DoubtError
    return len(line) - len(written), written[:2] == "- ", ""


def _go_below(key: str, column: int, is_item: bool, holders: list[_Holder]) -> None:
    """After a key without a value: open the list or mapping that begins in this column, if it belongs to the key."""
    outer, holder = holders[-1]
    if column + is_item > outer:
        holder[key] = [] if is_item else {}
        holders.append((column, holder[key]))
    if len(holders) > DEEPEST - 2:
        raise _DoubtError


def _holder_at(column: int, is_item: bool, holders: list[_Holder]) -> Any:
    """The mapping or list that a line in this column goes on with; what stands further to the right is over."""
    kind = list if is_item else dict
    while True:
        here, holder = holders[-1]
        if here == column and type(holder) is kind:
            return holder
        # A list may stand right under its key, in the same column: only then does something in this column end there.
        if here < column or len(holders) == 1 or (here == column and is_item):
            raise _DoubtError
        holders.pop()


def _value(written: str) -> Any:
    """What stands after a key on its line and begins with a sign."""
    inside, signs = written[1:-1], written[0] + written[-1]
    if signs == "[]":
        if _INSIDE.search(inside) or SUSPECT.search(inside):
            raise _DoubtError
        return [_scalar(part.strip(" ")) for part in inside.split(",")]
    return _pairs(inside) if signs == "{}" else _quoted(written)


def _pairs(inside: str) -> dict[str, Scalar]:
    parts = inside.split(",")
    found = [_PAIR.fullmatch(part.strip(" ")) for part in parts]
    data = {pair[1]: _item(pair[2]) for pair in found if pair}
    if len(data) < len(parts) or _INSIDE.search(inside):
        raise _DoubtError
    return data


def _item(written: str) -> Scalar:
    """A text or number in a list, where one with a colon may be a key that went wrong."""
    if SUSPECT.search(written):
        raise _DoubtError
    return _scalar(written)


def _scalar(written: str) -> Scalar:
    if not written:
        raise _DoubtError
    return _plain(written) if written[0] not in _SPECIAL else _quoted(written)


def _quoted(written: str) -> str:
    quote, text = written[0], written[1:-1]
    if quote not in "\"'" or written[-1] != quote or len(written) == 1 or quote in text or "\\" in text:
        raise _DoubtError
    return text


def _plain(text: str) -> Scalar:
    if text[0] < "\x7f":  # so begin words and numbers, and hardly any text in Korean
        if text in WORDS:
            return WORDS[text]
        if text[0] in "0123456789" and NUMBER.fullmatch(text):
            if len(text) > MOST_DIGITS:
                raise _DoubtError
            return Decimal(text) if "." in text else int(text)
    if text[-1] in " :" or ": " in text or " #" in text or (text[0] == "“" and "”" not in text):
        raise _DoubtError
    return text


def _block(sign: str, lines: list[str], column: int) -> str:
    """The text under `>` or `|` to the right of its key; the lines to come stand in reverse, and its own are taken."""
    first = lines[-1] if lines else ""
    margin = len(first) - len(first.lstrip(" "))
    if sign not in _BLOCKS or margin <= column or margin == len(first):
        raise _DoubtError
    indent, taken = first[:margin], list[str]()
    while lines and (not (line := lines[-1]) or (line.startswith(indent) and line[margin : margin + 1] > " ")):
        taken.append(line[margin:])
        lines.pop()
    if lines and lines[-1].startswith(indent[: column + 1]):
        raise _DoubtError
    text = "\n".join(taken).rstrip("\n")
    if sign[0] == ">":
        if " \n" in text:
            raise _DoubtError
        text = _FOLD.sub(lambda ends: ends[1] or " ", text)
    return text + _BLOCKS[sign]
