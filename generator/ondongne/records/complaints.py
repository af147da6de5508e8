"""From what pydantic finds wrong with a value to the fault that a person reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, TypeAlias

from ondongne import korean
from ondongne.diagnostics import Diagnostic, Place, diagnose
from ondongne.records import guesses
from ondongne.records.base import Value
from ondongne.records.city import COLOUR
from ondongne.records.locating import Spot, is_model
from ondongne.records.quantities import Count
from ondongne.records.record import Record
from ondongne.records.text import REFERENCE, SLUG

_SHOWN: Final = 40  # characters of a value that a sentence quotes
_PLAIN: Final = 10_000  # from here on numbers are written with commas; a year is not

Explanation: TypeAlias = tuple[str, dict[str, object]]
"""The code of a fault, and what its message needs besides the field, its meaning and what is written."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error of pydantic: its type, the value it is about, its details, its spot, and what has the field."""

    type: str
    value: Any
    details: Mapping[str, Any]
    spot: Spot
    holder: object

    def report(self, place: Place) -> Diagnostic:
        """Say it at a place."""
        code, values = self._explanation()
        common = {"field": self.spot.name, "meaning": self.spot.meaning, "written": shown(self.value)}
        return diagnose(code, place, **{**common, **values})

    def _explanation(self) -> Explanation:
        if self.value is None:
            return "empty-item", {}
        if self.type in _WANT_ONE and isinstance(self.value, list | dict):
            return "list-for-one" if isinstance(self.value, list) else "mapping-for-one", {}
        if self.type in _PLAIN_CODES:
            return _PLAIN_CODES[self.type], {**self.details}
        explain = _EXPLAINED.get(self.type)
        return explain(self) if explain else ("wrong-value", {})


def shown(value: object) -> str:
    """A value as a sentence quotes it: on one line, and not all of a long one."""
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def fields_of(model: type[Value]) -> str:
    """The keys that a group of fields may have, those that every record may have last."""
    return ", ".join(
        sorted(model.model_fields, key=lambda key: issubclass(model, Record) and key in Record.model_fields)
    )


def _text(complaint: Complaint) -> Explanation:
    return ("needs-quotes", {}) if isinstance(complaint.value, bool | int | Decimal) else ("wrong-value", {})


def _length(complaint: Complaint) -> Explanation:
    size, most = len(complaint.value.strip()), complaint.details["max_length"]
    return "too-long", {"size": size, "most": most, "over": size - most}


def _pattern(complaint: Complaint) -> Explanation:
    pattern = complaint.details["pattern"]
    if pattern != REFERENCE:
        return {SLUG: "not-a-slug", COLOUR: "not-a-colour"}.get(pattern, "wrong-value"), {}
    meant = guesses.reference_meant(complaint.value)
    return ("mistyped-reference", {"meant": meant}) if meant else ("not-a-reference", {})


def _list(complaint: Complaint) -> Explanation:
    if isinstance(complaint.value, dict):
        return "mapping-for-list", {}
    several = guesses.list_meant(str(complaint.value))
    return ("commas-for-list", {"meant": several}) if several else ("one-for-list", {})


def _group(complaint: Complaint) -> Explanation:
    kind = complaint.spot.kind
    if not is_model(kind):
        return "unnamed-values", {}
    return "not-a-mapping", {"first": next(iter(kind.model_fields)), "fields": fields_of(kind)}


def _number(complaint: Complaint) -> Explanation:
    written = complaint.value
    if isinstance(written, Decimal):
        return "not-whole", {}
    if not isinstance(written, str):
        return "not-a-number", {}
    is_count = is_model(complaint.holder) and issubclass(complaint.holder, Count)
    if is_count and (meant := guesses.count_meant(written)):
        return "count-as-text", {"meant": meant}
    amount = guesses.amount_meant(written)
    return ("not-a-number", {}) if amount is None else ("number-as-text", {"meant": amount})


def _limit(complaint: Complaint) -> Explanation:
    [(comparison, limit)] = complaint.details.items()
    if comparison == "ge":
        return "too-small", {"least": _plainly(limit), "written": _plainly(complaint.value)}
    most = limit - 1 if comparison == "lt" else limit
    return "too-large", {"most": _plainly(most), "written": _plainly(complaint.value)}


def _term(complaint: Complaint) -> Explanation:
    vocabulary = complaint.details["vocabulary"]
    choices = ", ".join(term.label for term in vocabulary)
    near = guesses.term_meant(vocabulary, shown(complaint.value))
    return ("mistyped-value", {"near": near, "choices": choices}) if near else ("unknown-value", {"choices": choices})


def _date(complaint: Complaint) -> Explanation:
    meant = guesses.date_meant(shown(complaint.value))
    return ("date-style", {"meant": meant}) if meant else ("wrong-date", {})


def _plainly(number: int | Decimal) -> str:
    return str(number) if 0 <= number < _PLAIN else korean.count(number)


_WANT_ONE: Final = frozenset(
    ("string_type", "bool_type", "not_a_number", "not_a_whole_number", "unknown_value", "wrong_date")
)
_PLAIN_CODES: Final = {
    "bool_type": "not-a-flag",
    "string_too_short": "empty-field",
    "several_lines": "several-lines",
    "wrong_address": "wrong-address",
    "wrong_photo_file": "wrong-photo-file",
    "dates_reversed": "dates-reversed",
    "no_such_day": "no-such-day",
    "empty_list": "empty-list",
    "conflict_of_one": "conflict-of-one",
    "no_such_preference": "no-such-preference",
    "bare_state": "bare-state",
}
_EXPLAINED: Final[Mapping[str, Callable[[Complaint], Explanation]]] = {
    "string_type": _text,
    "string_too_long": _length,
    "string_pattern_mismatch": _pattern,
    "tuple_type": _list,
    "model_type": _group,
    "dict_type": _group,
    "not_a_number": _number,
    "not_a_whole_number": _number,
    "greater_than_equal": _limit,
    "less_than_equal": _limit,
    "less_than": _limit,
    "unknown_value": _term,
    "wrong_date": _date,
}
