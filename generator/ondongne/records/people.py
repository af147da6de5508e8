"""People by role, what they said and agreed to, and how they are reached."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, flag, many, required
from ondongne.records.text import Address, Flag, Line, PartyRef, Prose, SourceNumber
from ondongne.records.vocabulary import Medium
from ondongne.records.when import When


class Consent(Value, defer_build=False):
    """A person's agreement to be named or shown."""

    scope: Line = required("범위", "무엇에 동의했는지")
    media: tuple[Medium, ...] = many("매체", "누리집, 책자, 보도자료. 비우면 셋 다")
    until: When | None = field("기한", "이 날까지")
    guardian: Flag = flag("보호자 동의", "보호자가 동의했으면 true")

    def covers(self, medium: Medium, as_of: date) -> bool:
        """Whether it holds for `medium` on `as_of`."""
        in_time = self.until is None or self.until.end is None or as_of <= self.until.end.last()
        return in_time and (not self.media or medium in self.media)


class Contact(Value, defer_build=False):
    """How an office is reached."""

    office: Line | None = field("부서", "맡은 부서나 팀")
    phone: Line | None = field("전화", "031-000-0000")
    email: Line | None = field("전자우편", "주소")
    address: Line | None = field("주소", "찾아갈 곳")
    hours: Line | None = field("시간", "여는 시간")
    url: Address | None = field("누리집", "https://로 시작하는 주소")


class Person(Value, defer_build=False):
    """A person by role; a name needs public office or consent."""

    shorthand: ClassVar = "role"

    role: Line = required("역할", "위원, 민간위원장, 주민")
    name: Line | None = field("이름", "공직자이거나 동의를 받은 사람만")
    affiliation: Line | None = field("소속", "기관이나 단체")
    public_office: Flag = flag("공직자", "선출직이나 공무원으로 한 일이면 true")
    consent: Consent | None = field("동의", "이름을 써도 된다는 동의")

    def faults(self) -> Iterator[Fault]:
        """Names need consent or public office (개인정보 보호법 제15조)."""
        if self.name is not None and not self.public_office and self.consent is None:
            yield Fault("name-without-consent", at="name", role=self.role)


class Quote(Value, defer_build=False):
    """What somebody said, word for word or in substance."""

    text: Prose = required("말", "한 말. 옮겨 적은 것이 아니면 paraphrase: true")
    speaker: Person | None = field("말한 이", "역할로 적습니다")
    on: When | None = field("날짜", "말한 날")
    paraphrase: Flag = flag("간추림", "말뜻을 간추렸으면 true")
    source: SourceNumber | None = field("출처", "출처 번호")


class Party(Value, defer_build=False):
    """Somebody who takes part: a record by reference, or a name where there is none."""

    shorthand: ClassVar = "name"

    name: Line | None = field("이름", "기록이 없는 곳의 이름")
    record: PartyRef | None = field("기록", "협의체나 기관 기록의 id")
    role: Line | None = field("역할", "맡은 일")

    def faults(self) -> Iterator[Fault]:
        """A party is named one way or the other."""
        if self.name is None and self.record is None:
            yield Fault("nameless-party")


class Foreword(Value):
    """A greeting printed at the front of a booklet."""

    title: Line = required("제목", "발간사, 축사, 인사말")
    by: Person = required("쓴 이", "역할로 적습니다")
    body: Prose = required("글", "인사말")
