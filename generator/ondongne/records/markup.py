"""Markdown in records: what it may hold, and the HTML it becomes. Raw HTML and script links are not allowed."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from itertools import groupby
from threading import Lock
from typing import Final

import nh3
from markdown import Markdown
from markdown.util import ETX

TAGS = {"p", "h2", "h3", "h4", "em", "strong", "ul", "ol", "li", "blockquote", "a", "br", "hr"}
SCHEMES = {"https", "http", "mailto"}
_CLEANER: Final = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    url_schemes=SCHEMES,
    url_relative="deny",  # A story stands in books and at several addresses, from which it would lead elsewhere.
    link_rel=None,
)

_SIGNS: Final = r"\\`*_\[\]<>&\x00-\x09\x0b-\x1f\x7f-\xa0"
"""Characters that may mean something to Markdown or HTML wherever they stand."""
_LINE: Final = rf"(?!\d+\.)[^\s#+=\-{_SIGNS}](?:[^\n{_SIGNS}]*[^\s{_SIGNS}])?"
_PLAIN: Final = re.compile(rf"{_LINE}(?:\n{_LINE})*")
"""A paragraph without markup."""
_QUOTE: Final = re.compile(rf"> {_LINE}(?:\n> {_LINE})*")
"""A quoted paragraph with no other markup."""
_CONVERTING: Final = Lock()
"""Booklets and the preview's pages are made on several threads, and a converter is of use to one at a time."""


@lru_cache(maxsize=128)
def to_html(text: str) -> str:
    """Render Markdown to HTML of the allowed tags only; headings start at level 2."""
    if "]:" in text:  # Where a link leads may stand in another paragraph.
        return _marked_up(text) or ""
    blocks = text.split("\n\n")
    if all(_PLAIN.fullmatch(block) or _QUOTE.fullmatch(block) for block in blocks):
        runs = groupby(blocks, key=lambda block: block.startswith("> "))
        return "\n".join(_quoted(run) if quoted else _plain(run) for quoted, run in runs)
    runs = groupby(blocks, key=lambda block: _PLAIN.fullmatch(block) is not None)
    parts = (_plain(run) if plain else _marked_up("\n\n".join(("", *run))) for plain, run in runs)
    return "\n".join(part for part in parts if part is not None)


def _plain(blocks: Iterable[str]) -> str:
    """What Markdown makes of paragraphs without markup, at fifty times the cost."""
    return "\n".join(f"<p>{block}</p>" for block in blocks)


def _quoted(blocks: Iterable[str]) -> str:
    """What Markdown makes of quoted paragraphs without other markup."""
    inner = _plain(block.removeprefix("> ").replace("\n> ", "\n") for block in blocks)
    return f"<blockquote>\n{inner}\n</blockquote>"


def _marked_up(text: str) -> str | None:
    """What is allowed of what Markdown makes of a text; None where it makes nothing."""
    html = _converted(text, raw_html=False)
    return _CLEANER.clean(html) if html else None


def is_tangled(text: str) -> bool:
    """Whether emphasis begins inside another and ends outside it, where Markdown loses what stands between."""
    return any(sign in text for sign in "*_") and ETX in to_html(text)


def forbidden_markup(text: str) -> Iterator[str]:
    """Yield every tag, attribute or link that `to_html` would not let through, as it would stand in HTML."""
    if not any(sign in text for sign in "<[!#|`"):
        return
    html = _converted(text, raw_html=True)
    kept = _inventory(_CLEANER.clean(html))
    for piece in _inventory(html):
        if piece in kept:
            kept.remove(piece)
        else:
            yield piece


def _converted(text: str, *, raw_html: bool) -> str:
    with _CONVERTING:
        return _converter(raw_html=raw_html).reset().convert(text)


@lru_cache(maxsize=2)
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
