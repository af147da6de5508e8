"""A finished child process by the operating system's own account of it, and several runs as one figure."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from tests.conftest import ROOT

_TOLD: Final = 2000
"""Characters of what a failed command printed last that are told."""
_LAUNCHER: Final = Path(__file__).with_name("launching.py")


@dataclass(frozen=True)
class Run:
    """Seconds of processor time (user and system), seconds of wall time, and the largest resident set, in bytes.

    A process counts with its own children; the resident set is that of the largest single process.
    """

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Figure:
    """The median of several runs, and the least and most of them."""

    median: float
    least: float
    most: float


def figure(values: Iterable[float]) -> Figure:
    """Sum up what runs gave; raises ValueError without any."""
    found = sorted(values)
    if not found:
        raise ValueError("no run")
    return Figure(median(found), found[0], found[-1])


def environment() -> dict[str, str]:
    """What every measured process is given: this checkout's package first, and nothing printed in colour.

    Modules are compiled once, as those of the peers were when they were installed.
    """
    own = {"PYTHONPATH": str(ROOT / "generator"), "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own


def run(command: Sequence[str], folder: Path, log: Path) -> Run:
    """Run a command to its end in a folder; what it prints goes to `log`. Raises CalledProcessError if it fails."""
    figures = log.with_suffix(".json")
    launch = [sys.executable, "-I", "-S", str(_LAUNCHER), str(figures), *command]
    with log.open("wb") as output:
        done = subprocess.run(launch, cwd=folder, env=environment(), stdout=output, stderr=output, check=False)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, log.read_text("utf-8", "replace")[-_TOLD:])
    return Run(**json.loads(figures.read_text(encoding="utf-8")))


def in_turn(works: Mapping[str, Callable[[], Run]], times: int) -> dict[str, list[Run]]:
    """Runs of each work, in turn: A B C, C B A, A B C …, so that a machine that drifts is unfair to none."""
    runs: dict[str, list[Run]] = {name: [] for name in works}
    order = list(works)
    for _ in range(times):
        for name in order:
            runs[name].append(works[name]())
        order.reverse()
    return runs


def a_page(large: float, small: float, pages: int, fewer: int) -> float:
    """What one page more costs, the same for both: the warm-up that a small site has too is taken off."""
    return (large - small) / (pages - fewer)
