"""The quick way through a file gives what the exact way gives, or leaves the file to it."""

from pathlib import Path
from random import Random

import pytest

from ondongne.records.decoding import decode
from ondongne.records.source import Source
from ondongne.records.yaml import parse
from ondongne.records.yaml_events import DEEPEST
from ondongne.records.yaml_plain import plain_data

TESTS = Path(__file__).parents[1]
TOWN = sorted((TESTS / "towns" / "garam").rglob("*.yml"))
FAULTS = sorted((TESTS / "faults").rglob("*.yml"))
DAMAGE = (
    *(
        "\t",
        "#",
        " #",
        " #가",
        "#가",
        ": ",
        ":",
        "：",
        '"',
        "'",
        "&a ",
        "*a ",
        "!x ",
        "- ",
        "[",
        "{",
        "]",
        "}",
        "%",
        ", ",
    ),
    *(
        "“",
        "\r\n",
        "\n",
        "\n\n",
        "\u3000",
        "|",
        ">",
        "~",
        "null",
        "0012",
        "\\",
        "\u0301",
        "\u1100",
        "<<: ",
        "? ",
        "<<<<<<<",
    ),
    *(
        "---\n",
        "...\n",
        "\ufeff",
        "\u200b",
        "가: ",
        "title: ",
        " title: 나",
        '"\\u0000"',
        '"\\uffff"',
        "1" * 20,
        ".5",
        "-",
    ),
)


def agree(content: bytes) -> bool:
    """Whether the quick way read a text; asserts that it read what the exact way reads without a fault."""
    source = decode(content, "기록.yml")
    quick = plain_data(source) if isinstance(source, Source) else None
    if quick is None:
        return False
    document, faults = parse(content, "기록.yml")
    assert faults == (), content.decode()
    assert document is not None
    assert repr(quick) == repr(document.data), content.decode()
    return True


def test_most_records_go_the_quick_way() -> None:
    assert sum(agree(path.read_bytes()) for path in TOWN) > 0.5 * len(TOWN)


def test_no_fault_is_passed_over() -> None:
    assert len([path for path in FAULTS if agree(path.read_bytes())]) > 0


@pytest.mark.parametrize("seed", range(20))
def test_damage_is_left_to_the_exact_way(seed: int) -> None:
    random = Random(seed)
    quick = 0
    for _ in range(60):
        text = random.choice(TOWN).read_text(encoding="utf-8")
        for _ in range(random.choice((1, 1, 2, 3))):
            at = random.randrange(len(text) + 1)
            at = random.choice((at, text.rfind("\n", 0, at) + 1, text.find(": ", at) + 2))
            text = text[:at] + random.choice(DAMAGE) + text[at + random.choice((0, 0, 0, 1, 5)) :]
        quick += agree(text.encode())
    assert 0 < quick < 60


@pytest.mark.parametrize(
    ("text", "is_quick"),
    [
        ("title: 가\n", True),
        ("---\ntitle: 가\n...\n", False),
        ("title: 가 # 까닭\n", False),
        ("# 까닭\ntitle: 가\n  # 까닭\n\nsummary: 나\n", True),
        ('title: "나 # 다"\n', True),
        ("on: 2025-12\nurl: https://a.example/b:c#d\n", True),
        ("title: 14:30\nbudget: 3000\nrate: 1.50\nno:\nnull: null\nzero: 012\n", True),
        ("a: -1\n", False),
        ("a: [가, 나]\nb: {c: 1}\nd:\n  - e: 가\n    f: 나\n  - 다\n", True),
        ("body: >-\n  가\n  나\n\n  다: 라\n", True),
        ("body: |\n  가: “나”\n", True),
        ("a-b: 1\n", True),
        ("가: 2\n", False),
        ("'c': 3\n", False),
        ('title: "가\\n나"\n', False),
        ('title: "\\u1100\\u1161"\n', False),
        ("title: 가\u0301\n", True),
        ("title: e\u0301\n", False),
        ("", False),
        ("가\n", False),
        ("- 가\n", False),
        ("title: 가\n---\ntitle: 나\n", False),
        ("".join("  " * depth + "a:\n" for depth in range(DEEPEST - 4)), True),
        ("".join("  " * depth + "a:\n" for depth in range(DEEPEST + 4)), False),
        ('a: [가, "나", 3, null]\nb: {c: 가, d: 2}\n', True),
        ("a: [가, , 나]\n", False),
        ('a: ["가, 나"]\n', False),
        ("a: {b: 1, b: 2}\n", False),
        ("a: {b: [1]}\n", False),
        ("a:\n- 가\n- b: 1\n  c: 2\nd: 3\n", True),
        ("a:\n  b:\n    - c:\n        d: 가\n    - e:\n  f: 나\n", True),
        ("a:\n- 가\nb: 1\n- 나\n", False),
        ("a:\n    b: 1\n  c: 2\n", False),
        ("a: 가\n  나\n", False),
        ("a: 가\n  b: 나\n", False),
        ("a:\n  - >-\n    가\n    나\n  - |-\n    다\n\n    라\n", True),
        ("a: |\n  가\n\n\nb: >\n  나\n  다\n", True),
        ("a: >-\n  가\n    나\n", False),
        ("a: >-\n\n  가\n", False),
        ("a: >-\n  가 \n  나\n", False),
        ("a: >-\n  # 가\n# 나\nb: 1\n", True),
        ("a: |+\n  가\n", False),
        ("a: |2\n  가\n", False),
        ("- a: 1\n", False),
        ("  a: 1\n", False),
        ("a:  1\n", False),
        ("a: 1 \n", False),
        ("a: 가:\n", False),
        ("- \n", False),
        ("a:\n  - - 1\n", False),
        ("a:\n  - b:c\n", False),
        ("title: 가", False),
        ("a: " + "[" * 200_000, False),
        ("a: 1\na: 2\n", False),
        ("a: &x 1\nb: *x\n", False),
        ("a: !!str 1\n", False),
        ("? [a]\n: 1\n", False),
        ("<<: 가\n", False),
        (": 가\n", False),
        ('title: "가\n  budget: 3"\n', False),
        ("title: 가 #나\n", False),
        ("%YAML 1.1\n---\ntitle: 가\n", False),
    ],
)
def test_what_goes_the_quick_way(text: str, is_quick: bool) -> None:
    assert agree(text.encode()) is is_quick
