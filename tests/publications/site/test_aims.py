"""What was aimed at and what came of it, on a project's page and on that of its year."""

from pathlib import Path

import pytest

from tests.publications.site.towns import Read, rendered, written

YEAR = "garam/narae/2025"
TEA = f"{YEAR}/projects/tea"
BASE = {
    "garam/city": "name: 가람시\nmetrics: {calls: {label: 안부 전화, unit: 통}, meals: {label: 나눈 끼니, unit: 끼}}",
    "garam/narae/council": "name: 나래동",
}


def text(tmp_path: Path, url: str, **projects: str) -> str:
    records = {f"{YEAR}/projects/{name}": f"title: {name}\n{figures}" for name, figures in projects.items()}
    return Read(rendered(written(tmp_path, BASE | records), f"{url}/")).text


def calls(written: str) -> str:
    return f"figures: [{{metric: calls, {written}}}]"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("value: 90, target: 100", "90통 목표 100통의 90%"),
        ("value: 1999, target: 2000", "1,999통 목표 2,000통의 99%"),
        ("value: 2000, target: 2000", "2,000통 목표 2,000통의 100%"),
        ("value: 250, target: 100", "250통 목표 100통의 250%"),
        ("value: 80, target: 100, about: true", "80여 통 목표 100통의 약 80%"),
        ("target: 100", "목표 100통, 실적은 기록에 없습니다"),
        ("value: 0, target: 100", "0통 목표 100통의 0%"),
    ],
)
def test_a_project_says_how_far_it_came(tmp_path: Path, figure: str, said: str) -> None:
    page = text(tmp_path, TEA, tea=calls(figure))
    assert f"목표와 실적 안부 전화 {said}" in page
    assert "목표가 기록에 없음" not in page


def test_a_project_says_which_figures_have_no_target(tmp_path: Path) -> None:
    assert "목표가 기록에 없음: 안부 전화" in text(tmp_path, TEA, tea=calls("value: 9"))
    assert "목표와 실적" not in text(tmp_path, TEA, tea=calls("value: 9"))
    both = "figures: [{metric: calls, value: 9, target: 9}, {metric: meals, value: 4}]"
    assert "목표가 기록에 없음: 나눈 끼니" in text(tmp_path, TEA, tea=both)


def test_a_bar_is_never_longer_than_its_whole(tmp_path: Path) -> None:
    files = BASE | {TEA: f"title: 찻집\n{calls('value: 250, target: 100')}"}
    assert '<rect class="bar-part" width="100"' in rendered(written(tmp_path, files), f"{TEA}/")


def test_a_year_sums_up_what_its_projects_aimed_at(tmp_path: Path) -> None:
    page = text(
        tmp_path,
        YEAR,
        garden=calls("value: 120, target: 100"),
        laundry=calls("value: 999, target: 1000"),
        repair=calls("target: 7"),
        tea=calls("value: 5"),
        walk="summary: 걷습니다.",
    )
    assert (
        "목표와 실적 사업이 적은 목표 3개 가운데 실적이 목표만큼 되거나 넘은 것이 1개입니다."
        " 1개는 실적이 기록에 없습니다. garden 안부 전화 목표 100통, 실적 120통 120%"
        " laundry 안부 전화 목표 1,000통, 실적 999통 99% repair 안부 전화 목표 7통, 실적은 기록에 없음"
        " 목표가 기록에 없는 사업: tea, walk"
    ) in page


def test_a_year_without_results_or_targets_claims_nothing(tmp_path: Path) -> None:
    assert "목표 1개 가운데 실적이 적힌 것은 아직 없습니다." in text(tmp_path, YEAR, tea=calls("target: 7"))
    assert "목표" not in text(tmp_path / "none", YEAR, tea=calls("value: 7"))
