"""발자취: a turning point of a council, a city or an office."""

from typing import ClassVar

from ondongne.records.base import field, many
from ondongne.records.people import Party
from ondongne.records.record import Titled
from ondongne.records.text import Line, Prose
from ondongne.records.vocabulary import MilestoneType
from ondongne.records.when import When


class Milestone(Titled):
    """A turning point."""

    kind: ClassVar = "milestones"
    label: ClassVar = "발자취"

    type: MilestoneType | None = field("갈래", "설립, 조직 개편, 시설 개소, 단계 진입")
    on: When | None = field("날짜", "일어난 때")
    of: Party | None = field("어디의 일", "협의체가 아니면 시, 기관, 사무소")
    detail: Prose | None = field("내용", "무슨 일인지")
    before: Line | None = field("전", "전에는 무엇이었는지")
    after: Line | None = field("후", "무엇이 되었는지")
    parts: tuple[Line, ...] = many("이룬 것들", "부서나 방처럼 그것을 이루는 것")
