"""Photos as they are published."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from ondongne.failure import Failure
from ondongne.publications.photographs import published


def test_a_photo_is_turned_upright_and_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "camera"
    Image.new("RGB", (400, 200)).save(tmp_path / "table.jpg", exif=exif)
    with Image.open(BytesIO(published(tmp_path / "table.jpg", 100))) as photo:
        assert (photo.format, photo.size, dict(photo.getexif())) == ("JPEG", (50, 100), {})


def test_half_a_photo_is_refused_in_one_sentence(tmp_path: Path) -> None:
    Image.effect_noise((400, 200), 50).save(tmp_path / "나눔 사진.jpg")
    whole = (tmp_path / "나눔 사진.jpg").read_bytes()
    (tmp_path / "나눔 사진.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Failure) as refused:
        published(tmp_path / "나눔 사진.jpg", 100)
    assert refused.value.message == "사진 나눔 사진.jpg를 열 수 없습니다."
