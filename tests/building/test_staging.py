"""Folders in the making: they take the place of the last one whole, and none stays behind that nobody works on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ondongne.building.output import Output
from ondongne.building.staging import Staging, publish

KILLED = "import os, sys, pathlib\nfrom ondongne.building.{module} import {name}\n{made}\nos._exit(9)"
"""A program that begins a folder and ends without putting anything in order, as one that is killed does."""


def killed(target: Path, module: str, name: str, made: str) -> None:
    program = KILLED.format(module=module, name=name, made=made)
    ended = subprocess.run([sys.executable, "-c", program, str(target)], check=False, env=os.environ)
    assert ended.returncode == 9


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("하나", encoding="utf-8")
    return tmp_path / "site"


def test_a_folder_takes_the_place_of_the_last_one(site: Path) -> None:
    staging = Staging(site)
    (staging.folder() / "new.html").write_text("둘", encoding="utf-8")
    publish(staging.place(), site)
    staging.close()
    assert (names(site), names(site.parent)) == ({"new.html"}, {"site"})


def test_when_publishing_fails_the_last_folder_stays(site: Path) -> None:
    with pytest.raises(OSError):
        publish(site.parent / "not-there", site)
    assert (site / "index.html").read_text(encoding="utf-8") == "하나"


@pytest.mark.parametrize(
    ("module", "name", "made"),
    [
        ("output", "Output", "Output(pathlib.Path(sys.argv[1])).write('a.html', b'')"),
        ("staging", "Staging", "Staging(pathlib.Path(sys.argv[1]), '0123456789abcdef').folder()"),
        ("staging", "Staging", "Staging(pathlib.Path(sys.argv[1]))"),
    ],
)
def test_what_a_killed_build_left_goes_with_the_next_one(site: Path, module: str, name: str, made: str) -> None:
    killed(site, module, name, made)
    assert names(site.parent) > {"site"}
    output = Output(site)
    output.write("b.html", b"")
    output.publish()
    assert (names(site.parent), names(site)) == ({"site"}, {"b.html"})


def test_what_a_build_works_on_is_left_alone(site: Path) -> None:
    working = Output(site)
    working.write("a.html", b"")
    (site.parent / ".site-notes").mkdir()
    (site.parent / ".site-0123456789abcdef").mkdir()
    before = names(site.parent)
    Output(site).discard()
    assert names(site.parent) == before
    working.publish()
    assert (names(site), names(site.parent)) == ({"a.html"}, {"site", ".site-notes", ".site-0123456789abcdef"})


def test_the_last_site_comes_back_when_a_build_was_killed_on_the_way_to_its_place(site: Path) -> None:
    away = "pathlib.Path(sys.argv[1]).rename(Staging(pathlib.Path(sys.argv[1])).place('-former'))"
    killed(site, "staging", "Staging", away)
    assert not site.exists()
    Output(site).discard()
    assert (site / "index.html").read_text(encoding="utf-8") == "하나"
    assert names(site.parent) == {"site"}


def test_without_locks_a_build_works_and_clears_nothing_away(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    killed(site, "output", "Output", "Output(pathlib.Path(sys.argv[1]))")
    before = names(site.parent)

    def refuse(_file: int) -> None:
        raise OSError(37, "no locks here")

    monkeypatch.setattr("ondongne.building.staging._lock", refuse)
    Output(site).discard()
    assert names(site.parent) == before
