"""Figures of several runs, and what a finished process used."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks.measuring import Figure, Run, a_page, figure, in_turn, run


def test_a_figure_is_the_median_between_the_least_and_the_most() -> None:
    assert figure([3.0, 1.0, 9.0]) == Figure(3.0, 1.0, 9.0)
    assert figure([4.0, 2.0]) == Figure(3.0, 2.0, 4.0)
    with pytest.raises(ValueError, match="no run"):
        figure([])


def test_the_warm_up_of_a_small_site_is_taken_off() -> None:
    assert a_page(large=9.0, small=1.0, pages=900, fewer=100) == 0.01


def test_works_take_turns_in_changing_order() -> None:
    order: list[str] = []

    def work(name: str) -> Run:
        order.append(name)
        return Run(len(order), 0, 0)

    runs = in_turn({name: partial(work, name) for name in "abc"}, 3)
    assert "".join(order) == "abccbaabc"
    assert [one.cpu for one in runs["a"]] == [1, 6, 7]


def test_a_process_is_measured_with_its_children_and_without_what_started_it(tmp_path: Path) -> None:
    held = bytearray(300_000_000)
    idle = run([sys.executable, "-I", "-c", "pass"], tmp_path, tmp_path / "idle.log")
    child = "import subprocess, sys; subprocess.run([sys.executable, '-I', '-c', 'print(sum(range(10_000_000)))'])"
    busy = run([sys.executable, "-I", "-c", child], tmp_path, tmp_path / "busy.log")
    assert 0 < idle.memory < len(held)
    assert busy.cpu > idle.cpu
    assert (tmp_path / "busy.log").read_text(encoding="utf-8").split() == ["49999995000000"]


def test_a_process_that_fails_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run([sys.executable, "-c", "raise SystemExit('안 됨')"], tmp_path, tmp_path / "failed.log")
    assert failed.value.output.strip() == "안 됨"
