"""A booklet's data as HTML: every kind of block, with all its words."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, get_args

from ondongne import pipeline
from ondongne.paths import theme_folder
from ondongne.publications.booklet.blocks import Block
from tests.benchmarks.to_html import _MAKERS, _span, to_html
from tests.conftest import DAY

_PHOTOS = ("picture", "gallery")
_SAID = ("text", "label", "value", "target", "title", "head", "initial", "by", "kicker")


def _words(data: Any) -> list[str]:
    """Every text that a booklet's data says."""
    if isinstance(data, dict):
        own = [str(data[name]) for name in _SAID if isinstance(data.get(name), str)]
        return own + [word for value in data.values() for word in _words(value)]
    if isinstance(data, list):
        return [word for item in data for word in _words(item)]
    return []


def test_every_kind_of_block_is_known() -> None:
    assert {kind.__name__.lower() for kind in get_args(Block)} == {*_MAKERS}


def test_every_word_of_a_booklet_is_in_its_html(sample: Path) -> None:
    works = pipeline.read(sample, date.fromisoformat(DAY)).works
    data = works["garam/2025"].build().data["booklet"]
    chapters = [
        {**chapter, "blocks": [block for block in chapter["blocks"] if block["is"] not in _PHOTOS]}
        for chapter in data["chapters"]
    ]
    html = to_html({**data, "chapters": chapters}, theme_folder() / "booklet" / "fonts")
    told = "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
    missing = [word for word in _words([chapters, data["fronts"]]) if "".join(word.split()) not in told]
    assert missing == []
    assert html.count("<h1") == len(data["chapters"]) + len(data["fronts"]) + 2


def test_footnotes_go_to_the_foot_of_their_page() -> None:
    span = {"cite": 3, "foot": [{"text": "「나래동 소식」"}]}
    assert _span(span).endswith('</sup><span class="foot">3 「나래동 소식」</span>')
    assert "foot" not in _span({"cite": 3})
