"""What a booklet is made of, apart from how it looks: chapters of blocks, and text in spans."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one kind: plain, strong, emphasised or a side note; `cite` is a source's number, `to` an anchor."""

    text: str = ""
    strong: bool = False
    emphasis: bool = False
    note: bool = False
    cite: int = 0
    to: str = ""
    url: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter; one with an anchor opens a record, any other a part of it."""

    text: str
    level: int = 3
    anchor: str = ""
    kicker: str = ""
    patch: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading above several records or parts of a chapter."""

    text: str


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence or two that say what follows."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ragged where its words are too few or too long to fill lines evenly."""

    spans: Spans
    ragged: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list, ordered or not."""

    items: tuple[Spans, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """A list of short names, set in columns."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled fact."""

    label: str
    lines: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The fact box of a record."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number large enough to stand alone with its unit, what it counts, and what a reader must know about it."""

    value: str
    label: str
    about: Spans = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers side by side."""

    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A result against its target; `reached` is their ratio in per cent, 100 at most."""

    label: str
    value: str
    target: str
    reached: int
    about: Spans = ()


@dataclass(frozen=True, slots=True)
class Slogan:
    """A vision in large type, and what is to be known about its wording."""

    text: str
    kicker: str
    about: Spans = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, and `by` whom; a paraphrase bears no quotation marks, and `pulled` is large amid a story."""

    spans: Spans
    by: str = ""
    paraphrase: bool = False
    pulled: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; `title` says what the table shows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Spans, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo by its file name beside the booklet's data; `ratio` is its width over its height.

    `most` is the width in millimetres beyond which its pixels would show.
    """

    file: str
    alt: str
    ratio: float
    most: int
    caption: str = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Gallery:
    """Photos in rows over the full measure, those of a row equally high."""

    rows: tuple[tuple[Picture, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart or picture as SVG with what it shows in words."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Drawings:
    """Drawings two side by side over the full measure; `wide` ones one below the other in the text column."""

    drawings: tuple[Drawing, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Small notes to the reader, a line each."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs a greeting."""

    text: str


@dataclass(frozen=True, slots=True)
class References:
    """The sources of the booklet, numbered from 1."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An index entry with the anchors it is to be found at."""

    text: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Index entries under one initial."""

    initial: str
    terms: tuple[Term, ...]


Block = (
    Heading
    | Section
    | Lead
    | Paragraph
    | Items
    | Names
    | Facts
    | Numbers
    | Bar
    | Slogan
    | Quotation
    | Table
    | Picture
    | Gallery
    | Drawings
    | Remark
    | Signature
    | References
    | IndexGroup
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; with a `patch` it opens under a band of that patch, and `anchor` is where references to it lead."""

    title: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    patch: str = ""
    anchor: str = ""
