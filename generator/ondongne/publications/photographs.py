"""Photos as they are published: turned upright, no larger than needed, and without what a camera writes into them."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.outcomes.photos import BROKEN, TooLargeError, opened

QUALITY: Final = 82


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
    upright = _upright(source)
    upright.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    written = BytesIO()
    upright.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()


def _upright(source: Path) -> Image.Image:
    try:
        with opened(source) as photo:
            return ImageOps.exif_transpose(photo).convert("RGB")
    except TooLargeError:
        raise Failure(say("photo-too-large", file=source.name), say("photo-too-large.hint")) from None
    except BROKEN as error:
        raise Failure(say("photo-broken", file=source.name), say("photo-broken.hint")) from error
