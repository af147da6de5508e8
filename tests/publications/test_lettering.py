"""Lettering: no title cut without saying so, no character drawn as missing."""

import pytest

from ondongne.publications.lettering import fitted, length, runs

SIZES, MOST = (68, 58, 50, 43), 5
WIDE = 458


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("나래동", ["나래동"]),
        ("불이 난 뒤, 주민과 함께 견딘 시간", ["불이 난 뒤,", "주민과 함께 견딘", "시간"]),
        ("가" * 60, ["…"]),
        ("함께 살피는 이웃 " * 12, ["…"]),
    ],
)
def test_titles_break_between_words_and_say_where_they_are_cut(title: str, lines: list[str]) -> None:
    size, broken = fitted(title, WIDE, SIZES, MOST)
    assert all(length(line, size) <= WIDE for line in broken)
    assert len(broken) <= MOST
    assert broken == lines or (lines == ["…"] and broken[-1].endswith("…"))


def test_hanja_stands_in_the_serif() -> None:
    found = [(font.getname()[0], run) for font, run in runs("온(溫)복지로", 40)]
    assert [run for _, run in found] == ["온(", "溫", ")복지로"]
    assert found[0][0] == found[2][0] != found[1][0]
