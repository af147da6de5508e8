"""Photos are laid out by their shapes."""

import pytest

from ondongne.publications.booklet.blocks import Picture
from ondongne.publications.booklet.gallery import MOST, rows

SHAPES = {"L": 1.5, "P": 0.667, "S": 1.0, "W": 3.0}


@pytest.mark.parametrize(
    ("shapes", "layout"),
    [
        ("L", "L"),
        ("P", "P"),
        ("LL", "LL"),
        ("PP", "PP"),
        ("LP", "LP"),
        ("WW", "W W"),
        ("LLL", "L LL"),
        ("PPP", "PPP"),
        ("SSS", "SSS"),
        ("LLLL", "LL LL"),
        ("LLLLL", "LL LLL"),
        ("LLLLLL", "LL LL LL"),
        ("PPPPPP", "PPP PPP"),
    ],
)
def test_layouts(shapes: str, layout: str) -> None:
    pictures = [Picture(f"{shape}.jpg", "", SHAPES[shape], 200) for shape in shapes]
    assert " ".join("".join(picture.file[0] for picture in row) for row in rows(pictures)) == layout


def test_every_photo_stands_once_in_its_order() -> None:
    pictures = [Picture(f"{at}.jpg", "", 0.6 + at * 0.4, 200) for at in range(MOST)]
    assert [picture for row in rows(pictures) for picture in row] == pictures
