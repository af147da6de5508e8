"""Charts draw what they say, and nothing where there is nothing to compare."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from ondongne.paths import theme_folder
from ondongne.publications.charts import ROLES, Chart, Point, chart, on_paper, svg
from ondongne.publications.design import read_design

CLASSES = {role: f'class="{role}"' for role in ROLES}
SVG = "{http://www.w3.org/2000/svg}"


def points(*values: str, unit: str = "명") -> list[Point]:
    return [Point(f"{2021 + at}년", Decimal(value), f"{value}{unit}") for at, value in enumerate(values)]


def drawn(*values: str, unit: str = "명", in_time: bool = True) -> Chart:
    found = chart("위원 수", points(*values, unit=unit), in_time=in_time)
    assert found is not None
    return found


@pytest.mark.parametrize("values", [(), ("17",), ("0", "0")])
def test_one_number_or_none_is_no_chart(values: tuple[str, ...]) -> None:
    assert chart("위원 수", points(*values)) is None


def test_a_chart_says_in_words_what_it_draws() -> None:
    made = drawn("17", "19")
    assert made.description == "위원 수: 2021년 17명, 2022년 19명"
    root = ElementTree.fromstring(svg(made, CLASSES))
    assert [root.findtext(f"{SVG}{name}") for name in ("title", "desc")] == ["위원 수", made.description]
    assert [text.text for text in root.iter(f"{SVG}text")] == ["17명", "2021년", "19명", "2022년"]


@pytest.mark.parametrize(("unit", "side"), [("명", "height"), ("만 1,000원을 모두", "width")])
def test_bars_are_as_long_as_their_values(unit: str, side: str) -> None:
    root = ElementTree.fromstring(svg(drawn("10", "20", "5", unit=unit), CLASSES))
    lengths = [float(bar.attrib[side]) for bar in root.iter(f"{SVG}rect")]
    assert [round(length / max(lengths), 2) for length in lengths] == [0.5, 1, 0.25]


def test_only_the_newest_of_years_stands_out_and_every_one_of_parts() -> None:
    def roles(made: Chart) -> list[str]:
        return [bar.attrib["class"] for bar in ElementTree.fromstring(svg(made, CLASSES)).iter(f"{SVG}rect")]

    assert roles(drawn("1", "2", "3")) == ["bar", "bar", "latest"]
    assert roles(drawn("1", "2", in_time=False)) == ["latest", "latest"]


def test_a_long_label_leaves_room_for_its_value() -> None:
    long = "사회복지공동모금회 지정기탁 이웃 나눔 사업비와 후원금"
    made = chart("재원", [Point(long, Decimal(9), "1억 2,345만 원"), Point("시비", Decimal(2), "2원")], in_time=False)
    assert made is not None
    for text in (8, 10.5):
        root = ElementTree.fromstring(svg(made, CLASSES, text))
        label, *others = [node.text or "" for node in root.iter(f"{SVG}text")]
        assert label.endswith("…") and long.startswith(label[:-1]) and len(label) > 6
        assert others == ["1억 2,345만 원", "시비", "2원"]
        assert long in (root.findtext(f"{SVG}desc") or "")


def test_hostile_text_stays_text() -> None:
    evil = '<script>alert(1)</script>"&'
    made = chart(evil, [Point(evil, Decimal(1), evil), Point("나", Decimal(2), "2")])
    assert made is not None
    root = ElementTree.fromstring(svg(made, CLASSES))
    assert root.findtext(f"{SVG}title") == evil
    assert [child.tag for child in root.iter() if "script" in child.tag] == []


def test_paper_paints_every_part_in_the_tokens_colours() -> None:
    design = read_design(theme_folder())
    paint = on_paper(design, "#1F4E79")
    assert set(paint) == set(ROLES)
    assert "#1F4E79" in paint["latest"] and design.light["text"] in paint["value"]
