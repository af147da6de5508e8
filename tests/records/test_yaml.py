"""The strict YAML reader: bytes in, data with places and faults out."""

import pickle
import random
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from ondongne.diagnostics import Place, as_text
from ondongne.messages.reading import READING
from ondongne.records import yaml_events
from ondongne.records.document import Document
from ondongne.records.source import UNSEEN
from ondongne.records.yaml import parse

FAULTS = Path(__file__).parents[1] / "faults"
FILES = sorted(path.stem for path in FAULTS.glob("*.yml") if path.stem in READING)

RECORD = """\
# 나래동의 기록
title: 생신 잔치
budget:
  - value: 20000000
    source: 시비
  - {value: 10000000, source: 공동모금회}
tags: [돌봄, 나눔]
grade:
  on: 2025-05
body: |
  첫 줄
  둘째 줄
note:
"""

# Bytes that no editor, or no git, would leave alone.
MADE: dict[str, bytes] = {
    "control-character": b"title: \0\n",
    "hidden-character": "title: 생신\u202e 잔치\n\ufeffsummary: 반찬\u200b 나눔\n".encode(),
    "encoding-cp949": "# 기록\r\ntitle: 홀몸어르신 생신 잔치\r\n".encode("cp949"),
    "encoding-utf16": "title: 생신 잔치\r\n".encode("utf-16"),
    "encoding-broken": "state: ready\ntitle: 홀몸어르신 생신 잔치\n".encode().replace("신".encode(), "신".encode()[:2]),
    "file-too-large": b"# 2 MiB\n" * (1 << 18),
    "too-many-faults": b"a: 1\n" * 1235,
    "too-deep": b"figures: " + b"[" * 200_000,
}


def read(text: str) -> Document:
    document, faults = parse(text.encode(), "기록.yml")
    assert faults == ()
    assert document is not None
    return document


def codes(text: str | bytes) -> list[str]:
    content = text if isinstance(text, bytes) else text.encode()
    return [fault.code for fault in parse(content, "기록.yml")[1]]


@pytest.mark.parametrize("text", ['title: "가" - 나\n', 'tags:\n  - "가" - 나\n', "tags: [가] - 나\n"])
def test_a_dash_after_a_closed_value_is_no_list(text: str) -> None:
    assert codes(text) == ["text-after-value"]


def expected(code: str) -> str:
    return (FAULTS / f"{code}.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("code", FILES)
def test_report_of_file(code: str) -> None:
    faults = parse((FAULTS / f"{code}.yml").read_bytes(), f"{code}.yml")[1]
    assert as_text(faults) == expected(code)
    assert code in [fault.code for fault in faults]


@pytest.mark.parametrize("code", MADE)
def test_report_of_bytes(code: str) -> None:
    faults = parse(MADE[code], f"{code}.yml")[1]
    assert as_text(fault for fault in faults if fault.code == code) == expected(code)


def test_every_code_has_a_report() -> None:
    assert [code for code in READING if not (FAULTS / f"{code}.txt").exists()] == []


@pytest.mark.parametrize("code", FILES)
def test_the_parser_without_c_finds_the_same_fault_first(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = (FAULTS / f"{code}.yml").read_bytes()
    first = parse(content, f"{code}.yml")[1][0]
    monkeypatch.setattr(yaml_events, "Parser", yaml.SafeLoader)
    assert parse(content, f"{code}.yml")[1][0] == first


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("477", 477),
        ("123456789012345678", 123456789012345678),
        ("0.5", Decimal("0.5")),
        ("3.50", Decimal("3.50")),
        *((text, text) for text in ("~", "yes", "no", "on", "off", "True", "NULL", "012", "-012", "1_000", "0x1f")),
        *(
            (text, text)
            for text in ("1e3", ".5", "5.", "+3", "14:30", "2025-12-10", "2012-12", ".inf", "1,000", "１２")
        ),
        ('"477"', "477"),
        ("'true'", "true"),
        ('""', ""),
        ("https://example.org/#top", "https://example.org/#top"),
        ("나래동 # 설명", "나래동"),
        ("나래동 ## 설명", "나래동"),
        ('"나래동 #1"', "나래동 #1"),
        ("‘25년 성과", "‘25년 성과"),
        ("“함께”라는 말", "“함께”라는 말"),
        ("시간:14:30", "시간:14:30"),
        ('"\\u00e9\\n"', "é\n"),
        ("[가, [], {}]", ["가", [], {}]),
        ("{on: 2017, derived: true}", {"on": 2017, "derived": True}),
    ],
)
def test_value(written: str, value: object) -> None:
    data = read(f"it: {written}\n").data
    assert data == {"it": value}
    assert type(data["it"]) is type(value)


