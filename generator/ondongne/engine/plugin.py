"""The MkDocs plugin: with it `mkdocs build` and `mkdocs serve` make a page for every record."""

import atexit
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

import click
from jinja2 import Environment, TemplateError
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ondongne import clock, diagnostics, pipeline
from ondongne.building.making import Making
from ondongne.building.output import Output
from ondongne.building.store import check_replaceable
from ondongne.diagnostics import Severity
from ondongne.engine import search, shell
from ondongne.engine.again import Again
from ondongne.engine.editorial import mended
from ondongne.engine.pages import KeptFile, PlainFile, RecordFile, RecordPage, TextFile
from ondongne.engine.part import Part
from ondongne.engine.press import Press, Stage
from ondongne.engine.theming import Quick
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.paths import theme_folder
from ondongne.pipeline import Reading
from ondongne.publications import site
from ondongne.publications.extents import UNMADE, Bound
from ondongne.publications.site.seeking import Leaf

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.ondongne")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTICE: logging.DEBUG}


class OndongneConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    as_of = Optional(Type(str))


class OndongnePlugin(BasePlugin[OndongneConfig]):
    """Reads the records once a build, adds their pages, and publishes the finished site whole.

    `given` is a reading handed over by the command line, as is how to make things; without it the records are read
    here.
    """

    given: Reading | None = None
    making = Making()
    serving = False
    output: Output | None = None
    cards: Mapping[str, Path] = MappingProxyType({})

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview of ours, which MkDocs asks for unless it is told not to reload pages."""
        asked = click.get_current_context(silent=True)
        self.serving = command == "serve" and (asked is None or asked.params.get("livereload", True))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the records; with errors, report them all and stop before anything is written."""
        self.project = Path(config.config_file_path).parent
        if self.given is None:
            check_replaceable(Path(config.site_dir), self.project)
        self.reading = self.given or self._read()
        self.leaves: list[Leaf] = []
        search.switch_off(config)
        config.theme = Quick(config.theme)
        # A project's own custom_dir comes first, so that a city can override what it likes.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme_folder() / "site"))
        # MkDocs dates pages and packs the sitemap by this clock: the same day gives the same bytes.
        os.environ["SOURCE_DATE_EPOCH"] = str(clock.midnight(self.reading.outcomes.as_of))
        self.output = (
            None if self.serving else Output(Path(config.site_dir), self.project / pipeline.KEPT / pipeline.SPARE)
        )
        if self.output is not None:
            atexit.register(self.output.discard)
            config.site_dir = str(self.output.staging)
        return config

    def _read(self) -> Reading:
        reading = pipeline.read(self.project, self._day())
        if reading.failed:
            raise Abort(diagnostics.as_text(diagnostics.gravest_last(reading.diagnostics)) + "\n" + say("not-built"))
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
        written = (file for file in files.documentation_pages() if file.inclusion.is_included())
        pipeline.check_pages(self.reading, {file.url.strip("/") for file in written})
        self.part = Part(self.reading, config)
        self.alone = shell.stands_alone(config)
        self.plain: list[PlainFile] = []
        if self.alone and not self.serving:
            for file in [file for file in files if type(file) is File and not file.is_documentation_page()]:
                files.remove(file)
                files.append(PlainFile(file, self.plain.append))
        with pipeline.no_collections(first=not self.serving):
            for file in chain(self.part.own(self._made(config)), self.part.beside()):
                files.append(file)
        return files

    def _made(self, config: MkDocsConfig) -> Iterator[File]:
        if self.serving and self.alone:  # The preview makes the rest when it is asked for.
            return self._pages(config, {path: UNMADE for work in self.reading.works.values() for path in work.forms})
        booklets = pipeline.kept_booklets(self.reading)
        # Cards take long to draw: plain MkDocs publishes those that the command drew, as it does booklets.
        drawing = self.making if self.given else None
        planned = pipeline.planned_cards(self.reading, config.site_name, config.site_description or "")
        self.cards = pipeline.cards(self.reading, planned, drawing)
        photos = pipeline.make_photos(self.reading, self.making)
        kept = (*photos.items(), *self.cards.items(), *booklets.items())
        return chain(
            self._pages(config, pipeline.bound(booklets)),
            (KeptFile(path, place, config, self.output) for path, place in kept),
            (TextFile(path, text, config, self.output) for path, text in pipeline.texts(self.reading).items()),
        )

    def _pages(self, config: MkDocsConfig, booklets: Mapping[str, Bound]) -> Iterator[File]:
        compiled = pipeline.compiled(self.project)
        share, alone = self.reading.share, self.alone
        self.whole = site.site_of(self.reading.outcomes, self.reading.design, booklets, compiled, share)
        for planned in site.pages(self.whole, share):
            yield RecordFile(planned, config, is_listed=not alone)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which all pages show."""
        self.nav = nav
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take the text of editorial pages for searching, and mend what Markdown makes of them."""
        if isinstance(page, RecordPage):
            return html
        self.leaves.append(search.editorial(html, page))
        return mended(html)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare to make pages with the environment, and compile no template that was compiled before."""
        env.globals |= {"security_policy": site.POLICY, "home_card": site.HOME_CARD}
        # The preview draws a card when it is asked for.
        on_request = self.serving and self.alone
        drawn = {*self.cards, *self.part.cards}
        env.tests["drawn"] = bool if on_request else drawn.__contains__
        if self.alone:  # Other plugins' filters are in compiled templates too.
            env.bytecode_cache = pipeline.compiled(self.project, "shell")
        self.part.settle(files)
        self.stage = Stage(config, env, self.nav, files, self.alone, self.leaves, drawn)
        self.press = Press(self.stage)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """List all pages, whoever makes them; not in the index of maps, which is made another way."""
        context["pages"] = [] if template_name == site.INDEX else self.press.listed
        return context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Map each city apart."""
        return self.part.index() if template_name == site.INDEX else output

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """List all pages, whoever makes them."""
        context["pages"] = self.press.listed
        return context

    @event_priority(100)
    def _make_pages(self, *, config: MkDocsConfig) -> None:
        """Make the pages that were not left to MkDocs, and what is searched."""
        if self.output is not None:
            with pipeline.no_collections(first=True):
                self._make_into(self.output)

    def _make_into(self, output: Output) -> None:
        self.again = Again(self.reading, self.whole, self.stage, self.press)
        for plain in self.plain:
            if not os.path.lexists(plain.abs_dest_path):  # MkDocs has its own pages take the place of such files.
                self.again.put(output, plain.bundle())
        with self.making.tell("pages", len(self.press.files)) as done:
            for file in self.press.files:
                self._write(output, file)
                done(file.dest_uri)
        for bundle in pipeline.search_files(self.reading, self.part.planned, self.leaves):
            self.again.put(output, bundle)
            self.part.written += bundle.paths

    def _write(self, output: Output, file: RecordFile) -> None:
        try:
            self.again.make(output, file)
        except TemplateError as error:
            raise Abort(say("page-failed", page=file.url, reason=error)) from error

    @event_priority(-100)  # After whoever writes into the folder.
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Put the finished site in the place of the last one."""
        if self.output is not None:
            self.output.publish()
            atexit.unregister(self.output.discard)  # Who builds one part after another would keep them all.
            self.again.keep()

    on_post_build = CombinedEvent(_make_pages, _publish)

    @event_priority(-100)  # After whoever else is told.
    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-made behind, and have MkDocs say what stopped us in whichever of its steps."""
        if self.output is not None:
            self.output.discard()
            atexit.unregister(self.output.discard)
        if isinstance(error, Failure):
            raise Abort(str(error)) from error

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> "LiveReloadServer":
        """Serve with the preview's own server, which makes pages when they are asked for, unless all are made."""
        if not self.serving:
            server.watch(str(self.project / pipeline.RECORDS))
            server.watch(str(theme_folder()))
            return server

        from ondongne.engine.preview import Preview
        from ondongne.engine.server import PreviewServer, watch

        def prepare(reading: Reading) -> Stage:
            self.given = reading
            builder()
            return self.stage

        def read(before: Reading | None) -> Reading:
            reading = pipeline.read(self.project, self._day(), before=before)
            for fault in reading.diagnostics:
                log.log(_LEVELS[fault.severity], diagnostics.as_text([fault]))
            return reading

        server.server_close()
        preview = Preview(read, prepare, failed=lambda error: log.error(_said(error)))
        preview.show(self.reading, self.stage)
        ours = PreviewServer(preview, self.project / pipeline.KEPT, *config.dev_addr, server.mount_path)
        watch(ours, self.project, config)
        return cast("LiveReloadServer", ours)  # MkDocs only has it watch, serve and shut down.


def _said(error: Exception) -> str:
    known = isinstance(error, Failure | MkDocsException)
    return str(error) if known else say("site-failed", reason=f"{type(error).__name__}: {error}")
