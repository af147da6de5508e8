"""Values that records share: counts, money, people, quotes, photos, sources, claims and what stands behind them."""

from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import Field, GetJsonSchemaHandler, ValidationInfo, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from ondongne import korean
from ondongne.diagnostics import Fault
from ondongne.records.base import FieldPath, Value, field, flag, many, required
from ondongne.records.text import (
    Address,
    EventRef,
    Flag,
    Line,
    Number,
    PartyRef,
    PhotoFile,
    Prose,
    Slug,
    SourceNumber,
    Whole,
    YearNumber,
)
from ondongne.records.vocabulary import ClaimKind, Licence, Medium
from ondongne.records.when import When

T = TypeVar("T")

_LEAST_ACCOUNTS = 2


class Source(Value):
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


class Count(Value):
    """A number of people, households or things, exact or about, with its unit and the day it held."""

    shorthand: ClassVar = "value"

    value: Number = required("수", "센 값. 모르면 적지 않습니다. 없음과 0은 다릅니다")
    about: Flag = flag("어림", "‘80여 명’처럼 어림한 수이면 true")
    unit: Line | None = field("단위", "명, 가구, 곳, 회")
    as_of: When | None = field("기준일", "이 수가 맞는 날")
    source: SourceNumber | None = field("출처", "출처 번호")

    def text(self, unit: str = "") -> str:
        """The count in Korean, with its own unit or else `unit`: 477명, 80여 명."""
        unit = self.unit or unit
        return korean.approximately(self.value, unit) if self.about else korean.with_unit(self.value, unit)


class Account(Value, Generic[T]):
    """One of several things that sources say about the same matter."""

    value: T = required("값", "출처가 말하는 값")
    source: SourceNumber | None = field("출처", "출처 번호")
    note: Line | None = field("설명", "어디에 그렇게 적혔는지")


class Stated(Value, Generic[T]):
    """A value, or `{conflict: [...], preferred: n}` where sources disagree: all are shown, number `preferred` first."""

    conflict: tuple[Account[T], ...] = required("엇갈리는 값", "출처마다의 값(value)과 출처 번호(source)")
    preferred: Whole = Field(default=1, title="앞세울 값", description="먼저 보일 값이 몇 번째인지, 1부터")

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if data is None:
            return data
        if not _conflicting(data):
            return {"conflict": ({"value": data},)}
        if not isinstance(data["conflict"], list) or len(data["conflict"]) < _LEAST_ACCOUNTS:
            raise PydanticCustomError("conflict_of_one", "needs two values")
        return data

    @field_validator("preferred")
    @classmethod
    def _one_of_them(cls, preferred: int, others: ValidationInfo) -> int:
        size = len(others.data.get("conflict", ()))
        if size and not 1 <= preferred <= size:
            raise PydanticCustomError("no_such_preference", "no such value", {"size": size})
        return preferred

    @classmethod
    def written_as(cls, data: object, path: FieldPath) -> tuple[int, FieldPath]:
        """A value on which sources agree stands by itself."""
        return (1, path[:1]) if _conflicting(data) else (3, ())

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core_schema)
        whole = handler.resolve_ref_schema(schema)
        fields = whole["properties"]
        account = handler.resolve_ref_schema(fields["conflict"]["items"])
        fields["conflict"]["minItems"] = _LEAST_ACCOUNTS
        fields["preferred"]["minimum"] = 1
        conflict = dict(whole)
        whole.clear()
        whole["anyOf"] = [account["properties"]["value"], conflict]
        return schema

    @property
    def accounts(self) -> tuple[Account[T], ...]:
        """What the sources say, in the order written; one account where they agree."""
        return self.conflict

    @property
    def value(self) -> T:
        """The preferred value."""
        return self.conflict[self.preferred - 1].value

    @property
    def others(self) -> tuple[Account[T], ...]:
        """What else the sources say; empty when they agree."""
        return tuple(account for number, account in enumerate(self.conflict, 1) if number != self.preferred)


def _conflicting(data: object) -> bool:
    return isinstance(data, dict) and "conflict" in data


class Figure(Value):
    """A value of a metric that the city declares: what was reached, and what was aimed at."""

    metric: Slug = required("지표", "city.yml의 metrics에 적은 이름")
    value: Number | None = field("실적", "이룬 값")
    target: Number | None = field("목표", "이루려던 값")
    about: Flag = flag("어림", "실적이 어림한 수이면 true")
    as_of: When | None = field("기준일", "이 수가 맞는 날")
    source: SourceNumber | None = field("출처", "출처 번호")
    note: Line | None = field("설명", "세는 방법 따위")

    def faults(self) -> Iterator[Fault]:
        """A figure says at least one of value and target."""
        if self.value is None and self.target is None:
            yield Fault("empty-figure", at="metric", metric=self.metric)


