"""Files and pages of records as MkDocs sees them: no Markdown source, content from the site publication."""

import os
from collections.abc import Callable
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from ondongne.building.artifact import Bundle
from ondongne.building.output import Output
from ondongne.publications.site.page import SitePage

TEMPLATE = "record.html"

Family = tuple[str, str, str, int]
"""Template and section of pages, and where they lie: the folder at the top, and how deep below."""


class RecordPage(Page):
    """A page whose article the site publication renders."""

    url = ""

    def __init__(self, planned: SitePage, file: "RecordFile", config: MkDocsConfig) -> None:
        # What MkDocs works out for a page is known, and there are thousands of pages.
        self.file = self.record_file = file
        self.url = "" if file.url == "./" else file.url
        self.update_date = _day(os.environ.get("SOURCE_DATE_EPOCH"))
        self.previous_page = self.next_page = self.edit_url = None
        self._set_canonical_url(config.site_url)
        self.active, self.content = False, None
        vars(self)["toc"] = []  # As in MkDocs, which says that it is something else.
        self.follow(planned)

    def follow(self, planned: SitePage) -> None:
        """Take what MkDocs would find in a Markdown file and its front matter from a plan."""
        self.planned, self.title, self.markdown = planned, planned.title, ""
        self.meta = {
            "title": planned.title,
            "description": planned.description,
            "template": TEMPLATE,
            "crumbs": planned.crumbs,
            "section": planned.section,
            "page_kind": planned.template,
            "card": planned.card,
            "hide": ["navigation", "toc"],
        }
        self.family: Family = planned.template, planned.section, self.url.partition("/")[0], self.url.count("/")

    def read_source(self, config: MkDocsConfig) -> None:
        """Do nothing: there is no source."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the article; there is no Markdown to convert, and no heading for a sidebar."""
        self.content = self.planned.render()


class RecordFile(File):
    """The file of a planned page, made of nothing; records stay out of the navigation unless it names them.

    MkDocs makes its page like any other where `is_listed`. Else the plugin does, and MkDocs neither renders nor copies
    it.
    """

    src_dir = None
    inclusion = InclusionLevel.NOT_IN_NAV
    generated_by = "ondongne"

    def __init__(self, planned: SitePage, config: MkDocsConfig, *, is_listed: bool) -> None:
        # What MkDocs works out of a file's name is known, and there are thousands of files.
        self.src_uri, self.dest_uri = f"{planned.url}index.md", f"{planned.url}index.html"
        self.dest_dir, self.use_directory_urls = config.site_dir, config.use_directory_urls
        self.planned, self.is_listed, self._config = planned, is_listed, config

    @cached_property
    def record_page(self) -> RecordPage:
        """Its page, made when it is asked for: most pages of a build again stand as they are."""
        return RecordPage(self.planned, self, self._config)

    @property
    def page(self) -> Page | None:
        """Its page for MkDocs."""
        return self.record_page

    @page.setter
    def page(self, page: Page | None) -> None:
        """Do nothing: a page that is made tells its file, which knows."""

    def is_documentation_page(self) -> bool:
        """Whether MkDocs is to make the page."""
        return self.is_listed

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing: what is no page to MkDocs is a file to copy."""


class PlainFile(File):
    """A file of the theme or of the project that is published as it is.

    MkDocs copies none of them: those that it would copy are told to `wanted`, and put in their places with the pages.
    """

    def __init__(self, other: File, wanted: Callable[["PlainFile"], object]) -> None:
        vars(self).update(vars(other))
        self._wanted = wanted

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it for later."""
        self._wanted(self)

    def bundle(self) -> Bundle:
        """The file by what it holds."""
        path, content = self.dest_uri, self.content_bytes
        return Bundle((path,), sha256(content).digest(), lambda: ((path, content),))


class KeptFile(File):
    """A photo or booklet that is kept in the store, put in its place in `output` if there is one."""

    def __init__(self, path: str, kept: Path, config: MkDocsConfig, output: Output | None) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV)
        self.generated_by = "ondongne"
        self.abs_src_path = str(kept)
        self._kept, self._output = kept, output

    def copy_file(self, dirty: bool = False) -> None:
        """Copy the kept file."""
        if self._output is None:
            super().copy_file(dirty)
        else:
            self._output.copy(self.dest_uri, self._kept)


class TextFile(File):
    """A text that is made of the records, put in its place in `output` if there is one."""

    def __init__(self, path: str, text: str, config: MkDocsConfig, output: Output | None) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.NOT_IN_NAV)
        self.generated_by = "ondongne"
        self.content_string = text
        self._output = output

    def copy_file(self, dirty: bool = False) -> None:
        """Write the text."""
        if self._output is None:
            super().copy_file(dirty)
        else:
            self._output.write(self.dest_uri, self.content_bytes)


@lru_cache(maxsize=1)
def _day(_epoch: str | None) -> str:
    """What MkDocs makes of the time that the environment gives as that of the build."""
    return get_build_date()
