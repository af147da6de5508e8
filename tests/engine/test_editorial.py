"""What Markdown writes is mended: tables keep their alignment without a style, English is said to be English."""

import markdown

from ondongne.engine.editorial import mended


def test_cells_are_aligned_by_classes() -> None:
    html = markdown.markdown("| 동 | 쪽 |\n|:---:|---:|\n| 나래동 | 12 |", extensions=["tables"])
    assert "style" in html
    assert mended(html).count('class="to-center"') == mended(html).count('class="to-right"') == 2
    assert "style" not in mended(html)


def test_text_about_styles_stays() -> None:
    said = "<p>&lt;td style=&quot;text-align: right;&quot;&gt;</p>"
    assert mended(said) == said


def test_names_of_fields_are_english_and_korean_examples_are_not() -> None:
    assert mended("<code>state: ready</code>") == '<code lang="en">state: ready</code>'
    for said in ("<code>title: 반찬 나눔</code>", "<code>2025-12</code>", '<code class="x">state</code>'):
        assert mended(said) == said
