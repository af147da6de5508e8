"""Kinds of text, numbers and references that fields hold, with their limits."""

import re
from decimal import Decimal
from typing import Annotated, Any, Final

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

SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
REFERENCE: Final = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
ADDRESS: Final = r"""^https?://[^\s"'<>\\`]+$"""
PHOTO_FILE: Final = r'^[^./\\:*?"<>|\s][^/\\:*?"<>|\n\t]*\.([jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP])$'
SLUG_LENGTH: Final = 60

ONE_LINE: Final = r"^\s*\S([^\n]*\S)?\s*$"
_NOT_BLANK: Final = r"\S"


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("several_lines", "must be one line")
    return text


def _web_address(text: str) -> str:
    if re.search(ADDRESS, text) is None or text.endswith("\n"):
        raise PydanticCustomError("wrong_address", "not a web address")
    return text


def _photo_file(text: str) -> str:
    if re.search(PHOTO_FILE, text) is None or text.endswith("\n"):
        raise PydanticCustomError("wrong_photo_file", "not the name of a photo")
    return text


def _number(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise PydanticCustomError("not_a_number", "not a number")
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int):
        raise PydanticCustomError("not_a_whole_number", "not a whole number")
    return value


def _schema(pattern: str) -> Any:
    """State in the JSON Schema what a validator checks."""
    return Field(json_schema_extra={"pattern": pattern})


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_one_line),
    _schema(ONE_LINE),
]
Summary = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=160),
    AfterValidator(_one_line),
    _schema(ONE_LINE),
]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000), _schema(_NOT_BLANK)]
Markdown = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50_000), _schema(_NOT_BLANK)
]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=SLUG_LENGTH)]
Address = Annotated[str, StringConstraints(max_length=500), AfterValidator(_web_address), _schema(ADDRESS)]
PhotoFile = Annotated[str, StringConstraints(max_length=120), AfterValidator(_photo_file), _schema(PHOTO_FILE)]
Number = Annotated[Decimal, Field(ge=0), BeforeValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})]
Whole = Annotated[
    int,
    Field(ge=0, lt=10**16),
    BeforeValidator(_whole),
    WithJsonSchema({"type": "integer", "minimum": 0, "exclusiveMaximum": 10**16}),
]
YearNumber = Annotated[
    int,
    Field(ge=1900, le=2999),
    BeforeValidator(_whole),
    WithJsonSchema({"type": "integer", "minimum": 1900, "maximum": 2999}),
]
Grammage = Annotated[
    int,
    Field(ge=40, le=400),
    BeforeValidator(_whole),
    WithJsonSchema({"type": "integer", "minimum": 40, "maximum": 400}),
]
Micrometres = Annotated[
    int,
    Field(ge=30, le=600),
    BeforeValidator(_whole),
    WithJsonSchema({"type": "integer", "minimum": 30, "maximum": 600}),
]
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


class To:
    """Marks a reference with the kinds of record it may point to."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=REFERENCE, max_length=200)
        return core_schema.no_info_after_validator_function(lambda target: Ref(target, self.kinds), text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": REFERENCE, "maxLength": 200}


CouncilRef = Annotated[Ref, To("council")]
OrganisationRef = Annotated[Ref, To("organisations")]
ProjectRef = Annotated[Ref, To("projects")]
PracticeRef = Annotated[Ref, To("practices")]
EventRef = Annotated[Ref, To("events")]
AwardRef = Annotated[Ref, To("awards")]
PartyRef = Annotated[Ref, To("city", "council", "organisations")]
ModelRef = Annotated[Ref, To("practices", "projects")]
SubjectRef = Annotated[Ref, To("city", "council", "organisations", "projects", "practices", "events")]
RecordRef = Annotated[Ref, To()]
OldId = Annotated[str, StringConstraints(pattern=REFERENCE, max_length=200)]
