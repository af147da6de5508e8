"""The chapters of a booklet in customary order; one with nothing in it is left out."""

from collections.abc import Iterable, Iterator
from typing import Final, cast

from ondongne.outcomes.lineage import Thread
from ondongne.publications.booklet.album import Album
from ondongne.publications.booklet.blocks import Block, Chapter, Heading, Remark, Span
from ondongne.publications.booklet.gathering import PASSAGES, Entries, Gathered, of_chapter
from ondongne.publications.booklet.opening import city_profile, council_profile, glance
from ondongne.publications.booklet.seen import lineage
from ondongne.publications.booklet.sheets import missing_of, profile, sheet
from ondongne.publications.booklet.writer import Writer, listed
from ondongne.records.edition import Edition
from ondongne.records.kinds import KINDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry

_ENOUGH: Final = 2
"""Records of one kind from which on a chapter says once what all of them lack."""


def of_year(writer: Writer, album: Album, gathered: Gathered) -> tuple[Chapter, ...]:
    """The chapters of a council-year or city-year, from its profile to its organisations."""
    home = gathered.home

    def chapter(title: str, slug: str, entries: Entries) -> tuple[Chapter, ...]:
        return _chapter(title, f"{home}/{slug}", _sheets(writer, album, entries))

    about = city_profile if gathered.is_of_city else council_profile
    return (
        *about(writer, album, gathered),
        *glance(writer, album, gathered),
        *chapter("행사", "events", gathered.of("events")),
        *chapter("이야기", "stories", gathered.of("stories")),
        *_projects(writer, album, gathered),
        *_chapter("배움의 길", f"{home}/visits", _learning(writer, album, gathered)),
        *chapter(_passages(gathered), "milestones", tuple(e for kind in PASSAGES for e in gathered.of(kind))),
        *chapter("함께한 기관", "organisations", gathered.organisations),
    )


def of_edition(writer: Writer, album: Album, edition: Entry[Edition]) -> tuple[Chapter, ...]:
    """The chapters of an edition, as it names them; records that readers may not see are left out."""
    chapters: list[Chapter] = []
    for number, chapter in enumerate(edition.record.chapters):
        blocks = _sheets(writer, album, of_chapter(writer.outcomes, edition, number))
        chapters += _chapter(chapter.title, f"{edition.id}/{number}", blocks)
    return tuple(chapters)


def _chapter(title: str, patch: str, blocks: tuple[Block, ...], anchor: str = "") -> tuple[Chapter, ...]:
    return (Chapter(title, blocks, patch=patch, anchor=anchor),) if blocks else ()


def _sheets(writer: Writer, album: Album, entries: Entries) -> tuple[Block, ...]:
    common = _lacking(entries)
    said = (Remark(((Span(_all_lack(entries, common)),),)),) if common else ()
    return (*said, *(block for entry in entries for block in sheet(writer, album, entry, unsaid=common)))


def _lacking(entries: Entries) -> tuple[str, ...]:
    """What every record of a chapter of one kind lacks."""
    if len(entries) < _ENOUGH or len({entry.kind for entry in entries}) > 1:
        return ()
    first, *others = (missing_of(entry) for entry in entries)
    return tuple(label for label in first if all(label in absent for absent in others))


def _all_lack(entries: Entries, labels: tuple[str, ...]) -> str:
    return f"여기 실은 {entries[0].record.label} {len(entries)}건은 모두 {listed(labels, '이')} 출처에 없습니다."


def _projects(writer: Writer, album: Album, gathered: Gathered) -> Iterator[Chapter]:
    """The city's or council's own projects; in a city's booklet then a chapter for each council with its year."""
    own = gathered.owner
    title = "시의 사업" if gathered.is_of_city else "사업"
    yield from _chapter(title, f"{own.id}/{gathered.year}/projects", _sheets(writer, album, gathered.projects(own)))
    for council in gathered.owners[1:]:
        entry = writer.outcomes.year(council.id, gathered.year)
        year = profile(writer, album, cast(Entry[Record], entry)) if entry is not None else ()
        blocks = (*year, *_sheets(writer, album, gathered.projects(council)))
        yield from _chapter(council.record.heading, council.id, blocks, anchor=council.id)


def _learning(writer: Writer, album: Album, gathered: Gathered) -> tuple[Block, ...]:
    visits, practices = gathered.of("visits"), gathered.practices
    threads = () if _told_by_one(gathered.threads, visits) else lineage(writer, gathered.threads)
    table = (
        (Heading("누가 누구에게 배웠나", 2, f"{gathered.owner.id}/{gathered.year}/lineage"), *threads)
        if threads
        else ()
    )
    return (*table, *_sheets(writer, album, visits), *_sheets(writer, album, practices))


def _told_by_one(threads: tuple[Thread, ...], visits: Entries) -> bool:
    """Whether the table of a single visit says all there is to say."""
    return len(visits) == 1 and all(thread.visit is not None and thread.visit.id == visits[0].id for thread in threads)


def _passages(gathered: Gathered) -> str:
    return ", ".join(_labels(kind for kind in PASSAGES if gathered.of(kind)))


def _labels(kinds: Iterable[str]) -> Iterator[str]:
    return (KINDS[kind].label for kind in kinds)
