"""Markdown in records: what it may hold, and the HTML it becomes. Raw HTML and script links are not allowed."""

from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser

import nh3
from markdown import Markdown

TAGS = {"p", "h2", "h3", "h4", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "hr"}
SCHEMES = {"https", "http", "mailto"}


@lru_cache(maxsize=1024)
def to_html(text: str) -> str:
    """Render Markdown to HTML of the allowed tags only; headings start at level 2."""
    return nh3.clean(
        _converter(raw_html=False).convert(text), tags=TAGS, attributes=_ATTRIBUTES, url_schemes=SCHEMES, link_rel=None
    )


def forbidden_markup(text: str) -> Iterator[str]:
    """Yield every tag, attribute or link that `to_html` would not let through, as it would stand in HTML."""
    if not any(sign in text for sign in "<[!#|`"):
        return
    html = _converter(raw_html=True).convert(text)
    kept = _inventory(nh3.clean(html, tags=TAGS, attributes=_ATTRIBUTES, url_schemes=SCHEMES, link_rel=None))
    for piece in _inventory(html):
        if piece in kept:
            kept.remove(piece)
        else:
            yield piece


_ATTRIBUTES = {"a": {"href"}}


def _converter(*, raw_html: bool) -> Markdown:
    converter = Markdown(output_format="html")
    if not raw_html:
        converter.preprocessors.deregister("html_block")
        converter.inlinePatterns.deregister("html")
    return converter


class _Pieces(HTMLParser):
    """Collects start tags, attributes and comments."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"<{tag}>")
        self.found.extend(f"<{tag} {name}={value}>" for name, value in attrs)

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")


def _inventory(html: str) -> list[str]:
    pieces = _Pieces()
    pieces.feed(html)
    pieces.close()
    return pieces.found
