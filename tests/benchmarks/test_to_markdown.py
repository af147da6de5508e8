"""Articles as Markdown: the same words, in the Markdown that all tools read alike."""

from datetime import date
from pathlib import Path

import markdown
import pytest

from ondongne import pipeline
from ondongne.publications import site
from tests.benchmarks.to_markdown import parsed, text_of, to_markdown
from tests.conftest import DAY


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>생일상 <span>차리기</span></h1><p class='lead'>한\n줄</p>", "# 생일상 차리기\n\n한 줄\n"),
        ("<ul><li>하나</li><li>둘</li></ul>", "-   하나\n-   둘\n"),
        ("<ol><li><p>하나</p><p>더</p></li><li>둘</li></ol>", "1.  하나\n\n    더\n\n2.  둘\n"),
        ("<ul><li>가<ul><li>나</li></ul></li></ul>", "-   가\n\n    -   나\n"),
        (
            "<dl><div><dt>예산</dt><dd>10만 원</dd></div><div><dt>협력</dt><dd>가</dd><dd>나</dd></div></dl>",
            "예산\n:   10만 원\n\n협력\n:   가\n:   나\n",
        ),
        (
            "<table><thead><tr><th>해</th><th>수</th></tr></thead><tr><td>2025</td><td>3<br>4</td></tr></table>",
            "| 해 | 수 |\n| --- | --- |\n| 2025 | 3 4 |\n",
        ),
        (
            "<figure><blockquote><p>고맙습니다.</p><p>정말로.</p></blockquote><figcaption>이웃</figcaption></figure>",
            "> 고맙습니다.\n>\n> 정말로.\n\n이웃\n",
        ),
        ("<p>수<sup><a href='#source-1' aria-label='출처 1'>1</a></sup></p>", "수[1](#source-1)\n"),
        (
            "<p><a href='../a b/'>가</a> <b>나</b><br><em>다</em> <code>a_b</code></p>",
            "[가](<../a b/>) **나**  \n*다* `a_b`\n",
        ),
        ("<p>3~4월 * [표] &lt;b&gt; &amp; |</p>", "3~4월 \\* \\[표\\] &lt;b&gt; &amp; \\|\n"),
        ("<p>1. 첫째</p><p># 둘째</p><p>- 셋째</p>", "1\\. 첫째\n\n\\# 둘째\n\n\\- 셋째\n"),
        ("<nav><ol><li>처음</li></ol></nav><svg><title>조각보</title></svg><p>글<img alt='사진'></p>", "글\n"),
        ("<section>앞<div><p>가운데</p></div>뒤</section>", "앞\n\n가운데\n\n뒤\n"),
    ],
)
def test_what_an_article_holds_becomes_markdown(html: str, expected: str) -> None:
    assert to_markdown(html) == expected


def test_every_page_of_a_town_says_the_same_in_markdown(sample: Path) -> None:
    reading = pipeline.read(sample, date.fromisoformat(DAY))
    for page in site.plan(reading.outcomes, reading.design, {}):
        html = page.render()
        read = markdown.markdown(to_markdown(html), extensions=["tables", "def_list"])
        assert text_of(parsed(read)).replace(" ", "") == text_of(parsed(html)).replace(" ", ""), page.url
