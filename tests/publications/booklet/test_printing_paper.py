"""How thick a booklet becomes."""

import pytest

from ondongne.publications.booklet.printing_paper import binding_of, spine, thickness
from ondongne.records.edition import Paper
from ondongne.records.vocabulary import Binding


@pytest.mark.parametrize(
    ("sort", "weight", "micrometres"),
    [
        ("모조지", 80, 100),
        ("모조지", 100, 125),
        ("미색모조지", 100, 130),
        ("아트지", 150, 120),
        ("스노우지", 120, 110.4),
    ],
)
def test_a_leaf_is_as_thick_as_its_weight_and_bulk_make_it(sort: str, weight: int, micrometres: float) -> None:
    assert thickness(paper(sort=sort, weight=weight)) == pytest.approx(micrometres)


def paper(**written: object) -> Paper:
    return Paper.model_validate(written)


@pytest.mark.parametrize(
    ("pages", "written", "binding", "millimetres"),
    [
        (100, {"sort": "모조지", "weight": 80}, Binding.PERFECT, 5.5),
        (200, {"sort": "모조지", "weight": 100}, Binding.PERFECT, 13.0),
        (300, {"sort": "스노우지", "weight": 120}, Binding.PERFECT, 17.1),
        (300, {"sort": "스노우지", "weight": 120, "thickness": 100}, Binding.PERFECT, 15.5),
        (64, {"sort": "모조지", "weight": 100}, Binding.SADDLE, 0),
    ],
)
def test_a_glued_spine_is_as_wide_as_its_leaves_and_glue(
    pages: int, written: dict[str, object], binding: Binding, millimetres: float
) -> None:
    assert spine(pages, paper(**written), binding) == millimetres


@pytest.mark.parametrize(
    ("pages", "chosen", "binding"),
    [
        (64, None, Binding.SADDLE),
        (65, None, Binding.PERFECT),
        (65, Binding.SADDLE, Binding.SADDLE),
        (16, Binding.PERFECT, Binding.PERFECT),
    ],
)
def test_a_thin_booklet_is_stapled_unless_it_says_otherwise(
    pages: int, chosen: Binding | None, binding: Binding
) -> None:
    assert binding_of(pages, chosen) is binding
