"""What is added up and what is not: tests/towns/figures, and small changes to it."""

from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from ondongne.outcomes.figures import Total, city_total, highlights, total, year_counts
from ondongne.outcomes.graph import Outcomes
from ondongne.records.year import Year
from tests.outcomes.towns import outcomes, with_files

Told = tuple[str, int | None, int, list[str]] | None


@pytest.fixture(scope="module")
def town() -> Outcomes:
    return outcomes("figures")


def told(found: Total | None) -> Told:
    """Text of the value, target, how many are missing, and where the parts come from."""
    if found is None:
        return None
    target = None if found.target is None else int(found.target)
    return found.text, target, found.missing, [entry.id.removeprefix("garam/") for entry, _ in found.parts]


def changed(project: Path, files: dict[str, str]) -> Outcomes:
    return Outcomes(with_files(project, {f"garam/{name}.yml": text for name, text in files.items()}, base="figures"))


PROJECTS = ["narae/2025/projects/birthday", "narae/2025/projects/laundry"]


@pytest.mark.parametrize(
    ("home", "metric", "expected"),
    [
        # Projects add up, the latest of two values counts, about stays about, and the year's own target stands.
        ("garam/narae/2025", "households", ("50여 가구", 60, 1, PROJECTS)),
        # A recorded figure is not added to anything.
        ("garam/narae/2024", "households", ("41가구", None, 0, ["narae/2024"])),
        # A year's own count stands for the figure of that name, the preferred account of a conflict once.
        ("garam/narae/2025", "members", ("20명", None, 0, ["narae/2025"])),
        ("garam/yunseul/2025", "members", ("18명", None, 0, ["yunseul/2025"])),
        # Per cents do not add over projects, not even one.
        ("garam/narae/2025", "satisfied", None),
        ("garam/yunseul/2025", "satisfied", ("88%", None, 0, ["yunseul/2025"])),
        ("garam/narae/2025", "visits", ("71회", None, 0, PROJECTS)),
        # Nothing is known, or nothing declared.
        ("garam/mulbit/2025", "households", None),
        ("garam/narae/2025", "meetings", None),
        ("nowhere/2025", "members", None),
    ],
)
def test_total_of_a_council_year(town: Outcomes, home: str, metric: str, expected: Told) -> None:
    assert told(total(town, home, metric)) == expected


@pytest.mark.parametrize(
    ("year", "metric", "expected"),
    [
        # One council of three is missing beside the one planned project.
        (2025, "households", ("약 62가구", None, 2, [*PROJECTS, "yunseul/2025"])),
        (2025, "members", ("38명", None, 1, ["narae/2025", "yunseul/2025"])),
        (2024, "households", ("41가구", None, 2, ["narae/2024"])),
        # Councils reached some, but it does not add over councils.
        (2025, "satisfied", None),
        (2025, "visits", None),
        (2023, "households", None),
    ],
)
def test_total_of_a_city_year(town: Outcomes, year: int, metric: str, expected: Told) -> None:
    assert told(city_total(town, "garam", year, metric)) == expected


def test_a_city_year_of_its_own(tmp_path: Path) -> None:
    year = "figures: [{metric: households, value: 75, target: 90}]\nmembers: 39\nstate: ready\n"
    town = changed(tmp_path, {"2025/year": year})
    assert told(city_total(town, "garam", 2025, "households")) == ("75가구", 90, 0, ["2025"])
    assert told(city_total(town, "garam", 2025, "members")) == ("39명", None, 0, ["2025"])
    assert told(total(town, "garam/2025", "households")) == ("75가구", 90, 0, ["2025"])


def test_a_city_year_with_a_target_of_its_own(tmp_path: Path) -> None:
    town = changed(tmp_path, {"2024/year": "figures: [{metric: households, target: 90}]\nstate: ready\n"})
    assert told(city_total(town, "garam", 2024, "households")) == ("41가구", 90, 2, ["narae/2024"])
    assert told(total(town, "garam/2024", "households")) == ("", 90, 0, ["2024"])


def test_projects_of_the_city_add_to_those_of_its_councils(tmp_path: Path) -> None:
    project = (
        "title: 시의 사업\nfigures:\n  - {metric: households, value: 9}\n  - {metric: visits, value: 5}\nstate: ready\n"
    )
    town = changed(tmp_path, {"2024/projects/bus": project, "2023/projects/bus": project})
    parts = ["narae/2024", "2024/projects/bus"]
    assert told(city_total(town, "garam", 2024, "households")) == ("50가구", None, 2, parts)
    # No council counted this, so the city's own is all there is.
    assert told(city_total(town, "garam", 2023, "visits")) == ("5회", None, 0, ["2023/projects/bus"])


def test_what_councils_reached_but_cannot_be_added_leaves_the_city_unknown(tmp_path: Path) -> None:
    project = "title: 시의 사업\nfigures: [{metric: visits, value: 5}]\nstate: ready\n"
    assert city_total(changed(tmp_path, {"2025/projects/bus": project}), "garam", 2025, "visits") is None


def test_targets_add_up_where_every_part_has_one(tmp_path: Path) -> None:
    plan = "title: 사업\nfigures: [{{metric: households, target: {target}}}]\nstate: ready\n"
    files = {f"mulbit/2025/projects/{name}": plan.format(target=target) for name, target in (("a", 10), ("b", 15))}
    town = changed(tmp_path, files)
    found = total(town, "garam/mulbit/2025", "households")
    assert told(found) == ("", 25, 0, ["mulbit/2025/projects/a", "mulbit/2025/projects/b"])
    assert found is not None
    assert found.value is None


def test_drafts_do_not_count(tmp_path: Path) -> None:
    project = "title: 빨래방\nfigures: [{metric: visits, value: 41}]\n"
    town = changed(tmp_path, {"narae/2025/projects/laundry": project})
    assert told(total(town, "garam/narae/2025", "visits")) == ("30회", None, 0, [PROJECTS[0]])


def test_highlights_come_in_the_order_of_the_city(town: Outcomes) -> None:
    assert [(found.label, found.text) for found in highlights(town, "garam", 2025)] == [
        ("위원", "38명"),
        ("도운 가구", "약 62가구"),
    ]
    assert highlights(town, "garam", 1999) == ()


def test_counts_of_a_year_have_their_labels_and_units(town: Outcomes) -> None:
    record = cast(Year, town.entries["garam/narae/2025"].record)
    assert [(count.field, count.label, count.text) for count in year_counts(record)] == [
        ("members", "위원 수", "20명"),
        ("meetings", "회의", "12회"),
    ]


def test_a_total_takes_the_unit_of_the_metric() -> None:
    found = Total("people", "도운 사람", "명", Decimal(80), None, about=True, parts=())
    assert found.text == "80여 명"
