"""Where records live: every file of the tree that should hold one, and what is wrong with whatever else lies there.

A city's folder holds `city.yml`, its `organisations/`, `editions/`, `practices/`, its years and its councils; a
council's holds `council.yml`, its `practices/` and years; a year's holds `year.yml` and a folder for each kind of
record. `photos/` may stand in any of them.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from ondongne.diagnostics import Diagnostic
from ondongne.korean import nfc
from ondongne.records.guesses import name_meant
from ondongne.records.kinds import FOLDERS, KINDS, OF_A_YEAR, RESERVED_SLUGS
from ondongne.records.listing import Folders, Item, Listing, list_folder
from ondongne.records.text import SLUG, SLUG_LENGTH

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100

_LABELS: Final = {model.label: kind for kind, model in KINDS.items()} | {"사진": "photos"}
_YEAR: Final = re.compile("[0-9]{4}")
_ALMOST: Final = re.compile(r"(?P<stem>.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp")
_SOME_YEAR: Final = 2025


@dataclass(frozen=True, slots=True)
class Home:
    """Whom records belong to, and when; `base` is the root in reports, `is_named` whether the names can make an id."""

    base: str
    city: str
    council: str = ""
    year: int | None = None
    is_named: bool = True

    @property
    def owner(self) -> str:
        """The id of the council, or else of the city."""
        return f"{self.city}/{self.council}" if self.council else self.city

    @property
    def id(self) -> str:
        """The id of the year, or else of the owner."""
        return self.owner if self.year is None else f"{self.owner}/{self.year}"

    def right_place(self, folder: str) -> str | None:
        """Where a folder of this name would stand, as a path in reports; None when it stands nowhere."""
        if folder in OF_A_YEAR:
            return f"{self.base}/{self.owner}/{self.year or _SOME_YEAR}/{folder}"
        if folder in FOLDERS["council"]:
            return f"{self.base}/{self.owner}/{folder}"
        return f"{self.base}/{self.city}/{folder}" if folder in FOLDERS["city"] else None


class Found(NamedTuple):
    """A file that should hold a record of a kind; `id` is empty when its path cannot make one."""

    item: Item
    kind: str
    home: Home
    slug: str
    id: str


Findings: TypeAlias = Iterator[Diagnostic | Found]


def find(root: Path, shown_as: str, folders: Folders | None = None) -> Findings:
    """Yield every file that should hold a record, in the order of the tree, and every fault of the tree itself.

    `shown_as` stands for the root in reports. No file is opened, and no folder listed that `folders` knows.
    """
    top = Item(shown_as, os.fspath(root), shown_as, os.path.realpath(root))
    if not top.exists():
        yield top.fault("no-councils")
        return
    folders = folders or Folders()
    here = folders.list(top)
    yield from _outside(here)
    for folder in here.folders:
        yield from _owner(folder, Home(shown_as, folder.name), "city", folders)


def outside(root: Path, shown_as: str) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The names of the cities' folders in the order of the tree, and the faults of what lies beside them."""
    top = Item(shown_as, os.fspath(root), shown_as, os.path.realpath(root))
    if not top.exists():
        return (), (top.fault("no-councils"),)
    here = list_folder(top)
    return tuple(folder.name for folder in here.folders), tuple(_outside(here))


def _outside(here: Listing) -> Iterator[Diagnostic]:
    yield from here.faults
    yield from (_suffix_fault(file) or file.fault("file-outside-city") for file in here.files)


def _owner(folder: Item, home: Home, kind: str, folders: Folders) -> Findings:
    """A city or council."""
    if fault := _name_fault(folder, folder.name) or _reserved(folder):
        yield fault
        home = replace(home, is_named=False)
    yield from _holder(folder, home, kind, folders)


