"""Setting a machine up: `.ci/need` installs what is missing where it may, and otherwise says what to install."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_NEED = Path(__file__).parent.parent / ".ci" / "need"
_Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> _Run:
    """Run the script on a machine that has only the commands named, each a one-line shell script."""

    def run(*needs: str, **commands: str) -> subprocess.CompletedProcess[str]:
        for name, line in {"tr": 'exec /usr/bin/tr "$@"', "env": 'exec /usr/bin/env "$@"', **commands}.items():
            script = tmp_path / name.replace("_", "-")
            script.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            script.chmod(0o755)
        return subprocess.run(
            ["/bin/sh", str(_NEED), *needs],
            env={**os.environ, "PATH": str(tmp_path)},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


def test_nothing_is_done_where_nothing_is_missing(run: _Run) -> None:
    done = run("shell=sh-of-old,chromium", f"script={_NEED}", chromium="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_root_installs_what_is_missing_and_only_that(run: _Run, tmp_path: Path) -> None:
    done = run(
        "here=chromium",
        "java=javac",
        "jaxb=/gone.jar",
        chromium="",
        id="echo 0",
        apt_get=f'printf "%s\\n" "$*" >>{tmp_path}/asked',
    )
    assert (done.returncode, done.stdout) == (0, "apt로 설치합니다: java jaxb\n")
    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines() == [
        "-qq update",
        "-qq install -y --no-install-recommends java jaxb",
    ]


def test_sudo_is_used_where_it_asks_for_no_password(run: _Run, tmp_path: Path) -> None:
    done = run("java=javac", id="echo 1000", sudo=f'printf "%s\\n" "$*" >>{tmp_path}/asked', apt_get="exit 1")
    assert done.returncode == 0
    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines()[1].startswith("-n env DEBIAN_FRONTEND")


@pytest.mark.parametrize(
    "machine",
    [
        pytest.param({"id": "echo 1000", "sudo": "exit 1", "apt_get": ""}, id="no right to install"),
        pytest.param({"id": "echo 0"}, id="no apt"),
        pytest.param({"id": "echo 0", "apt_get": "exit 100"}, id="apt fails"),
    ],
)
def test_otherwise_the_packages_are_named_in_korean(run: _Run, machine: dict[str, str]) -> None:
    done = run("java=javac", "npm=npm", **machine)
    assert done.returncode == 1
    assert "설치한 뒤 다시 실행해 주세요: java npm" in done.stderr
    assert "sudo apt install java npm" in done.stderr
