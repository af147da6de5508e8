"""Record text becomes blocks of plain data."""

import pytest

from ondongne.publications.booklet.blocks import Heading, Items, Paragraph, Quotation, Span
from ondongne.publications.booklet.prose import paragraphs, story


@pytest.mark.parametrize("blank", ["\n\n", "\n \n", "\n\n\n", " \n\t\n"])
def test_paragraphs_end_at_blank_lines_only(blank: str) -> None:
    assert paragraphs(f"첫 줄\n둘째 줄{blank}셋째 줄\n") == (
        Paragraph((Span("첫 줄 둘째 줄"),)),
        Paragraph((Span("셋째 줄"),)),
    )


def test_a_story_keeps_what_markdown_says() -> None:
    told = story(
        "## 첫 만남\n\n**반찬**을 들고 갔습니다.\n\n- 하나\n- 둘\n    - 안쪽\n\n그리고\n\n1. 먼저\n\n> 고맙습니다\n"
    )
    assert told == (
        Heading("첫 만남"),
        Paragraph((Span("반찬", strong=True), Span("을 들고 갔습니다."))),
        Items(((Span("하나"),), (Span("둘"),), (Span("안쪽"),))),
        Paragraph((Span("그리고"),)),
        Items(((Span("먼저"),),), ordered=True),
        Quotation((Span("고맙습니다"),)),
    )


def test_a_line_that_is_ended_by_hand_is_followed_by_one_without_a_space() -> None:
    assert story("한 줄  \n**둘째** 줄  \n셋째 줄") == (
        Paragraph((Span("한 줄"), Span("\n"), Span("둘째", strong=True), Span(" 줄"), Span("\n"), Span("셋째 줄"))),
    )


@pytest.mark.parametrize("empty", ["## ", "###", "- ", "* \n* ", "1. ", "> ", "- > "])
def test_signs_with_nothing_behind_them_are_nothing(empty: str) -> None:
    assert story(f"앞\n\n{empty}\n\n뒤") == (Paragraph((Span("앞"),)), Paragraph((Span("뒤"),)))


def test_links_lead_out_and_signs_of_typst_are_only_text() -> None:
    (paragraph,) = story("값 #set page() $x$ _밑줄_ <b> @label [누리집](https://garam.example)")
    assert isinstance(paragraph, Paragraph)
    assert "".join(span.text for span in paragraph.spans) == "값 #set page() $x$ 밑줄 <b> @label 누리집"
    assert [span.url for span in paragraph.spans if span.url] == ["https://garam.example"]


def test_text_that_lost_its_tag_is_not_lost() -> None:
    assert story("# 큰 제목\n\n글") == (Paragraph((Span("큰 제목"),)), Paragraph((Span("글"),)))
