"""Even lines: every text of a known width is broken into lines before it is set, and letters stand a hair apart.

Korean is broken between words only, and words are long: left to itself, one line in a dozen is torn apart. Letters are
therefore set a hair tighter or wider where that helps, as compositors do by hand, and what no hair's breadth mends is
set ragged. The typesetter, which would break words, is told where lines end; that is also the quickest way to keep
words whole. What is not broken here, such as the cells of tables, it keeps whole by boxes.
"""

from collections.abc import Callable, Mapping
from typing import Final

from ondongne.publications.booklet.lines import Column, Data, balanced, justified, ragged_lines
from ondongne.publications.booklet.printing_trims import POINTS, Trim
from ondongne.publications.lettering import Face, ems

_INDENT: Final = 1.0
_MARKED: Final = 0.7
"""Ems before the first line of a paragraph, and between the mark of a list and its text."""

_TITLES: Final = {2: 1.2, 3: 1.0, 4: 1.0}
"""The sizes of the titles of records by their level, as shares of a second head's."""

TWO_COLUMNS_FROM: Final = 17
"""Sources from which on they stand in two columns."""


class Page:
    """The columns of a page, in which it breaks the text of blocks."""

    def __init__(self, trim: Trim, sizes: Mapping[str, float]) -> None:
        text, small = sizes["text"], sizes["small"]
        full = trim.measure + (trim.label + trim.gutter) * POINTS
        gutter = trim.gutter * POINTS

        def column(face: Face, points: float, width: float = trim.measure) -> Column:
            return Column(face, points, width / points)

        # As wide as the panel of the cover in front.typ.
        self.cover = column(Face.SANS_HEAVY, sizes["display"] - 10, (136 * trim.width / 210 - trim.side) * POINTS)
        self.text = column(Face.SERIF, text)
        self.titles = {level: column(Face.SANS_HEAVY, sizes["h2"] * size) for level, size in _TITLES.items()}
        self.lead = column(Face.SANS, sizes["h3"] - 0.5)
        self.fact = column(Face.SANS, small + 1)
        self.small = column(Face.SANS, small)
        self.foot = column(Face.SANS, sizes["caption"])
        self.half = column(Face.SANS, small + 1, (full - gutter) / 2 - 8 * POINTS)
        self.numbers = {n: column(Face.SANS, small, (full - gutter * (n - 1)) / n) for n in (2, 3)}

    def covered(self, booklet: Data) -> Data:
        """A booklet with the titles on its cover in lines."""
        cover = booklet["cover"]
        titles = {name: balanced(cover[name], self.cover) for name in ("title", "subtitle") if name in cover}
        return {**booklet, "cover": cover | titles}

    def footnotes(self, booklet: Data) -> Data:
        """A booklet with its footnotes in lines; the first of each begins behind its number."""
        notes = booklet["footnotes"]
        return {
            **booklet,
            "footnotes": [ragged_lines(note, self.foot, _number(at)) for at, note in enumerate(notes, 1)],
        }

    def chapters(self, booklet: Data) -> Data:
        """A booklet with the blocks of its chapters in lines."""
        return {**booklet, **{part: [self._chapter(chapter) for chapter in booklet[part]] for part in _PARTS}}

    def _chapter(self, chapter: Data) -> Data:
        blocks = chapter["blocks"]
        before = ("", *(block["is"] for block in blocks))
        return {**chapter, "blocks": [self._block(*pair) for pair in zip(before, blocks, strict=False)]}

    def _block(self, before: str, block: Data) -> Data:
        if block["is"] == "paragraph":
            return self._paragraph(block, _INDENT if before == "paragraph" else 0.0)
        broken = _BROKEN.get(block["is"])
        return {**block, **broken(self, block)} if broken else block

    def _paragraph(self, block: Data, indent: float) -> Data:
        if block.get("ragged"):
            return {**block, "spans": ragged_lines(block["spans"], self.text, indent)}
        hair, spans = justified(block["spans"], self.text, indent)
        if hair is None:
            return {**block, "spans": spans, "ragged": True}
        return {**block, "spans": spans} | ({"hair": hair} if hair else {})


_PARTS: Final = ("fronts", "chapters")


def _heading(page: Page, block: Data) -> Data:
    """The title of a record in lines, where it has several; its text stays as it is, for contents and bookmarks."""
    title = balanced(block["text"], page.titles[block.get("level", 3)]) if "anchor" in block else ""
    return {"lines": title.split("\n")} if "\n" in title else {}


def _items(page: Page, block: Data) -> Data:
    mark = _number(len(block["items"])) if block.get("ordered") else ems(Face.SERIF, "·") + _MARKED
    return {"items": [ragged_lines(item, page.text.narrower(mark)) for item in block["items"]]}


def _facts(page: Page, block: Data) -> Data:
    return {
        "rows": [{**row, "lines": [ragged_lines(line, page.fact) for line in row["lines"]]} for row in block["rows"]]
    }


def _numbers(page: Page, block: Data) -> Data:
    columns = min(3, max(2, len(block["numbers"])))
    return {"numbers": [_told(number, page.numbers[columns]) for number in block["numbers"]], "columns": columns}


def _references(page: Page, block: Data) -> Data:
    two = len(block["items"]) >= TWO_COLUMNS_FROM
    column = page.half if two else page.fact
    return {"items": [ragged_lines(item, column, hangs=False) for item in block["items"]], "columns": 2 if two else 1}


_BROKEN: Final[Mapping[str, Callable[[Page, Data], Data]]] = {
    "heading": _heading,
    "lead": lambda page, block: {"spans": ragged_lines(block["spans"], page.lead)},
    "items": _items,
    "facts": _facts,
    "numbers": _numbers,
    "bar": lambda page, block: _told(block, page.small),
    "remark": lambda page, block: {"lines": [ragged_lines(line, page.small) for line in block["lines"]]},
    "references": _references,
}
"""Blocks whose text stands in a column of a known width, with what of them is broken."""


def _told(data: Data, column: Column) -> Data:
    return {**data, "about": ragged_lines(data["about"], column)} if "about" in data else data


def _number(number: int) -> float:
    """The width of a number that stands before a text, with what parts them."""
    return ems(Face.SANS, "0") * len(str(number)) + _MARKED
