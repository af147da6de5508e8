"""One style sheet for the whole site: the design's colours first, then every part that the theme has."""

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


def test_remarks_and_indents_are_left_out() -> None:
    assert lean("/* A remark. */\na {\n  color: red;\n}\n") == "\na {\ncolor: red;\n}\n"
