"""Text of records as blocks: paragraphs of plain text, and story bodies in Markdown."""

from dataclasses import replace
from html.parser import HTMLParser
from typing import Final

from ondongne.publications.booklet.blocks import Block, Heading, Items, Paragraph, Quotation, Span, Spans
from ondongne.publications.paragraphs import parted
from ondongne.records.markup import to_html

_LISTS: Final = frozenset(("ul", "ol"))
_BLOCKS: Final = frozenset(("p", "h2", "h3", "h4", "blockquote", *_LISTS))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Plain text, cut at blank lines; single line ends are spaces."""
    return tuple(Paragraph((Span(part),)) for part in parted(text))


def one_line(text: str) -> Spans:
    """Plain text without its line ends."""
    return (Span(" ".join(text.split())),)


def story(markdown: str) -> tuple[Block, ...]:
    """A story's body."""
    reader = _Reader()
    reader.feed(to_html(markdown))
    reader.close()
    reader.end_paragraph()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    """Reads the few tags that record text may hold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[str] = []
        self._spans: list[Span] = []
        self._items: list[Spans] = []
        self._url = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is open; the text before a list inside a list becomes an item of its own."""
        if tag in _LISTS and "li" in self._open:
            self._items.append(self._taken())
        elif tag in _BLOCKS and not self._open:
            self.end_paragraph()
        if tag == "br":
            self._spans.append(Span("\n"))
        elif tag != "hr":
            self._open.append(tag)
        if tag == "a":
            self._url = dict(attrs).get("href") or ""

    def handle_data(self, data: str) -> None:
        """Take text in."""
        begins_line = not self._spans or self._spans[-1].text == "\n"
        text = (data.lstrip() if begins_line else data).replace("\n", " ")
        if text:
            strong, emphasis = "strong" in self._open, "em" in self._open
            self._spans.append(Span(text, strong=strong, emphasis=emphasis, url=self._url if "a" in self._open else ""))

    def handle_endtag(self, tag: str) -> None:
        """Close a block."""
        if tag in self._open:
            self._open.remove(tag)
        if tag == "li":
            self._items.append(self._taken())
        elif tag in _LISTS and not _LISTS.intersection(self._open):
            self._end_list(ordered=tag == "ol")
        elif tag in ("h2", "h3", "h4"):
            title = "".join(span.text for span in self._taken())
            self.blocks += [Heading(title)] if title else []
        elif tag == "p" and "li" not in self._open:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """Make a paragraph of the text that was taken in, if there is any."""
        spans = self._taken()
        if spans:
            self.blocks.append(Quotation(spans) if "blockquote" in self._open else Paragraph(spans))

    def _end_list(self, *, ordered: bool) -> None:
        items = tuple(filter(None, self._items))
        self.blocks += [Items(items, ordered)] if items else []
        self._items = []

    def _taken(self) -> Spans:
        spans, self._spans = self._spans, []
        while spans and not spans[-1].text.strip():
            spans.pop()
        return (*spans[:-1], replace(spans[-1], text=spans[-1].text.rstrip())) if spans else ()
