"""One record in a booklet, as its page on the site shows it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final, cast

from ondongne.publications.booklet.album import Album
from ondongne.publications.booklet.blocks import (
    Block,
    Facts,
    Heading,
    Lead,
    Quotation,
    Remark,
    Row,
    Span,
)
from ondongne.publications.booklet.parts import parts
from ondongne.publications.booklet.prose import one_line, paragraphs, story
from ondongne.publications.booklet.quantities import of_home, of_record
from ondongne.publications.booklet.seen import seen
from ondongne.publications.booklet.writer import Writer, joined, listed
from ondongne.publications.facts import facts, missing
from ondongne.records.people import Quote
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.story import Story
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.year import Year

_PICTURED: Final = ("stories", "events", "city", "council", "year")
"""Kinds whose first photo is set over the full measure."""

UNATTRIBUTED: Final = "출처는 어느 동의 사례인지 밝히지 않았습니다."


def sheet(writer: Writer, album: Album, entry: Entry[Record], *, unsaid: Collection[str] = ()) -> tuple[Block, ...]:
    """A record under its heading; `unsaid` are missing fields that its chapter has spoken of already."""
    return Heading(entry.record.heading, 2, entry.id, _kicker(writer, entry), entry.id), *_body(
        writer, album, entry, unsaid
    )


def profile(writer: Writer, album: Album, entry: Entry[Record]) -> tuple[Block, ...]:
    """A record without a heading of its own: its chapter's is enough, and its parts come right below that."""
    blocks = _body(writer, album, entry, ())
    return tuple(replace(block, level=2) if isinstance(block, Heading) else block for block in blocks)


def missing_of(entry: Entry[Record]) -> tuple[str, ...]:
    """The labels of fields that a reader expects and the record's source does not give."""
    return tuple(filter(None, missing(entry.record).split(", ")))


def _body(writer: Writer, album: Album, entry: Entry[Record], unsaid: Collection[str]) -> Iterator[Block]:
    record = entry.record
    wide = entry.kind in _PICTURED
    pictures = [album.picture(entry, photo, wide=wide and not at) for at, photo in enumerate(record.photos)]
    yield from _lead(writer, entry)
    yield from filter(None, pictures[:1])
    if isinstance(record, Story):
        yield from _story(writer, cast(Entry[Story], entry))
    yield from _facts(writer, entry)
    yield from _figures(writer, entry)
    yield from parts(writer, entry)
    if isinstance(record, Visit):
        yield from seen(writer, cast(Entry[Visit], entry))
    yield from _quotes(writer, entry)
    yield from filter(None, pictures[1:])
    yield from _remarks(writer, entry, unsaid)


def _figures(writer: Writer, entry: Entry[Record]) -> tuple[Block, ...]:
    if isinstance(entry.record, Year) and entry.year is not None:
        return of_home(writer, writer.outcomes.entries[entry.owner], entry.year)
    return of_record(writer, entry)


def _kicker(writer: Writer, entry: Entry[Record]) -> str:
    brand = entry.record.brand if isinstance(entry.record, Project) else None
    return " · ".join(filter(None, (writer.origin(entry), entry.record.label, brand)))


def _opening(record: Record) -> str:
    """The sentence or two a record opens with; empty where it has none."""
    return (record.lead if isinstance(record, Story) else None) or record.summary or ""


def _lead(writer: Writer, entry: Entry[Record]) -> Iterator[Lead]:
    text = _opening(entry.record)
    if text:
        yield Lead((*one_line(text), *writer.apparatus.cite_all(entry.record)))


def _uncited(entry: Entry[Record]) -> bool:
    """Whether no opening sentence could cite the record's sources."""
    return bool(entry.record.sources) and not _opening(entry.record)


def _facts(writer: Writer, entry: Entry[Record]) -> Iterator[Facts]:
    rows = tuple(
        Row(fact.label, tuple(writer.spans(entry, line) for line in fact.lines))
        for fact in facts(entry.record, writer.phrases(entry))
    )
    if rows:
        yield Facts(rows)


def _story(writer: Writer, entry: Entry[Story]) -> Iterator[Block]:
    yield from story(entry.record.body or "")
    about = writer.say(entry, entry.record.about)
    if about:
        yield Remark(((Span("이 이야기가 다루는 곳과 일: "), *about),))
    elif not entry.council:
        yield Remark(((Span(UNATTRIBUTED),),))


def _quotes(writer: Writer, entry: Entry[Record]) -> Iterator[Quotation]:
    for quote in entry.record.quotes:
        by = writer.person(entry, quote.speaker) or "말한 이는 출처에 없음"
        spans = (*joined(tuple(part.spans for part in paragraphs(quote.text)), " "), *writer.cite(entry, quote.source))
        yield Quotation(spans, f"{by}{_said_on(quote)}", quote.paraphrase)


def _said_on(quote: Quote) -> str:
    return f", {quote.on}" if quote.on else ""


def _remarks(writer: Writer, entry: Entry[Record], unsaid: Collection[str]) -> Iterator[Remark]:
    """What is to be known about a record: claims as its source's, what is missing or restored, and its notes."""
    absent = tuple(label for label in missing_of(entry) if label not in unsaid)
    lines = (
        *writer.claims(entry),
        *(((Span(f"{listed(absent)} 출처에 없습니다."),),) if absent else ()),
        *writer.notes(entry),
        *(((Span("출처 "), *writer.apparatus.cite_all(entry.record)),) if _uncited(entry) else ()),
    )
    if lines:
        yield Remark(lines)
