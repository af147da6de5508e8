"""How long a reader who previews a site waits between saving an edit and getting the page with it."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.builders import Site
from tests.benchmarks.measuring import environment
from tests.benchmarks.towns import said

_BETWEEN: Final = 0.01
"""Seconds between two looks at the page."""
_SETTLED: Final = 1.5
"""Seconds to wait after an edit was served, so that the next one begins with an idle server."""


@dataclass(frozen=True)
class Served:
    """Seconds from the start until the first page, and from each edit until its text was served."""

    start: float
    edits: tuple[float, ...]


def edit_while_serving(site: Site, edits: int, patience: float, log: Path) -> Served:
    """Serve a site and edit its page, up to `edits` times within `patience` seconds and at least once.

    Raises TimeoutError where the first page or an edit takes longer than that.
    """
    port = _free_port()
    url = f"http://127.0.0.1:{port}/{site.url}"
    original = site.page.read_bytes()
    begun = time.perf_counter()
    try:
        with _serving(site, port, log):
            start = _until(url, "<article", begun, patience)
            taken = [_edit(site, url, 1, patience)]
            while len(taken) < edits and sum(taken) < patience:
                taken.append(_edit(site, url, len(taken) + 1, patience))
            return Served(start, tuple(taken))
    finally:
        site.page.write_bytes(original)


def _edit(site: Site, url: str, number: int, patience: float) -> float:
    time.sleep(_SETTLED)
    begun = time.perf_counter()
    site.change(site.page, number)
    return _until(url, said(number), begun, patience)


def _until(url: str, text: str, begun: float, patience: float) -> float:
    """Seconds since `begun` at which a page holds a text."""
    while (waited := time.perf_counter() - begun) < patience:
        if text in _get(url, patience - waited):
            return time.perf_counter() - begun
        time.sleep(_BETWEEN)
    raise TimeoutError(url)


def _get(url: str, patience: float) -> str:
    try:
        with urllib.request.urlopen(url, timeout=patience) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


@contextlib.contextmanager
def _serving(site: Site, port: int, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            site.serve(port), cwd=site.folder, env=environment() | {"PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            yield
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask a server and its children to end, and make them if they do not."""
    for sign in (signal.SIGINT, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
