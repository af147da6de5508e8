"""실천: what others can learn from a council, over the years."""

from typing import ClassVar

from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Contact
from ondongne.records.quantities import Money
from ondongne.records.record import Titled
from ondongne.records.text import Line, ModelRef, ProjectRef, Prose, SourceNumber
from ondongne.records.vocabulary import Audience, EvidenceLevel
from ondongne.records.when import When


class Step(Value):
    """One step of how a practice works."""

    shorthand: ClassVar = "title"

    title: Line = required("단계", "무엇을 하는지")
    note: Prose | None = field("설명", "어떻게 하는지")


class Evidence(Value):
    """What shows that a practice works."""

    level: EvidenceLevel = required("수준", "이야기로 전함, 수를 세어 봄, 앞뒤를 견줌, 평가를 받음")
    text: Prose | None = field("근거", "어떻게 알았는지")
    source: SourceNumber | None = field("출처", "출처 번호")


class Practice(Titled):
    """A practice; what became of it elsewhere is computed from visits and projects."""

    kind: ClassVar = "practices"
    label: ClassVar = "실천"

    audience: tuple[Audience, ...] = many("대상", "누구를 위한 실천인가")
    since: When | None = field("시작", "언제부터 했는지")
    problem: Prose | None = field("풀려는 문제", "어떤 어려움에서 나왔는지")
    works: Prose | None = field("하는 일", "어떤 실천인지 두세 문장")
    steps: tuple[Step, ...] = many("단계", "차례대로")
    cost: Money | None = field("비용", "한 해 드는 돈")
    cost_note: Line | None = field("비용 설명", "어디에 드는지")
    people: Line | None = field("인력", "누가 몇 명이 필요한지")
    duration: Line | None = field("기간", "준비부터 자리 잡기까지")
    conditions: tuple[Prose, ...] = many("조건", "이 일을 하려면 있어야 하는 것")
    legal_base: tuple[Line, ...] = many("법적 근거", "법, 조례")
    pitfalls: tuple[Prose, ...] = many("조심할 것", "먼저 해 본 곳이 조심하라고 하는 것")
    evidence: Evidence | None = field("근거", "효과가 있었는지 어떻게 아는가")
    origin: tuple[ModelRef, ...] = many("뿌리", "본보기가 된 실천이나 앞선 사업")
    projects: tuple[ProjectRef, ...] = many("사업", "이 실천을 한 해마다의 사업")
    contact: Contact | None = field("연락처", "물어볼 곳")
