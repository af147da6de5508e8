"""The order of pages on sheets, checked by folding them."""

import pytest

from ondongne.publications.booklet.printing_imposition import padded, saddle


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (4, [(4, 1), (2, 3)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (12, [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]),
        (13, [(16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9)]),
    ],
)
def test_pages_are_in_printing_order(pages: int, sides: list[tuple[int, int]]) -> None:
    assert list(saddle(padded(pages))) == sides


@pytest.mark.parametrize("pages", range(4, 84, 4))
def test_folded_sheets_read_in_order(pages: int) -> None:
    """A folded sheet is four pages: its front's right half, its back, and its front's left half."""
    sides = list(saddle(pages))
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first_half = [number for front, back in sheets for number in (front[1], back[0])]
    second_half = [number for front, back in reversed(sheets) for number in (back[1], front[0])]
    assert first_half + second_half == list(range(1, pages + 1))


@pytest.mark.parametrize(("pages", "whole"), [(1, 4), (4, 4), (5, 8), (13, 16), (16, 16)])
def test_blank_pages_fill_the_last_sheet(pages: int, whole: int) -> None:
    assert padded(pages) == whole
