"""Markdown of records: the same HTML whether or not Markdown is run on all of it."""

import random
from concurrent.futures import ThreadPoolExecutor

import nh3
import pytest
from markdown import Markdown

from ondongne.records.markup import SCHEMES, TAGS, forbidden_markup, is_tangled, to_html

PLAIN = {
    "두 문단\n\n나란히": "<p>두 문단</p>\n<p>나란히</p>",
    "글\n\n> 인용\n> 두 줄\n\n> 또 인용\n\n글": (
        "<p>글</p>\n<blockquote>\n<p>인용\n두 줄</p>\n<p>또 인용</p>\n</blockquote>\n<p>글</p>"
    ),
    "한 문단의\n두 줄": "<p>한 문단의\n두 줄</p>",
    "2025년 봄, 10:30에 “안녕” 'ok' \"예\" (3.5%) 가~나 | 다 $ {라} x@y.kr http://a.example/?b=1": (
        "<p>2025년 봄, 10:30에 “안녕” 'ok' \"예\" (3.5%) 가~나 | 다 $ {라} x@y.kr http://a.example/?b=1</p>"
    ),
}

TRICKY = [
    *("1. 하나", "1.하나", "12. 하나\n\n둘", "2025년\n1. 하나", "٣. 하나", "1) 하나", "가. 하나"),
    *("* 하나", "- 하나\n\n둘\n\n- 셋", "+ 하나", "- 하나\n\n    이어서\n\n둘", "- 하나\n둘"),
    *("# 큰 제목", "## 제목\n글", "글\n## 제목\n글", "글\n===", "글\n---", "***", "---\n\n글", "#\n\n글"),
    *(
        "> 인용\n> 두 줄",
        "> 인용\n>이어서",
        "> 인용\n> \n> 이어서",
        "> 인용\n>\n> - 목록",
        "> > 겹",
        "> 1. 하나",
        ">  두 칸",
    ),
    *("> 인용\n\n글\n\n> 또 인용", "> 인용\n이어서", "> 인용\n\n> 이어서", "글\n> 인용"),
    *(
        "가 < 나",
        "가 > 나",
        "가 & 나",
        "&amp;",
        "&lt;b&gt;",
        "<b>굵게</b>",
        "<script>alert(1)</script>",
        "<!-- 주석 -->",
    ),
    *("**굵게**", "*기울임", "_기울임_", "a_b_c", "`코드`", "``` \n코드\n```", "\\*그대로\\*", "역\\슬래시"),
    *("[글](https://a.example)", "[글](javascript:alert(1))", "[글][1]\n\n사이\n\n[1]: https://a.example", "[글]", "!"),
    *("<https://a.example>", "https://a.example", "![그림](a.png)"),
    *("    들여쓰기", "글\n\n    들여쓰기\n\n글", "\t탭", "글\n\n \t\n\n글", "글\n\n\n\n글", "글\n \n글"),
    *(
        "끝에 빈칸 \n다음",
        "끝에 빈칸  \n다음",
        "빈칸  둘",
        "줄\u2028바꿈",
        "전각\u3000빈칸",
        "\u3000전각 빈칸",
        "빈칸\u00a0하나",
    ),
    *("\u0002\u0003", "\u007f\u0085", "e\u0301", "😀", "\u200b", "글\r\n글"),
]


def _whole(text: str) -> str:
    """What Markdown makes of all of a text at once."""
    converter = Markdown(output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    html = converter.convert(text)
    rules = nh3.Cleaner(tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, url_relative="deny", link_rel=None)
    return rules.clean(html)


@pytest.mark.parametrize(("text", "html"), PLAIN.items())
def test_paragraphs(text: str, html: str) -> None:
    assert to_html(text) == html == _whole(text)


@pytest.mark.parametrize("text", TRICKY)
def test_markup_among_paragraphs_is_as_if_markdown_had_read_all(text: str) -> None:
    assert to_html(text) == _whole(text)
    among = f"앞\n\n{text}\n\n뒤"
    assert to_html(among) == _whole(among)


def test_any_mixture_is_as_if_markdown_had_read_all() -> None:
    chance = random.Random(2026)
    mixtures = ["".join(chance.choices([*TRICKY, "글", " ", "\n", "\n\n"], k=6)).strip() or "글" for _ in range(150)]
    assert [text for text in mixtures if to_html(text) != _whole(text)] == []


def test_texts_are_converted_on_several_threads() -> None:
    texts = ["\n\n".join(f"**굵게 {at}** [길](https://a.example/{at}/{no})" for no in range(50)) for at in range(20)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(to_html.__wrapped__, texts))
    assert found == [to_html.__wrapped__(text) for text in texts]


@pytest.mark.parametrize("address", ["../birthday/", "/garam/", "//a.example/", "#spot", "?q=1", "birthday"])
def test_a_link_that_is_no_whole_address_leads_nowhere(address: str) -> None:
    assert to_html(f"[글]({address})") == "<p><a>글</a></p>"
    assert list(forbidden_markup(f"[글]({address})")) == [f"<a href={address}>"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*가**나*[다](https://a.example)", True),
        ("_]__;_\\*", True),
        ("*가* **나** [다](https://a.example) _라_ \\*", False),
        ("*가*나*다 **라", False),
        ("가나다", False),
    ],
)
def test_emphasis_that_swallows_text_is_found(text: str, *, expected: bool) -> None:
    assert is_tangled(text) is expected
