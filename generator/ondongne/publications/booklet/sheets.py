"""One record in a booklet, as its page on the site shows it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final, cast

from ondongne.publications.booklet.album import Album, galleries
from ondongne.publications.booklet.blocks import (
    Block,
    Facts,
    Heading,
    Lead,
    Paragraph,
    Quotation,
    Remark,
    Row,
    Span,
    Spans,
)
from ondongne.publications.booklet.parts import parts
from ondongne.publications.booklet.prose import one_line, paragraphs, story
from ondongne.publications.booklet.quantities import of_home, of_record
from ondongne.publications.booklet.seen import seen
from ondongne.publications.booklet.writer import Writer, joined, listed
from ondongne.publications.facts import facts, missing
from ondongne.publications.phrases import called
from ondongne.records.people import Quote
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.story import Story
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.year import Year

_PICTURED: Final = ("stories", "events", "city", "council", "year")
"""Kinds whose first photo is set over the full measure."""

_LONG_STORY: Final = 4
_BEFORE_PULLED: Final = 2
"""Paragraphs of a story from which on a quote is pulled, and blocks that stand before it."""

UNATTRIBUTED: Final = "출처는 어느 동의 사례인지 밝히지 않았습니다."


def sheet(writer: Writer, album: Album, entry: Entry[Record], *, unsaid: Collection[str] = ()) -> tuple[Block, ...]:
    """A record under its heading; `unsaid` are missing fields that its chapter has spoken of already."""
    title = called(writer.outcomes, entry) if isinstance(entry.record, Year) else entry.record.heading
    return Heading(title, 2, entry.id, _kicker(writer, entry), entry.id), *_body(writer, album, entry, unsaid)


def profile(writer: Writer, album: Album, entry: Entry[Record], *, apart: Collection[str] = ()) -> tuple[Block, ...]:
    """A record without a heading of its own: its chapter's is enough, and its parts come right below that.

    The parts named `apart` are told elsewhere in the chapter.
    """
    blocks = _body(writer, album, entry, (), apart)
    return tuple(replace(block, level=2) if isinstance(block, Heading) else block for block in blocks)


def deeper(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks below a section of their chapter: their headings are one level down."""
    return tuple(replace(block, level=block.level + 1) if isinstance(block, Heading) else block for block in blocks)


def _body(
    writer: Writer, album: Album, entry: Entry[Record], unsaid: Collection[str], apart: Collection[str] = ()
) -> Iterator[Block]:
    record = entry.record
    yield from _lead(writer, entry)
    yield from _photos(album, entry)
    if isinstance(record, Story):
        yield from _story(writer, cast(Entry[Story], entry))
    yield from _facts(writer, entry)
    yield from _figures(writer, entry)
    yield from parts(writer, entry, apart)
    if isinstance(record, Visit):
        yield from seen(writer, cast(Entry[Visit], entry))
    if not isinstance(record, Story):
        yield from _quotes(writer, entry)
    yield from _remarks(writer, entry, unsaid)


def _photos(album: Album, entry: Entry[Record]) -> tuple[Block, ...]:
    """One photo alone, over the full measure for some kinds; several in a layout."""
    several = len(entry.record.photos) > 1
    pictures = album.pictures(entry, wide=several or entry.kind in _PICTURED)
    return pictures if len(pictures) == 1 else galleries(pictures)


def _figures(writer: Writer, entry: Entry[Record]) -> tuple[Block, ...]:
    if isinstance(entry.record, Year) and entry.year is not None:
        return of_home(writer, writer.outcomes.entries[entry.owner], entry.year)
    return of_record(writer, entry)


def _kicker(writer: Writer, entry: Entry[Record]) -> str:
    brand = entry.record.brand if isinstance(entry.record, Project) else None
    return " · ".join(filter(None, (writer.origin(entry), entry.record.label, brand)))


def _opening(record: Record) -> str:
    """The sentence or two a record opens with; empty where it has none."""
    return record.summary or (record.lead if isinstance(record, Story) else None) or ""


def _lead(writer: Writer, entry: Entry[Record]) -> Iterator[Lead]:
    text = _opening(entry.record)
    if text:
        yield Lead((*one_line(text), *writer.apparatus.cite_all(entry.record)))


def _uncited(writer: Writer, entry: Entry[Record]) -> tuple[Spans, ...]:
    """A record's sources where no opening sentence could cite them."""
    is_cited = not entry.record.sources or _opening(entry.record)
    return () if is_cited else ((Span("출처 "), *writer.apparatus.cite_all(entry.record)),)


def _facts(writer: Writer, entry: Entry[Record]) -> Iterator[Facts]:
    rows = tuple(
        Row(fact.label, tuple(writer.spans(entry, line) for line in fact.lines))
        for fact in facts(entry.record, writer.phrases(entry))
    )
    if rows:
        yield Facts(rows)


def _story(writer: Writer, entry: Entry[Story]) -> Iterator[Block]:
    lead = entry.record.lead if entry.record.summary else None
    if lead:
        yield Paragraph((replace(one_line(lead)[0], strong=True),))
    yield from _amid(story(entry.record.body or ""), tuple(_quotes(writer, entry)))
    about = writer.say(entry, entry.record.about)
    if about:
        yield Remark(((Span("이 이야기가 다루는 곳과 일: "), *about),))
    elif not entry.council:
        yield Remark(((Span(UNATTRIBUTED),),))


def _amid(body: tuple[Block, ...], quotes: tuple[Quotation, ...]) -> Iterator[Block]:
    """A story with its first quote pulled from among its paragraphs where it is long, and the others at its end."""
    pulled = quotes[:1] if sum(isinstance(block, Paragraph) for block in body) >= _LONG_STORY else ()
    yield from body[:_BEFORE_PULLED]
    yield from (replace(quote, pulled=True) for quote in pulled)
    yield from body[_BEFORE_PULLED:]
    yield from quotes[len(pulled) :]


def _quotes(writer: Writer, entry: Entry[Record]) -> Iterator[Quotation]:
    for quote in entry.record.quotes:
        by = writer.person(entry, quote.speaker) or "말한 이는 출처에 없음"
        spans = (*joined(tuple(part.spans for part in paragraphs(quote.text)), " "), *writer.cite(entry, quote.source))
        yield Quotation(spans, f"{by}{_said_how(quote)}", quote.paraphrase)


def _said_how(quote: Quote) -> str:
    """When something was said, and whether in other words."""
    on = f", {quote.on}" if quote.on else ""
    return on + (". 말뜻을 간추려 옮겼습니다." if quote.paraphrase else "")


def _worked_out(writer: Writer, entry: Entry[Record]) -> tuple[Spans, ...]:
    """How a year is known whose record says otherwise than its folder."""
    year = entry.record.year if isinstance(entry.record, Year) else None
    return ((Span("해는 "), *writer.say(entry, year)),) if year is not None else ()


def _remarks(writer: Writer, entry: Entry[Record], unsaid: Collection[str]) -> Iterator[Remark]:
    """What is to be known about a record: claims as its source's, what is missing or restored, and its notes."""
    absent = tuple(label for label in missing(entry.record) if label not in unsaid)
    lines = (
        *_worked_out(writer, entry),
        *writer.claims(entry),
        *(((Span(f"{listed(absent)} 출처에 없습니다."),),) if absent else ()),
        *writer.notes(entry),
        *_uncited(writer, entry),
    )
    if lines:
        yield Remark(lines)
