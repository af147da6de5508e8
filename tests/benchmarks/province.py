"""A province of four fictional cities built in parts, each part in a process of its own: what the parts cost.

Run as a program it does one part: `python -m tests.benchmarks.province TASK RESULT`, or the whole of a build but for
what its parts do: `python -m tests.benchmarks.province PROJECT OUT FIGURES`.
"""

import json
import pickle
import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ondongne.building.shards import Task
from ondongne.engine.build import project_files
from ondongne.engine.shards import Made, Order, Surveyed, build_in_shards
from tests.benchmarks.measuring import Run, run
from tests.benchmarks.report import spread, table
from tests.country import DAY, make_country

_COUNCILS: Final = 20
_YEARS: Final = 3
_MODULE: Final = [sys.executable, "-m", "tests.benchmarks.province"]
_FILES: Final = {"쪽": "index.html", "사진": "photos/*.jpg", "카드": "*.png", "책자": "*.pdf"}
"""What a city's part holds; of each photo, the largest copy."""


class Measured:
    """Runs each part in a process of its own, and remembers what it took and gave."""

    is_shared = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.runs: dict[str, list[Run]] = {}
        self.results: dict[str, list[Any]] = {}

    def sees(self, _folder: Path, /) -> bool:
        """It does."""
        return True

    def run(self, task: Task, each: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        """Run a task with each of some arguments, one after another."""
        asked, answer = self.folder / "task.pickle", self.folder / "result.pickle"
        for arguments in each:
            asked.write_bytes(pickle.dumps((task, str(self.folder / "parts"), *arguments)))
            done = run([*_MODULE, str(asked), str(answer)], Path.cwd(), self.folder / "part.log")
            result = pickle.loads(answer.read_bytes())
            self.runs.setdefault(task.__name__, []).append(done)
            self.results.setdefault(task.__name__, []).append(result)
            yield result


def measure(folder: Path) -> dict[str, Any]:
    """Make the province and build it with everything; raises CalledProcessError where a part fails."""
    project, figures = folder / "project", folder / "figures.json"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    make_country(project, _COUNCILS, _YEARS)
    run([*_MODULE, str(project), str(folder / "out"), str(figures)], Path.cwd(), folder / "province.log")
    found: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    return found


def told(province: dict[str, Any]) -> str:
    """The figures as a table in Korean."""
    made = province["made"]
    held = ", ".join(f"{name} {count:,}" for name, count in made["files"].items())
    rows = [
        _row("한 시를 읽어 간추리기", province["survey"], f"간추린 것 {province['digest'] / 1000:,.0f} KB"),
        _row("한 시를 모두 만들기", made["runs"], held),
        _row("모으기와 나라 전체의 쪽", [province["rest"]], f"시 {len(made['runs'])}곳"),
    ]
    return table(("일", "CPU 초", "기억 장치, MB", "크기"), rows)


def _row(name: str, runs: Sequence[dict[str, float]], size: str) -> list[str]:
    return [name, spread(runs, "cpu"), f"{max(one['memory'] for one in runs) / 1e6:,.0f}", size]


def _part(asked: Path, answer: Path) -> None:
    task, *arguments = pickle.loads(asked.read_bytes())
    answer.write_bytes(pickle.dumps(task(*arguments)))


def _whole(project: Path, out: Path, figures: Path) -> None:
    crew = Measured(figures.parent)
    order = Order(project.resolve(), project_files(project), DAY, (), jobs=1)
    begun = time.process_time()
    country = build_in_shards(order, crew, str(out), lambda *_: None)
    rest = time.process_time() - begun
    if country.failed:
        sys.exit(str(country.faults))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    surveyed: list[Surveyed] = crew.results["survey"]
    made: list[Made] = crew.results["make"]
    runs = {task: [asdict(one) for one in done] for task, done in crew.runs.items()}
    found = {
        "survey": runs["survey"],
        "digest": max(len(one.records.digest) for one in surveyed),
        "made": {"runs": runs["make"], "files": files(made[-1])},
        "rest": {"cpu": rest, "memory": memory},
    }
    figures.write_text(json.dumps(found), encoding="utf-8")


def files(made: Made) -> dict[str, int]:
    """How much of what readers see a part holds."""
    paths = [PurePosixPath(path) for path in made.paths]
    counted = Counter(name for path in paths for name, pattern in _FILES.items() if path.match(pattern))
    return {name: counted[name] for name in _FILES}


if __name__ == "__main__":
    places = [Path(word) for word in sys.argv[1:]]
    if len(places) == 2:
        _part(*places)
    else:
        _whole(*places)
