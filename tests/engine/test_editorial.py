"""Tables of Markdown keep their alignment without a style in the page."""

import markdown

from ondongne.engine.editorial import aligned


def test_cells_are_aligned_by_classes() -> None:
    html = markdown.markdown("| 동 | 쪽 |\n|:---:|---:|\n| 나래동 | 12 |", extensions=["tables"])
    assert "style" in html
    assert aligned(html).count('class="to-center"') == aligned(html).count('class="to-right"') == 2
    assert "style" not in aligned(html)


def test_text_about_styles_stays() -> None:
    said = "<p>&lt;td style=&quot;text-align: right;&quot;&gt;</p>"
    assert aligned(said) == said
