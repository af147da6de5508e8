"""수상과 지정: what was won or conferred, by whom, and on what grounds."""

from typing import ClassVar

from ondongne.records.base import field, many
from ondongne.records.people import Party
from ondongne.records.quantities import Stated
from ondongne.records.record import Titled
from ondongne.records.text import AwardRef, Line, Prose
from ondongne.records.vocabulary import AwardNature
from ondongne.records.when import When


class Award(Titled):
    """An award, designation or certification."""

    kind: ClassVar = "awards"
    label: ClassVar = "수상·지정"

    nature: AwardNature | None = field("갈래", "수상, 지정, 인증")
    scheme: Line | None = field("제도", "공모전이나 평가의 이름")
    evaluator: Line | None = field("평가한 곳", "심사한 곳")
    giver: Line | None = field("준 곳", "상을 주거나 지정한 곳")
    recipient: Party | None = field("받은 곳", "협의체나 기관")
    on: When | None = field("날짜", "받은 때")
    category: Line | None = field("부문", "어느 부문인지")
    grade: Stated[Line] | None = field("훈격", "대상, 장관상. 출처가 엇갈리면 conflict로 둘 다")
    criteria: tuple[Line, ...] = many("기준", "무엇을 보고 뽑았는지")
    grounds: tuple[Line, ...] = many("공적", "왜 받았는지")
    detail: Prose | None = field("내용", "무엇을 인정받았고 무엇이 달라졌는지")
    term: When | None = field("기간", "지정이 이어지는 기간")
    duration: Line | None = field("기간 설명", "5년처럼 시작과 끝을 모를 때")
    stage: Line | None = field("단계", "2단계")
    previous: AwardRef | None = field("지난 수상", "같은 제도에서 전에 받은 것")
