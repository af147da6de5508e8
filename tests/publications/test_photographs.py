"""Photos as they are published."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from ondongne.failure import Failure
from ondongne.publications.photographs import at_width, published, size_at


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


@pytest.mark.parametrize(("form", "side"), [("JPEG", 1), ("WEBP", 1), ("JPEG", 6), ("WEBP", 8)])
def test_a_rendition_is_as_wide_as_said_and_says_nothing_of_where_it_was_taken(
    tmp_path: Path, form: str, side: int
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x8825] = side, {1: "N", 2: (37.0, 28.0, 0.0)}
    Image.new("RGB", (400, 200) if side == 1 else (200, 400)).save(tmp_path / "table.jpg", exif=exif)
    with Image.open(BytesIO(at_width(tmp_path / "table.jpg", 100, form))) as photo:
        assert (photo.format, photo.size, dict(photo.getexif())) == (form, (100, 50), {})
    assert size_at(tmp_path / "table.jpg", 100) == (100, 50)


def test_no_photo_is_made_larger(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20)).save(tmp_path / "table.png")
    with Image.open(BytesIO(at_width(tmp_path / "table.png", 480, "JPEG"))) as photo:
        assert photo.size == size_at(tmp_path / "table.png", 480) == (40, 20)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_white_shows_through_what_is_transparent(tmp_path: Path, mode: str) -> None:
    clear = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    clear.paste("#5E7F53", (20, 0, 40, 20))
    clear.convert(mode).save(tmp_path / "poster.png")
    with Image.open(BytesIO(published(tmp_path / "poster.png", 100))) as photo:
        left, right = photo.getpixel((5, 10)), photo.getpixel((35, 10))
    assert left == (255, 255, 255) != right


@pytest.mark.parametrize(("clear", "left"), [(None, 0), (0, 255)])
@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_grey_of_sixteen_bits_stays_as_dark_as_it_is(tmp_path: Path, clear: int | None, left: int, form: str) -> None:
    scan = Image.new("I;16", (60, 20))
    scan.paste(100 * 257, (20, 0, 40, 20))
    scan.paste(65535, (40, 0, 60, 20))
    scan.save(tmp_path / "scan.png", **({} if clear is None else {"transparency": clear}))
    with Image.open(BytesIO(at_width(tmp_path / "scan.png", 60, form))) as photo:
        seen = [photo.convert("L").getpixel((x, 10)) for x in (10, 30, 50)]
    assert seen == pytest.approx([left, 100, 255], abs=2)


def _red_for_blue() -> bytes:
    """A colour profile by which red means blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")


@pytest.mark.parametrize(("mode", "red"), [("RGB", "red"), ("RGBA", "red"), ("P", 0)])
@pytest.mark.parametrize("form", ["JPEG", "WEBP"])
def test_colours_are_those_of_a_photos_profile(tmp_path: Path, mode: str, red: str | int, form: str) -> None:
    poster = Image.new(mode, (40, 20), red)
    if mode == "P":
        poster.putpalette([255, 0, 0])
    poster.save(tmp_path / "poster.png", icc_profile=_red_for_blue())
    with Image.open(BytesIO(at_width(tmp_path / "poster.png", 20, form))) as photo:
        seen, told = photo.convert("RGB").getpixel((5, 5)), photo.info.get("icc_profile")
    assert isinstance(seen, tuple)
    assert (seen[0] < 30, seen[2] > 225, told) == (True, True, None)


@pytest.mark.parametrize("profile", [b"no profile", _red_for_blue()[:200]])
def test_a_profile_that_cannot_be_read_is_none(tmp_path: Path, profile: bytes) -> None:
    Image.new("CMYK", (40, 20), (0, 255, 255, 0)).save(tmp_path / "poster.jpg", icc_profile=profile)
    with Image.open(BytesIO(published(tmp_path / "poster.jpg", 100))) as photo:
        seen = photo.getpixel((5, 5))
    assert isinstance(seen, tuple)
    assert (seen[0] > 225, seen[2] < 30, photo.info.get("icc_profile")) == (True, True, None)