class MoneyPart(Value):
    """An amount from one fund."""

    shorthand: ClassVar = "value"

    value: Whole = required("금액", "원 단위 정수")
    source: Line | None = field("재원", "시비, 도비, 후원금, 공동모금회")
    cite: SourceNumber | None = field("출처", "출처 번호")


class Money(Value):
    """An amount in won, in one sum or by fund."""

    parts: tuple[MoneyPart, ...] = required("금액", "원 단위. 재원이 여럿이면 목록으로")

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if data is None:
            return data
        if data == []:
            raise PydanticCustomError("empty_list", "needs an amount")
        return {"parts": tuple(data) if isinstance(data, list) else (data,)}

    @classmethod
    def written_as(cls, data: object, _path: FieldPath) -> tuple[int, FieldPath]:
        """Parts are a list, or one amount by itself."""
        return (1, ()) if isinstance(data, list) else (2, ())

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core_schema)
        whole = handler.resolve_ref_schema(schema)
        parts = whole["properties"]["parts"]
        whole.clear()
        whole["anyOf"] = [parts["items"], {"type": "array", "items": parts["items"], "minItems": 1}]
        return schema

    @property
    def total(self) -> int:
        """The sum of all parts, in won."""
        return sum(part.value for part in self.parts)


class Consent(Value):
    """A person's agreement to be named or shown."""

    scope: Line = required("범위", "무엇에 동의했는지")
    media: tuple[Medium, ...] = many("매체", "누리집, 책자, 보도자료. 비우면 셋 다")
    until: When | None = field("기한", "이 날까지")
    guardian: Flag = flag("보호자 동의", "보호자가 동의했으면 true")

    def covers(self, medium: Medium, as_of: date) -> bool:
        """Whether it holds for `medium` on `as_of`."""
        in_time = self.until is None or self.until.end is None or as_of <= self.until.end.last()
        return in_time and (not self.media or medium in self.media)


class Contact(Value):
    """How an office is reached."""

    office: Line | None = field("부서", "맡은 부서나 팀")
    phone: Line | None = field("전화", "031-000-0000")
    email: Line | None = field("전자우편", "주소")
    address: Line | None = field("주소", "찾아갈 곳")
    hours: Line | None = field("시간", "여는 시간")
    url: Address | None = field("누리집", "https://로 시작하는 주소")


class Person(Value):
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


class Quote(Value):
    """What somebody said, word for word or in substance."""

    text: Prose = required("말", "한 말. 옮겨 적은 것이 아니면 paraphrase: true")
    speaker: Person | None = field("말한 이", "역할로 적습니다")
    on: When | None = field("날짜", "말한 날")
    paraphrase: Flag = flag("간추림", "말뜻을 간추렸으면 true")
    source: SourceNumber | None = field("출처", "출처 번호")


class Photo(Value):
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


class Claim(Value):
    """A superlative that only its source makes."""

    text: Line = required("주장", "무엇이 최초·유일·최다라는지")
    scope: Line | None = field("범위", "전국, 경기도, 평택시")
    kind: ClaimKind | None = field("종류", "최초, 유일, 최다")
    source: SourceNumber | None = field("출처", "출처 번호. 없으면 실을 수 없습니다")

    def faults(self) -> Iterator[Fault]:
        """A superlative is published only as its source's claim."""
        if self.source is None:
            yield Fault("claim-without-source", at="text")


class Staffing(Value):
    """How many people of one occupation work somewhere."""

    shorthand: ClassVar = "role"

    role: Line = required("직종", "임상심리치료사, 상담원, 돌봄 인력")
    count: Count | None = field("인원", "몇 명인지")


class Party(Value):
    """Somebody who takes part: a record by reference, or a name where there is none."""

    shorthand: ClassVar = "name"

    name: Line | None = field("이름", "기록이 없는 곳의 이름")
    record: PartyRef | None = field("기록", "협의체나 기관 기록의 id")
    role: Line | None = field("역할", "맡은 일")

    def faults(self) -> Iterator[Fault]:
        """A party is named one way or the other."""
        if self.name is None and self.record is None:
            yield Fault("nameless-party")


class Goal(Value):
    """Something still to be reached, by when."""

    text: Line = required("목표", "이루려는 것")
    count: Count | None = field("수", "얼마나")
    by: When | None = field("기한", "언제까지")
    source: SourceNumber | None = field("출처", "출처 번호")


class Vision(Value):
    """A vision for a year (비전) and what it means."""

    year: YearNumber = required("해", "어느 해의 비전인지")
    slogan: Wording = required("구호", "비전 구호")
    meaning: Prose | None = field("뜻", "구호가 뜻하는 것")
    declared_at: EventRef | None = field("선포한 행사", "행사 기록")
    source: SourceNumber | None = field("출처", "출처 번호")


class Foreword(Value):
    """A greeting printed at the front of a booklet."""

    title: Line = required("제목", "발간사, 축사, 인사말")
    by: Person = required("쓴 이", "역할로 적습니다")
    body: Prose = required("글", "인사말")
