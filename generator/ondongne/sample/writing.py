"""Records as YAML the way a careful person would write it: plain where it is safe, quoted or in a block elsewhere."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

_WIDTH: Final = 60
_INDENT: Final = "  "
# Starts with Hangul (or is a date or slug) and holds nothing that YAML, or a person, could read as a sign.
_PLAIN: Final = re.compile(
    r"[가-힣](?:[가-힣A-Za-z0-9 ·.()%~]|,(?= )|-(?=\S))*[가-힣A-Za-z0-9.)%]|[가-힣]"
    r"|\d{4}-\d{2}(?:-\d{2})?(?:/(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?)?|[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*(?:\.jpg)?"
)
_WORDS: Final = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def to_yaml(record: Mapping[str, object]) -> str:
    """Write a record of texts, whole and decimal numbers, flags, lists and mappings; what is None is left out."""
    return "\n".join(_mapping(record, "")) + "\n"


def _mapping(fields: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        if value is not None:
            yield from _field(key, value, indent)


def _field(key: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(f"{indent}{key}:", value, indent + _INDENT)
    elif isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from _mapping(value, indent + _INDENT)
    elif isinstance(value, list | tuple):
        yield from _list(f"{indent}{key}:", value, indent + _INDENT)
    else:
        yield f"{indent}{key}: {_scalar(value)}"


def _list(head: str, items: list[object] | tuple[object, ...], indent: str) -> Iterator[str]:
    row = f"{head} [{', '.join(map(_scalar, items))}]" if all(map(_is_short, items)) else ""
    if row and len(row) <= _WIDTH:
        yield row
        return
    yield head
    for item in items:
        yield from _item(item, indent)


def _item(item: object, indent: str) -> Iterator[str]:
    if isinstance(item, Mapping):
        first, *rest = _mapping(item, indent + _INDENT)
        yield f"{indent}- {first.removeprefix(indent + _INDENT)}"
        yield from rest
    elif isinstance(item, str):
        yield from _text(f"{indent}-", item, indent + _INDENT)
    else:
        yield f"{indent}- {_scalar(item)}"


def _is_short(item: object) -> bool:
    return isinstance(item, int | Decimal) or (isinstance(item, str) and "," not in item and "\n" not in item)


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text:
        yield f"{head} |-"
        yield from (f"{indent}{line}" if line else "" for line in text.split("\n"))
    elif len(head) + len(text) > _WIDTH:
        yield f"{head} >-"
        yield from _folded(text, indent)
    else:
        yield f"{head} {_scalar(text)}"


def _folded(text: str, indent: str) -> Iterator[str]:
    """Lines that YAML joins with a space each."""
    line = indent
    for word in text.split(" "):
        if len(line) + len(word) > _WIDTH and line != indent:
            yield line.removesuffix(" ")
            line = indent
        line += f"{word} "
    yield line.removesuffix(" ")


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _PLAIN.fullmatch(value) and value not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