def _year(folder: Item, home: Home, folders: Folders) -> Findings:
    year = int(folder.name)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        yield folder.fault("year-out-of-range", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    yield from _holder(folder, replace(home, year=year), "year", folders)


def _holder(folder: Item, home: Home, kind: str, folders: Folders) -> Findings:
    """A city, a council or a year: its own record, and the folders in it."""
    here = folders.list(folder)
    yield from here.faults
    own = f"{kind}.yml"
    for file in here.files:
        if file.name == own:
            yield Found(file, kind, home, folder.name, home.id if home.is_named else "")
        else:
            yield _suffix_fault(file) or _misplaced_file(file, own)
    if kind != "year" and not any(file.name == own or name_meant(file.name, (own,)) for file in here.files):
        yield folder.inside(own).fault(f"missing-{kind}")
    for below in here.folders:
        yield from _below(below, home, kind, folders)


def _below(folder: Item, home: Home, kind: str, folders: Folders) -> Findings:
    if folder.name in FOLDERS[kind]:
        yield from _records(folder, home, folders)
    elif folder.name == "photos":
        yield from _photos(folder, folders)
    elif kind != "year" and _YEAR.fullmatch(folder.name):
        yield from _year(folder, home, folders)
    elif kind == "city" and _is_council(folder, home):
        yield from _owner(folder, replace(home, council=folder.name), "council", folders)
    else:
        yield _wrong_folder(folder, home, kind)


def _is_council(folder: Item, home: Home) -> bool:
    """Whether a folder of a city is a council's, with or without its record, and no slip for another folder."""
    if home.right_place(folder.name):
        return False
    return folder.inside("council.yml").exists() or _folder_meant(folder.name, "city") is None


def _records(folder: Item, home: Home, folders: Folders) -> Findings:
    here, above = folders.list(folder), f"{home.id}/{folder.name}"
    yield from here.faults
    yield from (below.fault("stray-folder", parent=folder.shown) for below in here.folders)
    for file in here.files:
        if fault := _suffix_fault(file):
            yield fault
            continue
        slug = file.name.removesuffix(".yml")
        fault = _name_fault(file, slug)
        if fault:
            yield fault
        named = home.is_named and fault is None
        yield Found(file, folder.name, home, slug, f"{above}/{slug}" if named else "")


def _photos(folder: Item, folders: Folders) -> Findings:
    here = folders.list(folder)
    yield from here.faults
    yield from (below.fault("stray-folder", parent=folder.shown) for below in here.folders)
    for file in here.files:
        if not file.name.lower().endswith(_PICTURES):
            yield file.fault("stray-photo")
        elif file.name != nfc(file.name):
            yield file.fault("decomposed-name", right=nfc(file.name))


def _suffix_fault(file: Item) -> Diagnostic | None:
    if file.name.endswith(".yml"):
        return None
    almost = _ALMOST.fullmatch(file.name)
    if almost is None:
        return file.fault("not-a-record")
    return file.fault("wrong-suffix", right=f"{_plain(almost['stem']) or almost['stem']}.yml")


def _name_fault(item: Item, slug: str) -> Diagnostic | None:
    if re.fullmatch(SLUG, slug) and len(slug) <= SLUG_LENGTH:
        return None
    example = "birthday.yml" if item.name != slug else "narae"
    if plain := _plain(slug):
        example = plain + item.name.removeprefix(slug)
    return item.fault("wrong-name", example=example)


def _plain(name: str) -> str:
    """The slug that comes nearest to a name; empty where no letter of it can stand in one."""
    plain = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:SLUG_LENGTH].strip("-")
    return plain if re.search("[a-z]", plain) else ""


def _reserved(folder: Item) -> Diagnostic | None:
    is_reserved = folder.name in RESERVED_SLUGS or _YEAR.fullmatch(folder.name)
    return folder.fault("reserved-name") if is_reserved else None


def _misplaced_file(file: Item, own: str) -> Diagnostic:
    if name_meant(file.name, (own,)):
        return file.fault("mistyped-file", near=own)
    return file.fault("misplaced-file", own=own)


def _wrong_folder(folder: Item, home: Home, kind: str) -> Diagnostic:
    if right := home.right_place(folder.name):
        return folder.fault("misplaced-folder", right=right)
    if near := _folder_meant(folder.name, kind):
        return folder.fault("mistyped-folder", near=near)
    years = () if kind == "year" else (str(_SOME_YEAR),)
    return folder.fault("unknown-folder", allowed=", ".join((*FOLDERS[kind], *years, "photos")))


@lru_cache(maxsize=10_000)
def _folder_meant(name: str, kind: str) -> str | None:
    """The folder of a city, council or year that a name is a slip for, or the Korean word for."""
    name = nfc(name)
    if kind != "year" and (year := _YEAR.search(name)):
        return year[0]
    found = name_meant(name, (*FOLDERS[kind], "photos", *_LABELS))
    return _LABELS.get(found, found) if found else None
