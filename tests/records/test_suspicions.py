"""What rules look for in texts is found, and no text that holds it goes unseen."""

from random import Random
from unicodedata import is_normalized

import pytest

from ondongne.records import suspicions
from ondongne.records.base import Cite, Ref, Value, walk
from ondongne.records.decoding import is_odd
from ondongne.records.people import Contact, Person
from ondongne.records.reading import read_tree
from ondongne.records.source import Source
from ondongne.records.when import When
from tests.records.test_cache import TOWN

PIECES = (
    *(
        "010-1234-5678",
        "01012345678",
        "010)1234.5678",
        "02-123-4567",
        "900101-1234567",
        "900101–1234567",
        "９00101-1234567",
    ),
    *("a@b.kr", "@", "가@나.다", "a.b+c@d-e.kr", "\n", " ", "가", "0", "-", "#", "(", ")", "1990-01-01", "5660000"),
)


@pytest.mark.parametrize("seed", range(5))
def test_numbers_are_found_wherever_their_patterns_match(seed: int) -> None:
    random, total = Random(seed), 0
    for _ in range(400):
        text = "".join(random.choice(PIECES) for _ in range(random.randrange(1, 9)))
        whole = [(code, found.span()) for code, pattern, _ in suspicions._NUMBERS for found in pattern.finditer(text)]
        assert [(code, found.span()) for code, found in suspicions.numbers(text)] == whole, text
        assert suspicions.is_suspicious(Source("", text)) or not whole, text
        total += len(whole)
    assert total > 0


@pytest.mark.parametrize("char", ["🎉", "❤", "1️⃣", "\U0001f000", "\U0001fbff", "\u20e3"])
def test_no_emoji_goes_unseen(char: str) -> None:
    text = f"title: 가 {char}\n"
    assert suspicions.EMOJI.search(text)
    assert suspicions.is_suspicious(Source("", text))


def test_everyday_characters_need_no_closer_look() -> None:
    daily = "".join(char for char in map(chr, range(0x10000)) if not suspicions.RARE.match(char))
    assert Source("", daily).is_daily
    assert is_normalized("NFC", daily)
    assert not is_odd(daily)
    assert "\t" not in daily


@pytest.mark.parametrize("of", [(Ref,), (Cite,), (When,), (Person, Contact), (Value,), (int,)])
def test_walking_for_some_types_leaves_out_the_others_and_nothing_else(of: tuple[type, ...]) -> None:
    for entry in read_tree(TOWN)[0].entries.values():
        every = [(path, leaf) for path, leaf in walk(entry.record) if isinstance(leaf, of)]
        assert [
            (path, leaf) for path, leaf in walk(entry.record, of=of) if isinstance(leaf, (Value, Ref, Cite))
        ] == every
