"""이야기: a case told about a neighbour, a project or a day."""

from collections.abc import Iterator
from typing import ClassVar

from ondongne.diagnostics import Fault
from ondongne.records.base import field, many
from ondongne.records.markup import forbidden_markup, is_tangled
from ondongne.records.people import Person
from ondongne.records.record import Titled
from ondongne.records.text import EventRef, Line, Markdown, SubjectRef, Summary
from ondongne.records.vocabulary import Audience, StoryForm
from ondongne.records.when import When


class Story(Titled):
    """A story; where `about` is empty its source gives it to no council, and so do we."""

    kind: ClassVar = "stories"
    label: ClassVar = "이야기"

    lead: Summary | None = field("머리글", "이야기를 여는 한두 문장")
    body: Markdown | None = field("본문", "마크다운. HTML은 쓸 수 없습니다")
    theme: Line | None = field("희로애락", "희·로·애·락이나 시가 정한 말")
    form: StoryForm | None = field("글의 종류", "사례, 수기, 기고")
    author: Person | None = field("쓴 이", "역할로 적습니다")
    on: When | None = field("날짜", "이야기가 일어난 때")
    place: Line | None = field("장소", "원문에 적힌 곳")
    audience: tuple[Audience, ...] = many("대상", "누구의 이야기인가")
    presented_at: EventRef | None = field("발표한 행사", "행사 기록")
    about: tuple[SubjectRef, ...] = many(
        "누구의 무엇", "이 이야기가 다루는 협의체, 사업, 실천. 원문이 밝히지 않으면 비웁니다"
    )

    def faults(self) -> Iterator[Fault]:
        """Story text is Markdown without HTML, and all of it can be read."""
        for markup in forbidden_markup(self.body or ""):
            yield Fault("forbidden-markup", at="body", markup=markup)
        if is_tangled(self.body or ""):
            yield Fault("tangled-markup", at="body")
