"""행사: a gathering, its programme, and what was given and declared there."""

from typing import ClassVar

from ondongne.records.base import Value, field, many, required
from ondongne.records.people import Party, Person
from ondongne.records.quantities import Count
from ondongne.records.record import Titled
from ondongne.records.text import CouncilRef, Line, Prose, SourceNumber
from ondongne.records.vocabulary import Audience, EventType
from ondongne.records.when import When


class ProgrammeItem(Value):
    """One item of a programme."""

    shorthand: ClassVar = "title"

    title: Line = required("순서", "무엇을 했는지")
    note: Prose | None = field("설명", "덧붙일 것")
    by: Party | None = field("맡은 이", "누가 했는지")


class ProgrammePart(Value):
    """A part (부) of a programme."""

    title: Line = required("부", "1부, 2부")
    theme: Line | None = field("주제", "이 부의 주제")
    items: tuple[ProgrammeItem, ...] = many("순서", "차례대로")


class Appointment(Value):
    """Members appointed at an event; an absent count is one that the source does not give."""

    title: Line = required("위촉", "누구를 위촉했는지")
    count: Count | None = field("인원", "몇 명인지. 원문에 없으면 비웁니다")
    source: SourceNumber | None = field("출처", "출처 번호")


class Commendation(Value):
    """Commendations given at an event; absent recipients are ones that the source does not name."""

    title: Line = required("표창", "표창 이름")
    grounds: tuple[Line, ...] = many("공적", "무엇을 잘해서 받았는지")
    giver: Line | None = field("준 이", "시장, 의장")
    recipients: tuple[Person, ...] = many("받은 이", "역할로 적습니다. 원문에 없으면 비웁니다")
    count: Count | None = field("인원", "몇 명인지. 원문에 없으면 비웁니다")


class Event(Titled):
    """A gathering of councils."""

    kind: ClassVar = "events"
    label: ClassVar = "행사"

    type: EventType | None = field("갈래", "성과공유회, 워크숍, 위촉식")
    other_names: tuple[Line, ...] = many("다른 이름", "출처가 달리 부르는 이름")
    when: When | None = field("날짜", "연 날")
    place: Line | None = field("장소", "연 곳")
    host: Party | None = field("주최", "누가 열었는지")
    audience: tuple[Audience, ...] = many("대상", "누구를 위한 행사인가")
    programme: tuple[ProgrammePart, ...] = many("차례", "1부, 2부의 순서")
    appointments: tuple[Appointment, ...] = many("위촉", "위촉한 사람들")
    commendations: tuple[Commendation, ...] = many("표창", "무엇을 기려 누구에게 주었는지")
    presenters: tuple[CouncilRef, ...] = many("발표한 협의체", "사례를 발표한 협의체")
    attendance: Count | None = field("참석 인원", "몇 명이 왔는지. 원문에 없으면 비웁니다")
    account: Prose | None = field("있었던 일", "무엇이 있었는지")
