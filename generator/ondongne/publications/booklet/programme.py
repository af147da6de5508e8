"""An event's programme book: the order of events, what was given and to whom, and the stories told there."""

from collections.abc import Iterator
from typing import Final

from ondongne.publications.booklet.album import Album
from ondongne.publications.booklet.blocks import Block, Facts, Heading, Items, Lead, Paragraph, Remark, Span, Spans
from ondongne.publications.booklet.prose import one_line
from ondongne.publications.booklet.seen import table
from ondongne.publications.booklet.sheets import profile
from ondongne.publications.booklet.writer import Writer
from ondongne.records.event import Appointment, Commendation, Event, ProgrammeItem
from ondongne.records.tree import Entry

_APART: Final = ("programme", "appointments", "commendations")
"""Parts of an event that stand by themselves."""


def programme(writer: Writer, album: Album, event: Entry[Event]) -> tuple[Block, ...]:
    """What the event is, its order part by part, and what happened there."""
    blocks = profile(writer, album, event, apart=_APART)
    known = max((at for at, block in enumerate(blocks, 1) if isinstance(block, (Lead, Facts))), default=0)
    return *blocks[:known], *_order(writer, event), *blocks[known:]


def _order(writer: Writer, event: Entry[Event]) -> Iterator[Block]:
    for part in event.record.programme:
        yield Heading(part.title, 2)
        if part.theme:
            yield Paragraph((Span(part.theme, strong=True),), ragged=True)
        if part.items:
            yield Items(tuple(_turn(writer, event, item) for item in part.items), ordered=True)


def _turn(writer: Writer, event: Entry[Event], item: ProgrammeItem) -> Spans:
    by = (Span(" "), *writer.say(event, item.by)) if item.by else ()
    note = (Span(": "), *one_line(item.note)) if item.note else ()
    return (Span(item.title, strong=True), *by, *note)


def honours(writer: Writer, event: Entry[Event]) -> tuple[Block, ...]:
    """Commendations and appointments."""
    given = [_commended(writer, event, value) for value in event.record.commendations]
    appointed = [_appointed(writer, event, value) for value in event.record.appointments]
    uncounted = bool(appointed) and not any(count for _, count in appointed)
    return (
        *table("표창", ("표창", "공적", "준 이", "받은 이", "인원"), given),
        *table("위촉", ("위촉", "인원"), appointed),
        *((Remark(((Span("몇 명을 위촉했는지는 출처에 없습니다."),),)),) if uncounted else ()),
    )


def _commended(writer: Writer, event: Entry[Event], value: Commendation) -> tuple[Spans, ...]:
    recipients = ", ".join(filter(None, (writer.person(event, person) for person in value.recipients)))
    count = writer.say(event, value.count, "명")
    return _plain(value.title), _plain(", ".join(value.grounds)), _plain(value.giver or ""), _plain(recipients), count


def _appointed(writer: Writer, event: Entry[Event], value: Appointment) -> tuple[Spans, ...]:
    return (Span(value.title), *writer.cite(event, value.source)), writer.say(event, value.count, "명")


def _plain(text: str) -> Spans:
    return (Span(text),) if text else ()
