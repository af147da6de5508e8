"""Which step of a build a moment of processor time belongs to."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.benchmarks.steps import STEPS, sampled, step_of


@pytest.mark.parametrize(
    ("paths", "step"),
    [
        (["yaml/nodes.py", "ondongne:/records/yaml.py", "ondongne:/records/reading.py"], "YAML 읽기"),
        (["ondongne:/records/base.py", "ondongne:/records/validating.py", "ondongne:/pipeline.py"], "기록 확인"),
        (["ondongne:/records/markup.py", "ondongne:/publications/site/rendering.py"], "본문"),
        (["/jinja2/compiler.py", "/jinja2/environment.py", "ondongne:/publications/site/here.py"], "서식 번역"),
        (["<template>", "ondongne:/publications/site/rendering.py", "ondongne:/engine/plugin.py"], "본문"),
        (["ondongne:/outcomes/figures.py", "ondongne:/publications/site/sheet.py"], "본문"),
        (["ondongne:/outcomes/rules/emoji.py", "ondongne:/pipeline.py"], "규칙"),
        (["html/parser.py", "ondongne:/engine/search.py", "ondongne:/engine/plugin.py"], "검색"),
        (["<frozen importlib._bootstrap>", "ondongne:/records/kinds.py"], "모듈 불러오기"),
        (["site-packages/mkdocs/commands/build.py"], "MkDocs"),
        (["somewhere.py"], "그 밖"),
    ],
)
def test_the_innermost_known_part_counts(paths: list[str], step: str) -> None:
    assert step_of(paths) == step


@pytest.mark.parametrize("part", [part for part, _ in STEPS if not part.startswith("<")])
def test_every_known_part_is_there(part: str) -> None:
    package, _, below = part.strip("/").partition("/")
    [home] = find_spec(package.removesuffix(":")).submodule_search_locations
    assert any(Path(home).glob(f"{below}*"))


def test_what_runs_is_looked_at() -> None:
    with sampled() as found:
        sum(range(5_000_000))
    assert found.total() > 0
