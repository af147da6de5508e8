"""Photo files as somebody may put them into a folder: any bytes at all under the name of a photo."""

import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS: Final = ("JPEG", "PNG", "WEBP")
MOST_PIXELS: Final = 100_000_000
BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises for a file that is no photo of these formats, or a part of one."""

warnings.filterwarnings("ignore", module=r"PIL\.")  # English remarks on what cameras write and on size


class TooLargeError(Exception):
    """A photo of more than a hundred million pixels, which would fill the memory."""


def opened(file: Path) -> "Image":
    """Open a photo, of which only the head is read; raises TooLargeError, or one of `BROKEN`."""
    from PIL import Image

    try:
        photo = Image.open(file, formats=FORMATS)
    except Image.DecompressionBombError:
        raise TooLargeError from None
    if photo.width * photo.height > MOST_PIXELS:
        photo.close()
        raise TooLargeError
    return photo
