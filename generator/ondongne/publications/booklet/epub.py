"""A booklet as EPUB 3.3: the pages of its manuscript in a zip, whose bytes are the same for the same booklet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Template
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ondongne.paths import theme_folder
from ondongne.publications.booklet.document import Booklet
from ondongne.publications.booklet.epub_cover import drawn
from ondongne.publications.booklet.epub_pages import Page, pages
from ondongne.publications.booklet.epub_text import Text
from ondongne.publications.booklet.packing import packed
from ondongne.publications.design import Design
from ondongne.publications.photographs import published

LONGEST_SIDE: Final = 1200
"""Pixels of a photo's longer side: enough for a phone or a reader held upright, a third of what paper needs."""

_CONTAINER: Final = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_COVER: Final = "cover.jpg"
_FEATURES: Final = (
    *("alternativeText", "displayTransformability", "longDescription"),
    *("readingOrder", "structuralNavigation", "tableOfContents"),
)
_MEDIA: Final = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "jpg": "image/jpeg",
}


@dataclass(frozen=True, slots=True)
class _Item:
    """A file as the package lists it."""

    id: str
    name: str
    properties: str = ""

    @property
    def media(self) -> str:
        return _MEDIA[self.name.rpartition(".")[2]]


def bound(id_: str, booklet: Booklet, design: Design) -> bytes:
    """The booklet `id_` as EPUB; raises Failure for a photo that is none."""
    manuscript, accent = booklet.manuscript, booklet.data["look"]["accent"]
    leaves = pages(manuscript)
    text = Text(_templates(), leaves, design, accent)
    photos = {name: published(file, min(side, LONGEST_SIDE)) for name, (file, side) in booklet.photos.items()}
    pictures = {_COVER: drawn(manuscript.cover, design, accent)} | photos
    written = {page.file: text.page(page, manuscript) for page in leaves}
    package = (
        _templates()
        .get_template("package.opf")
        .render(
            identifier=uuid5(NAMESPACE_URL, f"ondongne:{id_}").urn,
            title=manuscript.title,
            author=manuscript.author,
            modified=f"{booklet.dated:%Y-%m-%dT%H:%M:%SZ}",
            features=_FEATURES,
            manifest=tuple(_manifest(leaves, written, pictures)),
            pages=leaves,
        )
    )
    style = {"book.css": _style(design, accent)}
    inside = {"package.opf": package.encode(), **_encoded(style | written), **pictures}
    return packed(
        "application/epub+zip",
        {"META-INF/container.xml": _CONTAINER.encode(), **{f"EPUB/{n}": c for n, c in inside.items()}},
    )


def _manifest(leaves: tuple[Page, ...], written: Mapping[str, str], pictures: Mapping[str, bytes]) -> Iterator[_Item]:
    yield _Item("style", "book.css")
    for page in leaves:
        drawings = "svg" if "<svg" in written[page.file] else ""
        yield _Item(page.name, page.file, "nav" if page.name == "nav" else drawings)
    for name in pictures:
        is_cover = name == _COVER
        yield _Item("cover-picture" if is_cover else name.partition(".")[0], name, "cover-image" if is_cover else "")


@lru_cache(maxsize=1)
def _templates() -> Environment:
    folder = theme_folder() / "booklet" / "epub"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _style(design: Design, accent: str) -> str:
    sheet = theme_folder() / "booklet" / "epub" / "book.css"
    return Template(sheet.read_text(encoding="utf-8")).substitute({**design.light, "accent": accent})


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in texts.items()}
