"""The HWPX: all that the booklet says, in the styles of Hangul, read again by a package other than its writer."""

import re
import sys
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from hwp_hwpx_parser import Reader
from PIL import Image

from ondongne.failure import Failure
from ondongne.paths import theme_folder
from ondongne.publications.booklet import Work, works
from ondongne.publications.booklet.blocks import Block
from ondongne.publications.booklet.hwpx_text import MAKERS
from ondongne.publications.design import read_design
from tests.publications.booklet.shelf import GARAM, read, written
from tests.publications.booklet.test_epub import HOSTILE, PROJECT, texts
from tests.publications.booklet.test_nothing_lost import letters

HEAD = "{http://www.hancom.co.kr/hwpml/2011/head}"
PARAGRAPH = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def work(councils: Path, id_: str) -> Work:
    return next(found for found in works(read(councils), read_design(theme_folder())) if found.id == id_)


@lru_cache(maxsize=1)
def garam() -> bytes:
    return work(GARAM, "garam/2025").manuscript()


def part(document: bytes, name: str) -> ET.Element:
    return ET.fromstring(ZipFile(BytesIO(document)).read(name))


def styled(document: bytes) -> list[tuple[str, str]]:
    """Each paragraph's style and text, in order; a table is part of the paragraph it stands in."""
    styles = {
        style.get("id"): style.get("name", "") for style in part(document, "Contents/header.xml").iter(f"{HEAD}style")
    }
    section = part(document, "Contents/section0.xml")
    return [
        (
            styles[found.get("styleIDRef")],
            "".join(text.text or "" for text in found.iterfind(f"{PARAGRAPH}run/{PARAGRAPH}t")),
        )
        for found in section.iter(f"{PARAGRAPH}p")
    ]


def said(document: bytes) -> str:
    section = part(document, "Contents/section0.xml")
    return letters("".join(found.text or "" for found in section.iter() if found.tag != f"{PARAGRAPH}stringParam"))


def test_no_kind_of_block_is_forgotten() -> None:
    assert set(MAKERS) == set(get_args(Block))


@pytest.mark.parametrize("id_", ["garam/2025", "garam/2024", "garam/narae/2025"])
def test_every_text_of_a_booklet_stands_in_its_document(id_: str) -> None:
    made = work(GARAM, id_)
    document, told = made.manuscript(), made.build().data["booklet"]
    assert [text for text in texts(told) if letters(text) not in said(document)] == []


def test_headings_are_the_outline_and_text_is_not() -> None:
    told = work(GARAM, "garam/2025").build().manuscript
    outline = [(style, text) for style, text in styled(garam()) if style.startswith("개요")]
    chapters = [text for style, text in outline if style == "개요 1"]
    assert chapters == [*(chapter.title for chapter in (*told.fronts, *told.chapters)), "판권"]
    assert {style for style, _ in outline} >= {"개요 1", "개요 2", "개요 3"}
    assert {style for style, text in styled(garam()) if text} <= {
        "본문",
        "바탕글",
        "캡션",
        *(style for style, _ in outline),
    }


def test_another_package_reads_text_and_tables(tmp_path: Path) -> None:
    place = tmp_path / "book.hwpx"
    place.write_bytes(garam())
    with Reader(str(place)) as reader:
        text, tables = letters(reader.text), reader.tables
    assert letters("한눈에 보는 성과") in text and letters("나래 빨래방") in text
    assert any(letters("20명") in letters(str(table.rows)) for table in tables)


def test_pictures_come_with_words_and_a_table_repeats_its_head() -> None:
    section = part(garam(), "Contents/section0.xml")
    comments = [
        found.text for picture in section.iter(f"{PARAGRAPH}pic") for found in picture.iter(f"{PARAGRAPH}shapeComment")
    ]
    assert len(comments) >= 2 and all(comments)
    assert [table for table in section.iter(f"{PARAGRAPH}tbl") if table.get("repeatHeader") == "1"]


def test_the_same_records_give_the_same_bytes() -> None:
    assert work(GARAM, "garam/2025").manuscript() == garam()


def test_the_zip_says_what_it_is_and_whose() -> None:
    first, *others = ZipFile(BytesIO(garam())).infolist()
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert {info.date_time for info in others} == {(1980, 1, 1, 0, 0, 0)}
    package = ZipFile(BytesIO(garam())).read("Contents/content.hpf").decode()
    assert "<opf:title>가람시 동 지역사회보장협의체 성과 책자, 2025년</opf:title>" in package
    assert re.findall(r'name="(?:creator|ModifiedDate)" content="text">([^<]*)', package) == [
        "온동네",
        "2025-12-31T00:00:00Z",
    ]


def test_hostile_records_stay_text(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    record = f"title: {quoted}\nsummary: {quoted}\nactivities: {quoted}\nplaces: [{quoted}]\n"
    written(tmp_path, {PROJECT: record})
    assert said(work(tmp_path, "garam/narae/2025").manuscript()).count(letters(HOSTILE)) >= 4


def test_text_that_looks_like_an_id_stays_as_it_is(tmp_path: Path) -> None:
    written(tmp_path, {PROJECT: "title: '접수 번호 id=\"20251210\"'"})
    assert said(work(tmp_path, "garam/narae/2025").manuscript()).count(letters('id="20251210"')) >= 1


@pytest.mark.parametrize("size", [(1080, 2400), (1, 30000)])
def test_a_tall_photo_stands_on_its_page(tmp_path: Path, size: tuple[int, int]) -> None:
    photos = tmp_path / "garam/narae/2025/photos"
    photos.mkdir(parents=True)
    Image.new("RGB", size).save(photos / "tall.png")
    written(tmp_path, {PROJECT: "title: 생신상\nphotos: [{file: tall.png, alt: 긴 사진, people: false}]"})
    section = part(work(tmp_path, "garam/narae/2025").manuscript(), "Contents/section0.xml")
    heights = [int(size.get("height", "")) for size in section.iter(f"{PARAGRAPH}curSz")]
    assert len(heights) == 2 and all(0 < height < 240 * 7200 / 25.4 for height in heights)


def test_what_is_missing_is_said_in_korean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hwpx.document", None)
    with pytest.raises(Failure) as failure:
        work(GARAM, "garam/2025").manuscript()
    assert "ondongne[hwpx]" in str(failure.value)
