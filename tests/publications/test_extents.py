"""How long and how large booklets are, as shelves say it."""

from pathlib import Path

import pikepdf
import pytest

from ondongne.publications.extents import Extent, extent


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Extent(1_234_567, 36), "36쪽, 1.2MB"),
        (Extent(2_000_000), "2.0MB"),
        (Extent(840_400, 4), "4쪽, 841KB"),
        (Extent(12), "1KB"),
    ],
)
def test_an_extent_is_said_in_pages_and_bytes(known: Extent, said: str) -> None:
    assert str(known) == said


def test_pages_are_those_of_the_file(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        for _ in range(3):
            pdf.add_blank_page()
        pdf.save(tmp_path / "a.pdf")
    (tmp_path / "a.epub").write_bytes(b"12345")
    assert extent(tmp_path / "a.pdf") == Extent((tmp_path / "a.pdf").stat().st_size, 3)
    assert extent(tmp_path / "a.epub") == Extent(5)
