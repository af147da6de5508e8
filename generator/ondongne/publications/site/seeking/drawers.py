"""Words of records in drawers, so that a browser need open one only to learn which records hold a piece of a word.

A word lies in the drawer of every two letters that follow each other in it, hanja in that of each letter too. Beside a
word stand the records that hold it: their numbers counted from 0 in blocks of 47, a block as one character from U+0100
on, each of its records as one of `!` to `~`: the first of its two where the record's fact box holds the word, the other
where only its text does.
"""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import normalize

from ondongne.publications.site.seeking.words import Words

BLOCK: Final = 47
"""Records of a block."""
_FIRST_BLOCK: Final = 0x100
_SIGNS: Final = "".join(map(chr, range(0x21, 0x21 + 2 * BLOCK)))
_FULL: Final = 4_000
"""Characters that a drawer may hold on average; a full one is some 10 KB when packed for the way."""
_ENDINGS: Final = frozenset(("습니", "니다"))
"""Letters by which no word is filed, because every sentence ends in them."""
_LONGEST: Final = 40
_PLAIN: Final = re.compile("[가-힣0-9a-z]+")
_PARTING: Final = re.compile(r"[\W_]+")
_HANJA: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LINK: Final = re.compile(r"\]?\(?https?://\S*")


Changes = Mapping[str, tuple[str, str]]
"""The records of tokens as they were and as they are; empty where a token is held by none."""


class Filled(NamedTuple):
    """Drawers, of which there are 1, 2, 4, 8 or any such number, and how much was filed: lines by their numbers."""

    drawers: tuple[str, ...]
    size: int


def gather(texts: Sequence[Words]) -> dict[str, str]:
    """Beside each token, which is everything between two spaces, the records that hold it."""
    held: dict[str, list[str]] = defaultdict(list)
    for block, start in enumerate(range(0, len(texts), BLOCK)):
        for token, records in _of_block(block, texts[start : start + BLOCK]).items():
            held[token].append(records)
    return {token: "".join(blocks) for token, blocks in held.items()}


def renew(held: dict[str, str], block: int, texts: Sequence[Words]) -> Changes:
    """Have the records of one block, counted from 0, stand where they are held now; gives what that changed."""
    head = chr(_FIRST_BLOCK + block)
    later = re.compile(f"[^\\0-{head}]")
    found = _of_block(block, texts)
    tokens = {*found, *(token for token, records in held.items() if head in records)}
    before = {token: held.pop(token, "") for token in tokens}
    for token, records in before.items():
        start, own, rest = records.partition(head)
        if not own and (after := later.search(records)):
            start, rest = records[: after.start()], records[after.start() :]
        if now := start + found.get(token, "") + rest.lstrip(_SIGNS):
            held[token] = now
    return {token: (was, now) for token, was in before.items() if was != (now := held.get(token, ""))}


def fill(held: Mapping[str, str]) -> Filled:
    """The drawers of what is held."""
    lines = sorted(_lines(held.items()))
    size = _size(lines)
    number = _number(size)
    drawers: list[list[str]] = [[] for _ in range(number)]
    for line, pairs in lines:
        for drawer in {pair % number for pair in pairs}:
            drawers[drawer].append(line)
    return Filled(tuple("\n".join(drawer) for drawer in drawers), size)


def refill(filled: Filled, changes: Changes) -> Filled | None:
    """The drawers after changes; None where there must be more of them now, or fewer."""
    gone = [*_lines((token, was) for token, (was, _) in changes.items() if was)]
    come = [*_lines((token, now) for token, (_, now) in changes.items() if now)]
    number, size = len(filled.drawers), filled.size - _size(gone) + _size(come)
    if _number(size) != number:
        return None
    numbers = {pair % number for _, pairs in (*gone, *come) for pair in pairs}
    opened = {drawer: [line for line in filled.drawers[drawer].split("\n") if line] for drawer in numbers}
    for line, pairs in gone:
        for drawer in {pair % number for pair in pairs}:
            opened[drawer].remove(line)
    for line, pairs in come:
        for drawer in {pair % number for pair in pairs}:
            insort(opened[drawer], line)
    changed = {drawer: "\n".join(lines) for drawer, lines in opened.items()}
    return Filled(tuple(changed.get(drawer, text) for drawer, text in enumerate(filled.drawers)), size)


def _lines(held: Iterable[tuple[str, str]]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each word of tokens beside its records, with its numbers."""
    filed = ((_file(token), records) for token, records in held)
    return ((f"{word} {records}", pairs) for words, records in filed for word, pairs in words)


def _size(lines: Iterable[tuple[str, tuple[int, ...]]]) -> int:
    return sum(len(pairs) * (len(line) + 1) for line, pairs in lines)


def _number(size: int) -> int:
    """How many drawers are needed."""
    number = 1
    while size / number > _FULL:
        number *= 2
    return number


def _of_block(block: int, texts: Sequence[Words]) -> Mapping[str, str]:
    """The records of a block that hold each token."""
    head = chr(_FIRST_BLOCK + block)
    found: dict[str, str] = {}
    known = found.get
    for text, in_box, in_text in zip(texts, _SIGNS[::2], _SIGNS[1::2], strict=False):
        signs = dict.fromkeys(text.told.split(), in_text) | dict.fromkeys(text.labelled.split(), in_box)
        for token, sign in signs.items():
            found[token] = known(token, head) + sign
    return found


class _Filed(NamedTuple):
    word: str
    pairs: tuple[int, ...]
    """A number for every two letters of it."""


@lru_cache(maxsize=1 << 15)
def _file(token: str) -> tuple[_Filed, ...]:
    """The words of a token, of letters and digits only; of one with hanja also the rest and the hanja."""
    token = token.lower()
    if not _PLAIN.fullmatch(token):
        token = _PARTING.sub("", normalize("NFKC", _LINK.sub("", token)).lower())
    hanja = _HANJA.findall(token)
    whole = token[:_LONGEST]
    forms = sorted({whole, _HANJA.sub("", token)[:_LONGEST], *hanja}) if hanja else [whole]
    return tuple([_Filed(form, pairs) for form in forms if (pairs := _pairs(form))])


def _pairs(word: str) -> tuple[int, ...]:
    single = [ord(letter) * 31 for letter in word] if _HANJA.fullmatch(word) else []
    both = [ord(first) * 31 + ord(second) for first, second in pairwise(word) if first + second not in _ENDINGS]
    return (*single, *both)