def test_keys_are_text_however_they_look() -> None:
    assert list(read("2025: 가\ntrue: 나\nnull: 다\n'': 라\n").data) == ["2025", "true", "null", ""]


@pytest.mark.parametrize(
    "text", ["\ufefftitle: 가\n", "---\ntitle: 가\n...\n", "title: 가\r\n", "title: 가\r", "title: 가"]
)
def test_other_ways_to_write_the_same(text: str) -> None:
    assert read(text).data == {"title": "가"}


def test_text_is_composed_and_columns_count_what_is_written() -> None:
    decomposed = unicodedata.normalize("NFD", "제목: 각 동")
    document = read(f"title: {decomposed.replace(': ', ' ')}\n{decomposed}\n")
    assert document.data == {"title": "제목 각 동", "제목": "각 동"}
    assert document.place(("제목",)).column == decomposed.index(":") + 3
    assert codes(f"제목: 1\n{unicodedata.normalize('NFD', '제목')}: 2\n") == ["duplicate-key"]


@pytest.mark.parametrize(
    ("path", "key", "at"),
    [
        ((), False, "1:1 # 나래동의 기록"),
        (("absent",), False, "1:1 # 나래동의 기록"),
        (("title",), False, "2:8 생신 잔치"),
        (("title",), True, "2:1 title"),
        (("title", "str", 0), False, "2:8 생신 잔치"),
        (("budget",), False, "3:1 budget"),
        (("budget", 0), False, "4:5 value: 20000000"),
        (("budget", 0, "value"), False, "4:12 20000000"),
        (("budget", 0, "value"), True, "4:5 value"),
        (("budget", 0, "Money", "source"), False, "5:13 시비"),
        (("budget", 1), False, "6:5 {value: 10000000, source: 공동모금회}"),
        (("budget", 1, "source"), False, "6:31 공동모금회"),
        (("budget", 2, "source"), False, "3:1 budget"),
        (("tags", 1), True, "7:12 나눔"),
        (("grade", "value", "on"), False, "9:7 2025-05"),
        (("grade", "value"), False, "8:1 grade"),
        (("body",), False, "10:7 |"),
        (("note",), False, "13:6 "),
    ],
)
def test_place(path: tuple[str | int, ...], key: bool, at: str) -> None:
    place = read(RECORD).place(path, key=key)
    marked = place.quoted[place.column - 1 :][: place.length]
    assert f"{place.line}:{place.column} {marked}" == at
    assert place.quoted == RECORD.splitlines()[place.line - 1]


def test_long_lines_are_quoted_only_around_their_beginning() -> None:
    document = read(f"title: {'가' * 500}\ntags: [{'나' * 200}, 다]\n")
    assert document.place(("title",)) == Place("기록.yml", 1, 8, 500, "title: " + "가" * 153)
    assert document.place(("tags", 1)) == Place("기록.yml", 2, 210, 1, "")


def test_places_after_a_key_written_twice() -> None:
    document, _ = parse(b"a: {b: 1}\na: {c: [2, 3]}\n[x]: {y: 1}\nd: 4\n", "f.yml")
    assert document is not None
    assert document.data == {"a": {"b": 1}, "d": 4}
    assert str(document.place(("d",))) == "f.yml:4:4"


