"""A whole booklet as data: what stands on its cover and imprint, its chapters, and the look it is to have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ondongne import __version__
from ondongne.outcomes.lineage import Lineage
from ondongne.publications.booklet.album import Album
from ondongne.publications.booklet.blocks import Block, Chapter, Heading, References, Row, Section, Span, Spans
from ondongne.publications.booklet.chapters import of_edition, of_year
from ondongne.publications.booklet.index import index
from ondongne.publications.booklet.opening import greetings
from ondongne.publications.booklet.sources import Apparatus
from ondongne.publications.booklet.statistics import Statistics
from ondongne.publications.booklet.words import as_data
from ondongne.publications.booklet.woven import Weaver
from ondongne.publications.booklet.writer import Writer
from ondongne.publications.cloth import drawings
from ondongne.publications.covers import Cover, compiler, edition_cover, year_cover
from ondongne.publications.design import Design
from ondongne.publications.gathering import Entries, Gathered, chosen
from ondongne.publications.imprint import published
from ondongne.records.city import City
from ondongne.records.edition import Edition
from ondongne.records.record import Record
from ondongne.records.tree import Entry

_ACCENT: Final = "쪽"
_LISTED: Final = 60
"""Records up to which the contents name each; beyond, only chapters."""

_LEAFLET: Final = 24
"""Records up to which a booklet is so thin that its chapters need no page of their own to open on."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """All that a booklet says; `footnotes` stand by the numbers of their sources, from 1.

    `depth` is how deep the contents go, and in a `roomy` one chapters open on a page of their own.
    """

    title: str
    author: str
    cover: Cover
    imprint: tuple[Row, ...]
    fronts: tuple[Chapter, ...]
    chapters: tuple[Chapter, ...]
    footnotes: tuple[Spans, ...]
    depth: int
    roomy: bool

    @property
    def anchors(self) -> frozenset[str]:
        """Where links inside the booklet can lead."""
        return frozenset(_anchors(self.chapters))


@dataclass(frozen=True, slots=True)
class Booklet:
    """A booklet before it is made: what it says, the data files of its templates, its photos, and the records in it."""

    manuscript: Manuscript
    data: Mapping[str, Any]
    photos: Mapping[str, tuple[Path, int]]
    entries: Entries

    @property
    def dated(self) -> datetime:
        """The end of the newest year told of; formats ask for a date, one of making would change bytes daily."""
        return datetime(max((entry.year for entry in self.entries if entry.year), default=1970), 12, 31, tzinfo=UTC)


@dataclass(frozen=True, eq=False)
class _Draft:
    """What a booklet is put together from."""

    writer: Writer
    album: Album
    owner: Entry[Record]
    cover: Cover
    fronts: tuple[Chapter, ...]
    chapters: tuple[Chapter, ...]
    entries: Entries
    tables: tuple[Block, ...] = ()

    def finished(self, design: Design) -> Booklet:
        """The booklet with its sources and index."""
        anchors = frozenset(_anchors(self.chapters))
        backs = tuple(self._backs(anchors))
        city = self.writer.outcomes.city(self.owner)
        manuscript = Manuscript(
            title=self.cover.whole_title,
            author=compiler(city),
            cover=self.cover,
            imprint=_imprint(self.writer, self.owner, self.cover, _version(self.entries)),
            fronts=self.fronts,
            chapters=(*self.chapters, *backs),
            footnotes=self.writer.apparatus.footnotes(),
            depth=_depth(self.chapters),
            roomy=_records(self.chapters) > _LEAFLET,
        )
        files = {
            "booklet": as_data(manuscript, anchors),
            "look": {"accent": _accent(design, city), "colours": dict(design.light), "sizes": dict(design.print)},
            "patches": drawings({s.patch for s in self.cover.cloth} | _patches(self.chapters), design),
        }
        return Booklet(manuscript, files, self.album.files, self.entries)

    def _backs(self, anchors: frozenset[str]) -> Iterator[Chapter]:
        sources = self.writer.apparatus.entries()
        if self.tables:
            listed = (Section("출처"), References(sources)) if sources else ()
            yield Chapter("부록", (Section("통계표"), *self.tables, *listed))
        elif sources:
            yield Chapter("출처", (References(sources),))
        terms = index(self.writer, self.entries, anchors)
        if terms:
            yield Chapter("찾아보기", terms)


def year_booklet(gathered: Gathered, design: Design) -> Booklet:
    """The booklet of a city's or council's year."""
    outcomes, owner, entry = gathered.outcomes, gathered.owner, gathered.record
    writer = Writer(owner.id, gathered.lineage, Apparatus())
    album = Album(outcomes, owner.city)
    cover = year_cover(gathered)
    fronts = greetings(writer, entry, entry.record.forewords if entry is not None else ())
    statistics = Statistics(writer, gathered)
    accent = _accent(design, outcomes.city(owner))
    weaver = Weaver(outcomes, design, accent)
    chapters = of_year(writer, album, gathered, statistics.charts(design, accent), weaver)
    entries, tables = tuple(gathered.everything.values()), tuple(statistics.tables())
    return _Draft(writer, album, owner, cover, fronts, chapters, entries, tables).finished(design)


def edition_booklet(lineage: Lineage, edition: Entry[Edition], design: Design) -> Booklet:
    """The booklet of an edition."""
    outcomes = lineage.outcomes
    entries = chosen(outcomes, edition)
    writer, album = Writer(edition.id, lineage, Apparatus()), Album(outcomes, edition.city)
    cover = edition_cover(outcomes, edition)
    fronts = greetings(writer, edition, edition.record.forewords)
    return _Draft(writer, album, edition, cover, fronts, of_edition(writer, album, edition), entries).finished(design)


def _imprint(writer: Writer, owner: Entry[Record], cover: Cover, version: str) -> tuple[Row, ...]:
    city = writer.outcomes.city(owner)
    licence = owner.record.licence or city.record.licence
    sources = len(writer.apparatus.entries())
    given = {
        "책 이름": cover.whole_title,
        "지역": " ".join(filter(None, (city.record.province, city.record.heading))),
        "엮은이": compiler(city),
        **(published(owner.record) if isinstance(owner.record, Edition) else {}),
        "기록의 판": version,
        "출처": f"{sources}건. 책 끝의 ‘출처’에 번호대로 적었습니다." if sources else "",
        "이용 조건": licence.label if licence else "",
        "만든 도구": f"온동네 {__version__}",
        "알려 두기": cover.note,
    }
    return tuple(Row(label, ((Span(text),),)) for label, text in given.items() if text)


def _version(entries: Entries) -> str:
    """A short digest of the records as they are written; it changes when any of them does."""
    digest = sha256()
    for entry in sorted(entries, key=lambda entry: entry.id):
        digest.update(entry.document.digest)
    return digest.hexdigest()[:8]


def _accent(design: Design, city: Entry[City]) -> str:
    return design.accent(city.record.brand.accent if city.record.brand else _ACCENT).light


def _anchors(chapters: tuple[Chapter, ...]) -> set[str]:
    headings = (block.anchor for chapter in chapters for block in chapter.blocks if isinstance(block, Heading))
    return {*filter(None, headings), *(chapter.anchor for chapter in chapters if chapter.anchor)}


def _patches(chapters: tuple[Chapter, ...]) -> set[str]:
    blocks = (block.patch for chapter in chapters for block in chapter.blocks if isinstance(block, Heading))
    return {*filter(None, blocks), *(chapter.patch for chapter in chapters if chapter.patch)}


def _depth(chapters: tuple[Chapter, ...]) -> int:
    """How deep the contents go: to the records, which may stand below a section, while those are few."""
    return 3 if _records(chapters) <= _LISTED else 1


def _records(chapters: tuple[Chapter, ...]) -> int:
    return sum(isinstance(block, Heading) and bool(block.anchor) for c in chapters for block in c.blocks)
