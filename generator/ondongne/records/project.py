"""사업: what a council or city did in one year, for whom, with what, and what came of it."""

from collections.abc import Iterator
from typing import ClassVar

from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Contact, Party
from ondongne.records.quantities import Count, Goal, Money, Staffing
from ondongne.records.record import Titled
from ondongne.records.text import Line, PracticeRef, ProjectRef, Prose
from ondongne.records.vocabulary import Audience, Stage
from ondongne.records.when import When


class Service(Value):
    """One of the things a project offers."""

    shorthand: ClassVar = "name"

    name: Line = required("이름", "서비스 이름")
    audience: tuple[Audience, ...] = many("대상", "사업 전체와 다를 때만")
    note: Line | None = field("설명", "무엇을 해 주는지")


class Difficulty(Value):
    """Something that was hard, and how it was met."""

    shorthand: ClassVar = "problem"

    problem: Prose = required("어려움", "무엇이 어려웠는지")
    met_by: Prose | None = field("푼 길", "어떻게 풀었는지")


class Project(Titled):
    """One project (특화사업) of one council or city in one year."""

    kind: ClassVar = "projects"
    label: ClassVar = "사업"

    brand: Line | None = field("묶음 이름", "여러 사업을 묶는 이름. 비전e")
    services: tuple[Service, ...] = many("서비스", "사업 안의 서비스")
    audience: tuple[Audience, ...] = many("대상", "누구를 위한 사업인가")
    beneficiaries: Line | None = field("받는 이", "원문이 말하는 대상. 정해진 말에 없을 때")
    category: Line | None = field("갈래", "특성화사업, 연합사업처럼 시에서 나누는 갈래")
    period: When | None = field("기간", "한 때")
    stage: Stage | None = field("단계", "시범, 진행, 마침, 예정")
    operator: Line | None = field("운영", "직영, 위탁처럼 누가 꾸리는지")
    background: Prose | None = field("왜", "왜 시작했는지")
    activities: Prose | None = field("한 일", "무엇을 어떻게 했는지")
    outcome: Prose | None = field("달라진 것", "그래서 무엇이 달라졌는지")
    before: Prose | None = field("전", "하기 전에는 어땠는지")
    after: Prose | None = field("후", "하고 나서 어떤지")
    budget: Money | None = field("예산", "추경을 더한 금액, 원")
    spent: Money | None = field("집행액", "결산한 금액, 원")
    staff: tuple[Staffing, ...] = many("일하는 사람", "직종과 인원")
    places: tuple[Line, ...] = many("장소", "하는 곳들")
    sites: Count | None = field("운영하는 곳 수", "지금 몇 곳인지")
    goals: tuple[Goal, ...] = many("앞으로의 목표", "언제까지 얼마나")
    partners: tuple[Party, ...] = many("협력", "함께한 곳과 맡은 일")
    difficulties: tuple[Difficulty, ...] = many("어려움", "어려웠던 것과 푼 길")
    conditions: tuple[Prose, ...] = many("조건", "이 일을 하려면 있어야 하는 것")
    next_plan: Prose | None = field("다음 계획", "앞으로 하려는 것")
    contact: Contact | None = field("연락처", "물어볼 곳")
    predecessor: ProjectRef | None = field("앞선 사업", "이 사업이 이어받은 지난해 사업")
    learned_from: tuple[PracticeRef, ...] = many("배워 온 곳", "본보기가 된 실천")

    def faults(self) -> Iterator[Fault]:
        """Yield what no single field can know."""
        if self.spent is not None and self.budget is not None and self.spent.total > self.budget.total:
            yield Fault("overspent", at="spent", budget=self.budget.total, spent=self.spent.total)
