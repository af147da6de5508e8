"""Commands are understood, or answered in Korean."""

import errno
import os
import re
from datetime import date
from pathlib import Path

import click
import pytest

from ondongne.cli import program
from ondongne.commandline import Day, PaperSort, explain, explain_refusal
from ondongne.failure import Failure
from ondongne.records.edition import Paper
from ondongne.records.vocabulary import Stock

ENGLISH = re.compile(r"\b(usage|options?|commands?|show|error|missing|invalid|argument|try|help for|no such)\b", re.I)


def failure(*words: str) -> str:
    with pytest.raises(click.ClickException) as caught:
        program(list(words), standalone_mode=False)
    return explain(caught.value)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["biuld"], "그런 명령은 없습니다: biuld\n  도움: 혹시 build인가요?"),
        (["build", "--cty", "x"], "그런 선택은 없습니다: --cty\n  도움: 혹시 --city인가요?"),
        (["build", "--as-of", "어제"], "--as-of에는 2025-12-10 같은 날짜를 씁니다."),
        (["build", "--jobs", "많이"], "--jobs에는 1부터 64까지의 수를 씁니다."),
        (["check", "--format", "xml"], "--format에는 text, json, github 가운데 하나를 씁니다."),
        (["sample", "x", "--seed", "하나"], "--seed에는 수를 씁니다."),
        (["booklet", "garam", "--size", "a3"], "--size에는 a4, b5, saryuk, crown, shinguk, a5 가운데 하나를 씁니다."),
        (["booklet", "garam", "--for", "paper"], "--for에는 screen, print 가운데 하나를 씁니다."),
        (["booklet", "x", "--impose", "saddle"], "--impose는 인쇄용에만 쓸 수 있습니다. --for print 를 더해 주세요."),
        (["build", "--jobs", "0"], "--jobs에는 1부터 64까지의 수를 씁니다."),
        (["booklet", "x", "--format", "doc"], "--format에는 pdf, epub, hwpx 가운데 하나를 씁니다."),
        (
            ["booklet", "x", "--format", "epub", "--size", "a5"],
            "--size는 PDF에만 쓸 수 있습니다. 빼거나 --format pdf 로 해 주세요.",
        ),
        (
            ["booklet", "x", "--format", "epub", "--out", "책.PDF"],
            "‘책.PDF’는 epub 파일의 이름이 아닙니다. --format pdf 로 하거나 책.epub처럼 적어 주세요.",
        ),
        (
            ["booklet", "x", "--out", "여기/책.epub"],
            "‘책.epub’은 pdf 파일의 이름이 아닙니다. --format epub 로 하거나 책.pdf처럼 적어 주세요.",
        ),
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
    said, more = failure(*words).rsplit("\n", 1)
    assert said == answer
    assert more.startswith("자세히: ")


def test_a_computer_of_many_cores_builds_without_being_told_how_many(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 96)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Failure, match="councils 폴더가 없습니다"):
        program(["build"], standalone_mode=False)


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
        (errno.EEXIST, "하지 못했습니다: site: 그런 폴더가 없거나"),
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


@pytest.mark.parametrize(
    ("written", "sort", "weight"),
    [
        ("모조지100", Stock.WOODFREE, 100),
        ("미색모조지-80", Stock.CREAM, 80),
        ("스노우지 120g", Stock.MATT, 120),
        ("gloss150", Stock.GLOSS, 150),
    ],
)
def test_paper_is_written_as_it_is_called(written: str, sort: Stock, weight: int) -> None:
    assert PaperSort().convert(written, None, None) == Paper(sort=sort, weight=weight)


@pytest.mark.parametrize("written", ["", "모조지", "100", "모조지39", "모조지401", "갱지100", "모조지1000"])
def test_paper_that_there_is_not_is_refused(written: str) -> None:
    with pytest.raises(click.BadParameter) as refusal:
        PaperSort().convert(written, None, None)
    assert "모조지100처럼" in refusal.value.message
