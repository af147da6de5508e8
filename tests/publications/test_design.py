"""The tokens keep what they promise: readable colours, and a style sheet for every city."""

import pytest

from ondongne.paths import theme_folder
from ondongne.publications.design import Design, Dye, read_design
from ondongne.records.city import ACCENTS, RAMIE, contrast
from ondongne.records.vocabulary import Topic

DESIGN = read_design(theme_folder())


@pytest.mark.parametrize("scheme", [DESIGN.light, DESIGN.dark], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *(("text", "page"), ("text", "wash"), ("soft", "page"), ("soft", "wash"), ("text", "mark")),
        *(("accent", "page"), ("accent", "wash"), ("on-accent", "accent")),
    ],
)
def test_text_can_be_read(scheme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [DESIGN.light, DESIGN.dark], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["edge", "focus"])
def test_edges_and_focus_can_be_seen(scheme: dict[str, str], mark: str) -> None:
    assert contrast(scheme[mark], scheme["page"]) >= 3


@pytest.mark.parametrize("dye", DESIGN.dyes, ids=lambda dye: dye.slug)
def test_text_on_cloth_can_be_read(dye: Dye) -> None:
    for grounds, inks in ((dye.tints, dye.text), (dye.night, dye.night_text)):
        assert all(contrast(ink, ground) >= 4.5 for ink, ground in zip(inks, grounds, strict=True))


@pytest.mark.parametrize("written", [*ACCENTS, "#123456", "#7A1F1F", "#000000"])
def test_an_accent_reads_on_the_dark_page_too(written: str) -> None:
    accent = DESIGN.accent(written)
    assert contrast(accent.dark, DESIGN.dark["page"]) >= 4.5
    assert contrast(DESIGN.dark["on-accent"], accent.dark) >= 4.5


def test_the_tokens_agree_with_the_record_model() -> None:
    assert DESIGN.light["page"] == RAMIE
    assert {name: accent.light for name, accent in DESIGN.accents.items()} == ACCENTS


def test_every_topic_has_a_dye() -> None:
    assert set(DESIGN.topics) == {topic.value for topic in Topic}
    assert all(DESIGN.dye(slug) for slug in DESIGN.topics.values())


def test_the_style_sheet_colours_each_city_in_both_schemes() -> None:
    css = DESIGN.css({"garam": "홍화"})
    assert '[data-city="garam"] { --accent: #B5402E; --cover: #B5402E; }' in css
    assert ':root[data-scheme=dark] [data-city="garam"] { --accent: #F0A192; }' in css
    assert ".indigo-deep { --tone: var(--indigo-deep); --on-tone: var(--on-indigo-deep); }" in css
    light, *dark = css.split("@media")
    assert "--indigo-deep: #1F4E79; --on-indigo-deep: #FFFFFF;" in light
    assert all("--indigo-deep: #2D5F90; --on-indigo-deep: #FFFFFF;" in scheme for scheme in dark)
    assert "{}" not in css


def test_the_same_accents_give_the_same_bytes() -> None:
    first: Design = read_design(theme_folder())
    assert first.css({"b": "쪽", "a": "자초"}) == DESIGN.css({"a": "자초", "b": "쪽"})
