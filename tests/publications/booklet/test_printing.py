"""What a printing house is given."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest
import yaml
from PIL import Image

from ondongne.paths import theme_folder
from ondongne.publications.booklet import Work, works
from ondongne.publications.booklet.printing import PressCopy, press_copy
from ondongne.publications.booklet.printing_ink import build, of_type
from ondongne.publications.booklet.printing_order import Order
from ondongne.publications.booklet.printing_trims import TRIMS
from ondongne.publications.design import read_design
from ondongne.records.edition import Edition, Paper
from ondongne.records.vocabulary import Binding, Size, Stock
from tests.publications.booklet.shelf import GARAM, read, written

DESIGN = read_design(theme_folder())
MM = 72 / 25.4
SADDLE = Order(TRIMS[Size.A5], Binding.SADDLE, imposed=True)
PERFECT = Order(TRIMS[Size.SHINGUK], Binding.PERFECT)
PROJECT = "garam/narae/2025/projects/birthday"


@lru_cache(maxsize=2)
def made(order: Order) -> PressCopy:
    """The council's year, for print."""
    return press_copy(work(), order, DESIGN.press)


def work(id_: str = "garam/narae/2025") -> Work:
    return next(work for work in works(read(GARAM), DESIGN) if work.id == id_)


def opened(copy: PressCopy, ending: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(copy.files[ending]))


def box(page: pikepdf.Page, name: str) -> list[float]:
    """A box in millimetres."""
    return [round(float(edge) / MM, 2) for edge in page.obj[name]]


def sheets() -> list[tuple[PressCopy, str, float, float]]:
    a5, shinguk = TRIMS[Size.A5], TRIMS[Size.SHINGUK]
    spine = made(PERFECT).spine
    return [
        (made(SADDLE), "-print.pdf", a5.width, a5.height),
        (made(SADDLE), "-imposed.pdf", 2 * a5.width, a5.height),
        (made(SADDLE), "-cover.pdf", 2 * a5.width, a5.height),
        (made(PERFECT), "-print.pdf", shinguk.width, shinguk.height),
        (made(PERFECT), "-cover.pdf", 2 * shinguk.width + spine, shinguk.height),
    ]


def test_every_page_says_where_it_is_cut_and_how_far_it_bleeds() -> None:
    for copy, ending, width, height in sheets():
        for page in opened(copy, ending).pages:
            assert box(page, "/TrimBox") == pytest.approx([10, 10, 10 + width, 10 + height], abs=0.02)
            assert box(page, "/BleedBox") == pytest.approx([7, 7, 13 + width, 13 + height], abs=0.02)
            assert box(page, "/MediaBox") == box(page, "/CropBox")
            assert box(page, "/MediaBox") == pytest.approx([0, 0, 20 + width, 20 + height], abs=0.02)


def test_marks_are_never_on_what_is_printed() -> None:
    for copy, ending, width, height in sheets():
        for page in opened(copy, ending).pages:
            lines = marks(page)
            assert len(lines) >= 8
            for x, y in (point for line in lines for point in line):
                assert not (7 < x < 13 + width and 7 < y < 13 + height)
                assert 0 <= x <= 20 + width
                assert 0 <= y <= 20 + height


