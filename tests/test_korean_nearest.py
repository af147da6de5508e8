"""Near misses and what they stand for."""

import unicodedata

import pytest

from ondongne.korean import nearest

FIELDS = ("title", "budget", "spent", "audience", "learned_from", "when", "id", "as_of")
PLACES = ("나래동", "가람1동", "새터말동", "지역사회보장협의체", "노인", "아동", "청소년")


@pytest.mark.parametrize(
    ("word", "options", "meant"),
    [
        ("budgt", FIELDS, "budget"),
        ("bugdet", FIELDS, "budget"),
        ("Budget", FIELDS, "budget"),
        ("budget", FIELDS, "budget"),
        ("learned-from", FIELDS, "learned_from"),
        ("audeince", FIELDS, "audience"),
        ("titel", FIELDS, "title"),
        ("spend", FIELDS, "spent"),
        ("ID", FIELDS, "id"),
        ("on", FIELDS, None),
        ("photos", FIELDS, None),
        ("x", FIELDS, None),
        ("", FIELDS, None),
        ("budget", (), None),
        ("나래둥", PLACES, "나래동"),
        ("날래동", PLACES, "나래동"),
        ("가랑1동", PLACES, "가람1동"),
        ("새터멀동", PLACES, "새터말동"),
        ("지역사회보장협의회", PLACES, "지역사회보장협의체"),
        ("노안", PLACES, "노인"),
        ("청소넌", PLACES, "청소년"),
        ("은하수마을", PLACES, None),
        (unicodedata.normalize("NFD", "나래둥"), PLACES, "나래동"),
        ("b" * 100_000, ("b" * 99_999,), None),
        ("bat", ("cat", "bar", "hat"), "bar"),
        ("bat", ("hat", "cat", "bar"), "bar"),
        ("2052", ("2025", "2050"), "2025"),
    ],
)
def test_nearest(word: str, options: tuple[str, ...], meant: str | None) -> None:
    assert nearest(word, options) == meant


def slips_of(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return (
        {head + "x" + tail for head, tail in cuts}
        | {head + tail[1:] for head, tail in cuts}
        | {head + "x" + tail[1:] for head, tail in cuts}
        | {head + tail[1::-1] + tail[2:] for head, tail in cuts}
    )


@pytest.mark.parametrize("word", ["learned_from", "audience", "new"])
def test_any_single_slip_is_forgiven(word: str) -> None:
    options = ("learned_from", "audience", "new", "as_of")
    assert {nearest(slip, options) for slip in slips_of(word)} == {word}


def test_two_slips_are_forgiven_in_six_letters_but_not_in_five() -> None:
    assert nearest("bxdgxt", ["budget"]) == "budget"
    assert nearest("txtxe", ["title"]) is None


def test_one_slip_is_too_many_in_two_letters() -> None:
    assert nearest("oc", ["on"]) is None
