"""협약: who promised what to each other, for whom and how long."""

from collections.abc import Iterator
from typing import ClassVar

from ondongne.diagnostics import Fault
from ondongne.records.base import field, many
from ondongne.records.people import Party
from ondongne.records.quantities import Goal
from ondongne.records.record import Titled
from ondongne.records.text import Line, Prose
from ondongne.records.vocabulary import Audience
from ondongne.records.when import When


class Agreement(Titled):
    """An agreement of two or more parties."""

    kind: ClassVar = "agreements"
    label: ClassVar = "협약"

    parties: tuple[Party, ...] = many("맺은 곳", "누가 무엇을 맡는지")
    on: When | None = field("맺은 날", "협약한 날")
    place: Line | None = field("장소", "맺은 곳")
    purpose: Prose | None = field("까닭", "무엇을 위해")
    items: tuple[Prose, ...] = many("내용", "약속한 것")
    audience: tuple[Audience, ...] = many("대상", "누구를 위한 협약인가")
    beneficiaries: Line | None = field("받는 이", "원문이 말하는 대상")
    term: When | None = field("기간", "효력이 있는 기간")
    umbrella: Line | None = field("큰 사업", "이 협약이 드는 더 큰 사업")
    goals: tuple[Goal, ...] = many("목표", "언제까지 얼마나")

    def faults(self) -> Iterator[Fault]:
        """An agreement has at least two parties."""
        if len(self.parties) == 1:
            yield Fault("agreement-of-one", at="parties")
