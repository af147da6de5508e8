"""One style sheet for the whole site: the design's colours first, then every part that the theme has."""

import re

from ondongne.paths import theme_folder
from ondongne.publications.design import read_design
from ondongne.publications.site import stylesheet
from ondongne.publications.site.stylesheet import lean


def test_the_style_sheet_holds_the_design_and_every_part() -> None:
    design = read_design(theme_folder())
    made = stylesheet(design, {"garam": "홍화"})
    assert made.startswith(lean(design.css({"garam": "홍화"})))
    parts = sorted((theme_folder() / "styles").glob("*.css"))
    assert [part.name for part in parts if lean(part.read_text(encoding="utf-8")).strip() not in made] == []


def test_remarks_and_space_are_left_out() -> None:
    made = lean("/* A remark. */\nmain a, b {\n  margin: 0 1px;\n}\n")
    assert made == "\nmain a,b{margin: 0 1px;}"


def test_no_string_of_the_style_sheet_loses_a_space() -> None:
    made = "".join(part.read_text(encoding="utf-8") for part in (theme_folder() / "styles").glob("*.css"))
    strings = re.findall(r'"([^"\n]*)"', made)
    assert strings
    assert [string for string in strings if re.search("[{};,]", string)] == []
