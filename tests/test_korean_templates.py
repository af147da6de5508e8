"""Sentences with blanks."""

import pytest

from ondongne.korean import fill


@pytest.mark.parametrize(
    ("template", "values", "text"),
    [
        ("{x}", {"x": "나래"}, "나래"),
        ("{x}", {"x": 3}, "3"),
        ("빈칸 없음", {}, "빈칸 없음"),
        ("", {}, ""),
        ("{{x}} {x:을}", {"x": "LED"}, "{x} LED를"),
        ("{name:을} 찾을 수 없습니다.", {"name": "비전e"}, "비전e를 찾을 수 없습니다."),
        ("{name:으로/로} 갑니다.", {"name": "서울"}, "서울로 갑니다."),
        ("{n:은} 짝수입니다.", {"n": 10}, "10은 짝수입니다."),
        ("{amount:won}", {"amount": 32_000_000}, "32,000,000원"),
        (
            "집행액 {spent:won|이} 예산 {budget:won}보다 많습니다.",
            {"spent": 32_000_000, "budget": 30_000_000},
            "집행액 32,000,000원이 예산 30,000,000원보다 많습니다.",
        ),
        ("{n:count}", {"n": 1234}, "1,234"),
        ("{n:count|을}", {"n": 1234}, "1,234를"),
        ("{word:quote}", {"word": "온동네"}, "‘온동네’"),
        ("{word:quote|는} 없습니다.", {"word": "나눔"}, "‘나눔’은 없습니다."),
        ("{a:과} {b:이} {a:은}", {"a": "물", "b": "나래"}, "물과 나래가 물은"),
        ("{template:이}", {"template": "틀"}, "틀이"),
        ("{x:을}", {"x": "{y:won}"}, "{y:won}을"),
    ],
)
def test_fill(template: str, values: dict[str, object], text: str) -> None:
    assert fill(template, **values) == text


@pytest.mark.parametrize(
    "template",
    [
        *("{x.__class__}", "{x[0]}", "{x!r}", "{}", "{0}", "{missing}", "{x:{y}}"),
        *("{x:.2f}", "{x:dollar|을}", "{x:의}", "{x", "x}"),
    ],
)
def test_anything_but_plain_names_and_known_forms_is_refused(template: str) -> None:
    with pytest.raises(ValueError):
        fill(template, x=1, y="won")