def marks(page: pikepdf.Page) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The lines in all four inks, in millimetres."""
    found, pen, start = [], [], (0.0, 0.0)
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), [*instruction.operands]
        if operator == "K":
            pen = operands
        elif operator in ("m", "l") and pen == [1, 1, 1, 1]:
            here = (float(operands[0]) / MM, float(operands[1]) / MM)
            found += [(start, here)] if operator == "l" else []
            start = here
    return found


def test_text_is_black_ink_and_nothing_is_left_in_rgb_but_photos() -> None:
    for copy, ending, *_ in sheets():
        pdf = opened(copy, ending)
        colours = {colour for stream in streams(pdf) for colour in painted(stream)}
        assert {operator for operator, _ in colours} <= {"k", "K"}
        assert ("k", (0, 0, 0, 1)) in colours or ending == "-cover.pdf"
        dark = [amounts for _, amounts in colours if sum(amounts) > 2.4 and amounts != (1, 1, 1, 1)]
        assert dark == []


def streams(pdf: pikepdf.Pdf) -> list[Any]:
    forms = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"]
    return [*pdf.pages, *forms]


def painted(stream: Any) -> set[tuple[str, tuple[Decimal, ...]]]:
    names = "k K g G rg RG sc SC scn SCN cs CS"
    return {(str(i.operator), tuple(i.operands)) for i in pikepdf.parse_content_stream(stream, names)}


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#1F1D1A", (0, 0, 0, 100)),  # text
        ("#1F4E79", (100, 75, 25, 20)),  # a dye
        ("#FFFFFF", (0, 0, 0, 0)),
        ("#000000", (0, 0, 0, 100)),
        ("#3A3835", (0, 0, 0, 78)),  # dark and nearly grey
        ("#0000FF", (100, 100, 0, 0)),  # none of the design's
    ],
)
def test_colours_have_their_ink(colour: str, ink: tuple[int, ...]) -> None:
    assert build(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)), DESIGN.press) == ink


def test_letters_are_printed_in_two_inks_at_most() -> None:
    assert of_type((15, 90, 100, 15)) == (0, 90, 100, 0)
    assert of_type((0, 0, 0, 80)) == (0, 0, 0, 80)
    letters, shapes = set[tuple[Decimal, ...]](), set[tuple[Decimal, ...]]()
    for copy, ending, *_ in sheets():
        for page in opened(copy, ending).pages:
            for ink, is_type in inks(page):
                (letters if is_type else shapes).add(ink)
    assert max(sum(part > 0 for part in ink) for ink in letters) == 2
    assert max(sum(part > 0 for part in ink) for ink in shapes) == 4


def inks(page: pikepdf.Page) -> Iterator[tuple[tuple[Decimal, ...], bool]]:
    """The ink of each piece of text and each filled shape of a page, and whether it is text."""
    ink: tuple[Decimal, ...] = (Decimal(0),) * 4
    kept: list[tuple[Decimal, ...]] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "k":
            ink = tuple(Decimal(str(amount)) for amount in instruction.operands)
        elif operator == "q":
            kept.append(ink)
        elif operator == "Q":
            ink = kept.pop()
        elif operator in ("Tj", "TJ", "f", "f*", "B"):
            yield ink, operator.startswith("T")


def test_no_ink_is_more_than_paper_takes() -> None:
    assert max(sum(ink) for ink in DESIGN.press.values()) <= 240


def test_fonts_are_embedded_and_nothing_is_for_screens() -> None:
    for copy, ending, *_ in sheets():
        pdf = opened(copy, ending)
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each]
        assert fonts
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)
        assert {"/Outlines", "/StructTreeRoot", "/OutputIntents", "/Metadata"}.isdisjoint(pdf.Root.keys())
        assert all("/Annots" not in page.obj for page in pdf.pages)


def test_a_stapled_booklet_has_its_cover_and_whole_sheets() -> None:
    pages = opened(made(SADDLE), "-print.pdf").pages
    assert len(pages) == made(SADDLE).pages
    assert len(pages) % 4 == 0
    assert len(opened(made(SADDLE), "-imposed.pdf").pages) == len(pages) // 2
    assert drawn(pages[0]) > 1000 < drawn(pages[-1])
    assert drawn(pages[1]) < 1000


def drawn(page: pikepdf.Page) -> int:
    """How much a page draws, in bytes."""
    return len(page.obj.Contents.read_bytes())


def test_a_glued_booklet_leaves_its_cover_to_another_file_and_its_pages_away_from_the_binding() -> None:
    typeset = len(opened_bytes(work().artifact(Size.SHINGUK).make()).pages)
    pages = opened(made(PERFECT), "-print.pdf").pages
    assert len(pages) == typeset - 3 + (typeset - 3) % 2
    trim = TRIMS[Size.SHINGUK]
    shift = (trim.inner - trim.outer) / 2
    assert [moved(page) for page in pages[:4]] == pytest.approx([7 + 0, 7 - 2 * shift] * 2, abs=0.01)


def opened_bytes(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def moved(page: pikepdf.Page) -> float:
    """How far a page was moved to the right, in millimetres."""
    first = next(iter(pikepdf.parse_content_stream(page, "cm")))
    return float(first.operands[4]) / MM


def test_inner_sheets_move_towards_the_fold() -> None:
    pages = opened(made(SADDLE), "-imposed.pdf").pages
    left, right = (
        [float(i.operands[4]) / MM for i in pikepdf.parse_content_stream(p, "cm")] for p in (pages[0], pages[-1])
    )
    sheets_around = len(pages) // 2 - 1
    creep = sheets_around * 0.1104  # the usual paper
    assert right[0] - left[0] == pytest.approx(creep, abs=0.01)
    assert right[1] - left[1] == pytest.approx(-creep, abs=0.01)


def cover(edition: str, thickness: int) -> tuple[float, list[str]]:
    """The spine of an edition's cover, and what stands on it."""
    record = Edition.model_validate({"title": "이웃의 밥상", "chapters": [], **yaml.safe_load(edition)})
    order = replace(PERFECT, paper=Paper(sort=Stock.MATT, weight=120, thickness=thickness))
    copy = press_copy(replace(work("garam/2025"), edition=record), order, DESIGN.press)
    text = pypdf.PdfReader(BytesIO(copy.files["-cover.pdf"])).pages[0].extract_text()
    return copy.spine, [line.strip() for line in text.split("\n")]


