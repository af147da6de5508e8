"""Whether a record may be shown, and from when."""

from datetime import date
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from ondongne.records.base import FieldPath, Value, field, required
from ondongne.records.text import Line
from ondongne.records.vocabulary import Standing
from ondongne.records.when import SpanText


class State(Value, defer_build=False):
    """Whether a record may be shown: `draft`, `ready`, `{embargoed: 2026-01-05}` or `{withdrawn: 사유}`."""

    status: Standing = required("상태", "draft, ready, embargoed, withdrawn")
    until: SpanText | None = field("공개일", "이 날부터 보입니다")
    why: Line | None = field("사유", "내린 까닭")

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        status, detail = _status_and_detail(data)
        name = _DETAILS.get(status)
        if name is None and not isinstance(data, dict):
            return {"status": status}
        if name is None or detail is None:
            raise PydanticCustomError("bare_state", "needs more or less")
        return {"status": status, name: detail}

    @classmethod
    def written_as(cls, data: object, _path: FieldPath) -> tuple[int, FieldPath]:
        """The status is the key of its detail."""
        return 1, tuple(data) if isinstance(data, dict) else ()

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        schema = handler(core_schema)
        whole = handler.resolve_ref_schema(schema)
        fields = whole["properties"]
        whole.clear()
        bare = [status for status in Standing if status not in _DETAILS]
        whole["anyOf"] = [{"type": "string", "enum": [*(term.label for term in bare), *(term.value for term in bare)]}]
        for status, name in _DETAILS.items():
            whole["anyOf"].extend(_detailed(key, fields[name]) for key in (status.label, status.value))
        return schema

    @property
    def opens(self) -> date | None:
        """The first day on which readers may see the record; None where none is known."""
        if self.status is Standing.EMBARGOED and self.until is not None:
            return self.until.start.first()
        return date.min if self.status is Standing.READY else None

    def public(self, as_of: date) -> bool:
        """Whether readers may see the record on `as_of`."""
        return self.opens is not None and self.opens <= as_of


_DETAILS = {Standing.EMBARGOED: "until", Standing.WITHDRAWN: "why"}


def _status_and_detail(data: Any) -> tuple[Standing, Any]:
    if not isinstance(data, dict):
        return Standing.read(data), None
    if len(data) != 1:
        raise PydanticCustomError("bare_state", "needs one line")
    [(status, detail)] = data.items()
    try:
        return Standing.read(status), detail
    except PydanticCustomError:
        raise PydanticCustomError("bare_state", "needs a status") from None


def _detailed(key: str, detail: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {key: detail}, "required": [key], "additionalProperties": False}
