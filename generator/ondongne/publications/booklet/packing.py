"""Documents that are zips (EPUB, HWPX): packed so that the same files give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_STORED: Final = ("mimetype", ".png", ".jpg")
"""What is not compressed: photos are already, and the media type must lie open (OCF 3.3, 4.3)."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""

_UNIX: Final = 3
_READABLE: Final = 0o100644 << 16


def packed(media_type: str, files: Mapping[str, bytes]) -> bytes:
    """A zip of files that begins with its media type."""
    written = BytesIO()
    with ZipFile(written, "w") as folder:
        for name, content in {"mimetype": media_type.encode(), **files}.items():
            info = ZipInfo(name, _EARLIEST)
            info.create_system, info.external_attr = _UNIX, _READABLE
            folder.writestr(info, content, ZIP_STORED if name.endswith(_STORED) else ZIP_DEFLATED)
    return written.getvalue()
