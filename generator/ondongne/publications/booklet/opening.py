"""The first chapters of a booklet: greetings, who the councils are, their vision, and the year at a glance."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, cast

from ondongne import korean
from ondongne.publications.booklet.album import Album
from ondongne.publications.booklet.blocks import (
    Bar,
    Block,
    Chapter,
    Heading,
    Lead,
    Names,
    Numbers,
    Remark,
    Section,
    Signature,
    Slogan,
    Span,
    Spans,
)
from ondongne.publications.booklet.parts import PARTS, labelled
from ondongne.publications.booklet.prose import one_line, paragraphs
from ondongne.publications.booklet.quantities import of_home
from ondongne.publications.booklet.seen import table
from ondongne.publications.booklet.sheets import deeper, profile
from ondongne.publications.booklet.writer import Writer, restored
from ondongne.publications.facts import BOX, label
from ondongne.publications.gathering import Gathered
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.evidence import Vision
from ondongne.records.people import Foreword
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.year import Year

OFFICERS: Final = ("officers",)
_MEMBERS: Final = ("chairs", "subcommittees", "groups")
"""Parts of a year and of a council that say who is in it."""

_MANY: Final = 6
"""Blocks about who is in a council from which on they stand below a heading of their own in its booklet."""

COLUMNS: Final = ("dongs", "formed", "members", "subcommittees", "meetings")
"""What the table of councils says of each."""


def greetings(writer: Writer, entry: Entry[Record] | None, forewords: tuple[Foreword, ...]) -> tuple[Chapter, ...]:
    """A chapter for each foreword of a year or edition."""
    if entry is None:
        return ()
    return tuple(
        Chapter(
            foreword.title,
            (*paragraphs(foreword.body), Signature(writer.person(entry, foreword.by))),
            kicker="여는 글",
        )
        for foreword in forewords
    )


def city_profile(writer: Writer, album: Album, gathered: Gathered) -> tuple[Chapter, ...]:
    """Who the councils of a city are, and its vision."""
    city = cast(Entry[City], gathered.owner)
    slogans = tuple(block for vision in visions(gathered) for block in _slogan(writer, city, vision))
    told = profile(writer, album, city)
    lead = tuple(block for block in told[:1] if isinstance(block, Lead))
    blocks = (*lead, *slogans, *told[len(lead) :], *_councils(writer, gathered))
    return (Chapter(_with_vision("동 협의체 소개", gathered), blocks, patch=city.id, anchor=city.id),) if blocks else ()


def council_profile(writer: Writer, album: Album, gathered: Gathered) -> tuple[Chapter, ...]:
    """What a council is like and who is in it."""
    council = cast(Entry[Council], gathered.owner)
    body, people = council_body(writer, album, council), members(writer, council, gathered.record)
    at = len(body) - isinstance(body[-1], Remark) if body else 0
    few = (*body[:at], *people, *body[at:])
    blocks = few if len(people) < _MANY else sectioned({"현황": body, "위원 구성": people})
    return (Chapter(f"{council.record.heading} 협의체", blocks, patch=council.id, anchor=council.id),) if blocks else ()


def council_body(writer: Writer, album: Album, council: Entry[Council]) -> tuple[Block, ...]:
    """What a council is like, apart from who is in it."""
    return profile(writer, album, council, apart=_MEMBERS)


def members(writer: Writer, council: Entry[Council], year: Entry[Year] | None) -> tuple[Block, ...]:
    """Who is in a council: its chairs, its subcommittees and groups, and the officers of the year; chairs only once."""
    officers = labelled(writer, year, OFFICERS) if year is not None else ()
    among = year.record.officers if year is not None else ()
    names = tuple(name for name in _MEMBERS if name != "chairs" or any(c not in among for c in council.record.chairs))
    told = (*labelled(writer, council, names), *officers)
    return tuple(replace(block, level=2) if isinstance(block, Heading) else block for block in told)


def is_told(council: Entry[Council]) -> bool:
    """Whether a council's record says more than its name and the dongs it covers."""
    record = council.record
    parts = (*PARTS[Council.kind], *BOX[Council.kind])
    return bool(record.summary or record.photos or any(getattr(record, name) for name in parts if name != "dongs"))


