"""Commands are understood, or answered in Korean."""

import errno
import re
from datetime import date

import click
import pytest

from ondongne.cli import program
from ondongne.commandline import Day, explain, explain_refusal

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
        (["build", "--jobs", "많이"], "--jobs에는 1부터 64까지의 수를 씁니다."),
        (["check", "--format", "xml"], "--format에는 text, json, github 가운데 하나를 씁니다."),
        (["sample", "x", "--seed", "하나"], "--seed에는 수를 씁니다."),
        (["build", "--jobs", "0"], "--jobs에는 1부터 64까지의 수를 씁니다."),
        (["booklet"], "‘책자’가 빠졌습니다."),
        (["new", "city"], "‘id’가 빠졌습니다."),
        (["new", "city", "garam", "--name"], "--name 뒤에 값이 없습니다."),
        (
            ["new", "city", "garam", "--name", "물가", "가람시"],
            "‘가람시’는 쓸 곳이 없습니다. 빈칸이 있는 이름은 큰따옴표로 감싸 주세요.",
        ),
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
    assert not ENGLISH.search(re.sub(r"--?[\w-]+|ondongne [a-z ]+", "", shown))
    assert not re.search(r"\b[A-Z]{2,}\b", shown.replace("PDF", "").replace("JSON", ""))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EADDRINUSE, "하지 못했습니다: 다른 프로그램이 이 포트를"),
        (errno.EACCES, "하지 못했습니다: site: 권한이 없거나"),
        (errno.ENOENT, "하지 못했습니다: site: 그런 폴더가 없거나"),
        (errno.ENOSPC, "하지 못했습니다: site: 디스크가 가득"),
        (errno.EIO, f"하지 못했습니다: site: 컴퓨터가 파일을 다루지 못했습니다(운영체제 오류 {errno.EIO})."),
    ],
)
def test_what_the_computer_refuses_is_said_in_korean(number: int, said: str) -> None:
    error = OSError(number, "Refused") if number == errno.EADDRINUSE else OSError(number, "Refused", "site")
    assert explain_refusal(error).startswith(said)
    assert "Refused" not in explain_refusal(error)


def test_a_day_is_read() -> None:
    assert Day().convert("2025-12-10", None, None) == date(2025, 12, 10)
