"""The chapters of a booklet in customary order; one with nothing in it is left out."""

from collections.abc import Iterable, Iterator
from typing import Final, cast

from ondongne.outcomes.lineage import Thread
from ondongne.publications.booklet.album import Album, galleries
from ondongne.publications.booklet.blocks import Block, Chapter, Remark, Section, Span
from ondongne.publications.booklet.opening import (
    OFFICERS,
    city_profile,
    council_body,
    council_profile,
    glance,
    is_told,
    members,
    sectioned,
)
from ondongne.publications.booklet.programme import honours, programme
from ondongne.publications.booklet.seen import lineage
from ondongne.publications.booklet.sheets import deeper, profile, sheet
from ondongne.publications.booklet.woven import Weaver
from ondongne.publications.booklet.writer import Writer, listed
from ondongne.publications.facts import missing
from ondongne.publications.gathering import PASSAGES, Entries, Gathered, by_chapter, event_of, presented
from ondongne.publications.phrases import year_text
from ondongne.records.council import Council
from ondongne.records.edition import Edition
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry

_ENOUGH: Final = 2
"""Records of one kind from which on a chapter says once what all of them lack."""

_ENOUGH_PHOTOS: Final = 3
"""Photos from which on they have pages of their own."""


def of_year(
    writer: Writer, album: Album, gathered: Gathered, drawings: tuple[Block, ...], weaver: Weaver
) -> tuple[Chapter, ...]:
    """The chapters of a council-year or city-year, from its profile to its organisations; `drawings` are its charts."""
    home = gathered.home
    photos = _photos(album, gathered)

    def chapter(title: str, slug: str, entries: Entries) -> tuple[Chapter, ...]:
        return _chapter(title, f"{home}/{slug}", _sheets(writer, album, entries))

    about = city_profile if gathered.is_of_city else council_profile
    return (
        *about(writer, album, gathered),
        *glance(writer, album, gathered, drawings),
        *photos,
        *chapter("행사", "events", gathered.at(gathered.owner, "events")),
        *chapter("이야기", "stories", gathered.told_stories),
        *chapter("시의 사업" if gathered.is_of_city else "사업", "projects", gathered.projects(gathered.owner)),
        *(found for council in gathered.owners[1:] for found in _council(writer, album, gathered, council)),
        *_chapter("배움의 길", f"{home}/visits", _learning(writer, album, gathered, weaver)),
        *chapter(_passages(gathered), "milestones", tuple(e for kind in PASSAGES for e in gathered.of(kind))),
        *chapter("함께한 기관", "organisations", gathered.organisations),
    )


def of_edition(writer: Writer, album: Album, edition: Entry[Edition]) -> tuple[Chapter, ...]:
    """The chapters of an edition: its event's, then those it names; records readers may not see are left out."""
    chapters = list(_of_event(writer, album, edition))
    told = zip(edition.record.chapters, by_chapter(writer.outcomes, edition), strict=True)
    for number, (chapter, entries) in enumerate(told):
        chapters += _chapter(chapter.title, f"{edition.id}/{number}", _sheets(writer, album, entries))
    return tuple(chapters)


def _of_event(writer: Writer, album: Album, edition: Entry[Edition]) -> Iterator[Chapter]:
    event = event_of(writer.outcomes, edition)
    if event is None:
        return
    told = presented(writer.outcomes, event)
    yield from _chapter("식순", f"{event.id}/programme", programme(writer, album, event))
    yield from _chapter("표창과 위촉", f"{event.id}/honours", honours(writer, event))
    yield from _chapter("발표 사례", f"{event.id}/stories", _sheets(writer, album, told))


def _chapter(title: str, patch: str, blocks: tuple[Block, ...], anchor: str = "") -> tuple[Chapter, ...]:
    return (Chapter(title, blocks, patch=patch, anchor=anchor),) if blocks else ()


def _photos(album: Album, gathered: Gathered) -> tuple[Chapter, ...]:
    """The pages of photos: those of the year and its events, where there are enough of them."""
    holders = tuple(entry for kind in ("year", "events") for entry in gathered.of(kind))
    if sum(len(album.pictures(entry, wide=True)) for entry in holders) < _ENOUGH_PHOTOS:
        return ()
    pictures = tuple(picture for entry in holders for picture in album.take(entry))
    return _chapter("화보", f"{gathered.home}/photos", galleries(pictures))


def _sheets(writer: Writer, album: Album, entries: Entries) -> tuple[Block, ...]:
    common = _lacking(entries)
    said = (Remark(((Span(_all_lack(entries, common)),),)),) if common else ()
    return (*said, *(block for entry in entries for block in sheet(writer, album, entry, unsaid=common)))


def _lacking(entries: Entries) -> tuple[str, ...]:
    """What every record of a chapter of one kind lacks."""
    if len(entries) < _ENOUGH or len({entry.kind for entry in entries}) > 1:
        return ()
    first, *others = (missing(entry.record) for entry in entries)
    return tuple(label for label in first if all(label in absent for absent in others))


def _all_lack(entries: Entries, labels: tuple[str, ...]) -> str:
    return f"여기 실은 {entries[0].record.label} {len(entries)}건은 모두 {listed(labels, '이')} 출처에 없습니다."


def _council(writer: Writer, album: Album, gathered: Gathered, council: Entry[Record]) -> tuple[Chapter, ...]:
    """A council's chapter in a city's booklet: what it is, who is in it, its year and what it did in it."""
    blocks = _of_council(writer, album, gathered, cast(Entry[Council], council))
    return _chapter(council.record.heading, council.id, blocks, anchor=council.id)


def _of_council(writer: Writer, album: Album, gathered: Gathered, council: Entry[Council]) -> tuple[Block, ...]:
    year = writer.outcomes.year(council.id, gathered.year)
    sections = {
        "현황": council_body(writer, album, council) if is_told(council) else (),
        "위원 구성": members(writer, council, year),
        year_text(writer.outcomes, council.id, gathered.year): profile(writer, album, year, apart=OFFICERS)
        if year is not None
        else (),
        "사업": _sheets(writer, album, gathered.projects(council)),
        "행사": _sheets(writer, album, gathered.at(council, "events")),
        "이야기": _sheets(writer, album, gathered.stories(council)),
    }
    return sectioned(sections)


def _learning(writer: Writer, album: Album, gathered: Gathered, weaver: Weaver) -> tuple[Block, ...]:
    visits, practices = gathered.of("visits"), gathered.practices
    threads = gathered.threads
    table = () if _told_by_one(threads, visits) else lineage(writer, threads)
    woven = (*weaver.drawings(threads), *table)
    return (
        *((Section("누가 누구에게 배웠나"), *woven) if woven else ()),
        *_section("견학", _sheets(writer, album, visits), woven),
        *_section("실천", _sheets(writer, album, practices), woven),
    )


def _section(title: str, blocks: tuple[Block, ...], besides: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks below a heading of their own where others stand besides them."""
    return (Section(title), *deeper(blocks)) if blocks and besides else blocks


def _told_by_one(threads: tuple[Thread, ...], visits: Entries) -> bool:
    """Whether the table of a single visit says all there is to say."""
    return len(visits) == 1 and all(thread.visit is not None and thread.visit.id == visits[0].id for thread in threads)


def _passages(gathered: Gathered) -> str:
    return ", ".join(_labels(kind for kind in PASSAGES if gathered.of(kind)))


def _labels(kinds: Iterable[str]) -> Iterator[str]:
    return (KINDS[kind].label for kind in kinds)
