"""Makes a booklet again and again after edits, in one process: `python -m tests.benchmarks.reprinting …`.

Arguments: the project, the record that is edited, the booklet's path in the site, how many edits, and a file that
takes the seconds of processor and wall time of each, from the saved edit to the finished PDF.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

from ondongne import pipeline
from tests.benchmarks.towns import change
from tests.conftest import DAY


def main() -> None:
    """Make the booklet, then once more after each edit."""
    project, record, path, edits, figures = sys.argv[1:]
    _make(Path(project), path)
    taken = []
    for number in range(1, int(edits) + 1):
        change(Path(record), number)
        wall, cpu = time.perf_counter(), time.process_time()
        _make(Path(project), path)
        taken.append({"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall})
    Path(figures).write_text(json.dumps(taken), encoding="utf-8")


def _make(project: Path, path: str) -> None:
    reading = pipeline.read(project, date.fromisoformat(DAY))
    wanted = next(artifact for artifact in reading.booklets if artifact.path == path)
    reading.store.make(wanted)


if __name__ == "__main__":
    main()
