"""Photos as they are published: turned upright, no larger than needed, and without what a camera writes into them."""

from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.outcomes.photos import BROKEN, TooLargeError, opened
from ondongne.records.stamps import Stamp, stamp

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY: Final = 82
_ORIENTATION: Final = 0x0112
_LYING: Final = range(5, 9)
"""Values of EXIF's orientation for photos that are stored on their side (EXIF 3.0, 4.6.5)."""

_DEEP_GREY: Final = "I;16"
"""What Pillow calls greyscale of 16 bits, which of the forms that photos may have only PNG has."""
_FINER: Final = 257
"""Samples of 16 bits to one of 8 (PNG, third edition, 13.12)."""


def digest(source: Path) -> bytes:
    """The SHA-256 of a photo's bytes; raises OSError."""
    return _digest(source, stamp(source))


@lru_cache(maxsize=10_000)
def _digest(source: Path, _seen: Stamp | None) -> bytes:
    """The digest of a photo, of which several sizes, forms and booklets are made in one build."""
    return sha256(source.read_bytes()).digest()


def published(source: Path, longest_side: int) -> bytes:
    """A photo as JPEG of at most `longest_side` pixels, without EXIF and position; raises Failure if it is none."""
    try:
        seen = source.stat()
    except OSError:
        return _published(source, longest_side)
    return _published(source, longest_side, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=96)
def _published(source: Path, longest_side: int, *_seen: int) -> bytes:
    """A photo as published; kept for a while, since a booklet that is set again after an edit shows the same photos."""
    from PIL.Image import Resampling

    upright = _upright(source)
    upright.thumbnail((longest_side, longest_side), Resampling.LANCZOS)
    return _saved(upright, "JPEG")


def at_width(source: Path, width: int, form: str) -> bytes:
    """A photo of at most `width` pixels across, as Pillow's `form`, without EXIF and position; raises Failure."""
    from PIL.Image import Resampling

    upright = _upright(source)
    if upright.width > width:
        upright = upright.resize((width, _height(upright.size, width)), Resampling.LANCZOS, reducing_gap=3.0)
    return _saved(upright, form)


def size_at(source: Path, width: int) -> tuple[int, int]:
    """Width and height of a photo as `at_width` gives it; only its head is read. Raises Failure."""
    size = upright_size(source)
    return (width, _height(size, width)) if size[0] > width else size


def _height(size: tuple[int, int], width: int) -> int:
    return max(1, round(size[1] * width / size[0]))


def upright_size(source: Path) -> tuple[int, int]:
    """Width and height in pixels of a photo as it is to be seen; only its head is read. Raises Failure."""
    try:
        with opened(source) as photo:
            lies = photo.getexif().get(_ORIENTATION, 1) in _LYING
            return (photo.height, photo.width) if lies else photo.size
    except (TooLargeError, *BROKEN):
        return _upright(source).size


def _upright(source: Path) -> "Image":
    from PIL import ImageOps

    try:
        with opened(source) as photo:
            return _on_white(_of_eight_bits(ImageOps.exif_transpose(photo)))
    except TooLargeError:
        raise Failure(say("photo-too-large", file=source.name), say("photo-too-large.hint")) from None
    except BROKEN as error:
        raise Failure(say("photo-broken", file=source.name), say("photo-broken.hint")) from error


def _saved(photo: "Image", form: str) -> bytes:
    written = BytesIO()
    _in_srgb(photo).save(written, form, icc_profile=b"", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()


def _in_srgb(photo: "Image") -> "Image":
    """A photo in the colours for which all take those of which nothing is said (IEC 61966-2-1).

    A profile that cannot be read is as good as none.
    """
    from PIL import ImageCms

    if profile := photo.info.get("icc_profile"):
        with suppress(OSError, ImageCms.PyCMSError):
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            turned = ImageCms.profileToProfile(photo, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
            return turned or photo
    return photo.convert("RGB")


def _of_eight_bits(photo: "Image") -> "Image":
    """A photo of 8 bits a sample; Pillow would take all but the darkest of grey ones of 16 for white."""
    if photo.mode != _DEEP_GREY:
        return photo
    grey = photo.point(lambda sample: sample * (1 / _FINER) + 0.5).convert("L")
    if "transparency" in grey.info:
        grey.info["transparency"] = round(grey.info["transparency"] / _FINER)
    return grey


def _on_white(photo: "Image") -> "Image":
    """A photo in RGB or CMYK, in which white shows through where it is transparent."""
    from PIL.Image import new

    if not photo.has_transparency_data:
        return photo if photo.mode == "CMYK" else photo.convert("RGB")
    paper = new("RGBA", photo.size, "white")
    paper.info["icc_profile"] = photo.info.get("icc_profile")
    paper.alpha_composite(photo.convert("RGBA"))
    return paper.convert("RGB")
