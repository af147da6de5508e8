"""A patch is the same for good, fills its square without gaps, and is drawn as plain SVG."""

from xml.etree import ElementTree

import pytest

from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.patchwork import DYES, RAMIE, SIDE, Piece, patch, svg

IDS = [f"garam/narae/2025/stories/story-{number}" for number in range(200)]


def area(piece: Piece) -> float:
    corners = piece.corners
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


@pytest.mark.parametrize("id_", IDS[:40])
def test_a_patch_has_five_to_nine_pieces_that_fill_the_square(id_: str) -> None:
    drawn = patch(id_)
    assert 5 <= len(drawn.pieces) <= 9
    assert sum(area(piece) for piece in drawn.pieces) == SIDE * SIDE
    assert all(0 <= value <= SIDE for piece in drawn.pieces for corner in piece.corners for value in corner)
    assert {len(piece.corners) for piece in drawn.pieces} <= {3, 4}


def test_the_same_id_gives_the_same_patch_for_good() -> None:
    assert [(piece.corners, piece.dye, piece.tint) for piece in patch("garam/narae").pieces[:2]] == [
        (((0, 0), (12, 0), (12, 13)), "gardenia", 1),
        (((0, 0), (12, 13), (0, 13)), "ramie", 0),
    ]


def test_ids_give_many_different_patches() -> None:
    assert len({patch(id_).pieces for id_ in IDS}) == len(IDS)


def test_pieces_take_only_dyes_that_the_design_declares() -> None:
    declared = {dye.slug for dye in read_design(theme_folder()).dyes}
    assert {*DYES, RAMIE} == declared
    assert {piece.dye for id_ in IDS for piece in patch(id_).pieces} <= declared


def test_svg_without_a_title_is_decoration() -> None:
    root = ElementTree.fromstring(svg("garam"))
    assert root.get("aria-hidden") == "true"
    assert root.get("viewBox") == f"0 0 {SIDE} {SIDE}"
    assert len(root) == len(patch("garam").pieces) + 1


def test_a_title_is_escaped() -> None:
    root = ElementTree.fromstring(svg("garam", title='"><script>'))
    assert (root.get("role"), root.get("aria-label")) == ("img", '"><script>')


def test_a_band_repeats_the_patch() -> None:
    root = ElementTree.fromstring(svg("garam", repeat=3))
    assert root.get("viewBox") == f"0 0 {SIDE * 3} {SIDE}"
    drawn = root.find("g")
    assert drawn is not None
    assert [use.get("href") for use in root.findall("use")] == [f"#{drawn.get('id')}"] * 2
