"""Makes the pages of records in one build, one at a time, with the theme and navigation that MkDocs prepared."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ondongne.engine.pages import RecordFile, RecordPage
from ondongne.engine.search import Feed
from ondongne.engine.shell import Shell


class Press:
    """`listed` are the files of all pages in MkDocs' order, `files` those of them that MkDocs leaves to the press."""

    def __init__(self, config: MkDocsConfig, environment: Environment, nav: Navigation, files: Files) -> None:
        self._config, self._nav, self._all = config, nav, files
        included = [file for file in files if file.inclusion.is_included()]
        self.files = [file for file in included if isinstance(file, RecordFile) and not file.is_listed]
        self.listed = [file for file in included if isinstance(file, RecordFile) or file.is_documentation_page()]
        self._shell = Shell(environment, self._context)
        self._feed = Feed(config)

    def html(self, page: RecordPage) -> str:
        """The HTML of a page; its article is let go at once."""
        page.active = True
        page.content = page.planned.render()
        self._feed.take(page)
        try:
            return self._shell.html(page)
        finally:
            page.active, page.content = False, None

    def _context(self, page: Page) -> Mapping[str, Any]:
        return get_context(self._nav, self.listed, self._config, page)

    def by_mkdocs(self) -> Iterator[str]:
        """The paths of what MkDocs itself wrote."""
        theme = self._config.theme
        yield from (file.dest_uri for file in self._all if not isinstance(file, RecordFile) or file.is_listed)
        yield from (*theme.static_templates, *self._config.extra_templates, "sitemap.xml.gz")
