"""Photo files: whatever lies in a folder under the name of a photo."""

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from ondongne.outcomes.photos import BROKEN, TooLargeError, opened


def png_head(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and holds no picture."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"IDAT", b"IEND")
    framed = (struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_opened_whatever_its_name(form: str, tmp_path: Path) -> None:
    Image.new("RGB", (3, 2)).save(tmp_path / "나눔 사진 (1).jpg", form)
    with opened(tmp_path / "나눔 사진 (1).jpg") as photo:
        assert photo.size == (3, 2)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\xff\xd8\xff", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"])
def test_other_files_are_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "table.jpg").write_bytes(content)
    with pytest.raises(BROKEN):
        opened(tmp_path / "table.jpg")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("height", [10_001, 30_000])
def test_a_photo_that_would_fill_the_memory_is_refused(height: int, tmp_path: Path) -> None:
    (tmp_path / "table.png").write_bytes(png_head(10_000, height))
    with pytest.raises(TooLargeError):
        opened(tmp_path / "table.png")
