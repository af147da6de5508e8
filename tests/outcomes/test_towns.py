"""Invented towns that say what no source sheet says: they are read, found valid, and mean what they say."""

from typing import TypeVar, cast

import pytest

from ondongne.outcomes.graph import Outcomes
from ondongne.records.agreement import Agreement
from ondongne.records.award import Award
from ondongne.records.council import Council
from ondongne.records.event import Event
from ondongne.records.milestone import Milestone
from ondongne.records.organisation import Organisation
from ondongne.records.project import Project
from ondongne.records.quantities import Count
from ondongne.records.record import Record
from tests.outcomes.towns import TOWNS, outcomes, report, town

R = TypeVar("R", bound=Record)


def record(found: Outcomes, id_: str, model: type[R]) -> R:
    entry = found.entries[f"garam/{id_}"]
    assert isinstance(entry.record, model)
    return entry.record


def texts(counts: list[Count | None]) -> list[str]:
    return [cast(Count, count).text() for count in counts]


@pytest.mark.parametrize("name", sorted(path.name for path in TOWNS.iterdir()))
def test_towns_are_valid(name: str) -> None:
    assert report(town(name)) == ""
    assert set(outcomes(name).entries) == set(town(name).entries)


def test_the_same_award_two_years_running() -> None:
    awards = outcomes("awards")
    later = record(awards, "narae/2025/awards/sharing", Award)
    earlier = (
        awards.follow(awards.entries["garam/narae/2025/awards/sharing"], later.previous) if later.previous else None
    )
    assert earlier is awards.entries["garam/narae/2024/awards/sharing"]
    assert record(awards, "narae/2024/awards/sharing", Award).scheme == later.scheme
    assert later.criteria == ("새로 찾은 이웃의 수", "함께한 기관의 수")
    assert later.grounds == ("고시원을 집집이 찾아가 위기가구를 만났습니다.",)


def test_a_grade_on_which_the_source_disagrees_with_itself() -> None:
    grade = record(outcomes("awards"), "narae/2025/awards/sharing", Award).grade
    assert grade is not None
    assert (grade.value, [(other.value, other.note) for other in grade.others]) == ("최우수상", [("대상", "본문")])


def test_an_agreement_of_several_partners_under_a_programme_with_a_target_for_next_year() -> None:
    agreement = record(outcomes("agreement"), "narae/2025/agreements/good-neighbour-shops", Agreement)
    assert [(party.record or party.name, party.role) for party in agreement.parties] == [
        ("garam/narae", "이웃 추천"),
        ("garam/organisations/river-centre", "사례관리"),
        ("나래시장 상인회", "가게 모집"),
        ("가람은행 나래지점", "후원금 관리"),
    ]
    assert agreement.umbrella == "가람 온기 나눔"
    [goal] = agreement.goals
    assert (goal.text, texts([goal.count]), str(goal.by)) == ("이웃가게를 모읍니다.", ["30곳"], "2026년")


def test_an_organisation_that_grew_in_different_units() -> None:
    growth = record(outcomes("growth"), "organisations/care-cooperative", Organisation).growth
    assert [step.role for step in growth] == ["회원", "조합원", "돌봄 인력"]
    assert texts([step.count for step in growth]) == ["4명", "35가구", "80여 명"]


def test_a_pilot_that_began_in_a_month_with_its_staff() -> None:
    pilot = record(outcomes("growth"), "narae/2021/projects/night-care", Project)
    assert pilot.stage is not None
    assert (pilot.stage.label, str(pilot.period)) == ("시범", "2021년 3월부터")
    assert [(one.role, one.count.text() if one.count else None) for one in pilot.staff] == [
        ("간호사", "2명"),
        ("돌봄 인력", "10여 명"),
        ("운전 봉사자", None),
    ]


def test_sites_now_and_sites_planned() -> None:
    project = record(outcomes("growth"), "narae/2021/projects/care-rooms", Project)
    [goal] = project.goals
    assert texts([project.sites, goal.count]) == ["2곳", "4곳"]
    assert str(goal.by) == "2022년"


def test_a_region_with_its_centre_and_dongs() -> None:
    region = outcomes("region")
    city = region.cities[0]
    found = [
        (
            part.name,
            [getattr(region.follow(city, ref), "id", None) for ref in (*part.centres, *part.councils)],
        )
        for part in city.record.regions
    ]
    assert found == [
        ("강변권", ["garam/organisations/river-centre", "garam/narae", "garam/mulbit"]),
        ("산들권", ["garam/yunseul"]),
    ]


def test_a_reorganisation() -> None:
    milestone = record(outcomes("region"), "2024/milestones/welfare-bureau", Milestone)
    assert (milestone.before, milestone.after, len(milestone.parts)) == ("복지문화국", "복지국", 4)


def test_a_facility_with_its_rooms_and_staff_by_occupation() -> None:
    centre = record(outcomes("region"), "organisations/river-centre", Organisation)
    assert centre.rooms == ("상담실", "놀이치료실", "보호자 대기실")
    assert centre.staff_total is not None
    assert sum(cast(Count, one.count).value for one in centre.staff) == centre.staff_total.value.value


def test_members_counted_in_different_years() -> None:
    members = record(outcomes("region"), "narae", Council).members
    assert [(one.value.text("명"), str(one.value.as_of)) for one in members] == [
        ("18명", "2020년 12월"),
        ("24명", "2025년 12월"),
    ]


def test_an_event_whose_counts_the_source_leaves_out_declares_the_vision_of_the_next_year() -> None:
    garam = outcomes("garam")
    event = record(garam, "2025/events/outcome-sharing", Event)
    [vision] = garam.cities[0].record.visions
    assert (event.attendance, event.appointments, vision.year) == (None, (), 2026)
    assert vision.declared_at is not None
    declared = garam.follow(garam.cities[0], vision.declared_at)
    assert declared is not None
    assert declared.record is event
