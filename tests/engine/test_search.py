"""Articles read for the search index give what Material's parser makes of them."""

import pytest
from material.plugins.search.plugin import Parser

from ondongne.engine.search import read

READ = [
    "<p>한 문단</p>",
    '<article>\n  <h1>제목</h1>\n  <p class="lead">첫 줄\n둘째 줄</p>\n</article>\n',
    "<ul>\n <li>하나</li>\n <li></li>\n <li>둘</li>\n</ul>",
    "<p></p>\n<p> </p>\n<ul></ul><p>처음 아닌 빈 것<code></code></p><p></p><sup><a>1</a></sup>",
    "<div><ul>\n</ul></div> \n <ol><li> </li></ol> 남은 말",
    "A &amp; B &lt;b&gt; 1 > 0 &nbsp; <b>&nbsp;</b> &#44032; &quot;x&quot;",
    '<p title="a > b">값</p><a href=\'x>y\'>링크</a><br><img src="a.jpg" alt="<사진>">그림 뒤',
    '<svg viewBox="0 0 1 1"><title>그림 이름</title><path d="M0 0H1V1z"/><text x="1">글자</text></svg> 끝',
    '<nav class="crumbs" data-search-exclude aria-label="자리"><ol><li>처음</li></ol></nav>\n<p>본문</p>',
    '앞<p class="x" data-search-exclude>빼는 말</p>뒤<p data-search-exclude="">둘째</p><p>남는 말</p>',
    "<pres>프레스</pres><link><lis>낱말</lis><param>값",
]


@pytest.mark.parametrize("html", READ)
def test_read_keeps_what_material_keeps(html: str) -> None:
    parser = Parser()
    parser.feed(html)
    parser.close()
    (section,) = parser.data
    found = read(html)
    assert found is not None
    assert found.strip() == "".join(section.text).strip()


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">표제</h2>',
        '<h3 class="x" id=a>표제</h3>',
        "<pre>\n  x\n</pre>",
        "<script>1 < 2</script>",
        "<style>p {}</style>",
        "<!-- 말 --><p>글</p>",
        "<div data-search-exclude><div>겹침</div></div>",
        '<p>글<span class="linenodiv">1</span></p>',
    ],
)
def test_what_material_treats_in_its_own_way_is_left_to_it(html: str) -> None:
    assert read(html) is None
