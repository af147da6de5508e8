"""Texts stand in lines before they are set; what of a booklet's data is broken, and where."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from ondongne.publications.booklet.justifying import TWO_COLUMNS_FROM, Page
from ondongne.publications.booklet.lines import Column, ragged_lines
from ondongne.publications.booklet.printing_trims import TRIMS
from ondongne.publications.lettering import Face, ems
from ondongne.records.vocabulary import Size

FONTS = Path(__file__).parents[3] / "theme" / "booklet" / "fonts"
SIZES = {"text": 10.0, "small": 8.0, "caption": 7.5, "h2": 15.0, "h3": 12.0, "display": 38.0}
PAGE = Page(TRIMS[Size.A4], SIZES)
EVEN = " ".join(["가나다라마"] * 30)
TORN = " ".join(["가나다라마바사아자차카타파하"] * 9)


def made(block: dict[str, Any], before: str = "") -> dict[str, Any]:
    blocks = [{"is": before, "spans": []}, block] if before else [block]
    found: dict[str, Any] = PAGE.chapters({"fronts": [], "chapters": [{"blocks": blocks}]})["chapters"][0]["blocks"][-1]
    return found


def lines(spans: list[dict[str, Any]]) -> list[str]:
    def text(span: dict[str, Any]) -> str:
        return "".join(map(text, span["word"])) if "word" in span else str(span.get("text", "*"))

    return "".join(map(text, spans)).replace("\u2028", "\n").split("\n")


@pytest.mark.parametrize("face", list(Face))
def test_widths_are_those_of_the_face(face: Face) -> None:
    font = TTFont(FONTS / face)
    names, advances = font.getBestCmap(), font["hmtx"].metrics
    syllables = {advances[names[code]][0] for code in range(0xAC00, 0xD7A4)}
    assert len(syllables) == 1  # so that one is measured for all
    for char in "가힣 .,·“”()0aW%":
        assert ems(face, char) == pytest.approx(advances[names[ord(char)]][0] / font["head"].unitsPerEm, abs=0.002)


def test_what_a_face_lacks_is_as_wide_as_in_the_other() -> None:
    assert ems(Face.SANS, "溫") == ems(Face.SERIF, "溫") == 1.0


def test_a_paragraph_stands_in_lines_that_fill_its_column() -> None:
    found = made({"is": "paragraph", "spans": [{"text": EVEN}]})
    assert found["spans"][0]["text"].count("\u2028") == len(lines(found["spans"])) - 1 > 3
    assert " ".join(lines(found["spans"])) == EVEN
    assert {len(line) for line in lines(found["spans"])[:-1]} == {41}


def test_what_no_hair_evens_is_ragged() -> None:
    found = made({"is": "paragraph", "spans": [{"text": TORN}]})
    assert found["ragged"] and "\u2028" not in found["spans"][0]["text"]
    assert lines(found["spans"])[0] == TORN[:29]


def test_a_word_of_several_spans_stays_on_one_line_and_spaces_between_spans_are_places_to_break() -> None:
    spans = [{"text": EVEN[:180] + " "}, {"word": [{"text": "가나다", "strong": True}, {"cite": 1}]}, {"text": " 끝"}]
    found = made({"is": "paragraph", "spans": spans})
    assert " ".join(lines(found["spans"])) == EVEN[:180] + " 가나다* 끝"
    assert found["spans"][-2]["word"] == spans[1]["word"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("연락처 가나다라마 가상로 1, 2층 가나다라마바사", ["연락처 가나다라마", "가상로 1, 2층", "가나다라마바사"]),
        ("연락처 가나다라마 가상골 1, 2층 가나다라마바사", ["연락처 가나다라마 가상골", "1, 2층 가나다라마바사"]),
    ],
)
def test_no_line_parts_a_street_from_the_number_of_a_house(text: str, expected: list[str]) -> None:
    column = Column(Face.SERIF, 10.0, 11.6)
    assert lines(ragged_lines([{"text": text}], column)) == expected


def test_opening_signs_hang_out_where_lines_begin() -> None:
    found = made({"is": "paragraph", "spans": [{"text": " ".join(["“가나다라마”"] * 15)}]})
    assert [line[0] for line in lines(found["spans"])] == ["“"] * len(lines(found["spans"]))
    assert [span["out"] for span in found["spans"]] == [0.22] * len(lines(found["spans"]))
    indented = made({"is": "paragraph", "spans": [{"text": "“가나다라마”"}]}, before="paragraph")
    assert indented["spans"] == [{"text": "“가나다라마”"}]


def test_a_line_that_the_text_ends_itself_begins_another() -> None:
    spans = [{"text": EVEN[:60]}, {"text": "\n"}, {"text": "끝"}]
    found = made({"is": "paragraph", "spans": spans})
    assert found["ragged"] and lines(found["spans"])[-1] == "끝"
    assert lines(made({"is": "lead", "spans": spans[1:] * 2000})["spans"]) == ["", *["끝"] * 2000]


@pytest.mark.parametrize(
    ("block", "broken"),
    [
        ({"is": "lead", "spans": [{"text": EVEN}]}, lambda found: found["spans"]),
        ({"is": "items", "items": [[{"text": EVEN}]]}, lambda found: found["items"][0]),
        ({"is": "items", "ordered": True, "items": [[{"text": EVEN}]]}, lambda found: found["items"][0]),
        ({"is": "facts", "rows": [{"label": "대상", "lines": [[{"text": EVEN}]]}]}, lambda f: f["rows"][0]["lines"][0]),
        ({"is": "numbers", "numbers": [{"about": [{"text": EVEN}]}]}, lambda found: found["numbers"][0]["about"]),
        ({"is": "bar", "about": [{"text": EVEN}]}, lambda found: found["about"]),
        ({"is": "remark", "lines": [[{"text": EVEN}]]}, lambda found: found["lines"][0]),
        ({"is": "references", "items": [[{"text": EVEN}]]}, lambda found: found["items"][0]),
    ],
)
def test_all_text_of_a_known_width_stands_in_lines(block: dict[str, Any], broken: Any) -> None:
    found = lines(broken(made(block)))
    assert len(found) > 2 and " ".join(found) == EVEN


def test_many_sources_stand_in_two_columns() -> None:
    few, many = ([[{"text": EVEN}]] * number for number in (TWO_COLUMNS_FROM - 1, TWO_COLUMNS_FROM))
    one, two = (made({"is": "references", "items": items}) for items in (few, many))
    assert (one["columns"], two["columns"]) == (1, 2)
    assert len(lines(one["items"][0])) < len(lines(two["items"][0]))


def test_footnotes_stand_in_lines_behind_their_numbers() -> None:
    note = PAGE.footnotes({"footnotes": [[{"text": EVEN}]]})["footnotes"][0]
    assert len(lines(note)) > 2 and " ".join(lines(note)) == EVEN


def test_titles_on_the_cover_stand_in_lines_of_about_one_length() -> None:
    cover = {"title": "2025년 가람시 이웃들의 이야기", "subtitle": "모은 책", "year": "2025년"}
    titled = {"title": "2025년 가람시\n이웃들의 이야기", "subtitle": "모은 책", "year": "2025년"}
    assert PAGE.covered({"cover": cover})["cover"] == titled


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ({"text": "나래 골목 밥상", "anchor": "garam"}, None),
        ({"text": EVEN[:35], "anchor": "garam"}, [EVEN[:17], EVEN[18:35]]),
        ({"text": EVEN[:27], "anchor": "garam"}, None),
        ({"text": EVEN[:27], "anchor": "garam", "level": 2}, [EVEN[:11], EVEN[12:27]]),
        ({"text": f"{EVEN[:29]} 협약", "anchor": "garam"}, [EVEN[:17], f"{EVEN[18:29]} 협약"]),
        ({"text": EVEN[:35]}, None),  # a label of a word or two
    ],
)
def test_titles_of_records_stand_in_lines_of_about_one_length(heading: dict[str, Any], lines: list[str] | None) -> None:
    assert made({"is": "heading", **heading}).get("lines") == lines


def test_what_has_no_known_width_is_left_to_the_typesetter() -> None:
    quotation = {"is": "quotation", "spans": [{"text": EVEN}]}
    assert made(quotation) == quotation
