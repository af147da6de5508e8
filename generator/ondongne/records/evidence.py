"""What stands behind a record: sources, claims, wordings and photos; and the visions it declares."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, flag, required
from ondongne.records.people import Consent
from ondongne.records.text import Address, EventRef, Flag, Line, PhotoFile, Prose, SourceNumber, YearNumber
from ondongne.records.vocabulary import ClaimKind, Licence, Medium
from ondongne.records.when import When


class Source(Value, defer_build=False):
    """Where a record's facts come from."""

    shorthand: ClassVar = "title"

    title: Line = required("제목", "기사, 문서, 책의 제목")
    publisher: Line | None = field("펴낸 곳", "신문사, 기관")
    on: When | None = field("날짜", "나온 날")
    url: Address | None = field("주소", "https://로 시작하는 주소")
    page: Line | None = field("쪽", "쪽이나 자리")


class Wording(Value):
    """A text that may have lost characters at its source."""

    shorthand: ClassVar = "text"

    text: Line = required("글", "보여 줄 글")
    as_written: Line | None = field("원문 그대로", "원문에 적힌 그대로의 글")
    restored: Flag = flag("되살림", "원문에서 빠진 글자를 되살렸으면 true")

    def __str__(self) -> str:
        return self.text

    def faults(self) -> Iterator[Fault]:
        """A restored text must show what it was restored from."""
        if self.restored and self.as_written is None:
            yield Fault("restored-without-original", at="restored")


class Claim(Value, defer_build=False):
    """A superlative that only its source makes."""

    text: Line = required("주장", "무엇이 최초·유일·최다라는지")
    scope: Line | None = field("범위", "전국, 경기도, 평택시")
    kind: ClaimKind | None = field("종류", "최초, 유일, 최다")
    source: SourceNumber | None = field("출처", "출처 번호. 없으면 실을 수 없습니다")

    def faults(self) -> Iterator[Fault]:
        """A superlative is published only as its source's claim."""
        if self.source is None:
            yield Fault("claim-without-source", at="text")


class Photo(Value, defer_build=False):
    """A photo in the `photos` folder beside the record."""

    file: PhotoFile = required("파일", "photos 폴더에 둔 파일 이름")
    alt: Line = required("대체 글", "사진을 볼 수 없는 분께 들려줄 한 문장")
    caption: Line | None = field("설명", "사진 아래에 적을 글")
    credit: Line | None = field("찍은 이", "사진을 찍었거나 준 곳")
    licence: Licence | None = field("이용 조건", "공공누리 유형")
    people: Flag = flag("사람이 나옴", "알아볼 수 있는 사람이 없으면 false", default=True)
    consent: Consent | None = field("동의", "찍힌 사람의 동의. 없으면 사진을 싣지 않습니다")

    def allowed(self, medium: Medium, as_of: date) -> bool:
        """Whether it may be shown in `medium` on `as_of`."""
        return not self.people or (self.consent is not None and self.consent.covers(medium, as_of))

    def faults(self) -> Iterator[Fault]:
        """People in photos must have agreed (개인정보 보호법 제15조)."""
        if self.people and self.consent is None:
            yield Fault("photo-without-consent", at="file", file=self.file)


class Vision(Value):
    """A vision for a year (비전) and what it means."""

    year: YearNumber = required("해", "어느 해의 비전인지")
    slogan: Wording = required("구호", "비전 구호")
    meaning: Prose | None = field("뜻", "구호가 뜻하는 것")
    declared_at: EventRef | None = field("선포한 행사", "행사 기록")
    source: SourceNumber | None = field("출처", "출처 번호")