def sectioned(sections: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Blocks by section, without those that are empty; a single one needs no heading."""
    told = {title: blocks for title, blocks in sections.items() if blocks}
    if len(told) <= 1:
        return next(iter(told.values()), ())
    return tuple(block for title, blocks in told.items() for block in (Section(title), *deeper(blocks)))


def _with_vision(title: str, gathered: Gathered) -> str:
    return f"{title}와 비전" if visions(gathered) else title


def visions(gathered: Gathered) -> tuple[Vision, ...]:
    """A city's vision for the year, and those declared at one of its events."""
    city = gathered.owner
    if not isinstance(city.record, City):
        return ()
    events = {entry.id for entry in gathered.of("events")}
    declared = {
        vision: found.id
        for vision in city.record.visions
        if vision.declared_at and (found := gathered.outcomes.follow(city, vision.declared_at))
    }
    return tuple(v for v in city.record.visions if v.year == gathered.year or declared.get(v) in events)


def _slogan(writer: Writer, city: Entry[City], vision: Vision) -> Iterator[Block]:
    about = restored(vision.slogan) if vision.slogan.restored else ()
    event = writer.say(city, vision.declared_at) if vision.declared_at else ()
    declared: Spans = (Span("선포한 행사는 "), *event, Span("입니다.")) if event else ()
    cites = writer.cite(city, vision.source)
    yield Slogan(
        vision.slogan.text, f"{vision.year}년 비전", (*declared, *cites, *((Span(" "),) if about else ()), *about)
    )
    if vision.meaning:
        yield from paragraphs(vision.meaning)


def _councils(writer: Writer, gathered: Gathered) -> Iterator[Block]:
    """The councils by name with what is known of each; what no source gives is said in one sentence."""
    councils = gathered.outcomes.councils(gathered.owner.id)
    if not councils:
        return
    yield Heading("동 협의체", 2, f"{gathered.owner.id}/councils")
    rows = [tuple(_cell(writer, council, name) for name in COLUMNS) for council in councils]
    known = [at for at in range(len(COLUMNS)) if any(row[at] for row in rows)]
    yield Lead((Span(f"{gathered.owner.record.heading}에는 동 협의체 {len(councils)}곳의 기록이 있습니다."),))
    if known:
        head = ("협의체", *(label(Council, name) for name in COLUMNS))
        yield from table("동 협의체", head, [((writer.name(c),), *row) for c, row in zip(councils, rows, strict=True)])
    else:
        yield Names(tuple((writer.name(council),) for council in councils))
    absent = [label(Council, name) for at, name in enumerate(COLUMNS) if at not in known and name != "dongs"]
    if absent:
        yield Remark(((Span(f"동마다의 {korean.with_particle(', '.join(absent), '은')} 출처에 없습니다."),),))


def _cell(writer: Writer, council: Entry[Council], name: str) -> Spans:
    value = getattr(council.record, name)
    if name == "subcommittees":
        return (Span(", ".join(item.name for item in value)),) if value else ()
    if name == "meetings":
        return one_line(value.regular) if value else ()
    return writer.say(council, value[-1:] if name == "members" else value, "명")


def glance(writer: Writer, album: Album, gathered: Gathered, drawings: tuple[Block, ...]) -> tuple[Chapter, ...]:
    """The year at a glance: its story, figures and charts."""
    home, entry = gathered.home, gathered.record
    apart = () if gathered.is_of_city else OFFICERS
    told = profile(writer, album, entry, apart=apart) if entry is not None else ()
    blocks = told or of_home(writer, gathered.owner, gathered.year)
    at = 1 + max((at for at, block in enumerate(blocks) if isinstance(block, (Numbers, Bar))), default=len(blocks) - 1)
    whole = (*blocks[:at], *drawings, *blocks[at:])
    return (Chapter("한눈에 보는 성과", whole, patch=home, anchor=home),) if whole else ()
