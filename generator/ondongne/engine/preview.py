"""What the preview answers: pages, photos and booklets made when they are asked for, of the records as they are now."""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from html import escape
from itertools import chain
from pathlib import Path
from threading import Condition, Lock
from typing import Final

from ondongne import diagnostics, pipeline
from ondongne.building.artifact import Artifact
from ondongne.engine.pages import RecordPage
from ondongne.engine.press import Press, Stage
from ondongne.messages import say
from ondongne.pipeline import Reading
from ondongne.publications import site
from ondongne.publications.extents import Bound, Extent, extent

HTML: Final = "text/html; charset=utf-8"
INDEX: Final = "index.html"
_TYPES: Final = {".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
"""Types that a computer's own list may give otherwise."""
_PAGE: Final = """<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<h1>{title}</h1>
<p>{advice}</p>
<pre>{text}</pre>
</html>
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the preview; `place` is the site path to go to instead."""

    status: int
    type: str
    body: bytes
    place: str = ""


class Edition:
    """The site of one reading on a stage, in whose folder lies what MkDocs itself made.

    One page is made at a time, which `making` sees to.
    """

    def __init__(self, reading: Reading, stage: Stage, making: Lock) -> None:
        self._reading, self._making, self._is_alone = reading, making, stage.is_alone
        self._folder = Path(stage.config.site_dir).resolve()
        self._press, self._leaves, self._config = Press(stage), stage.leaves, stage.config
        self._booklets = {path: form for work in reading.works.values() for path, form in work.forms.items()}
        compiled = pipeline.compiled(reading.project)
        bound = {path: Bound("", partial(self._extent, form)) for path, form in self._booklets.items()}
        whole = site.site_of(reading.outcomes, reading.design, bound, compiled)
        self._directory = site.Directory(whole)
        self.fits = all(self._follow(page) for page in stage.nav.pages if isinstance(page, RecordPage))
        """Whether every page that the navigation names is there still."""

    def _extent(self, form: Callable[[], Artifact]) -> Extent | None:
        """The extent of a booklet that is made already."""
        place = self._reading.store.place(form())
        return extent(place) if place.is_file() else None

    def _follow(self, page: RecordPage) -> bool:
        planned = self._directory.page(page.planned.url)
        if planned is not None:
            with self._making:
                page.follow(planned)
        return planned is not None

    @cached_property
    def _photos(self) -> Mapping[str, site.Rendition]:
        return {rendition.path: rendition for rendition in site.photos(self._reading.outcomes)}

    @cached_property
    def _cards(self) -> Mapping[str, Artifact]:
        name, about = self._config.site_name, self._config.site_description or ""
        return {card.path: card for card in pipeline.planned_cards(self._reading, name, about)}

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return pipeline.texts(self._reading)

    @cached_property
    def _searched(self) -> Mapping[str, bytes]:
        reading = self._reading
        planned = site.plan(reading.outcomes, reading.design, {})
        bundles = pipeline.search_files(reading, planned, self._leaves)
        return dict(chain.from_iterable(bundle.make() for bundle in bundles))

    def answer(self, path: str) -> Answer:
        """What there is at a site path, or the page that says that there is nothing."""
        found = self._found(path)
        if found is None and path and not path.endswith("/") and self._found(f"{path}/") is not None:
            return Answer(302, HTML, b"", f"{path}/")
        lost = self._folder / "404.html"
        return found or Answer(404, HTML, lost.read_bytes() if lost.is_file() else b"")

    def _found(self, path: str) -> Answer | None:
        file = f"{path}{INDEX}" if path.endswith("/") or not path else path
        if file.startswith(site.SEARCHED) and file in self._searched:
            return _file(file, self._searched[file])
        return (self._made(file) if self._is_alone else None) or self._lying(file)

    def _made(self, path: str) -> Answer | None:
        store = self._reading.store
        if path in self._booklets:
            return _file(path, store.make(self._booklets[path]()).read_bytes())
        if path in self._photos:
            return _file(path, store.make(self._photos[path].artifact()).read_bytes())
        if path.endswith(".png") and path in self._cards:
            return _file(path, store.make(self._cards[path]).read_bytes())
        page = self._page(path.removesuffix(INDEX)) if path.endswith(INDEX) else None
        return page or (_file(path, self._texts[path].encode()) if path in self._texts else None)

    def _page(self, url: str) -> Answer | None:
        with self._making:
            planned = self._directory.page(url)
            return Answer(200, HTML, self._press.anew(planned)) if planned is not None else None

    def _lying(self, path: str) -> Answer | None:
        """A file of the folder; nothing outside it can be reached."""
        if any(character in path for character in "\\:\0"):
            return None
        place = (self._folder / path.lstrip("/")).resolve()
        inside = place.is_relative_to(self._folder) and place.is_file()
        return _file(path, place.read_bytes()) if inside else None


class Preview:
    """The newest edition that has no errors, or what is wrong while there is none yet.

    `read` gives the records, with an earlier reading only what changed; `prepare` has MkDocs prepare the site of a
    reading. What keeps a change from being shown is told to `failed`, and the last
    edition stays.
    """

    def __init__(
        self,
        read: Callable[[Reading | None], Reading],
        prepare: Callable[[Reading], Stage],
        failed: Callable[[Exception], None],
    ) -> None:
        self._read, self._prepare, self.failed = read, prepare, failed
        self._last: Reading | None = None
        self._stage: Stage | None = None
        self._edition: Edition | None = None
        self._making = Lock()
        self._changed = Condition()
        self.number = 0

    def show(self, reading: Reading, stage: Stage) -> None:
        """Begin with a reading that was prepared already."""
        self._last, self._stage = reading, stage
        self._edition = Edition(reading, stage, self._making)

    def refresh(self, *, wholly: bool = False) -> None:
        """Show the records as they are now; `wholly` where anything but records may have changed too."""
        try:
            self._last = reading = self._read(self._last)
            if not reading.failed:
                self._edition = self._edited(reading, wholly=wholly)
        except Exception as error:  # Whatever it is, the next change may mend it.
            self.failed(error)
        with self._changed:
            self.number += 1
            self._changed.notify_all()

    def _edited(self, reading: Reading, *, wholly: bool) -> Edition:
        if self._stage is not None and self._stage.is_alone and not wholly:
            edition = Edition(reading, self._stage, self._making)
            if edition.fits:
                return edition
        self._stage = self._prepare(reading)
        return Edition(reading, self._stage, self._making)

    def wait(self, since: int, seconds: float) -> int:
        """The number of the newest edition, once it is another than `since` or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != since, seconds)
            return self.number

    def answer(self, path: str) -> Answer:
        """What there is at a site path (`/`-separated, without a leading one)."""
        if self._edition is None:
            found = self._last.diagnostics if self._last is not None else ()
            return _plain(503, "preview.faults", diagnostics.as_text(fault for fault in found if fault.is_error))
        try:
            return self._edition.answer(path)
        except Exception as error:  # A page that cannot be made must not stop the others.
            self.failed(error)
            return _plain(500, "preview.failed")


def _plain(status: int, code: str, text: str = "") -> Answer:
    html = _PAGE.format(title=say(code), advice=say(f"{code}.advice"), text=escape(text))
    return Answer(status, HTML, html.encode(errors="replace"))


def _file(path: str, content: bytes) -> Answer:
    type_ = _TYPES.get(Path(path).suffix.lower()) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return Answer(200, f"{type_}; charset=utf-8" if type_.startswith("text/") else type_, content)
