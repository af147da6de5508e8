"""The cover as one sheet: back, spine and front, sewn from the booklet's cloth."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ondongne.publications.booklet.document import Booklet
from ondongne.publications.booklet.printing_paper import SPINE_TEXT
from ondongne.publications.booklet.typesetting import Setting, typeset
from ondongne.records.edition import Edition


def cover_sheet(path: str, booklet: Booklet, edition: Edition | None, setting: Setting, spine: float) -> bytes:
    """Set the cover's sheet, whose spine is so many millimetres wide; raises Failure for what cannot be printed."""
    data = {**booklet.data, "sheet": _sheet(booklet, edition, spine)}
    return typeset(path, replace(booklet, data=data), replace(setting, template="cover"), {})


def _sheet(booklet: Booklet, edition: Edition | None, spine: float) -> Mapping[str, Any]:
    text = edition.cover if edition else None
    title = (text.spine if text else None) or booklet.data["booklet"]["title"]
    return {
        "spine": spine,
        "title": title if spine >= SPINE_TEXT else "",
        "back": [" ".join(part.split()) for part in ((text.back if text else None) or "").split("\n\n") if part],
        "lines": list(_lines(booklet, edition)),
    }


def _lines(booklet: Booklet, edition: Edition | None) -> Iterator[str]:
    """Who published it and when; a number only where the records give one."""
    imprint = edition.imprint if edition else None
    yield (imprint.publisher if imprint else None) or booklet.data["booklet"]["author"]
    if imprint and imprint.published:
        yield f"{imprint.published} 펴냄"
    if imprint and imprint.registration:
        yield f"발간등록번호 {imprint.registration}"
    if imprint and imprint.isbn:
        yield f"ISBN {imprint.isbn}"
    if imprint and imprint.price:
        yield imprint.price
