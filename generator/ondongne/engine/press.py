"""Makes the pages of records in one build, one at a time, with the theme and navigation that MkDocs prepared."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, overload

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ondongne.engine.pages import RecordFile, RecordPage
from ondongne.engine.shell import Shell
from ondongne.publications.site.page import SitePage
from ondongne.publications.site.seeking import Leaf


@dataclass(frozen=True, eq=False)
class Stage:
    """What MkDocs prepared in one build; `is_alone` tells that it left pages of records to the press.

    `leaves` are its own pages as they are sought, once they are rendered; `drawn` are the site paths of the cards that
    there are.
    """

    config: MkDocsConfig
    environment: Environment
    nav: Navigation
    files: Files
    is_alone: bool
    leaves: Collection[Leaf]
    drawn: Set[str] = frozenset()


class Listed(Sequence[File]):
    """The files of all pages, as templates get them; whether any template looked at them."""

    def __init__(self, files: Sequence[File]) -> None:
        self._files = files
        self.were_asked = False

    @overload
    def __getitem__(self, at: int) -> File: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[File]: ...
    def __getitem__(self, at: int | slice) -> File | Sequence[File]:
        self.were_asked = True
        return self._files[at]

    def __len__(self) -> int:
        self.were_asked = True
        return len(self._files)


class Press:
    """`listed` are the files of all pages in MkDocs' order, `files` those of them that MkDocs leaves to the press.

    `shown` are all of them as its own pages get them.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        included = [file for file in stage.files if file.inclusion.is_included()]
        self.files = [file for file in included if isinstance(file, RecordFile) and not file.is_listed]
        self.listed = [file for file in included if isinstance(file, RecordFile) or file.is_documentation_page()]
        self.shown = Listed(self.listed)
        self._shell = Shell(stage.environment, self._context)
        self._in_nav = {page.url: page for page in stage.nav.pages if isinstance(page, RecordPage)}

    def html(self, page: RecordPage) -> bytes:
        """The file of a page; its article is let go at once."""
        page.active = True
        page.content = page.planned.render()
        try:
            # What is in the navigation is no leaf like the others.
            return self._shell.whole(page) if page.url in self._in_nav else self._shell.html(page)
        finally:
            page.active, page.content = False, None

    def anew(self, planned: SitePage) -> bytes:
        """The file of a page as planned now, which may be otherwise than when MkDocs prepared the build."""
        page = self._in_nav.get(planned.url)
        if page is None:
            page = RecordFile(planned, self._stage.config, is_listed=False).record_page
        page.follow(planned)
        return self.html(page)

    def _context(self, page: Page) -> Mapping[str, Any]:
        return get_context(self._stage.nav, self.shown, self._stage.config, page)
