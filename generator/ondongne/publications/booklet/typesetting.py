"""Typesetting: a booklet's data and photos through the Typst templates to an accessible, archivable PDF."""

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import typst

from ondongne import korean
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.paths import theme_folder
from ondongne.publications.booklet.document import Booklet
from ondongne.publications.booklet.footnotes import footnoted
from ondongne.publications.booklet.justifying import Page
from ondongne.publications.booklet.lines import HANGING
from ondongne.publications.booklet.printing_trims import Trim
from ondongne.publications.gathering import Entries
from ondongne.publications.photographs import published

STANDARDS: Final[list[Any]] = ["a-2a", "ua-1"]
CHECKED: Final[list[Any]] = ["a-2b"]
"""For print: no standard is claimed in the end, but only under one does the typesetter report a missing glyph."""

_REMEMBERED: Final = 11
"""Documents after which the typesetter has forgotten one."""

_GLYPH: Final = re.compile(r"the text `?\"(?P<text>.+?)\"`? could not be displayed")
_ESCAPE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


@dataclass(frozen=True, slots=True)
class Setting:
    """The template and page that a booklet is set on; with a bleed, in millimetres, it is for print."""

    trim: Trim
    bleed: float = 0
    template: str = "booklet"


def developed(booklet: Booklet) -> Mapping[str, bytes]:
    """The photos of a booklet as they are set in, by their names in it; raises Failure for one that is none."""
    return {name: published(file, longest_side) for name, (file, longest_side) in booklet.photos.items()}


def typeset(path: str, booklet: Booklet, setting: Setting, photos: Mapping[str, bytes]) -> bytes:
    """Set a booklet, for screens in PDF/A-2a and PDF/UA-1; raises Failure for what cannot be printed."""
    with tempfile.TemporaryDirectory(prefix="ondongne-") as folder:
        desk = Path(folder)
        for source in sorted(_templates().glob("*.typ")):
            shutil.copyfile(source, desk / source.name)
        for name, content in _set_for(booklet, setting).items():
            (desk / f"{name}.json").write_bytes(_json(content))
        for name, photo in photos.items():
            (desk / name).write_bytes(photo)
        try:
            return _compiled(desk, setting, booklet.dated)
        except typst.TypstError as error:
            raise _failure(path, error.message, booklet.entries) from error


def _set_for(booklet: Booklet, setting: Setting) -> Mapping[str, object]:
    """The data of a booklet for its page: its look, footnotes where they are due, text in lines."""
    look = _look(booklet, setting)
    page = Page(setting.trim, look["sizes"])
    noted = footnoted(page.footnotes(booklet.data["booklet"]), setting.trim, look["sizes"])
    data = page.covered(page.chapters(noted))
    return {**booklet.data, "booklet": data, "look": look}


def _look(booklet: Booklet, setting: Setting) -> Mapping[str, Any]:
    """The look of a booklet on its page."""
    look, trim = booklet.data["look"], setting.trim
    lengths = ("width", "height", "top", "bottom", "label", "gutter")
    page = {name: getattr(trim, name) for name in lengths} | {"side": trim.side, "bleed": setting.bleed}
    return {**look, "sizes": trim.type_sizes(look["sizes"]), "page": page, "hanging": HANGING}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _templates() -> Path:
    return theme_folder() / "booklet"


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    """The booklets' own fonts, and no others."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_templates() / "fonts")]
    )


def _compiled(desk: Path, setting: Setting, dated: datetime) -> bytes:
    compiler = typst.Compiler(root=str(desk), font_paths=fonts())
    made = compiler.compile(
        str(desk / f"{setting.template}.typ"),
        format="pdf",
        pdf_standards=CHECKED if setting.bleed else STANDARDS,
        timestamp=dated,
        pdf_tags=not setting.bleed,
    )
    if not isinstance(made, bytes):
        raise TypeError("a PDF is one piece")
    return made


def forget() -> None:
    """Have the typesetter forget all booklets that it set, of which it remembers every step for the next ones.

    It lets go of what the last ten documents did not use, so it is given as many that use nothing.
    """
    with tempfile.TemporaryDirectory(prefix="ondongne-") as folder:
        empty = Path(folder, "empty.typ")
        empty.touch()
        compiler = typst.Compiler(root=folder, font_paths=fonts())
        for _ in range(_REMEMBERED):
            compiler.compile(str(empty), format="svg")


def _failure(path: str, message: str, entries: Entries) -> Failure:
    found = _GLYPH.search(message)
    if found is None:
        return Failure(say("booklet-failed", path=path, reason=message))
    text = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), found["text"])
    code = " ".join(f"U+{ord(char):04X}" for char in text)
    reason = say("no-glyph", text=text, unicode=code, place=_place(text, entries) or _place(text[0], entries))
    return Failure(say("booklet-failed", path=path, reason=reason), say("no-glyph.hint"))


def _place(text: str, entries: Entries) -> str:
    """The first line of a record in which a text stands: councils/garam/2025/year.yml:7; empty where it is in none."""
    for entry in entries:
        for number, line in enumerate(entry.document.text.split("\n"), 1):
            if text in korean.nfc(line):
                return f"{entry.document.file}:{number}"
    return ""
