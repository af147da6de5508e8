"""Builds again: pages of the last output stand where nothing has changed that they were made of.

The article of a page rests on its plan, on the records that were read for it, on the files of booklets whose length it
tells, and on how all records hang together (`publications.site.ground`). What is around it rests on the theme, on the
settings, on the navigation and on the versions of what renders it. All this is the ground of a ledger
(`building.ledger`); with another ground, every page is made.
"""

import os
import pickle
import platform
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from secrets import token_bytes
from typing import Any, Final

from mkdocs.structure import StructureItem
from mkdocs.structure.pages import Page

from ondongne.building.artifact import Bundle
from ondongne.building.ledger import Ledger
from ondongne.building.output import Output
from ondongne.engine.pages import RecordFile, RecordPage
from ondongne.engine.press import Press, Stage
from ondongne.paths import program
from ondongne.pipeline import Reading
from ondongne.publications import site
from ondongne.records.readset import reads

_NAME: Final = "pages.ledger"
TOOLS: Final = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown", "nh3", "pillow", "pydantic")
"""Packages of which another version may write another page."""
_APART: Final = frozenset(("config_file_path", "plugins", "site_dir", "theme"))
"""Settings that are digested otherwise, or that no page shows."""
_ICONS: Final = ".icons"
"""The folder of Material's ten thousand icons, which change with its version only."""


class Again:
    """Makes the pages of one build into an output, or takes them over from the last one."""

    def __init__(self, reading: Reading, whole: site.Site, stage: Stage, press: Press) -> None:
        self._press, self._store = press, reading.store
        facts = site.facts(reading.outcomes, reading.cache.until)
        ground = sha256(site.ground(whole, facts, self._store).encode() + b"".join(_around(stage)))
        booklets = {path: bound.key for path, bound in whole.booklets.items()}
        self._ledger = Ledger(ground.hexdigest(), {**facts, **booklets})
        # Parts of a site are made anywhere, and of records that are not at hand.
        self._is_kept = reading.share.is_all and stage.is_alone
        if self._is_kept:
            self._ledger.recall(self._store, _NAME)

    def make(self, output: Output, file: RecordFile) -> None:
        """Put a page in its place; raises TemplateError."""
        path, plan = file.dest_uri, site.plan_of(file.planned)
        mark = self._ledger.standing(path, plan)
        if mark is not None and output.keep(path, mark):
            self._ledger.stands(path)
            return
        with reads() as found:
            html = self._press.html(file.record_page)
        if not html.isspace():
            output.write(path, html)
            mark = output.mark(path)
            if mark is not None:
                self._ledger.made(path, plan, mark, found)

    def put(self, output: Output, bundle: Bundle) -> None:
        """Put files in their places that are made together, of what no page is."""
        ledger, paths = self._ledger, bundle.paths
        marks = {path: ledger.standing(path, bundle.key) for path in paths}
        if all(mark is not None and output.keep(path, mark) for path, mark in marks.items()):
            for path in paths:
                ledger.stands(path)
            return
        for path, content in bundle.make():
            output.write(path, content)
            mark = output.mark(path)
            if mark is not None:
                ledger.made(path, bundle.key, mark, ())

    def keep(self) -> None:
        """Keep for the next build what was made, once it is published."""
        if self._is_kept and not self._press.shown.were_asked:
            self._ledger.keep(self._store, _NAME)


def _around(stage: Stage) -> Iterator[bytes]:
    """What is around the articles of all pages, and what renders them."""
    config = stage.config
    yield program()
    yield repr((platform.python_version(), *map(version, TOOLS))).encode()
    yield _said({name: value for name, value in config.items() if name not in _APART})
    yield _said([dict(config.theme), config.theme.dirs])
    yield _said([_of_item(item) for item in stage.nav.items])
    yield _said(sorted(stage.drawn))
    for folder in config.theme.dirs:
        yield from _of_theme(Path(folder), is_own=folder == config.theme.custom_dir)


def _of_item(item: StructureItem) -> object:
    """A part of the navigation as pages may show it."""
    below = [_of_item(child) for child in getattr(item, "children", None) or ()]
    if isinstance(item, RecordPage):
        return site.plan_of(item.planned)
    content = (item.url, item.meta, item.content) if isinstance(item, Page) else getattr(item, "url", None)
    return type(item).__name__, item.title, content, below


def _of_theme(folder: Path, *, is_own: bool) -> Iterator[bytes]:
    """The templates of a theme; of a project's own every file, for its templates may take in any."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if is_own or name != _ICONS)
        for name in sorted(files):
            if is_own or name.endswith(".html"):
                path = Path(place, name)
                yield path.relative_to(folder).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest()


def _said(value: Any) -> bytes:
    """A value of the settings as bytes, the same for the same value; what cannot be told is never the same."""
    if isinstance(value, Mapping):
        return _all(b"{", (_said(key) + _said(value[key]) for key in sorted(value, key=str)))
    if isinstance(value, list | tuple):
        return _all(b"[", map(_said, value))
    if isinstance(value, set | frozenset):
        return _all(b"(", sorted(map(_said, value)))
    try:
        return sha256(pickle.dumps(value, 5)).digest()
    except Exception:  # whatever a setting may be
        return token_bytes()


def _all(kind: bytes, parts: Iterable[bytes]) -> bytes:
    return sha256(kind + b"".join(parts)).digest()
