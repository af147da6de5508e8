"""The checker itself: it must be able to fail, or its silence means nothing."""

from pathlib import Path

import typst

from tests.verapdf import verapdf

_TEXT = b"""
#set document(title: "Title")
#set text(lang: "ko")
= Heading
A line and a table: #table(columns: 2, table.header[a][b], [1], [2])
"""


def test_a_pdf_made_to_both_standards_passes(tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(typst.compile(_TEXT, pdf_standards=["a-2a", "ua-1"]))
    assert verapdf([good]) == []


def test_each_broken_rule_is_named_with_its_file_and_standard(tmp_path: Path) -> None:
    plain, untagged, torn = (tmp_path / name for name in ("plain.pdf", "가람 책자.pdf", "torn.pdf"))
    plain.write_bytes(typst.compile(_TEXT))
    untagged.write_bytes(typst.compile(_TEXT, pdf_tags=False))
    torn.write_bytes(b"%PDF-1.7\n")
    broken = {(failure.file, failure.flavour, failure.rule) for failure in verapdf([plain, untagged, torn])}
    assert {("plain.pdf", "2a", "6.6.4-1"), ("plain.pdf", "ua1", "5-1")} <= broken
    assert ("가람 책자.pdf", "2a", "6.7.2.2-1") in broken
    assert {("torn.pdf", "2a", "unreadable"), ("torn.pdf", "ua1", "unreadable")} <= broken
