"""Words of records in drawers, so that a browser need open one only to learn which records hold a piece of a word.

A word lies in the drawer of every two letters that follow each other in it, hanja in that of each letter too. Beside a
word stand the records that hold it: their numbers counted from 0 in blocks of 47, a block as one character from U+0100
on, each of its records as one of `!` to `~`: the first of its two where the record's fact box holds the word, the other
where only its text does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from unicodedata import normalize

from ondongne.publications.site.seeking.words import Words

_BLOCK: Final = 47
_FIRST_BLOCK: Final = 0x100
_FIRST: Final = 0x21
_FULL: Final = 4_000
"""Characters that a drawer may hold on average; a full one is some 10 KB when packed for the way."""
_ENDINGS: Final = frozenset(("습니", "니다"))
"""Letters by which no word is filed, because every sentence ends in them."""
_LONGEST: Final = 40
_PLAIN: Final = re.compile("[가-힣0-9a-z]+")
_PARTING: Final = re.compile(r"[\W_]+")
_HANJA: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LINK: Final = re.compile(r"\]?\(?https?://\S*")


def fill(texts: Sequence[Words]) -> tuple[str, ...]:
    """The drawers of records in their order; there are 1, 2, 4, 8 or any such number of them."""
    held = ((filed, "".join(blocks)) for token, blocks in _by_token(texts).items() for filed in _file(token))
    lines = sorted((f"{word} {records}", pairs) for (word, pairs), records in held)
    size = sum(len(pairs) * (len(line) + 1) for line, pairs in lines)
    number = 1
    while size / number > _FULL:
        number *= 2
    drawers: list[list[str]] = [[] for _ in range(number)]
    for line, pairs in lines:
        for drawer in {pair % number for pair in pairs}:
            drawers[drawer].append(line)
    return tuple("\n".join(drawer) for drawer in drawers)


def _by_token(texts: Sequence[Words]) -> Mapping[str, list[str]]:
    """The records of everything between two spaces, by block."""
    found: dict[str, list[str]] = defaultdict(list)
    for block, start in enumerate(range(0, len(texts), _BLOCK), _FIRST_BLOCK):
        inside: dict[str, str] = {}
        known = inside.get
        for mark, text in enumerate(texts[start : start + _BLOCK]):
            labelled = set(text.labelled.split())
            sign = chr(_FIRST + 2 * mark)
            for token in labelled:
                inside[token] = known(token, "") + sign
            sign = chr(_FIRST + 2 * mark + 1)
            for token in set(text.told.split()).difference(labelled):
                inside[token] = known(token, "") + sign
        head = chr(block)
        for token, signs in inside.items():
            found[token].append(head + signs)
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
    forms = {token[:_LONGEST], _HANJA.sub("", token)[:_LONGEST], *hanja} if hanja else {token[:_LONGEST]}
    return tuple(_Filed(form, pairs) for form in sorted(forms) if (pairs := tuple(_pairs(form))))


def _pairs(word: str) -> Iterator[int]:
    if _HANJA.fullmatch(word):
        yield from (ord(letter) * 31 for letter in word)
    for first, second in pairwise(word):
        if first + second not in _ENDINGS:
            yield ord(first) * 31 + ord(second)