def test_a_document_can_be_kept_in_a_cache() -> None:
    document = read(RECORD)
    assert document.lines[1] == "title: 생신 잔치"
    assert pickle.loads(pickle.dumps(document)) == document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\n", ["empty-file"]),
        ("# 설명뿐\n", ["empty-file"]),
        ("title\n", ["top-level"]),
        ("a: 1\n  b: 2\n", ["wrong-indent"]),
        ("a: [1\nb: 2", ["unclosed-bracket"]),
        ("a: [가: [", ["unclosed-bracket"]),
        ("a: {가 나:} 다\n", ["missing-space"]),
        ("a: 1\n}\n", ["unclosed-bracket"]),
        ("a: 'x\n", ["unclosed-quote"]),
        ('a: "x\nb: y"\n', ["unclosed-quote"]),
        ('a: "x" y\n', ["text-after-value"]),
        ("a: 1\n- b\n", ["stray-dash"]),
        (": 1\n", ["key-not-text"]),
        ("a: **굵게**\n", ["special-start"]),
        ("a: > 함께\n", ["special-start"]),
        ("a: !<x\n", ["special-start"]),
        ("a: &동 x\n", ["special-start"]),
        ("a: ? b\n", ["special-start"]),
        ("a: !e!x 1\n", ["special-start"]),
        ("a: [“가, 나”]\n", ["curly-quote"]),
        ("a: 가 #1\n  나\n", ["hash-tail"]),
        ("a: *b c\n", ["yaml-alias"]),
        ("a: |\n  가\n\t나\n", ["tab-indent"]),
        ("- a\n- b\n\t", ["tab-indent"]),
        ("a:\n  b：1\nc：2\n", ["full-width-colon", "full-width-colon"]),
        (
            "a: 1\na: 2\nb: *c\nd: !!int 3\nd: x #y\n",
            [*("duplicate-key", "yaml-alias"), *("yaml-tag", "duplicate-key"), "hash-tail"],
        ),
        ("title: 생신 잔치\n".encode("utf-16-le"), ["encoding-utf16"]),
        ("title: 생신 잔치\n".encode("utf-16-be"), ["encoding-utf16"]),
        ("title: Café\n".encode("latin-1"), ["encoding-broken"]),
        ("a: b\u2028c\n", ["hidden-character"]),
        ("a: b\u0085c\n", ["control-character"]),
        ('a: "\\u200b"\n', ["control-character"]),
        ("a: '\t'\nb: \"\t\"\nc: |\n  x\t\n", []),
    ],
)
def test_faults(text: str | bytes, found: list[str]) -> None:
    assert codes(text) == found


def test_what_can_be_read_is_read_beside_a_fault() -> None:
    document, faults = parse('title: 서현동 #1\nnumber: 1234567890123456789\nlink: *x\ncode: "\\0"\n'.encode(), "f.yml")
    assert len(faults) == 4
    assert document is not None
    assert document.data == {"title": "서현동", "number": "1234567890123456789", "link": None, "code": "␀"}


def test_an_alias_bomb_is_as_many_faults_as_lines() -> None:
    levels = "".join(f"b{at}: &b{at} [{', '.join([f'*b{at - 1}'] * 9)}]\n" for at in range(1, 30))
    document, faults = parse(f"b0: &b0 [boom]\n{levels}".encode(), "f.yml")
    assert document is not None
    assert {fault.code for fault in faults} == {"yaml-anchor", "yaml-alias", "too-many-faults"}


def test_a_complaint_nobody_has_heard_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    class Baffled(yaml.SafeLoader):
        def get_event(self) -> yaml.Event:
            raise yaml.MarkedYAMLError(problem="found a unicorn", problem_mark=self.get_mark())

    monkeypatch.setattr(yaml_events, "Parser", Baffled)
    assert as_text(parse("title: 생신 잔치\n".encode(), "syntax.yml")[1]) == expected("syntax")


def test_an_escape_the_parser_without_c_chokes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "Parser", yaml.SafeLoader)
    assert codes('a: "\\UFFFFFFFF"\n') == ["bad-escape"]
    assert codes('a: "\\ud800"\n') == ["control-character"]


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
def test_no_damage_to_a_file_raises(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "Parser", getattr(yaml, parser, yaml.SafeLoader))
    dice = random.Random(2025)
    for _ in range(300):
        damaged = list(RECORD)
        for _ in range(3):
            at = dice.randrange(len(damaged))
            damaged[at : at + dice.randrange(3)] = dice.choice(
                ["", ":", " ", "\n", '"', "[", "}", "- ", "#", "\t", "&", "\\U"]
            )
        document, faults = parse("".join(damaged).encode(), "f.yml")
        assert document is not None or any(fault.is_error for fault in faults)
        assert not UNSEEN.search(as_text(faults).replace("\n", ""))
