"""The pages of an EPUB in reading order, and where in them the anchors of the manuscript stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ondongne.publications.booklet.blocks import Chapter, Heading, IndexGroup, References
from ondongne.publications.booklet.document import Manuscript
from ondongne.publications.booklet.sources import cited

_SORTS: Final = ((IndexGroup, "index"), (References, "appendix"))
"""What a chapter is by a block it holds; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file, the name of the spot in it, its title, and its anchor in the manuscript."""

    file: str
    name: str
    title: str
    anchor: str

    @property
    def href(self) -> str:
        """The address of the place from any page."""
        return f"{self.file}#{self.name}" if self.name else self.file


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, title, what it is in EPUB's vocabulary of structures, and the records on it."""

    name: str
    title: str
    sort: str
    chapter: Chapter | None = None
    records: tuple[Place, ...] = ()

    @property
    def file(self) -> str:
        """The file of the page."""
        return f"{self.name}.xhtml"

    @property
    def template(self) -> str:
        """The template of the page."""
        return "chapter.xhtml" if self.chapter else self.file

    @property
    def cited(self) -> tuple[int, ...]:
        """The sources it cites, in the order of their numbers."""
        return tuple(sorted(set(cited(self.chapter))))

    @property
    def is_listed(self) -> bool:
        """Whether the contents name it."""
        return self.name not in ("cover", "title", "nav")

    @property
    def places(self) -> tuple[Place, ...]:
        """Everywhere on the page that links can lead."""
        own = self.chapter.anchor if self.chapter else ""
        return (*((Place(self.file, "", self.title, own),) if own else ()), *self.records)


def pages(manuscript: Manuscript) -> tuple[Page, ...]:
    """Every page, from the cover to the colophon."""
    return (
        Page("cover", manuscript.title, "cover"),
        Page("title", manuscript.title, "titlepage"),
        *(_page(f"front-{number}", "foreword", chapter) for number, chapter in enumerate(manuscript.fronts, 1)),
        Page("nav", "차례", "toc"),
        *(_page(f"chapter-{number}", _sort(chapter), chapter) for number, chapter in enumerate(manuscript.chapters, 1)),
        Page("colophon", "판권", "colophon"),
    )


def _page(name: str, sort: str, chapter: Chapter) -> Page:
    return Page(name, chapter.title, sort, chapter, tuple(_records(f"{name}.xhtml", chapter)))


def _records(file: str, chapter: Chapter) -> Iterator[Place]:
    headings = (block for block in chapter.blocks if isinstance(block, Heading) and block.anchor)
    for number, heading in enumerate(headings, 1):
        yield Place(file, f"record-{number}", heading.text, heading.anchor)


def _sort(chapter: Chapter) -> str:
    found = (sort for kind, sort in _SORTS if any(isinstance(block, kind) for block in chapter.blocks))
    return next(found, "chapter")
