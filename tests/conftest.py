"""Projects to build in tests, and what `ondongne build` makes of them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ondongne.scaffold import write_project

ROOT = Path(__file__).parent.parent
DAY = "2026-01-15"
KNOWN = "summary: 홀로 사는 어르신의 생일을 챙깁니다.\nsources: [나래동 소식지]\nstate: ready\n"

Run = Callable[..., subprocess.CompletedProcess[str]]

LONGEST = (
    "tests/browser/test_axe.py",
    "tests/engine/test_again.py",
    "tests/browser/test_journeys.py",
    "tests/browser/test_search.py",
    "tests/test_cli.py",
    "tests/browser/test_beyond_axe.py",
    "tests/browser/test_visitors.py",
    "tests/engine/test_shards.py",
    "tests/browser/test_first_view.py",
    "tests/browser/test_print.py",
)
"""The files of tests that take longest, about the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that at the end no worker waits for another that has but begun with it."""
    places = {ROOT / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


def run_ondongne(folder: Path, *words: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    """Run the program in a folder as a user does; output is decoded from the console's encoding."""
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-m", "ondongne", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding=encoding)


@pytest.fixture(scope="session")
def run() -> Run:
    """Run `ondongne` in a folder."""
    return run_ondongne


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A project with one fictional dong and one project of its council, all public."""
    write_project(tmp_path, "가람시 온동네")
    write(tmp_path, "garam/city.yml", f"name: 가람시\n{KNOWN}")
    write(tmp_path, "garam/narae/council.yml", f"name: 나래동\n{KNOWN}")
    write(
        tmp_path,
        "garam/narae/2025/projects/birthday.yml",
        f"title: 생일상 차리기\n{KNOWN}",
    )
    return tmp_path


def write(project: Path, record: str, text: str) -> None:
    """Write a record's file."""
    path = project / "councils" / record
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project, built with its booklets; returns the project folder."""
    project = tmp_path_factory.mktemp("real")
    for name in ("councils", "content"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    return _built(project)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small fictional town, built with its booklets; returns the project folder."""
    project = tmp_path_factory.mktemp("made") / "garam"
    made = run_ondongne(project.parent, "sample", project.name, "--councils", "3", "--years", "2", "--seed", "1")
    assert made.returncode == 0, made.stdout + made.stderr
    return _built(project)


def _built(project: Path) -> Path:
    done = run_ondongne(project, "build", "--as-of", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return project
