"""What is written as YAML is read back as it was."""

from decimal import Decimal

import pytest

from ondongne.records.yaml import parse
from ondongne.sample.writing import to_yaml

_TEXTS = [
    "나래동",
    "희",
    "true",
    "null",
    "no",
    "~",
    "2025",
    "012",
    "3.5",
    "14:30",
    "서현동 #1",
    "이름: 값",
    "- 붙임표",
    "‘문 앞 반찬’을",
    "“따옴표”로 시작",
    'a "b" \\ c',
    "끝이 쌍점:",
    "*별", "&앵커", "!꼬리표", "%지시", "@at", "`글`", "[목록]", "{짝}", "물음?", "쉼표, 있는 글",
    "溫(온) ㎡ ①",
    "아주 길어서 한 줄에 다 들어가지 않으면 접어 씁니다. # 이것도 글이고 이름: 값도 글이며, - 이것도 그렇습니다.",
    "첫 문단\n\n둘째 문단: # 글\n- 목록\n> 인용",
    "https://example.org/a?b=c#d",
]  # fmt: skip


@pytest.mark.parametrize("text", _TEXTS)
def test_texts_come_back_as_they_were(text: str) -> None:
    record = {"title": text, "list": [text, "둘"], "deep": [{"note": text, "more": {"on": text}}]}
    document, faults = parse(to_yaml(record).encode("utf-8"), "record.yml")
    assert faults == ()
    assert document is not None
    assert document.data == record


def test_dates_and_numbers_are_written_plain_and_nothing_is_left_out() -> None:
    record = {"on": "2025-12-10", "term": "2025-03/", "value": 3, "share": Decimal("92.5"), "about": True, "gone": None}
    assert to_yaml(record) == "on: 2025-12-10\nterm: 2025-03/\nvalue: 3\nshare: 92.5\nabout: true\n"


def test_lists_stand_on_one_line_where_they_are_short() -> None:
    assert to_yaml({"topics": ["발굴", "돌봄"]}) == "topics: [발굴, 돌봄]\n"
    assert to_yaml({"parts": [{"value": 1, "source": "시비"}]}) == "parts:\n  - value: 1\n    source: 시비\n"
