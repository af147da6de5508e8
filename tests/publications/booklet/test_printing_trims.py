"""The pages that booklets can be cut to."""

import pytest

from ondongne.paths import theme_folder
from ondongne.publications.booklet import Work
from ondongne.publications.booklet.document import Booklet
from ondongne.publications.booklet.printing_trims import TRIMS, Trim
from ondongne.publications.design import read_design
from ondongne.records.vocabulary import Size

PRINT = read_design(theme_folder()).print
POINTS = 72 / 25.4


@pytest.mark.parametrize(
    ("size", "millimetres"),
    [
        (Size.A4, (210, 297)),
        (Size.B5, (182, 257)),
        (Size.SARYUK, (188, 257)),
        (Size.CROWN, (176, 248)),
        (Size.SHINGUK, (152, 225)),
        (Size.A5, (148, 210)),
    ],
)
def test_each_size_is_as_printers_cut_it(size: Size, millimetres: tuple[int, int]) -> None:
    assert (TRIMS[size].width, TRIMS[size].height) == millimetres


@pytest.mark.parametrize("trim", TRIMS.values(), ids=lambda trim: trim.size.label)
def test_a_line_holds_as_many_hangul_as_read_well(trim: Trim) -> None:
    measure = trim.width - trim.inner - trim.outer - trim.label - trim.gutter
    assert 28 <= measure * POINTS / trim.type_sizes(PRINT)["text"] <= 36


def test_no_type_is_too_small_to_read() -> None:
    assert min(points for trim in TRIMS.values() for points in trim.type_sizes(PRINT).values()) >= 7.25


def test_another_size_is_another_file() -> None:
    def build() -> Booklet:
        raise AssertionError("nothing is typeset")

    work = Work("garam/2025", lambda: (b"records",), build, read_design(theme_folder()))
    assert work.artifact().key == work.artifact(Size.A4).key
    assert len({work.artifact(size).key for size in Size}) == len(Size)
