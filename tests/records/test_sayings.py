"""What councils really publish, and that the model can say it."""

from collections.abc import Callable
from typing import Any

import pytest

from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.event import Event
from ondongne.records.kinds import KINDS
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.visit import Visit
from ondongne.records.vocabulary import Audience, VisitStatus
from ondongne.records.year import Year
from tests.records.writing import read

GRADE = "{conflict: [{value: 최우수, source: 1}, {value: 우수, source: 1, note: 본문}], preferred: 2}"

SAYINGS: dict[str, tuple[type[Record], str, Callable[[Any], object], object]] = {
    "an event whose counts the source leaves out": (
        Event,
        "title: 성과공유회\ntype: 성과공유회\nappointments: [{title: 새 위원 위촉}]\n"
        "commendations: [{title: 시장 표창, grounds: [돌봄]}]\n",
        lambda it: (it.attendance, it.appointments[0].count, it.commendations[0].recipients),
        (None, None, ()),
    ),
    "a vision for the next year declared at it": (
        City,
        "name: 가람시\nvisions: [{year: 2026, slogan: 곁에 있는 이웃, declared_at: 2025/events/sharing}]\n",
        lambda it: (it.visions[0].year, str(it.visions[0].slogan), it.visions[0].declared_at.kinds),
        (2026, "곁에 있는 이웃", ("events",)),
    ),
    "a case that no dong can be given": (
        KINDS["stories"],
        "title: 비 갠 뒤\npresented_at: sharing\n",
        lambda it: (it.about, it.presented_at),
        ((), "sharing"),
    ),
    "a brand's project with several services, of which some name no audience": (
        Project,
        "title: 편한 e웃\nbrand: 비전e\nservices: [{name: 반찬, audience: [노인]}, {name: 빨래}, 말벗]\n",
        lambda it: [(service.name, service.audience) for service in it.services],
        [("반찬", (Audience.OLDER,)), ("빨래", ()), ("말벗", ())],
    ),
    "a volunteer group under a council": (
        Council,
        "name: 나래동\ngroups: [{name: 나래봉사단, volunteers: {value: 30, about: true, unit: 명}}]\n",
        lambda it: it.groups[0].volunteers.text(),
        "30여 명",
    ),
    "a visit on the 14th of an unknown month": (
        Visit,
        "title: 견학\nvisitor: 나래동\nhost: 윤슬동\nwhen: {on: 2025, derived: true, as_written: 14일}\n",
        lambda it: (str(it.when), it.when.as_written),
        ("2025년(추정)", "14일"),
    ),
    "practices heard, discussed, and what came of them later": (
        Visit,
        "title: 견학\nvisitor: 나래동\nhost: 윤슬동\nseen:\n  - garam/yunseul/practices/washing\n"
        "  - {practice: meals, status: 논의 중}\n"
        "  - {practice: door, status: 논의 중, later: [{status: 고쳐서 도입, on: 2025-09}], became: door}\n",
        lambda it: [seen.outcome for seen in it.seen],
        [None, VisitStatus.UNDER_DISCUSSION, VisitStatus.ADAPTED],
    ),
    "a council under a local name, its subcommittees, its members over the years, its team's dongs": (
        Council,
        "name: 나래동\nother_names: [{name: 행복키움추진단, years: 2012/2016}]\nsubcommittees: [발굴, 돌봄, 나눔]\n"
        "members: [{value: 17, as_of: 2012-12}, {value: 24, as_of: 2019}]\n"
        "team: {name: 맞춤형복지팀, area: [나래1동, 나래2동, 나래3동]}\n",
        lambda it: (
            str(it.other_names[0].years),
            len(it.subcommittees),
            [(str(count.value.as_of), count.value.text("명")) for count in it.members],
            len(it.team.area),
        ),
        ("2012~2016년", 3, [("2012년 12월", "17명"), ("2019년", "24명")], 3),
    ),
    "an award with criteria and grounds, won before, on whose grade the source disagrees with itself": (
        KINDS["awards"],
        f"title: 우수 협의체\ncriteria: [참여]\ngrounds: [발굴]\nprevious: best-2024\ngrade: {GRADE}\n",
        lambda it: (it.criteria, it.grounds, it.previous.kinds, it.grade.value, len(it.grade.others)),
        (("참여",), ("발굴",), ("awards",), "우수", 1),
    ),
    "a pilot that began in a month, its staff, two sites now and four more by 2022": (
        Project,
        "title: 방문 상담\nstage: 시범\nperiod: 2019-06/\nstaff: [상담원, {role: 간호사, count: 2}]\nsites: 2\n"
        "goals: [{text: 네 곳을 더 연다, count: {value: 4, unit: 곳}, by: 2022}]\n",
        lambda it: (str(it.period), len(it.staff), it.sites.text("곳"), it.goals[0].count.text(), str(it.goals[0].by)),
        ("2019년 6월부터", 2, "2곳", "4곳", "2022년"),
    ),
    "an organisation that grew, in different units": (
        KINDS["organisations"],
        "name: 나래돌봄\ngrowth:\n  - {role: 회원, count: {value: 4, unit: 명, as_of: 2012}}\n"
        "  - {role: 돌봄 인력, count: {value: 80, about: true, unit: 명}}\n",
        lambda it: [f"{step.role} {step.count.text()}" for step in it.growth],
        ["회원 4명", "돌봄 인력 80여 명"],
    ),
    "an agreement of several partners under an umbrella, to recruit next year": (
        KINDS["agreements"],
        "title: 협약\nparties: [나래동, {record: welfare, role: 추천}, 나래병원]\numbrella: 온동네 돌봄\n"
        "goals: [{text: 봉사자를 모은다, count: {value: 50, unit: 명}, by: 2026}]\n",
        lambda it: (len(it.parties), it.umbrella, str(it.goals[0].by)),
        (3, "온동네 돌봄", "2026년"),
    ),
    "a region with a welfare centre and its dongs": (
        City,
        "name: 가람시\nregions: [{name: 동부, councils: [narae, yunseul], centres: [welfare]}]\n",
        lambda it: [(ref, ref.kinds) for ref in (*it.regions[0].councils, *it.regions[0].centres)],
        [("narae", ("council",)), ("yunseul", ("council",)), ("welfare", ("organisations",))],
    ),
    "a reorganisation": (
        KINDS["milestones"],
        "title: 권역을 나누다\ntype: 조직 개편\non: 2019-01\nbefore: 한 곳\nafter: 네 권역\nparts: [동부, 서부]\n",
        lambda it: (it.type.label, it.before, it.after, it.parts),
        ("조직 개편", "한 곳", "네 권역", ("동부", "서부")),
    ),
    "a facility with its rooms and staff by occupation": (
        KINDS["organisations"],
        "name: 나래쉼터\nrooms: [상담실, 놀이방]\nstaff: [{role: 상담원, count: 3}, 조리사]\n",
        lambda it: (it.rooms, [(post.role, post.count and post.count.text("명")) for post in it.staff]),
        (("상담실", "놀이방"), [("상담원", "3명"), ("조리사", None)]),
    ),
    "a claim that only its source makes": (
        Project,
        "title: 빨래방\nclaims: [{text: 처음 열었다, scope: 전국, kind: 최초, source: 1}]\nsources: [소식지]\n",
        lambda it: (it.claims[0].kind.label, it.claims[0].source, list(it.all_faults())),
        ("최초", 1, []),
    ),
    "a year that is itself derived": (
        Year,
        "year: {on: 2017, derived: true, as_written: 지난해}\n",
        lambda it: it.heading,
        "2017년(추정)",
    ),
    "a text whose characters were lost at the source": (
        City,
        "name: 가람시\nvisions: [{year: 2026, slogan: {text: 온(溫)동네, as_written: 온()동네, restored: true}}]\n",
        lambda it: (str(it.visions[0].slogan), it.visions[0].slogan.as_written, list(it.all_faults())),
        ("온(溫)동네", "온()동네", []),
    ),
}


@pytest.mark.parametrize("saying", SAYINGS)
def test_the_model_can_say(saying: str) -> None:
    model, text, asked, answer = SAYINGS[saying]
    assert asked(read(model, text)) == answer
