"""The fonts in the repository: they hold what records may write, and keep to their licence."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

THEME = Path(__file__).parents[2] / "theme"
PRINT = THEME / "booklet" / "fonts"
WEB = THEME / "site" / "assets" / "fonts"
FACES = THEME / "styles" / "fonts.css"

SYLLABLES = {chr(code) for code in range(0xAC00, 0xD7A4)}
# Records are read as NFC, which turns the code points for second readings into the common ones.
HANJA = {
    unicodedata.normalize("NFC", bytes((row, cell)).decode("euc-kr"))
    for row in range(0xCA, 0xFE)
    for cell in range(0xA1, 0xFF)
}
LETTERS = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x3131, 0x3164))} - {"\u00ad"}
SIGNS = set(
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈜㎡㎥㎞㎏℃№※·ㆍ•∙…–—―‘’“”「」『』〈〉《》【】〔〕、。∼～→←↑↓↔⇒■□●○◆◇▲△▼▽▶◀★☆☐☑✓✔×÷±≤≥≠₩％"
)
# Hangul and digits with a raised sign, as 가⁺ or m⁻²: the serif has none, so a booklet takes them from the sans.
RAISED = set("⁺⁻⁰¹²³⁴₀₁₂₃")

BOOKLET_FACES = {
    "OndongneSerif-Regular.otf": ("Ondongne Serif", 400, SYLLABLES | LETTERS | SIGNS | HANJA | {"溫"}),
    "OndongneSerif-SemiBold.otf": ("Ondongne Serif", 600, SYLLABLES | LETTERS | SIGNS | HANJA | {"溫"}),
    "OndongneSans-Regular.otf": ("Ondongne Sans", 400, SYLLABLES | RAISED),
    "OndongneSans-SemiBold.otf": ("Ondongne Sans", 600, SYLLABLES | RAISED),
    "OndongneSans-Bold.otf": ("Ondongne Sans", 700, SYLLABLES | RAISED),
}
SLICES = sorted(WEB.glob("*.woff2"))
FILES = [*(PRINT / name for name in BOOKLET_FACES), *SLICES]


def characters(path: Path) -> set[str]:
    return {chr(code) for code in TTFont(path).getBestCmap()}


def claims(rule: str) -> set[str]:
    """The characters of a rule's `unicode-range`."""
    reach = re.search(r"unicode-range:([^;}]+)", rule)
    assert reach is not None
    spans = [re.fullmatch(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", part) for part in reach[1].split(",")]
    return {chr(code) for span in spans if span for code in range(int(span[1], 16), int(span[2] or span[1], 16) + 1)}


@pytest.mark.parametrize(("name", "wanted"), [(name, face[2]) for name, face in BOOKLET_FACES.items()])
def test_no_glyph_is_missing_in_print(name: str, wanted: set[str]) -> None:
    assert "".join(sorted(wanted - characters(PRINT / name))) == ""


@pytest.mark.parametrize(("name", "family", "weight"), [(name, *face[:2]) for name, face in BOOKLET_FACES.items()])
def test_family_and_weight_are_found_by_the_typesetter(name: str, family: str, weight: int) -> None:
    font = TTFont(PRINT / name)
    assert (font["name"].getDebugName(16), font["OS/2"].usWeightClass) == (family, weight)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_font_bears_a_reserved_name(path: Path) -> None:
    font = TTFont(path)
    names = [str(record) for record in font["name"].names if record.nameID in {1, 3, 4, 6, 16, 18, 21, 25}]
    if "CFF " in font:
        outlines = font["CFF "].cff
        names += [*outlines.fontNames, outlines.topDictIndex[0].FullName, outlines.topDictIndex[0].FamilyName]
    assert names
    assert [name for name in names if "Ondongne" not in name or re.search("pretendard|noto", name, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_licence_is_named_inside_and_lies_beside(path: Path) -> None:
    family = TTFont(path)["name"].getDebugName(16).replace(" ", "")
    text = (path.parent / f"OFL-{family}.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert TTFont(path)["name"].getDebugName(0) in text
    assert "SIL Open Font License, Version 1.1" in TTFont(path)["name"].getDebugName(13)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("OndongneSans", "Copyright (c) 2021, Kil Hyung-jin (https://github.com/orioncactus/pretendard),\n"),
        ("OndongneSans", "with Reserved Font Name Pretendard.\n"),
        ("OndongneSerif", "(c) 2017-2024 Adobe (http://www.adobe.com/)."),
        ("OndongneSerif", "Copyright 2012 Google Inc. All Rights Reserved.\n"),
    ],
)
def test_copyright_lines_are_kept(name: str, line: str) -> None:
    assert line in (PRINT / f"OFL-{name}.txt").read_text("utf-8")


def test_slices_share_no_character_and_hold_every_syllable() -> None:
    held = Counter(character for path in SLICES for character in characters(path))
    assert [character for character, times in held.items() if times > 1] == []
    assert SYLLABLES - set(held) == set()


def test_the_core_slice_holds_what_every_page_writes() -> None:
    assert set("온동네 지역사회보장협의체 2025년 1,250만 원(50%) 이웃·나눔 「밑반찬」 ① 온도 3℃ … →") <= characters(
        WEB / "sans-core.woff2"
    )


def test_the_style_sheet_sends_every_character_to_the_slice_that_has_it() -> None:
    asked: dict[str, str] = {}
    for rule in FACES.read_text("utf-8").split("@font-face")[1:]:
        [file] = re.findall(r'url\("\.\./fonts/([^"]+)"\)', rule)
        asked.update(dict.fromkeys(claims(rule), file))
    held = {character: path.name for path in SLICES for character in characters(path)}
    assert {character: file for character, file in held.items() if asked.get(character) != file} == {}
    assert set(asked.values()) == {path.name for path in SLICES}


def test_every_slice_varies_as_the_style_sheet_says() -> None:
    rules = FACES.read_text("utf-8").split("@font-face")[1:]
    wanted = '{font-family:"Ondongne Sans";font-weight:400 800;font-display:swap;'
    assert [rule for rule in rules if not rule.startswith(wanted)] == []
    axes = {(axis.axisTag, axis.minValue, axis.maxValue) for path in SLICES for axis in TTFont(path)["fvar"].axes}
    assert axes == {("wght", 400, 800)}


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 15_000_000
    assert (WEB / "sans-core.woff2").stat().st_size < 85_000
