"""The text of an HWPX: blocks as paragraphs in the styles of Hangul, facts and numbers as tables, photos with captions.

A paragraph of text is in the style 본문: the usual one would take over the numbers of the outline.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import typst

from ondongne.publications.booklet import blocks
from ondongne.publications.booklet.album import TALLEST
from ondongne.publications.booklet.blocks import Block, Chapter, Picture, Span, Spans
from ondongne.publications.booklet.document import Manuscript
from ondongne.publications.booklet.typesetting import fonts

if TYPE_CHECKING:
    from hwpx.document import HwpxDocument
    from hwpx.oxml.paragraph import HwpxOxmlParagraph

_BODY: Final = "본문"
_CAPTION: Final = "캡션"
_HEADINGS: Final = tuple(f"개요 {level}" for level in range(1, 7))
_OUTLINE: Final = (20, 15, 12.5, 11, 10.5, 10)
"""Points of the headings 개요 1 to 개요 6."""

_HEAD: Final = "{http://www.hancom.co.kr/hwpml/2011/head}"
_PARAGRAPH: Final = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_MILLIMETRE: Final = 7200 / 25.4
"""HWP units in a millimetre."""

_DOTS: Final = 200
_CHART: Final = 90
"""Width of a chart in millimetres."""


class Scribe:
    """Writes a booklet into a document; `photos` are JPEGs by name, `width` is that of the text in millimetres."""

    def __init__(self, document: "HwpxDocument", photos: Mapping[str, bytes], width: float) -> None:
        self._document, self._photos, self._width = document, photos, width
        self._section = document.sections[0]
        self._styles = {name: document.styles.resolve(name) for name in (_BODY, _CAPTION, *_HEADINGS)}
        run = document.styles.ensure_run
        self._plain, self._strong = run(), run(bold=True)
        self._note, self._cite = run(size=8.5), run(script="sup")
        self._names: dict[str, str] = {}
        self._outline = [run(bold=True, size=size) for size in _OUTLINE]
        self._dress_outline()

    def _dress_outline(self) -> None:
        """Give the outline's styles the look of headings, for those that an editor adds too."""
        for header in self._document.parts.headers:
            for style in header.element.iter(f"{_HEAD}style"):
                if style.get("name") in _HEADINGS:
                    style.set("charPrIDRef", self._outline[_HEADINGS.index(style.get("name", ""))])
            header.mark_dirty()

    def write(self, manuscript: Manuscript, cover: bytes) -> None:
        """Write all of a booklet, from its cover to its imprint."""
        self._cover(manuscript, cover)
        for chapter in (*manuscript.fronts, *manuscript.chapters):
            self._names |= {block.anchor: block.text for block in chapter.blocks if isinstance(block, blocks.Heading)}
            self._names[chapter.anchor] = chapter.title
        for chapter in (*manuscript.fronts, *manuscript.chapters):
            self._chapter(chapter)
        self._heading("판권", 1, opens=True)
        self.tell(blocks.Facts(manuscript.imprint))
        for line in (*manuscript.cover.back, *manuscript.cover.lines):
            self._say((Span(line),))

    def tell(self, block: Block) -> None:
        """Write a block."""
        MAKERS[type(block)](self, block)

    def _cover(self, manuscript: Manuscript, picture: bytes) -> None:
        cover = manuscript.cover
        self._image(picture, self._width * 0.9, 2 / 3, f"{manuscript.title} 표지")
        for text, size in (
            (cover.place, 13),
            (cover.title, 22),
            (cover.subtitle, 22),
            (cover.year, 14),
            (cover.note, 9),
        ):
            if text:
                look = self._document.styles.ensure_run(bold=size > _OUTLINE[2], size=size)
                self._paragraph().add_run(text, char_pr_id_ref=look)

    def _chapter(self, chapter: Chapter) -> None:
        self._heading(chapter.title, 1, opens=True)
        if chapter.kicker:
            self._small(chapter.kicker)
        for block in chapter.blocks:
            self.tell(block)

    def _heading(self, text: str, level: int, *, opens: bool = False) -> None:
        heading = self._paragraph(_HEADINGS[level - 1], opens=opens)
        heading.add_run(text, char_pr_id_ref=self._outline[level - 1])

    def _paragraph(self, style: str = _BODY, *, opens: bool = False) -> "HwpxOxmlParagraph":
        """A paragraph without text. The library's own way looks through all paragraphs before, for each anew."""
        found = self._styles[style]
        return self._section.add_paragraph(
            para_pr_id_ref=found.para_pr_id_ref,
            style_id_ref=found.id,
            include_run=False,
            inherit_style=False,
            pageBreak=str(int(opens)),
        )

    def _say(self, spans: Spans, style: str = _BODY) -> "HwpxOxmlParagraph":
        paragraph = self._paragraph(style)
        self._runs(paragraph, spans)
        return paragraph

    def _small(self, text: str, style: str = _BODY) -> None:
        self._say((Span(text, note=True),), style)

    def _runs(self, paragraph: "HwpxOxmlParagraph", spans: Spans) -> None:
        before = Span()
        for span in spans:
            if span.cite:
                paragraph.add_run(f"{',' if before.cite else ''}{span.cite}", char_pr_id_ref=self._cite)
            elif span.url:
                paragraph.add_hyperlink(span.url, span.text)
            else:
                paragraph.add_run(span.text.replace("\n", " "), char_pr_id_ref=self._look(span))
            before = span

    def _look(self, span: Span) -> str:
        if span.note:
            return self._note
        return self._strong if span.strong or span.emphasis else self._plain

    def heading(self, block: blocks.Heading) -> None:
        """Write the heading of a record or of a part of one."""
        self._heading(block.text, block.level)
        if block.kicker:
            self._small(block.kicker)

    def section(self, block: blocks.Section) -> None:
        """Write a heading above records."""
        self._heading(block.text, 2)

    def lead(self, block: blocks.Lead) -> None:
        """Write what opens a record."""
        self._say(tuple(replace(span, strong=True) for span in block.spans))

    def paragraph(self, block: blocks.Paragraph) -> None:
        """Write running text."""
        self._say(block.spans)

    def items(self, block: blocks.Items) -> None:
        """Write a list."""
        for number, item in enumerate(block.items, 1):
            self._say((Span(f"{number}. " if block.ordered else "• "), *item))

    def names(self, block: blocks.Names) -> None:
        """Write names, one after another."""
        first, *others = block.items
        self._say((*first, *(span for item in others for span in (Span(", "), *item))))

    def remark(self, block: blocks.Remark) -> None:
        """Write small notes."""
        for line in block.lines:
            self._say(tuple(replace(span, note=True) for span in line))

    def signature(self, block: blocks.Signature) -> None:
        """Write who signs, at the right."""
        paragraph = self._say((Span(block.text, strong=True),))
        self._document.styles.apply_paragraph_format(paragraphs=[paragraph], alignment="RIGHT")

    def quotation(self, block: blocks.Quotation) -> None:
        """Write what somebody said, and who."""
        marked = block.by and not block.paraphrase
        self._say((Span("“"), *block.spans, Span("”")) if marked else block.spans)
        if block.by:
            self._small(block.by)

    def slogan(self, block: blocks.Slogan) -> None:
        """Write a vision."""
        self._small(block.kicker)
        self._paragraph().add_run(block.text, char_pr_id_ref=self._outline[1])
        if block.about:
            self._say(block.about)

    def bar(self, block: blocks.Bar) -> None:
        """Write a result against its target."""
        said = Span(f": 실적 {block.value}, 목표 {block.target} ({block.reached}%) ")
        self._say((Span(block.label, strong=True), said, *block.about))

    def facts(self, block: blocks.Facts) -> None:
        """Write facts as a table of labels and lines."""
        self._table([((Span(row.label, strong=True),), *row.lines) for row in block.rows], (1, 3), spread=False)

    def numbers(self, block: blocks.Numbers) -> None:
        """Write numbers as a table."""
        rows = [((Span(number.label),), (Span(number.value, strong=True),), number.about) for number in block.numbers]
        self._table(rows, (3, 2, 4))

    def table(self, block: blocks.Table) -> None:
        """Write a table with its head, which is repeated on every page."""
        self._small(block.title, _CAPTION)
        head = tuple((Span(name, strong=True),) for name in block.head)
        made = self._table([head, *block.rows], (1,) * len(block.head))
        made.element.set("repeatHeader", "1")
        for cell in made.rows[0].cells:
            cell.element.set("header", "1")

    def _table(self, rows: Sequence[tuple[Spans, ...]], weights: tuple[int, ...], *, spread: bool = True) -> Any:
        """A table; unless `spread` over columns, all that follows the first cell of a row are lines of the second."""
        width = round(self._width * _MILLIMETRE)
        made = self._paragraph().add_table(len(rows), len(weights), width=width)
        made.set_column_widths(weights)
        for row, into in zip(rows, made.rows, strict=True):
            told = [(spans,) for spans in row] if spread else [(row[0],), row[1:]]
            for lines, cell in zip(told, into.cells, strict=True):
                self._cell(cell, lines)
        return made

    def _cell(self, cell: Any, lines: tuple[Spans, ...]) -> None:
        first, *others = lines
        self._runs(cell.paragraphs[0], first)
        for line in others:
            self._runs(cell.add_paragraph(""), line)

    def picture(self, block: Picture) -> None:
        """Write a photo with its caption."""
        width = min(self._width, block.most, TALLEST * block.ratio)
        self._image(self._photos[block.file], width, block.ratio, block.alt)
        if block.caption:
            self._small(block.caption, _CAPTION)

    def gallery(self, block: blocks.Gallery) -> None:
        """Write photos one below the other, which is how they are easiest to move."""
        for row in block.rows:
            for picture in row:
                self.picture(picture)

    def drawings(self, block: blocks.Drawings) -> None:
        """Write charts as pictures, with what they show in words."""
        for drawing in block.drawings:
            self._small(drawing.title, _CAPTION)
            picture = _pixels(drawing.svg)
            width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
            self._image(picture, self._width if block.wide else _CHART, width / height, drawing.alt, "png")

    def _image(self, content: bytes, width: float, ratio: float, alt: str, form: str = "jpg") -> None:
        """A picture as wide as is said, in millimetres, with words for those who cannot see it."""
        item = self._document.media.add_image(content, form)
        size = round(width * _MILLIMETRE), round(width / ratio * _MILLIMETRE)
        made = self._paragraph().add_picture(item.item_id, width=size[0], height=size[1])
        for comment in made.element.iter(f"{_PARAGRAPH}shapeComment"):
            comment.text = alt

    def references(self, block: blocks.References) -> None:
        """Write the sources by number."""
        for number, item in enumerate(block.items, 1):
            self._say((Span(f"{number}. "), *item))

    def index(self, block: blocks.IndexGroup) -> None:
        """Write index entries with the titles of the records they stand in: pages are not known before printing."""
        self._heading(block.initial, 2)
        for term in block.terms:
            places = ", ".join(name for anchor in term.anchors if (name := self._names[anchor]) != term.text)
            self._say((Span(f"{term.text}: {places}" if places else term.text),))


