"""The wheel by itself: installed elsewhere, in an empty folder, on a console that knows CP949 only."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.browser.crawl import Site

_ROOT = Path(__file__).parent.parent
_CARRIED = {"generator/ondongne/": "ondongne/", "theme/": "ondongne/theme/", "content/": "ondongne/project/content/"}


def _run(*command: str | Path, folder: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env={**clean, **environment}, capture_output=True, check=False
    )
    output = (done.stdout + done.stderr).decode(environment.get("PYTHONIOENCODING", "utf-8"))
    assert done.returncode == 0, output
    return output


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=_ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of a new environment: the wheel is installed, the rest borrowed from this one."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment)
    python = environment / "bin" / "python"
    _run(
        sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, folder=environment
    )
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


def test_the_wheel_has_every_file_of_program_theme_and_first_pages(wheel: Path) -> None:
    listed = _run("git", "ls-files", "-z", *_CARRIED, folder=_ROOT).rstrip("\0").split("\0")
    wanted = {
        target + path.removeprefix(source)
        for path in listed
        for source, target in _CARRIED.items()
        if path.startswith(source)
    }
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert wanted - held == set()
    assert "ondongne/project/mkdocs.yml" in held


def test_a_city_begun_in_an_empty_folder_becomes_site_and_booklet(commands: Path, tmp_path: Path) -> None:
    def ondongne(*arguments: str) -> str:
        return _run(commands / "ondongne", *arguments, folder=tmp_path, PYTHONIOENCODING="cp949")

    for arguments in (
        ("city", "garam", "--name", "가람시"),
        ("council", "garam/narae", "--name", "나래동 지역사회보장협의체"),
        ("year", "garam/narae/2025"),
        ("project", "garam/narae/2025/birthday", "--title", "생일 밥상"),
    ):
        ondongne("new", *arguments)
    for record in tmp_path.glob("councils/**/*.yml"):
        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace("state: draft", "state: ready"), encoding="utf-8")
    assert "site" in ondongne("build", "--as-of", "2026-01-31")
    assert "생일 밥상" in (tmp_path / "site/garam/narae/2025/projects/birthday/index.html").read_text(encoding="utf-8")
    assert Site(tmp_path / "site").faults() == []
    assert (tmp_path / "site/booklets/garam/narae/2025.pdf").read_bytes().startswith(b"%PDF-")


def test_nothing_comes_from_the_checkout(commands: Path, tmp_path: Path) -> None:
    script = "import ondongne.paths as p; print(p.theme_folder(), p.project_folder(), p.__file__, sep='\\n')"
    places = _run(commands / "python", "-c", script, folder=tmp_path).split("\n")[:3]
    assert all(Path(place).exists() and Path(place).is_relative_to(commands.parent) for place in places)
