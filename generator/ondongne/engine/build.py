"""Runs MkDocs for the commands: once, or again and again behind a preview server."""

import logging
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from ondongne.engine.plugin import OndongnePlugin
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.paths import theme_folder
from ondongne.pipeline import RECORDS, Reading

CONFIG = "mkdocs.yml"


def site_folder(project: Path) -> Path:
    """Where mkdocs.yml says the site goes; raises Failure."""
    return Path(_config(project).site_dir)


def build_site(project: Path, reading: Reading, out: Path | None = None) -> None:
    """Build the site of `reading` and put it in the place of the last one; raises Failure."""
    _build(project, reading, "build", **({"site_dir": str(out)} if out else {}))


def preview(
    project: Path,
    read: Callable[[], Reading | None],
    port: int,
    opened: Callable[[str], None],
    failed: Callable[[Exception], None],
) -> None:
    """Serve the site on this machine and build it anew after each change, until interrupted.

    `read` gives the records, with their booklets made, or None when they have faults: then the last site stays. So it
    does when something else keeps a change from being shown, which is told to `failed`.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="ondongne-", ignore_cleanup_errors=True))

        def rebuild() -> None:
            reading = read()
            if reading is not None:
                _build(project, reading, "serve", site_dir=folder, site_url=f"http://127.0.0.1:{port}/")

        def rebuild_or_tell() -> None:
            try:
                rebuild()
            except Exception as error:
                failed(error)

        rebuild()
        server = LiveReloadServer(builder=rebuild_or_tell, host="127.0.0.1", port=port, root=folder)
        stack.callback(server.shutdown)
        for watched in (project / CONFIG, project / RECORDS, Path(_config(project).docs_dir), theme_folder()):
            server.watch(str(watched))
        opened(server.url)
        server.serve()


def _config(project: Path, **options: str) -> MkDocsConfig:
    try:
        return load_config(str(project / CONFIG), **options)
    except MkDocsException as error:
        raise Failure(say("wrong-config", reason=error)) from error


def _build(project: Path, reading: Reading, command: str, **options: str) -> None:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = _config(project, **options)
    plugin = config.plugins.get("ondongne")
    if not isinstance(plugin, OndongnePlugin):
        raise Failure(say("no-plugin"), say("no-plugin.hint"))
    plugin.given, plugin.serving = reading, command == "serve"
    try:
        build(config)
    except MkDocsException as error:
        raise Failure(say("site-failed", reason=error)) from error
    finally:
        plugin.given = None
