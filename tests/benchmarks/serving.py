"""How long somebody who previews a site waits between saving an edit and getting what it made."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
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
    """Seconds from the start until the first answer, and from each edit until what it made was served."""

    start: float
    edits: tuple[float, ...]


@dataclass(frozen=True)
class Watched:
    """What is looked at while serving: an address, the file that is edited, and how.

    `shows` tells whether an answer is of the edit with a number, given the answer before it; of the number 0, whether
    there is an answer at all.
    """

    url: str
    file: Path
    change: Callable[[Path, int], None]
    shows: Callable[[int, bytes, bytes], bool]


def page_of(site: Site) -> Watched:
    """A page of a site, which shows the sentence that it was changed to."""

    def shows(number: int, answer: bytes, _before: bytes) -> bool:
        return (said(number) if number else "<article").encode() in answer

    return Watched(site.url, site.page, site.change, shows)


def edit_while_serving(
    serve: Callable[[int], Sequence[str]], folder: Path, watched: Watched, edits: int, patience: float, log: Path
) -> Served:
    """Serve a folder and edit a file, up to `edits` times within `patience` seconds and at least once.

    Raises TimeoutError where the first answer or an edit takes longer than that.
    """
    port = _free_port()
    original = watched.file.read_bytes()
    begun = time.perf_counter()
    try:
        with _serving(serve(port), folder, log):
            answer, start = _until(watched, port, 0, b"", begun + patience)
            taken: list[float] = []
            while not taken or (len(taken) < edits and sum(taken) < patience):
                time.sleep(_SETTLED)
                saved = time.perf_counter()
                watched.change(watched.file, len(taken) + 1)
                answer, seen = _until(watched, port, len(taken) + 1, answer, saved + patience)
                taken.append(seen - saved)
            return Served(start - begun, tuple(taken))
    finally:
        watched.file.write_bytes(original)


def _until(watched: Watched, port: int, number: int, before: bytes, end: float) -> tuple[bytes, float]:
    """The first answer that shows an edit, and when it came."""
    url = f"http://127.0.0.1:{port}/{watched.url}"
    while (left := end - time.perf_counter()) > 0:
        answer = _get(url, left)
        if watched.shows(number, answer, before):
            return answer, time.perf_counter()
        time.sleep(_BETWEEN)
    raise TimeoutError(url)


def _get(url: str, patience: float) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=patience) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return b""


@contextlib.contextmanager
def _serving(command: Sequence[str], folder: Path, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT, start_new_session=True,
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
