"""Words in several spans stay whole, and data leave out what is as usual."""

import pytest

from ondongne.publications.booklet.blocks import Bar, Heading, Paragraph, Span, Spans
from ondongne.publications.booklet.words import as_data, whole_words


def shape(spans: Spans) -> list[str]:
    """Spans as text, with those joined into a word between brackets."""
    found = []
    for item in whole_words(spans):
        text = "|".join(part.get("text") or f"^{part['cite']}" for part in item.get("word", [item]))
        found.append(f"[{text}]" if "word" in item else text)
    return found


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), []),
        ((Span("한 해를 보냅니다."),), ["한 해를 보냅니다."]),
        ((Span("위원 477명"), Span(cite=1)), ["위원 ", "[477명|^1]"]),
        ((Span("위원 477명"), Span(cite=1), Span(cite=2), Span(" 모두")), ["위원 ", "[477명|^1|^2]", " 모두"]),
        ((Span("반찬 "), Span("나눔", strong=True), Span("을 했습니다")), ["반찬 ", "[나눔|을]", " 했습니다"]),
        ((Span("반찬 나눔"), Span(" 기준", note=True)), ["반찬 나눔", " 기준"]),
        ((Span("앞"), Span("\n"), Span("뒤")), ["앞", "\n", "뒤"]),
    ],
)
def test_no_line_can_end_inside_a_word_of_several_spans(spans: Spans, expected: list[str]) -> None:
    assert shape(spans) == expected


def test_data_say_what_they_are_and_leave_out_the_usual() -> None:
    assert as_data(Heading("앞선 일")) == {"is": "heading", "text": "앞선 일"}
    assert as_data(Bar("가구", "48가구", "50가구", 0))["reached"] == 0


def test_links_stay_only_where_they_lead_somewhere() -> None:
    block = Paragraph((Span("나래동", to="garam/narae"), Span(", "), Span("윤슬동", to="garam/yunseul")))
    spans = as_data(block, {"garam/narae"})["spans"]
    assert spans == [
        {"word": [{"text": "나래동", "to": "garam/narae"}, {"text": ","}]},
        {"text": " "},
        {"text": "윤슬동"},
    ]
