"""The fonts in the repository: they hold what records may write, and keep to their licence."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from ondongne.outcomes.rules.unprintable import printable
from ondongne.records.suspicions import RARE

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
# The source of the site's hanja lacks one of them, for which a reader's own font stands in.
WEB_HANJA = HANJA - {"隙"}
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


@pytest.mark.parametrize(
    ("slices", "wanted"),
    [("sans-*", SYLLABLES), ("hanja-regular-*", WEB_HANJA), ("hanja-bold-*", WEB_HANJA)],
)
def test_slices_share_no_character_and_hold_all_that_is_wanted(slices: str, wanted: set[str]) -> None:
    held = Counter(character for path in WEB.glob(f"{slices}.woff2") for character in characters(path))
    assert [character for character, times in held.items() if times > 1] == []
    assert wanted - set(held) == set()


def test_the_core_slice_holds_what_every_page_writes() -> None:
    assert set("온동네 지역사회보장협의체 2025년 1,250만 원(50%) 이웃·나눔 「반찬」 ① 온도 3℃ … →") <= characters(
        WEB / "sans-core.woff2"
    )


def test_the_style_sheet_sends_every_character_to_the_slice_that_has_it() -> None:
    """Only the core is asked in vain, which pages have fetched anyway."""
    held = {path.name: characters(path) for path in SLICES}
    sent: dict[tuple[str, str], str] = {}
    for rule in FACES.read_text("utf-8").split("@font-face")[1:]:
        [file] = re.findall(r'url\("\.\./fonts/([^"]+)"\)', rule)
        reached = claims(rule) & held[file] if file == "sans-core.woff2" else claims(rule)
        sent.update(dict.fromkeys(((face(file), character) for character in reached), file))
    wanted = {(face(file), character): file for file, characters in held.items() for character in characters}
    assert {character: file for character, file in wanted.items() if sent.get(character) != file} == {}
    assert set(sent.values()) == set(held)


def face(file: str) -> str:
    """The face that a slice is of: sans, hanja-regular or hanja-bold."""
    return "sans" if file.startswith("sans-") else file.rsplit("-", 1)[0]


@pytest.mark.parametrize(
    ("slices", "family", "weights", "axes"),
    [
        ("sans-", "Ondongne Sans", "400 800", {("wght", 400, 800)}),
        ("hanja-regular-", "Ondongne Hanja", "400 599", set()),
        ("hanja-bold-", "Ondongne Hanja", "600 800", set()),
    ],
)
def test_every_slice_is_of_the_weights_that_the_style_sheet_says(
    slices: str, family: str, weights: str, axes: set[tuple[str, int, int]]
) -> None:
    rules = [rule for rule in FACES.read_text("utf-8").split("@font-face")[1:] if f"/{slices}" in rule]
    wanted = f'{{font-family:"{family}";font-weight:{weights};font-display:swap;'
    assert rules
    assert [rule for rule in rules if not rule.startswith(wanted)] == []
    fonts = [TTFont(path) for path in WEB.glob(f"{slices}*.woff2")]
    varied = {
        (axis.axisTag, axis.minValue, axis.maxValue) for font in fonts if "fvar" in font for axis in font["fvar"].axes
    }
    assert varied == axes


def test_the_fonts_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES) < 16_000_000
    assert (WEB / "sans-core.woff2").stat().st_size < 110_000


def test_the_table_of_printable_characters_is_that_of_the_fonts() -> None:
    families: dict[str, list[set[str]]] = {}
    for name, (family, *_) in BOOKLET_FACES.items():
        families.setdefault(family, []).append(characters(PRINT / name))
    assert printable() == set[str]().union(*(set.intersection(*weights) for weights in families.values()))


def test_every_character_that_is_not_looked_up_is_printable() -> None:
    assert (
        "".join(char for char in map(chr, range(0x20, 0xFFFF)) if not RARE.match(char) and char not in printable())
        == ""
    )