def test_a_spine_bears_its_title_where_there_is_room() -> None:
    spine, said = cover("cover: {spine: 밥상}", 100)
    assert spine < 6
    assert "밥상" not in said
    spine, said = cover("cover: {spine: 밥상}", 600)
    assert spine > 6
    assert "밥상" in said


def test_the_same_records_give_the_same_files() -> None:
    again = press_copy(work(), SADDLE, DESIGN.press)
    assert again.files == made(SADDLE).files


def test_a_coarse_photo_is_named_with_its_record_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "garam/narae/2025/photos"
    folder.mkdir(parents=True)
    for name, width in (("coarse.jpg", 500), ("fine.jpg", 3000)):
        Image.new("RGB", (width, width * 2 // 3), "#C96F4A").save(folder / name)
    photos = "".join(f"\n  - {{file: {name}, alt: 상, people: false}}" for name in ("fine.jpg", "coarse.jpg"))
    outcomes = written(tmp_path, {PROJECT: f"title: 생신상\nphotos:{photos}\n"})
    one = next(work for work in works(outcomes, DESIGN) if work.id == "garam/narae/2025")
    copy = press_copy(one, Order(TRIMS[Size.A4]), DESIGN.press)
    (warning,) = copy.warnings
    assert str(warning.place) == f"councils/{PROJECT}.yml:4:12"
    assert warning.message.startswith("사진 ‘coarse.jpg’가 책자 ")
    assert "dpi라서 흐리게 찍힐 수 있습니다." in warning.message
    assert "250dpi 이상이어야" in warning.hint


def test_what_a_printing_house_asks_is_said() -> None:
    said = "\n".join(made(SADDLE).about())
    assert f"중철 {made(SADDLE).pages}쪽" in said
    assert "A5 148×210mm" in said
    said = "\n".join(made(PERFECT).about())
    assert f"책등 {made(PERFECT).spine}mm: 스노우지 120g, 한 장 110㎛" in said
    assert "6mm보다 좁아" in said


@pytest.mark.parametrize(("pages", "warned"), [(80, False), (84, True)])
def test_a_booklet_too_thick_for_staples_says_so(pages: int, *, warned: bool) -> None:
    said = "\n".join(replace(made(SADDLE), pages=pages).about())
    assert ("중철은 80쪽까지가 알맞습니다." in said) is warned