MAKERS: Final[Mapping[type[Block], Callable[[Scribe, Any], None]]] = {
    blocks.Heading: Scribe.heading,
    blocks.Section: Scribe.section,
    blocks.Lead: Scribe.lead,
    blocks.Paragraph: Scribe.paragraph,
    blocks.Items: Scribe.items,
    blocks.Names: Scribe.names,
    blocks.Facts: Scribe.facts,
    blocks.Numbers: Scribe.numbers,
    blocks.Bar: Scribe.bar,
    blocks.Slogan: Scribe.slogan,
    blocks.Quotation: Scribe.quotation,
    blocks.Table: Scribe.table,
    blocks.Picture: Scribe.picture,
    blocks.Gallery: Scribe.gallery,
    blocks.Drawings: Scribe.drawings,
    blocks.Remark: Scribe.remark,
    blocks.Signature: Scribe.signature,
    blocks.References: Scribe.references,
    blocks.IndexGroup: Scribe.index,
}


def _pixels(svg: str) -> bytes:
    """A drawing as PNG, which Hangul shows as it is everywhere; SVG it does not."""
    page = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    made = typst.compile(page, format="png", ppi=_DOTS, font_paths=fonts(), sys_inputs={"svg": svg})
    if not isinstance(made, bytes):
        raise TypeError("a drawing is one picture")
    return made
