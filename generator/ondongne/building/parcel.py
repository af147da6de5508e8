"""Files of a project as one parcel, to be laid out on another machine just as they lay here."""

import io
import shutil
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from ondongne.failure import Failure
from ondongne.messages import say

_MARK: Final = "parcel"
_LEVEL: Final = 3
"""Photos do not get smaller, and records do not get much smaller by more."""


def pack(folder: Path, inside: Iterable[str]) -> bytes:
    """Files and folders of `folder` by their paths in it; the same content gives the same bytes.

    Raises Failure for a link or whatever else is neither file nor folder, which another machine could not follow.
    """
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as parcel:
        for path in _below(folder, sorted(set(inside))):
            parcel.addfile(*_member(folder, path))
    return zlib.compress(target.getvalue(), _LEVEL)


def lay_out(parcels: Iterable[bytes], folder: Path, keep: str) -> None:
    """Lay parcels out in a folder that holds nothing else but `keep`, unless just these lie there already."""
    parcels = tuple(parcels)
    wanted = b"".join(sha256(parcel).digest() for parcel in parcels).hex()
    mark = folder / keep / _MARK
    if mark.is_file() and mark.read_text(encoding="ascii") == wanted:
        return
    mark.unlink(missing_ok=True)
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name != keep:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for parcel in parcels:
        with tarfile.open(fileobj=io.BytesIO(zlib.decompress(parcel)), mode="r:") as opened:
            for member in opened:
                _unpack(opened, member, folder / member.name)
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(wanted, encoding="ascii")


def _unpack(opened: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> None:
    """Lay out a file or folder; that of all at once knows no filter before Python 3.11.4, and asks for one since."""
    if content := opened.extractfile(member):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.read())
    else:
        place.mkdir(parents=True, exist_ok=True)


def _below(folder: Path, inside: Iterable[str]) -> Iterator[str]:
    for name in inside:
        yield name
        if (folder / name).is_dir() and not (folder / name).is_symlink():
            yield from _below(folder, sorted(f"{name}/{below.name}" for below in (folder / name).iterdir()))


def _member(folder: Path, path: str) -> tuple[tarfile.TarInfo, io.BytesIO | None]:
    place, member = folder / path, tarfile.TarInfo(path)
    if place.is_symlink() or not (place.is_dir() or place.is_file()):
        raise Failure(say("parcel-link", path=path), say("parcel-link.hint"))
    if place.is_dir():
        member.type, member.mode = tarfile.DIRTYPE, 0o755
        return member, None
    content = place.read_bytes()
    member.size = len(content)
    return member, io.BytesIO(content)
