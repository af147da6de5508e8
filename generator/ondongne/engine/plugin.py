"""The MkDocs plugin: with it `mkdocs build` and `mkdocs serve` make a page for every record."""

import atexit
import logging
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ondongne import clock, diagnostics, pipeline
from ondongne.building.store import open_staging, publish
from ondongne.diagnostics import Severity
from ondongne.engine import shell
from ondongne.engine.pages import RecordPage, record_file
from ondongne.engine.search import Feed
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.paths import theme_folder
from ondongne.pipeline import Reading
from ondongne.publications import site

log = logging.getLogger("mkdocs.plugins.ondongne")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTICE: logging.DEBUG}


class OndongneConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    as_of = Optional(Type(str))


class OndongnePlugin(BasePlugin[OndongneConfig]):
    """Reads the records once a build, adds their pages, and publishes the finished site whole.

    `given` is a reading handed over by the command line; without it the records are read here.
    """

    given: Reading | None = None
    serving = False
    feed: Feed | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records; with errors, report them all and stop before anything is written."""
        self.project = Path(config.config_file_path).parent
        self.reading = self.given or self._read()
        # A project's own custom_dir comes first, so that a city can override what it likes.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_folder() / "site"))
        # MkDocs dates pages and packs the sitemap by this clock: the same day gives the same bytes.
        os.environ["SOURCE_DATE_EPOCH"] = str(clock.midnight(self.reading.outcomes.as_of))
        if not self.serving:
            self.target = Path(config.site_dir)
            self.staging = open_staging(self.target)
            atexit.register(shutil.rmtree, self.staging, ignore_errors=True)
            config.site_dir = str(self.staging)
        return config

    def _read(self) -> Reading:
        reading = pipeline.read(self.project, self._day())
        if reading.failed:
            raise Abort(diagnostics.as_text(reading.diagnostics) + "\n" + say("not-built"))
        for fault in reading.diagnostics:
            log.log(_LEVELS[fault.severity], diagnostics.as_text([fault]))
        return reading

    def _day(self) -> date:
        written = self.config.as_of
        try:
            return date.fromisoformat(written) if written else clock.today()
        except ValueError:
            raise Abort(say("wrong-as-of", written=written)) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, photos and booklets of the records, and the style sheet of the design."""
        try:
            for file in self._made(config):
                files.append(file)
        except Failure as failure:
            raise Abort(str(failure)) from failure
        return files

    def _made(self, config: MkDocsConfig) -> Iterator[File]:
        outcomes, design = self.reading.outcomes, self.reading.design
        booklets = pipeline.kept_booklets(self.reading)
        for planned in site.plan(outcomes, design, booklets):
            yield record_file(planned, config)
        for old, new in site.redirects(outcomes):
            yield File.generated(config, f"{old}index.html", content=site.redirect(old, new))
        for path, kept in (*pipeline.make_photos(self.reading).items(), *booklets.items()):
            yield File.generated(config, path, abs_src_path=str(kept))
        accents = {city.slug: city.record.brand.accent for city in outcomes.cities if city.record.brand}
        yield File.generated(config, "assets/css/site.css", content=site.stylesheet(design, accents))
        yield File.generated(config, "_headers", content=site.headers())

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Render the page template once for each shape of page, unless another plugin has a say in each page."""
        # MkDocs' preview tells a page to load again by a script inside it.
        env.globals["security_policy"] = "" if self.serving else site.POLICY
        alone = shell.stands_alone(config)
        self.feed = Feed(config) if alone else None
        if alone:
            shell.lay(env)
        return env

    @event_priority(100)  # Before Material's search.
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Enter pages of records in the search index."""
        if self.feed and isinstance(page, RecordPage):
            self.feed.take(page)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the last one."""
        if not self.serving:
            publish(self.staging, self.target)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-made behind."""
        if not self.serving and hasattr(self, "staging"):
            shutil.rmtree(self.staging, ignore_errors=True)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Build anew when a record or a template changes."""
        server.watch(str(self.project / pipeline.RECORDS))
        server.watch(str(theme_folder()))
        return server
