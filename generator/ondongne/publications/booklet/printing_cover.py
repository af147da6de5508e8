"""The cover as one sheet: back, spine and front, sewn from the booklet's cloth."""

from dataclasses import replace

from ondongne.publications.booklet.document import Booklet
from ondongne.publications.booklet.printing_paper import SPINE_TEXT
from ondongne.publications.booklet.typesetting import Setting, typeset
from ondongne.records.edition import Edition


def cover_sheet(path: str, booklet: Booklet, edition: Edition | None, setting: Setting, spine: float) -> bytes:
    """Set the cover's sheet, whose spine is so many millimetres wide; raises Failure for what cannot be printed."""
    written = edition.cover.spine if edition and edition.cover else None
    title = written or booklet.data["booklet"]["title"]
    sheet = {"spine": spine, "title": title if spine >= SPINE_TEXT else ""}
    whole = replace(booklet, data={**booklet.data, "sheet": sheet})
    return typeset(path, whole, replace(setting, template="cover"), {})
