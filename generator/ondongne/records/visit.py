"""견학: who went to whom to learn, what they saw, and what became of it at home."""

from collections.abc import Iterator
from typing import ClassVar

from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Party
from ondongne.records.quantities import Count
from ondongne.records.record import Titled
from ondongne.records.text import Line, PracticeRef, ProjectRef, Prose
from ondongne.records.vocabulary import VisitStatus
from ondongne.records.when import When


class Decision(Value):
    """What the visitor decided about a practice at a later time."""

    status: VisitStatus = required("결정", "논의 중, 도입, 고쳐서 도입, 도입하지 않음")
    on: When | None = field("날짜", "결정한 때")
    note: Prose | None = field("설명", "왜 그렇게 했는지")


class Seen(Value):
    """A practice seen on a visit and what became of it."""

    shorthand: ClassVar = "practice"

    practice: PracticeRef = required("실천", "본 실천")
    status: VisitStatus | None = field("결정", "다녀온 뒤의 결정. 정하지 않았으면 비웁니다")
    purpose: Prose | None = field("들이려는 까닭", "들여서 무엇을 하려는지")
    later: tuple[Decision, ...] = many("그 뒤", "나중에 바뀐 결정, 오래된 것부터")
    changed: Prose | None = field("고친 것", "우리 동에 맞게 무엇을 고쳤는지")
    became: ProjectRef | None = field("생긴 사업", "여기서 나온 사업")

    @property
    def outcome(self) -> VisitStatus | None:
        """The latest decision."""
        return self.later[-1].status if self.later else self.status

    @property
    def history(self) -> tuple[Decision, ...]:
        """Every decision, oldest first."""
        first = () if self.status is None else (Decision(status=self.status),)
        return *first, *self.later

    def faults(self) -> Iterator[Fault]:
        """A project cannot come of a practice that was dropped."""
        if self.became is not None and self.outcome is VisitStatus.DROPPED:
            yield Fault("dropped-yet-became", at="became", project=str(self.became))


class Visit(Titled):
    """A benchmarking visit."""

    kind: ClassVar = "visits"
    label: ClassVar = "견학"

    visitor: Party | None = field("배우러 간 곳", "찾아간 협의체나 기관")
    host: Party | None = field("맞이한 곳", "가르쳐 준 협의체나 기관")
    when: When | None = field("날짜", "간 날")
    place: Line | None = field("장소", "만난 곳")
    participants: Count | None = field("참가 인원", "몇 명이 갔는지. 원문에 없으면 비웁니다")
    initiative: Line | None = field("누구의 뜻", "누가 먼저 가자고 했는지")
    purpose: Prose | None = field("까닭", "무엇을 배우러 갔는지")
    seen: tuple[Seen, ...] = many("보고 들은 실천", "실천마다의 결정")
    lessons: tuple[Prose, ...] = many("배운 것", "돌아와서 남은 것")
