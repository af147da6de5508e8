"""Charts on pages draw what the tables behind them and the records say."""

import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.site.money import funds_of
from tests.publications.site.towns import Read, rendered, written

CITY = "name: 가람시\nmetrics: {calls: {label: 안부 전화, unit: 통, adds_over: [동]}}\nhighlights: [calls]"
COUNCIL = {"garam/city": CITY, "garam/narae/council": "name: 나래동"}
EVIL = "<b onclick=alert(1)>시비</b>"

Row = tuple[str, ...]


def calls(tmp_path: Path, **values: str) -> Outcomes:
    years = {f"garam/narae/{year[1:]}/year": f"figures: [{{metric: calls, {said}}}]" for year, said in values.items()}
    return written(tmp_path, COUNCIL | years)


def drawn(html: str) -> dict[str, list[Row]]:
    """What each chart of a page says under its title: labels with their values."""
    found = {}
    for figure in re.findall(r'<figure class="chart">.*?</figure>', html, re.DOTALL):
        title = unescape(re.findall(r"<title>(.*?)</title>", figure)[0])
        said = {
            role: [unescape(text) for text in re.findall(rf'<text class="chart-{role}"[^>]*>(.*?)</text>', figure)]
            for role in ("label", "value")
        }
        found[title] = list(zip(said["label"], said["value"], strict=True))
    return found


def table(html: str, name: str) -> list[Row]:
    """The rows of a table by the name of its region, without citations."""
    region = re.findall(rf'aria-label="{name}".*?</table>', html, re.DOTALL)[0]
    plain = re.sub(r"<sup.*?</sup>", "", region)
    rows = re.findall(r"<tr>(.*?)</tr>", plain, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows)
    return [tuple(unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row) for row in cells]


@pytest.mark.parametrize(("url", "name", "charts"), [("garam/narae/", "해마다의 수", 3), ("", "해마다의 수", 1)])
def test_charts_over_years_say_what_the_table_behind_them_says(
    tmp_path: Path, url: str, name: str, charts: int
) -> None:
    years = {"2022": "members: 17\nmeetings: 9", "2023": "members: {value: 20, about: true}", "2025": "meetings: 12"}
    more = {"2022": "value: 1200", "2023": "target: 10", "2025": "value: 980, about: true"}
    files = {
        f"garam/narae/{year}/year": f"{said}\nfigures: [{{metric: calls, {more[year]}}}]"
        for year, said in years.items()
    }
    html = rendered(written(tmp_path, COUNCIL | files), url)
    (_, *heads), *rows = table(html, name)
    behind = {label: list(zip(reversed(heads), reversed(values), strict=True)) for label, *values in rows}
    assert len(drawn(html)) == charts
    for title, points in drawn(html).items():
        assert points == [(year, value) for year, value in behind[title] if value != "기록 없음"]


def test_years_are_added_where_the_city_says_that_they_may_be(tmp_path: Path) -> None:
    metrics = "calls: {label: 안부 전화, unit: 통, adds_over: [동, 해]}, shops: {label: 가게, unit: 곳}"
    years = {"2022": "value: 1200", "2023": "target: 10", "2025": "value: 980, about: true"}
    files = {
        f"garam/narae/{year}/year": f"figures: [{{metric: calls, {said}}}, {{metric: shops, value: 3}}]"
        for year, said in years.items()
    }
    files["garam/city"] = f"name: 가람시\nmetrics: {{{metrics}}}\nhighlights: [calls, shops]"
    (_, *heads), *rows = table(rendered(written(tmp_path, COUNCIL | files), "garam/narae/"), "해마다의 수")
    assert heads == ["모두", "2025년", "2023년", "2022년"]
    assert [(label, said) for label, said, *_ in rows] == [("안부 전화", "2,180여 통 2개 연도만 더함"), ("가게", "–")]


def test_one_year_is_no_sum(tmp_path: Path) -> None:
    city = {"garam/city": CITY.replace("[동]", "[동, 해]")}
    outcomes = written(tmp_path, COUNCIL | city | {"garam/narae/2025/year": "figures: [{metric: calls, value: 9}]"})
    assert "모두" not in table(rendered(outcomes, "garam/narae/"), "해마다의 수")[0]


def test_columns_are_as_high_as_the_figures(tmp_path: Path) -> None:
    outcomes = calls(tmp_path, y2023="value: 30", y2024="value: 90, about: true", y2025="value: 60")
    totals = [Decimal(30), Decimal(90), Decimal(60)]
    for url in ("garam/narae/", ""):
        figure = re.findall(r'<figure class="chart">.*?</figure>', rendered(outcomes, url), re.DOTALL)[0]
        heights = [Decimal(height) for height in re.findall(r'height="([0-9.]+)"/>', figure)]
        assert [round(height / max(heights), 2) for height in heights] == [
            round(total / max(totals), 2) for total in totals
        ]
        assert drawn(figure)["안부 전화"] == [("2023년", "30통"), ("2024년", "90여 통"), ("2025년", "60통")]


@pytest.mark.parametrize("more", [{}, {"y2024": "target: 70"}])
def test_one_number_is_not_drawn(tmp_path: Path, more: dict[str, str]) -> None:
    outcomes = calls(tmp_path, y2025="value: 60", **more)
    assert [drawn(rendered(outcomes, url)) for url in ("garam/narae/", "", "garam/narae/2025/")] == [{}, {}, {}]


def test_money_is_drawn_by_fund_and_cites_its_sources(tmp_path: Path) -> None:
    money = "budget: [{value: 700, source: 시비}, {value: 200, source: 시비}, {value: 100, source: 후원금, cite: 2}]"
    year = f"{money}\nspent: 900\nsources: [결산서, 장부]"
    outcomes = written(tmp_path, COUNCIL | {"garam/narae/2025/year": year})
    html = rendered(outcomes, "garam/narae/2025/")
    assert drawn(html) == {"재원별 예산": [("시비", "900원"), ("후원금", "100원")]}
    assert table(html, "2025년 재원") == [
        ("", "예산", "쓴 돈"),
        ("시비", "900원", "기록 없음"),
        ("후원금", "100원", "기록 없음"),
        ("재원을 밝히지 않음", "기록 없음", "900원"),
        ("모두", "1,000원", "900원"),
    ]
    entry = outcomes.year("garam/narae", 2025)
    assert entry is not None and (funds := funds_of(entry)) is not None
    assert [piece.cite for pieces in funds.rows[1][1] for piece in pieces] == [0, 2]


def test_members_are_drawn_by_body_where_they_are_counted_alike(tmp_path: Path) -> None:
    bodies = "subcommittees: [{name: 나눔, members: 5}, {name: 돌봄, members: 7}, 발굴]"
    groups = "groups: [{name: 빵 굽는 모임, volunteers: 3}, {name: 밥집, volunteers: {value: 4, unit: 팀}}]"
    outcomes = written(tmp_path, COUNCIL | {"garam/narae/council": f"name: 나래동\n{bodies}\n{groups}"})
    assert drawn(rendered(outcomes, "garam/narae/")) == {"분과별 위원": [("나눔", "5명"), ("돌봄", "7명")]}


def test_hostile_labels_stay_text(tmp_path: Path) -> None:
    money = f"budget: [{{value: 2, source: '{EVIL}'}}, {{value: 1, source: 도비}}]"
    html = rendered(written(tmp_path, COUNCIL | {"garam/narae/2025/year": money}), "garam/narae/2025/")
    assert [label for label, _ in drawn(html)["재원별 예산"]] == [EVIL, "도비"]
    assert [tag for tag in Read(html).tags if "onclick" in tag[1]] == []
