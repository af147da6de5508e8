"""A booklet made ready for the printing house: its inside, its cover, and its sheets for folding, each a file.

No standard is claimed for them: a printing house makes its own. Every page has 3 mm of bleed, crop marks and its boxes;
fonts are embedded; colours are ink (`printing_ink`). Links, bookmarks and tags are of use on screens only: left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Name

from ondongne.diagnostics import Diagnostic
from ondongne.messages import say
from ondongne.publications.booklet import Work
from ondongne.publications.booklet.printing_cover import cover_sheet
from ondongne.publications.booklet.printing_imposition import LEAF, impose, padded
from ondongne.publications.booklet.printing_ink import in_ink
from ondongne.publications.booklet.printing_marks import BLEED, ROOM, clip, move, put
from ondongne.publications.booklet.printing_order import Order
from ondongne.publications.booklet.printing_paper import SADDLE_MOST, SPINE_TEXT, binding_of, spine, thickness
from ondongne.publications.booklet.printing_photos import coarse
from ondongne.publications.booklet.typesetting import Setting, developed, typeset
from ondongne.publications.design import Ink
from ondongne.records.vocabulary import Binding

_FRONT: Final = 2
"""Pages of the cover's leaf before the first that is counted: the cover and the blank page inside it."""

_ONLY_ON_SCREEN: Final = ("/Metadata", "/OutputIntents", "/Outlines", "/Names", "/StructTreeRoot", "/MarkInfo")
_ONLY_ON_SCREEN_PAGES: Final = ("/Annots", "/StructParents", "/Tabs")


@dataclass(frozen=True, slots=True)
class PressCopy:
    """The files of a booklet for print, by what their names end in; and what a printing house asks about it.

    `pages` are those of the inside file, `blank` of them added; `spine` is in millimetres.
    """

    order: Order
    files: Mapping[str, bytes]
    binding: Binding
    pages: int
    blank: int
    spine: float
    warnings: tuple[Diagnostic, ...]

    def about(self) -> Iterator[str]:
        """Yield what a printing house asks, in sentences."""
        trim, paper = self.order.trim, self.order.paper
        blank = say("printed.blank", count=self.blank) if self.blank else ""
        size = {"trim": trim.size.label, "width": f"{trim.width:g}", "height": f"{trim.height:g}"}
        yield say("printed.pages", binding=self.binding.label, pages=self.pages, blank=blank, **size)
        if self.binding is Binding.SADDLE:
            yield say("printed.stapled")
        else:
            per_leaf = {"weight": paper.weight, "thickness": round(thickness(paper))}
            yield say("printed.spine", spine=self.spine, paper=paper.sort.label, **per_leaf)
        if 0 < self.spine < SPINE_TEXT:
            yield say("printed.no-text", least=f"{SPINE_TEXT:g}")
        if self.binding is Binding.SADDLE and self.pages > SADDLE_MOST:
            yield say("printed.thick", most=SADDLE_MOST)
        yield say("printed.colours")


def press_copy(work: Work, order: Order, press: Mapping[str, Ink]) -> PressCopy:
    """Make a booklet ready for print; raises Failure for what cannot be printed.

    A stapled booklet holds its cover, since that is its outermost sheet, which may be of thicker paper; a glued one
    does not. `press` gives the inks of colours, by #RRGGBB.
    """
    path, booklet = f"booklets/{work.id}-print.pdf", work.build()
    shift = (order.trim.inner - order.trim.outer) / 2
    setting, photos = Setting(order.trim, BLEED + shift), developed(booklet)
    pdf = _opened(typeset(path, booklet, setting, photos))
    warnings = tuple(coarse(pdf, booklet, photos, _FRONT))
    binding = binding_of(len(pdf.pages), order.binding)
    blank = _bind(pdf, binding)
    in_ink(pdf, press)
    _frame(pdf, setting, shift if binding is Binding.PERFECT else 0)
    width = spine(len(pdf.pages), order.paper, binding)
    cover = _cover(cover_sheet(path, booklet, work.edition, setting, width), setting, width, press)
    files = _files(_saved(pdf), cover, order)
    return PressCopy(order, files, binding, len(pdf.pages), blank, width, warnings)


def _files(inside: bytes, cover: bytes, order: Order) -> Mapping[str, bytes]:
    files = {"-print.pdf": inside, "-cover.pdf": cover}
    if order.imposed:
        files["-imposed.pdf"] = impose(inside, order.trim, thickness(order.paper))
    return files


def _opened(made: bytes) -> pikepdf.Pdf:
    """A typeset file without what is of use on screens only."""
    pdf = pikepdf.open(BytesIO(made))
    for name in _ONLY_ON_SCREEN:
        if name in pdf.Root:
            del pdf.Root[name]
    for page in pdf.pages:
        for name in _ONLY_ON_SCREEN_PAGES:
            if name in page.obj:
                del page.obj[name]
    return pdf


def _bind(pdf: pikepdf.Pdf, binding: Binding) -> int:
    """Take out the cover of a glued booklet, fill up to whole leaves, and return how many blank pages that took."""
    if binding is Binding.PERFECT:
        del pdf.pages[-1]
        del pdf.pages[:_FRONT]
    number = padded(len(pdf.pages), LEAF if binding is Binding.SADDLE else 2) - len(pdf.pages)
    at = len(pdf.pages) - (binding is Binding.SADDLE)
    for _ in range(number):
        blank = pikepdf.Page(pikepdf.Dictionary(Type=Name.Page, MediaBox=pdf.pages[0].obj.MediaBox))
        pdf.pages.insert(at, blank)
    return number


def _frame(pdf: pikepdf.Pdf, setting: Setting, shift: float) -> None:
    """Put every page on its sheet; those of a glued booklet away from the binding: right-hand pages to the right."""
    trim = setting.trim
    size = trim.width, trim.height
    for at, page in enumerate(pdf.pages):
        aside = shift if at % 2 == 0 else -shift
        put(pdf, page, _placed(page, setting, aside, size), size)


def _placed(page: pikepdf.Page, setting: Setting, aside: float, size: tuple[float, float]) -> bytes:
    """What a typeset page draws, moved onto its sheet and cut off at the bleed."""
    window = clip(ROOM - BLEED, ROOM - BLEED, size[0] + 2 * BLEED, size[1] + 2 * BLEED)
    moved = move(ROOM - setting.bleed + aside, ROOM - setting.bleed)
    return b"\n".join((window, moved, page.obj.Contents.read_bytes()))


def _cover(sheet: bytes, setting: Setting, width: float, press: Mapping[str, Ink]) -> bytes:
    """The cover's sheet with its marks, folds where the spine begins and ends."""
    pdf, trim = _opened(sheet), setting.trim
    in_ink(pdf, press)
    size = 2 * trim.width + width, trim.height
    folds = (trim.width, trim.width + width) if width else (trim.width,)
    page = pdf.pages[0]
    put(pdf, page, _placed(page, setting, 0, size), size, folds)
    return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    written = BytesIO()
    pdf.save(written, deterministic_id=True)
    return written.getvalue()
