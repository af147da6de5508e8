"""Commands are understood, or answered in Korean."""

import re
from datetime import date

import click
import pytest

from ondongne.cli import program
from ondongne.commandline import Day, explain

ENGLISH = re.compile(r"\b(usage|options?|commands?|show|error|missing|invalid|argument|try|help for|no such)\b", re.I)


def failure(*words: str) -> str:
    with pytest.raises(click.ClickException) as caught:
        program(list(words), standalone_mode=False)
    return explain(caught.value)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["biuld"], "그런 명령은 없습니다: biuld 혹시 build인가요?"),
        (["build", "--cty", "x"], "그런 선택은 없습니다: --cty 혹시 --city인가요?"),
        (["build", "--as-of", "어제"], "--as-of에는 2025-12-10 같은 날짜를 씁니다."),
        (["build", "--jobs", "많이"], "--jobs에는 수를 씁니다."),
        (["check", "--format", "xml"], "--format에는 text, json, github 가운데 하나를 씁니다."),
        (["booklet"], "TARGET이 빠졌습니다."),
        (["new", "city"], "ID가 빠졌습니다."),
    ],
)
def test_what_is_wrong_with_a_command_is_said_in_korean(words: list[str], answer: str) -> None:
    first, more = failure(*words).split("\n")
    assert first == answer
    assert more.startswith("자세히: ")


@pytest.mark.parametrize("words", [[], *([name] for name in program.commands)], ids=str)
def test_help_is_korean(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    program([*words, "--help"], prog_name="ondongne", standalone_mode=False)
    shown = capsys.readouterr().out
    assert shown.startswith("쓰는 법: ondongne")
    assert not ENGLISH.search(re.sub(r"--?[\w-]+|ondongne [a-z ]+|[A-Z]+", "", shown))


def test_a_day_is_read() -> None:
    assert Day().convert("2025-12-10", None, None) == date(2025, 12, 10)
