"""The text of an EPUB's pages: blocks and spans as XHTML, every text of records escaped."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any, Final, cast

from jinja2 import Environment
from markupsafe import Markup

from ondongne.publications.booklet.blocks import Block, Facts, References, Span, Spans, Term
from ondongne.publications.booklet.document import Manuscript
from ondongne.publications.booklet.epub_pages import Page, Place
from ondongne.publications.design import Design
from ondongne.publications.patchwork import SIDE, painted

_CITATION: Final = Markup('<sup><a epub:type="noteref" role="doc-noteref" href="#note-{number}">{number}</a></sup>')
_NOTE, _EMPHASIS, _STRONG = Markup("<small>{}</small>"), Markup("<em>{}</em>"), Markup("<strong>{}</strong>")
_FORBIDDEN: Final = re.compile(r"[ {}|^\[\]]|%(?![0-9A-Fa-f]{2})")

_LANDMARKS: Final = {
    "cover": ("cover", "표지"),
    "toc": ("toc", "차례"),
    "chapter": ("bodymatter", "본문"),
    "index": ("index", "찾아보기"),
}


class Text:
    """Writes the pages of one book; `accent` is #RRGGBB."""

    def __init__(self, templates: Environment, pages: tuple[Page, ...], design: Design, accent: str) -> None:
        self._templates, self._pages, self._design = templates, pages, design
        self._places = {place.anchor: place for page in pages for place in page.places}
        self._sources = next((page.file for page in pages if _holds_sources(page)), "")
        self._blocks: Any = templates.get_template("blocks.xhtml").make_module(
            {
                "say": self.say,
                "painted": partial(painted, design=design),
                "side": SIDE,
                "place": self._places.__getitem__,
                "spots": self._spots,
                "accent": accent,
                "colours": design.light,
            }
        )

    def page(self, page: Page, manuscript: Manuscript) -> str:
        """A page as XHTML."""
        return self._templates.get_template(page.template).render(
            title=page.title,
            sort=page.sort,
            chapter=page.chapter,
            footnotes=tuple((number, manuscript.footnotes[number - 1]) for number in page.cited),
            sources=self._sources,
            cover=manuscript.cover,
            imprint=Facts(manuscript.imprint),
            pages=self._pages,
            landmarks=tuple(self._landmarks()),
            tell=self.tell,
            say=self.say,
            band=self._blocks.band,
        )

    def tell(self, block: Block) -> Markup:
        """A block as XHTML, by the macro of its name."""
        return cast(Markup, getattr(self._blocks, type(block).__name__.lower())(block))

    def say(self, spans: Spans) -> Markup:
        """Spans as XHTML; a comma parts citations that follow each other."""
        said = [self._span(span) for span in spans]
        for at, (before, after) in enumerate(pairwise(spans), 1):
            if before.cite and after.cite:
                said[at] = Markup("<sup>,</sup>") + said[at]
        return Markup("").join(said)

    def _span(self, span: Span) -> Markup:
        if span.cite:
            return _CITATION.format(number=span.cite)
        text = Markup("<br/>") if span.text == "\n" else Markup.escape(span.text)
        for tag in _tags(span):
            text = tag.format(text)
        href = self._places[span.to].href if span.to in self._places else _escaped(span.url)
        return Markup('<a href="{}">{}</a>').format(href, text) if href else text

    def _spots(self, term: Term) -> tuple[Place, ...]:
        return tuple(self._places[anchor] for anchor in term.anchors)

    def _landmarks(self) -> Iterator[tuple[str, str, str]]:
        """Yield the first page of each sort that readers jump to."""
        for sort, (name, label) in _LANDMARKS.items():
            page = next((page for page in self._pages if page.sort == sort), None)
            if page is not None:
                yield name, label, page.file


def _escaped(url: str) -> str:
    """An address without what browsers forgive and EPUB does not (RFC 3986, 2.1)."""
    return _FORBIDDEN.sub(lambda found: f"%{ord(found[0]):02X}", url)


def _tags(span: Span) -> Iterator[Markup]:
    if span.note:
        yield _NOTE
    if span.emphasis:
        yield _EMPHASIS
    if span.strong:
        yield _STRONG


def _holds_sources(page: Page) -> bool:
    return page.chapter is not None and any(isinstance(block, References) for block in page.chapter.blocks)
