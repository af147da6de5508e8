"""A record's page as MkDocs sees it: no Markdown source, content from the site publication."""

from posixpath import join

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from ondongne.publications.site.page import SitePage


class RecordPage(Page):
    """A page whose article the site publication renders."""

    def __init__(self, planned: SitePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(planned.title, file, config)
        self.planned = planned

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what MkDocs would find in a Markdown file's front matter from the plan."""
        self.markdown = ""
        self.meta = {
            "title": self.planned.title,
            "description": self.planned.description,
            "template": "record.html",
            "crumbs": self.planned.crumbs,
            "section": self.planned.section,
            "page_kind": self.planned.template,
            "hide": ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the article; there is no Markdown to convert, and no heading for a sidebar."""
        self.content = self.planned.render()


def record_file(planned: SitePage, config: MkDocsConfig) -> File:
    """Make the MkDocs file and page of a planned page; records stay out of the navigation."""
    file = File.generated(config, join(planned.url, "index.md"), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    RecordPage(planned, file, config)
    return file
