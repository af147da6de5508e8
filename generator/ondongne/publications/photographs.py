"""Photos as they are published: turned upright, no larger than needed, and without what a camera writes into them."""

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from ondongne.failure import Failure
from ondongne.messages import say

MOST_PIXELS: Final = 100_000_000
QUALITY: Final = 82


def published(source: Path, longest_side: int) -> bytes:
    """A photo as JPEG of at most `longest_side` pixels, without EXIF and position; raises Failure if it is none."""
    try:
        with Image.open(source, formats=("JPEG", "PNG", "WEBP")) as photo:
            if photo.width * photo.height > MOST_PIXELS:
                raise Failure(say("photo-too-large", file=source.name), say("photo-too-large.hint"))
            upright = ImageOps.exif_transpose(photo).convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Failure(say("photo-broken", file=source.name), say("photo-broken.hint")) from error
    upright.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
    written = BytesIO()
    upright.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return written.getvalue()
