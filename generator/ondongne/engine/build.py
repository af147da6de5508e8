"""Runs MkDocs for the commands: once, or again and again behind a preview server."""

import logging
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import click
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from ondongne.building.making import Making
from ondongne.engine.plugin import OndongnePlugin, log
from ondongne.engine.press import Stage
from ondongne.engine.settings import settings, settings_files
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.pipeline import KEPT, Reading

_CLEAR: Final = "\x1b[2K\x1b[G"
"""Has a terminal give the line to what follows, in the place of a bar that stands on it (ECMA-48, 8.3.9 and 8.3.41)."""


def site_folder(project: Path) -> Path:
    """Where mkdocs.yml says the site goes; raises Failure."""
    return Path(settings(project).site_dir)


def project_files(project: Path) -> tuple[str, ...]:
    """What a site is made of beside the records, as paths of files and folders in the project; raises Failure."""
    config = settings(project)
    found = [*settings_files(config), config.docs_dir, config.theme.custom_dir, *config.hooks]
    try:
        places = [(project / place).resolve().relative_to(project.resolve()) for place in found if place]
    except ValueError:
        raise Failure(say("outside-project"), say("outside-project.hint")) from None
    return tuple(sorted({place.as_posix() for place in places}))


def build_site(
    project: Path, reading: Reading, out: Path | None = None, making: Making | None = None
) -> tuple[str, ...]:
    """Build the site of `reading` and put it in the place of the last one; raises Failure.

    Gives the site paths of the files that were made of the records.
    """
    return _build(project, reading, making or Making(), "build", **({"site_dir": str(out)} if out else {})).part.paths


def preview(
    project: Path,
    read: Callable[[Reading | None], Reading],
    port: int,
    opened: Callable[[str], None],
    failed: Callable[[Exception], None],
) -> None:
    """Serve the site on this machine as the records are at any time, until interrupted; raises OSError, Failure.

    `read` gives the records, from an earlier reading on only what changed; while they have errors the last site stays.
    So it does when something else keeps a change from being shown, which is told to `failed`.
    """
    from ondongne.engine.preview import Preview
    from ondongne.engine.server import PreviewServer, watch

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ondongne-", ignore_cleanup_errors=True))
        options = {"site_dir": folder, "site_url": f"http://127.0.0.1:{port}/"}

        shown = Preview(read, lambda reading: prepare(project, reading, **options), failed)
        server = PreviewServer(shown, project / KEPT, "127.0.0.1", port)
        stack.callback(server.shutdown)
        watch(server, project, settings(project))
        shown.refresh()
        opened(server.url)
        server.serve()


def prepare(project: Path, reading: Reading, **options: str) -> Stage:
    """Have MkDocs make what a preview of a reading needs beside pages of records; raises Failure."""
    return _build(project, reading, Making(), "serve", **options).stage


def _build(project: Path, reading: Reading, making: Making, command: str, **options: str) -> OndongnePlugin:
    _listen()
    config = settings(project, **options)
    plugin = config.plugins.get("ondongne")
    if not isinstance(plugin, OndongnePlugin):
        raise Failure(say("no-plugin"), say("no-plugin.hint"))
    plugin.given, plugin.making, plugin.serving = reading, making, command == "serve"
    try:
        build(config)
    except MkDocsException as error:
        raise Failure(say("site-failed", reason=error)) from error
    finally:
        plugin.given = None
    return plugin


def _listen() -> None:
    """Tell of what MkDocs warns of, and of what our plugin has to say, as MkDocs' own commands do."""
    every = logging.getLogger("mkdocs")
    every.setLevel(logging.WARNING)
    log.setLevel(logging.INFO)
    if not any(isinstance(handler, _Console) for handler in every.handlers):
        every.addHandler(_Console())


class _Console(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        """Tell a person, even while a bar shows how far a build is."""
        click.echo(_CLEAR + record.getMessage(), err=True)
