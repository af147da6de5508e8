"""Lines are even without a word broken: letters stand a hair apart, or lines are ragged."""

import pytest

from ondongne.publications.booklet.breaking import HAIRS, Line, even, justified_lines, ragged

SPACE = 0.25


@pytest.mark.parametrize(
    ("widths", "measure", "gap", "starts"),
    [
        ((4.0, 4.0), 20.0, 0.0, ()),  # one line is not stretched
        ((4.0, 4.0, 4.0), 9.0, 0.75, (2,)),  # two words and one space of a quarter; the last line is as long as it is
        ((4.0, 4.0, 3.0, 4.0), 12.0, 0.25, (3,)),  # breaking later than one could leaves less
        ((9.0, 4.0), 10.0, 10.0, (1,)),  # a word alone cannot be stretched
        ((14.0, 4.0), 10.0, 10.0, (1,)),  # a word too wide for any line has one of its own
    ],
)
def test_the_loosest_line_is_as_tight_as_can_be(
    widths: tuple[float, ...], measure: float, gap: float, starts: tuple[int, ...]
) -> None:
    found, lines = justified_lines(widths, Line(SPACE, 0.0, measure))
    assert found == pytest.approx(gap)
    assert lines == starts


@pytest.mark.parametrize(
    ("lengths", "hair", "starts"),
    [
        ((2, 5), 0.0, ()),
        ((5, 5, 4, 6), 0.0, (2,)),
        ((4, 4, 4, 6), 0.02, (3,)),
        ((5, 11, 12), None, (1, 2)),  # ragged
    ],
)
def test_letters_stand_a_hair_apart_only_where_lines_need_it(
    lengths: tuple[int, ...], hair: float | None, starts: tuple[int, ...]
) -> None:
    measure = {0.0: 10.3, 0.02: 13.3, None: 14.0}[hair]
    assert even(tuple(map(float, lengths)), lengths, Line(SPACE, 0.0, measure)) == (hair, starts)


def test_a_hair_is_hardly_seen() -> None:
    assert max(map(abs, HAIRS)) <= 0.03 and HAIRS[0] == 0


@pytest.mark.parametrize(
    ("widths", "indent", "measure", "starts"),
    [
        ((3.0, 3.0), 0.0, 6.25, ()),
        ((3.0, 3.0), 0.1, 6.25, (1,)),  # what stands before the first line makes it shorter
        ((4.0, 4.0, 4.0, 1.0), 0.0, 13.0, (3,)),
        ((4.0, 4.0, 4.0, 1.0), 0.0, 12.9, (3,)),
        ((3.0, 3.0, 2.5, 4.0, 8.5, 3.0), 0.0, 9.0, (2, 4, 5)),  # evenly, not as full as can be
    ],
)
def test_ragged_lines_are_about_equally_long(
    widths: tuple[float, ...], indent: float, measure: float, starts: tuple[int, ...]
) -> None:
    assert ragged(widths, Line(SPACE, indent, measure)) == starts
