"""Kinds of text, numbers and references that fields hold, with their limits."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ondongne.records.base import Cite, Ref


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("several_lines", "must be one line")
    return text


def _web_address(text: str) -> str:
    if not text.startswith(("https://", "http://")) or any(char in text for char in " \"'<>\\`"):
        raise PydanticCustomError("wrong_address", "not a web address")
    return text


def _photo_file(text: str) -> str:
    name, _, suffix = text.rpartition(".")
    if (
        not name
        or set(text) & set('/\\:*?"<>|')
        or text.startswith(".")
        or suffix.lower() not in ("jpg", "jpeg", "png", "webp")
    ):
        raise PydanticCustomError("wrong_photo_file", "not the name of a photo")
    return text


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise PydanticCustomError("not_a_number", "not a number", {"written": str(value)})
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int):
        raise PydanticCustomError("not_a_whole_number", "not a whole number", {"written": str(value)})
    return value


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_one_line)]
Summary = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=160), AfterValidator(_one_line)
]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Markdown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50_000)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Address = Annotated[str, StringConstraints(max_length=500), AfterValidator(_web_address)]
PhotoFile = Annotated[str, StringConstraints(max_length=120), AfterValidator(_photo_file)]
Number = Annotated[Decimal, BeforeValidator(_number), Field(ge=0), WithJsonSchema({"type": "number", "minimum": 0})]
Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0, lt=10**16)]
YearNumber = Annotated[int, BeforeValidator(_whole), Field(ge=1900, le=2999)]
Flag = Annotated[bool, Strict()]


class _CiteSchema:
    """Reads a source's number, from 1."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        whole = core_schema.chain_schema(
            [core_schema.no_info_plain_validator_function(_whole), core_schema.int_schema(ge=1)]
        )
        return core_schema.no_info_after_validator_function(Cite, whole)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1}


SourceNumber = Annotated[Cite, _CiteSchema()]

REFERENCE = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"


class To:
    """Marks a reference with the kinds of record it may point to."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=REFERENCE, max_length=200)
        return core_schema.no_info_after_validator_function(lambda target: Ref(target, self.kinds), text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": REFERENCE, "maxLength": 200}


CityRef = Annotated[Ref, To("city")]
CouncilRef = Annotated[Ref, To("council")]
OrganisationRef = Annotated[Ref, To("organisations")]
ProjectRef = Annotated[Ref, To("projects")]
PracticeRef = Annotated[Ref, To("practices")]
EventRef = Annotated[Ref, To("events")]
AwardRef = Annotated[Ref, To("awards")]
RecordRef = Annotated[Ref, To()]
OldId = Annotated[str, StringConstraints(pattern=REFERENCE, max_length=200)]
