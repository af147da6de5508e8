"""Counts, figures and money, and what is said of them by several sources."""

from collections.abc import Iterator
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import Field, GetJsonSchemaHandler, ValidationInfo, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from ondongne import korean
from ondongne.diagnostics import Fault
from ondongne.records.base import FieldPath, Value, field, flag, required
from ondongne.records.text import Flag, Line, Number, Slug, SourceNumber, Whole
from ondongne.records.when import When

T = TypeVar("T")


class Count(Value, defer_build=False):
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


_LEAST_ACCOUNTS = 2


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


class Figure(Value, defer_build=False):
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


class Money(Value, defer_build=False):
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
        return sum([part.value for part in self.parts])


class Staffing(Value):
    """How many people of one occupation work somewhere."""

    shorthand: ClassVar = "role"

    role: Line = required("직종", "임상심리치료사, 상담원, 돌봄 인력")
    count: Count | None = field("인원", "몇 명인지")


class Goal(Value):
    """Something still to be reached, by when."""

    text: Line = required("목표", "이루려는 것")
    count: Count | None = field("수", "얼마나")
    by: When | None = field("기한", "언제까지")
    source: SourceNumber | None = field("출처", "출처 번호")
