"""The data dictionary says in words what a field takes."""

import pytest

from ondongne.publications.site.dictionary import kinds

TAKES = {
    ("record", "summary"): "글, 160자까지",
    ("projects", "stage"): "예정 · 시범 · 진행 · 마침",
    (
        "projects",
        "period",
    ): "2025-12-10, 2025-12, 2025처럼 아는 데까지 또는 {on(날짜), derived(추정), as_written(원문 표현)}",
    ("editions", "size"): "A4 · B5 · 사륙배판 · 크라운판 · 신국판 · A5",
    ("editions", "year"): "정수, 1900~2999",
}


@pytest.mark.parametrize(("kind", "field"), TAKES)
def test_what_a_field_takes(kind: str, field: str) -> None:
    takes = {(table.slug, row.name): row.takes for table in kinds() for row in table.fields}
    assert takes[kind, field] == TAKES[kind, field]
