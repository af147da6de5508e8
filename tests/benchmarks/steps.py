"""Where Ondongne's processor time goes, step by step: `make profile`.

Builds the site of a fictional town twice in this process, with nothing kept and again, and looks every millisecond of
processor time at what is running: the innermost known part of the program gets the millisecond.
"""

import argparse
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from mkdocs.__main__ import cli

from ondongne import pipeline
from tests.benchmarks.towns import change, councils_and_years, make_town

_EVERY: Final = 0.001
_PACKAGE: Final = Path(pipeline.__file__).parent.as_posix()
STEPS: Final = (
    ("<frozen importlib", "모듈 불러오기"),
    ("/jinja2/lexer", "서식 번역"),
    ("/jinja2/parser", "서식 번역"),
    ("/jinja2/compiler", "서식 번역"),
    ("/PIL/", "사진"),
    # Whatever else is in records belongs to the step that asks it.
    ("ondongne:/records/finding", "기록 찾기"),
    ("ondongne:/records/yaml", "YAML 읽기"),
    ("ondongne:/records/validating", "기록 확인"),
    ("ondongne:/records/cache", "읽은 것 두기"),
    ("ondongne:/records/reading", "기록 읽기"),
    ("ondongne:/engine/again", "달라진 쪽 찾기"),
    ("ondongne:/building/ledger", "달라진 쪽 찾기"),
    ("ondongne:/publications/site/ground", "달라진 쪽 찾기"),
    ("ondongne:/outcomes/rules/", "규칙"),
    ("ondongne:/outcomes/links", "잇기"),
    ("ondongne:/publications/site/seeking/", "검색"),
    ("ondongne:/publications/site/plan", "쪽 계획"),
    ("ondongne:/publications/booklet/", "책자 계획"),
    ("ondongne:/publications/", "본문"),
    ("ondongne:/outcomes/", "본문"),
    ("ondongne:/engine/search", "검색"),
    ("ondongne:/building/", "쓰기"),
    ("mkdocs/utils/__init__", "쓰기"),
    ("ondongne:/engine/", "쪽 틀"),
    ("ondongne:/pipeline", "그 밖의 온동네"),
    ("/mkdocs/", "MkDocs"),
)
"""What a part of a file's path says about the step; the first that fits holds."""


def main() -> None:
    """Make a town, build its site twice, and print what each step took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory() as folder:
        town = make_town(Path(folder).resolve() / "town", *councils_and_years(pages))
        for title, prepare in (
            ("처음", lambda: shutil.rmtree(town.project / pipeline.KEPT, ignore_errors=True)),
            ("기록 하나를 고친 뒤", lambda: change(town.record, 1)),
        ):
            prepare()
            begun = time.process_time()
            with sampled() as steps:
                _build(town.project)
            _tell(f"{title}, 약 {pages:,}쪽", time.process_time() - begun, steps)


def step_of(paths: Iterator[str] | list[str]) -> str:
    """The step that files belong to, from the innermost call outwards."""
    for path in paths:
        for part, step in STEPS:
            if part in path:
                return step
    return "그 밖"


@contextmanager
def sampled() -> Iterator[Counter[str]]:
    """Count what is running, a look for each millisecond of processor time, until the end of the block."""
    found: Counter[str] = Counter()

    def look(_signal: int, frame: FrameType | None) -> None:
        found[step_of(_files(frame))] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        yield found
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _files(frame: FrameType | None) -> Iterator[str]:
    while frame is not None:
        yield Path(frame.f_code.co_filename).as_posix().replace(_PACKAGE, "ondongne:")
        frame = frame.f_back


def _build(project: Path) -> None:
    cli.main(["build", "--quiet", "--config-file", str(project / "mkdocs.yml")], standalone_mode=False)


def _tell(title: str, seconds: float, steps: Counter[str]) -> None:
    sys.stdout.write(f"{title}: CPU {seconds:.2f}초\n")
    looks = steps.total() or 1
    for step, count in steps.most_common():
        sys.stdout.write(f"  {count / looks * seconds:7.2f}초 {count / looks:6.1%}  {step}\n")


if __name__ == "__main__":
    main()
