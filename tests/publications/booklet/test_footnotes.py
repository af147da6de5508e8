"""Footnotes: each source at the foot of a page where its chapter first cites it, and again only on a later page."""

import re
from typing import Any

import pytest

from ondongne.publications.booklet.footnotes import footnoted
from ondongne.publications.booklet.printing_trims import TRIMS
from ondongne.records.vocabulary import Size
from tests.publications.booklet.shelf import GARAM, REAL, printed, texts

SIZES = {"text": 10.0, "leading": 17.0}
CITED = {"is": "lead", "spans": [{"word": [{"text": "했습니다."}, {"cite": 1}]}]}
PAGEFUL = 41
"""Paragraphs of a line that fill an A4 page, with one over."""


def long(paragraphs: int) -> list[dict[str, Any]]:
    return [{"is": "paragraph", "spans": [{"text": "한 줄"}]}] * paragraphs


def noted(*chapters: list[dict[str, Any]]) -> list[int]:
    """The places, from 0, of those citations that have a footnote."""
    booklet = {"footnotes": [[{"text": "「나래 소식」"}]], "chapters": [{"blocks": blocks} for blocks in chapters]}
    made = footnoted(booklet, TRIMS[Size.A4], SIZES)
    leads = [block for chapter in made["chapters"] for block in chapter["blocks"] if block["is"] == "lead"]
    return [at for at, lead in enumerate(leads) if "foot" in lead["spans"][0]["word"][1]]


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [
        (([CITED, CITED],), [0]),
        (([CITED], [CITED]), [0, 1]),
        (([CITED, *long(PAGEFUL - 3), CITED],), [0]),
        (([CITED, *long(PAGEFUL), CITED, CITED],), [0, 1]),
    ],
)
def test_a_source_is_noted_once_in_a_chapter_and_again_on_a_later_page(
    chapters: tuple[list[dict[str, Any]], ...], expected: list[int]
) -> None:
    assert noted(*chapters) == expected


@pytest.mark.parametrize(("councils", "name"), [(REAL, "gwangmyeong/2019"), (GARAM, "garam/2025")])
def test_no_page_bears_a_note_twice_and_each_cited_source_has_one(councils: Any, name: str) -> None:
    pages = texts(printed(councils, name))
    sources = next(at for at, page in enumerate(pages) if re.match("출처|부록", page))
    feet = [re.findall("^[0-9]+ ?「.*", page, re.MULTILINE) for page in pages[:sources]]
    assert sum(map(len, feet)) >= 3
    assert [foot for foot in feet if len(set(foot)) < len(foot)] == []
    listed = "\n".join(pages[sources:])
    numbers = {note.split("「")[0].strip() for foot in feet for note in foot}
    assert numbers and all(re.search(rf"^{number} ?「", listed, re.MULTILINE) for number in numbers)
    assert numbers == {str(number) for number in range(1, len(numbers) + 1)}
