"""A booklet as HWPX (OWPML, KS X 6101), the format of Hangul, in which Korean offices write: to be edited."""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape
from zipfile import ZipFile

from PIL import Image

from ondongne.extras import extra
from ondongne.publications.booklet.document import Booklet, Manuscript
from ondongne.publications.booklet.epub_cover import drawn
from ondongne.publications.booklet.hwpx_text import Scribe
from ondongne.publications.booklet.packing import packed
from ondongne.publications.booklet.printing_trims import Trim
from ondongne.publications.booklet.typesetting import developed
from ondongne.publications.design import Design

if TYPE_CHECKING:
    from hwpx.document import HwpxDocument

_PREVIEW: Final = (360, 540)
_TAG: Final = re.compile(r"<[^>]+>")
_ID: Final = re.compile(r'\b(id|instid|fieldid|beginIDRef|idRef)="([0-9]+)"')
_META: Final = re.compile(r'<opf:meta name="(\w+)" content="text"(?:/>|>[^<]*</opf:meta>)')


def written(booklet: Booklet, trim: Trim, design: Design) -> bytes:
    """The booklet as HWPX on a page; raises Failure for a photo that is none, and where python-hwpx is missing."""
    document = _blank(trim)
    cover = drawn(booklet.manuscript.cover, design, booklet.data["look"]["accent"])
    Scribe(document, developed(booklet), trim.width - 2 * trim.side).write(booklet.manuscript, cover)
    folder = ZipFile(BytesIO(document.to_bytes()))
    files = {name: folder.read(name) for name in folder.namelist() if name != "mimetype"}
    return packed("application/hwp+zip", files | _mended(files, booklet, cover))


def _blank(trim: Trim) -> "HwpxDocument":
    document: HwpxDocument = extra("hwpx.document", "no-hwpx").HwpxDocument.new()
    document.page.setup(
        width_mm=trim.width,
        height_mm=trim.height,
        margin_left_mm=trim.side,
        margin_right_mm=trim.side,
        margin_top_mm=trim.top,
        margin_bottom_mm=trim.bottom,
    )
    document.page.set_page_number()
    return document


def _mended(files: dict[str, bytes], booklet: Booklet, cover: bytes) -> dict[str, bytes]:
    """What the library leaves to chance or to its own template: ids, who wrote it and when, and the preview."""
    text = files["Contents/section0.xml"].decode()
    package = files["Contents/content.hpf"].decode()
    return {
        "Contents/section0.xml": _numbered(text).encode(),
        "Contents/content.hpf": _described(package, booklet.manuscript, f"{booklet.dated:%Y-%m-%dT%H:%M:%SZ}").encode(),
        "Preview/PrvText.txt": booklet.manuscript.title.encode(),
        "Preview/PrvImage.png": _preview(cover),
    }


def _numbered(section: str) -> str:
    """Ids in the order in which they stand, where the library draws them by lot."""
    ids: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        return f'{found[1]}="{ids.setdefault(found[2], len(ids) + 1)}"'

    return _TAG.sub(lambda tag: _ID.sub(numbered, tag[0]), section)


def _described(package: str, manuscript: Manuscript, dated: str) -> str:
    told = {
        **dict.fromkeys(("creator", "lastsaveby"), manuscript.author),
        **dict.fromkeys(("CreatedDate", "ModifiedDate", "date"), dated),
    }
    title = f"<opf:title>{escape(manuscript.title)}</opf:title>"
    package = re.sub(r"<opf:title/>|<opf:title>[^<]*</opf:title>", lambda _: title, package)
    return _META.sub(
        lambda found: f'<opf:meta name="{found[1]}" content="text">{escape(told.get(found[1], ""))}</opf:meta>', package
    )


def _preview(cover: bytes) -> bytes:
    image, shown = Image.open(BytesIO(cover)), BytesIO()
    image.resize(_PREVIEW, Image.Resampling.BOX).save(shown, "PNG", optimize=False)
    return shown.getvalue()
