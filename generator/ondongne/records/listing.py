"""What lies in one folder of the tree, without what does not belong to records and without links that lead astray."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.korean import nfc
from ondongne.records.source import visible
from ondongne.records.stamps import Stamp, is_settled, stamp

_JUNK: Final = ("readme.md", "thumbs.db", "desktop.ini")
_HIDDEN: Final = (".", "~$")  # `~$` starts the lock files of office programs
_JUNCTION: Final = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT; the stat module has it on Windows only
_HAS_JUNCTIONS: Final = hasattr(os.stat_result, "st_reparse_tag")
_DIGITS: Final = re.compile("([0-9]+)")

Entry: TypeAlias = "os.DirEntry[str]"


class Item(NamedTuple):
    """A file or folder: its name, its path on disk, its path in reports, and the real path of the tree's root."""

    name: str
    path: str
    shown: str
    root: str

    def fault(self, code: str, **values: object) -> Diagnostic:
        """Say what is wrong with it as a whole."""
        return diagnose(code, Place(self.shown), **{"name": visible(self.name), **values})

    def exists(self) -> bool:
        """Whether there is such a file or folder, where a link leads to."""
        return stamp(self.path) is not None

    def inside(self, name: str) -> "Item":
        """What would have this name in this folder."""
        shown = name if name.isascii() and name.isprintable() else visible(name)
        return Item(name, f"{self.path}{os.sep}{name}", f"{self.shown}/{shown}", self.root)


@dataclass(frozen=True, slots=True)
class Listing:
    """The files and folders of a folder, numbers in names in their natural order, and what is wrong with others.

    One that `lasts` holds until the folder itself changes: what a link leads to may change without it.
    """

    files: tuple[Item, ...] = ()
    folders: tuple[Item, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    lasts: bool = False


Names: TypeAlias = tuple[Stamp, tuple[str, ...], tuple[str, ...]]
"""A folder's stamp and the names of the files and folders in it."""


class Folders:
    """Folders as they were listed `before`, in this process or, by their paths in reports, in `another`.

    A folder that was written no later than `until` (`stamps.settled`) and bears the same stamp is not listed again.
    """

    def __init__(self, until: int = 0, another: Mapping[str, Names] = MappingProxyType({})) -> None:
        self.until = until
        self.another = another
        self.before: Mapping[str, tuple[Stamp, Listing]] = {}
        self.now: dict[str, tuple[Stamp, Listing]] = {}

    def list(self, folder: Item) -> Listing:
        """List a folder of the tree; a link is followed unless it leads out of the tree or back into itself."""
        touched = stamp(folder.path)
        known, listing = self.before.get(folder.shown) or self._told(folder)
        if known is None or known != touched:
            listing = list_folder(folder)
        if touched is not None and listing.lasts and is_settled(touched, self.until):
            self.now[folder.shown] = touched, listing
        return listing

    def _told(self, folder: Item) -> tuple[Stamp | None, Listing]:
        """A folder as another process listed it."""
        known, files, folders = self.another.get(folder.shown, (None, (), ()))
        return known, Listing(tuple(map(folder.inside, files)), tuple(map(folder.inside, folders)), lasts=True)

    def names(self) -> dict[str, Names]:
        """The folders that another process need not list, if nothing is wrong in them."""
        return {
            shown: (touched, tuple(file.name for file in here.files), tuple(below.name for below in here.folders))
            for shown, (touched, here) in self.now.items()
            if not here.faults
        }


def list_folder(folder: Item) -> Listing:
    """List a folder; a link is followed unless it leads out of the tree or back into itself."""
    try:
        with os.scandir(folder.path) as entries:
            found = [entry for entry in entries if not _is_junk(entry.name)]
    except OSError as error:
        return Listing(faults=(folder.fault("unreadable-folder", number=error.errno),))
    return _sorted_out(folder, sorted(found, key=lambda entry: _natural(entry.name)))


def _sorted_out(folder: Item, entries: list[Entry]) -> Listing:
    files, folders, faults = [], [], []
    twins = dict(_twins(entries))
    for entry in entries:
        item = folder.inside(entry.name)
        if entry.name in twins:
            faults.append(item.fault("case-twin", other=visible(twins[entry.name])))
        elif code := _broken(entry, item, folder):
            faults.append(item.fault(code))
        elif entry.is_dir():
            folders.append(item)
        else:
            files.append(item)
    return Listing(tuple(files), tuple(folders), tuple(faults), lasts=not any(map(_is_link, entries)))


def _is_junk(name: str) -> bool:
    return name.startswith(_HIDDEN) or name.lower() in _JUNK


def _natural(name: str) -> tuple[str | int, ...]:
    """A sort key: texts and numbers by turns, so that 2 comes before 10."""
    parts = _DIGITS.split(name)
    if len(parts) == 1:
        return (name,)
    return tuple(int(part) if part.isdecimal() and part.isascii() else part for part in parts)


def _twins(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Names that some systems cannot tell from another one of the same folder, each with that other one."""
    spelled = [(_one_spelling(entry.name), entry.name) for entry in entries]
    if len({spelling for spelling, _ in spelled}) == len(spelled):
        return
    by_sound = sorted((spelling, name != spelling, name) for spelling, name in spelled)
    for _, group in groupby(by_sound, key=lambda name: name[0]):
        kept, *others = (name for *_, name in group)
        yield from ((other, kept) for other in others)


def _one_spelling(name: str) -> str:
    return nfc(name).casefold()


def _broken(entry: Entry, item: Item, folder: Item) -> str:
    """The code of what keeps a file or folder from being read; empty when nothing does."""
    if _is_link(entry):
        return _astray(entry, folder) if item.exists() else "broken-link"
    return "" if entry.is_dir() or entry.is_file() else "not-a-file"


def _is_link(entry: Entry) -> bool:
    if entry.is_symlink():
        return True
    return (
        _HAS_JUNCTIONS
        and entry.is_dir()
        and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION
    )


def _astray(entry: Entry, folder: Item) -> str:
    target = os.path.realpath(entry.path)
    if not _is_within(target, folder.root):
        return "link-leads-out"
    if entry.is_dir():
        return "folder-loop" if _is_within(os.path.realpath(folder.path), target) else ""
    return "" if entry.is_file() else "not-a-file"


def _is_within(path: str, folder: str) -> bool:
    path, folder = os.path.normcase(path), os.path.normcase(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
