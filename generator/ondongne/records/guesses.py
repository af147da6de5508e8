"""What a person probably meant by a key or value that a field cannot hold."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from ondongne import korean
from ondongne.records.base import Value
from ondongne.records.text import REFERENCE
from ondongne.records.vocabulary import Term
from ondongne.records.when import read_span

_LONGEST: Final = 40  # characters; a longer text is no slip of the pen
_SHORTEST: Final = 2

_AMOUNT: Final = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<thousand>천)?(?P<myriad>[만억조])?")
_MYRIADS: Final = {None: 1, "만": 10**4, "억": 10**8, "조": 10**12}
_CALLED: Final = {
    "독거노인": "홀몸어르신",
    "독거어르신": "홀몸어르신",
    "홀로어르신": "홀몸어르신",
    "어르신": "노인",
    "어린이": "아동",
    "장애우": "장애인",
}
"""What people call a term of a vocabulary, without spaces, where a term that looks alike is another."""

_COUNTER: Final = re.compile(r"(?:원정?|년|명|가구|세대|곳|개|회|번|%)$")
_COUNT: Final = re.compile(
    r"(?P<before>약 ?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<after>여)?"
    r" ?(?P<unit>(?!내외|가량|정도|쯤|안팎)[가-힣%㎡a-zA-Z]{1,5}?)?"
    r"(?P<later> ?(?:내외|가량|정도|쯤|안팎))?"
)
_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:[^0-9]{1,3}(?P<month>[0-9]{1,2})(?:[^0-9]{1,3}(?P<day>[0-9]{1,2}))?)?[^0-9]{0,5}"
)
_REST_OF_DATE: Final = re.compile(r"(?P<one>[0-9]{1,2})(?:[^0-9]{1,3}(?P<two>[0-9]{1,2}))?[^0-9]{0,5}")
_TO: Final = re.compile(r"\s*(?:[~∼〜]|부터)\s*")
_TIME: Final = re.compile(r"(?<=[0-9.일)]) *(?:오전|오후)? *[0-9]{1,2}(?::[0-9]{2}|시(?: *[0-9]{1,2}분)?)$")


def field_meant(model: type[Value], key: str) -> str | None:
    """The field that a key is a slip for, or the Korean label of."""
    labels: dict[str, str] = {}
    for name, field in model.model_fields.items():
        labels.setdefault(str(field.title).replace(" ", ""), name)
    options = {**labels, **{name: name for name in model.model_fields}}
    typed = key[:_LONGEST].replace(" ", "").replace("-", "_")
    found = korean.nearest(typed, options) or _sharing(typed, labels)
    return options[found] if found else None


def term_meant(vocabulary: Iterable[Term], written: str) -> str | None:
    """The term that people call so, or that a word is a slip for, or has in it: 진행 for 진행중."""
    options = [option for term in vocabulary for option in (term.label, term.value)]
    called = _CALLED.get(written.replace(" ", ""))
    if called in options:
        return called
    return korean.nearest(written, options) or _sharing(written, options)


def name_meant(name: str, options: Iterable[str]) -> str | None:
    """The name that a name of a file or folder is a slip for."""
    return korean.nearest(name.strip().replace(" ", "-").replace("_", "-"), options)


def _sharing(written: str, options: Iterable[str]) -> str | None:
    long_enough = len(written) >= _SHORTEST
    sharing = (
        option
        for option in options
        if len(option) >= _SHORTEST and (option in written or (long_enough and written in option))
    )
    return max(sharing, key=len, default=None)


def amount_meant(written: str) -> int | None:
    """The number that an amount in words and digits stands for: 3000000 for 300만원, 1200 for 1,200."""
    if len(written) > _LONGEST:
        return None
    text = _COUNTER.sub("", re.sub(r"\s|^[₩\\]|(?<=[0-9]),(?=[0-9]{3})", "", normalize("NFKC", written)))
    parts = list(_AMOUNT.finditer(text))
    if not parts or "".join(part[0] for part in parts) != text:
        return None
    sizes = [_MYRIADS[part["myriad"]] * (1000 if part["thousand"] else 1) for part in parts]
    if any(larger <= smaller for larger, smaller in pairwise(sizes)):
        return None
    amount = sum(Decimal(part["number"]) * size for part, size in zip(parts, sizes, strict=True))
    return int(amount) if amount == int(amount) else None


def count_meant(written: str) -> str | None:
    """How to write a rough number, or one with a unit: {value: 80, about: true, unit: 명} for 80여 명."""
    found = _COUNT.fullmatch(normalize("NFKC", written)) if len(written) <= _LONGEST else None
    if found is None or not (found["unit"] or _is_rough(found)):
        return None
    about = ", about: true" if _is_rough(found) else ""
    unit = f", unit: {found['unit']}" if found["unit"] else ""
    return f"{{value: {found['number'].replace(',', '')}{about}{unit}}}"


def list_meant(written: str) -> str | None:
    """How to write a list on one line: [식생활, 돌봄] for 식생활, 돌봄."""
    items = [item.strip() for item in re.split(r"[,，、](?![0-9])", written)]
    is_plain = len(items) > 1 and all(items) and re.search(r"[][{}\"#:]", written) is None
    return f"[{', '.join(items)}]" if is_plain and len(written) <= 2 * _LONGEST else None


def _is_rough(found: re.Match[str]) -> bool:
    return bool(found["before"] or found["after"] or found["later"])


def date_meant(written: str) -> str | None:
    """The date as records have it: 2025-12-10 for 2025. 12. 10.(수), 2025-03/2025-11 for 2025년 3월부터 11월까지."""
    text = normalize("NFKC", written).strip()
    first, *others = _TO.split(text) if _TO.search(text) else _halves(text)
    start = _date_parts(_TIME.sub("", first))
    parts = [start, *(_end_parts(_TIME.sub("", other), start) for other in others)]
    if len(others) > 1 or None in parts:
        return None
    date = "/".join("-".join(number.zfill(2) for number in part or ()) for part in parts)
    try:
        read_span(date)
    except ValueError:
        return None
    return date


def _halves(text: str) -> list[str]:
    """Two dates on either side of a slash; a slash may also stand inside one: 2025/12/10."""
    first, _, second = (part.strip() for part in text.partition("/"))
    return [first, second] if _DATE.fullmatch(second) else [text]


def _date_parts(text: str) -> list[str] | None:
    found = _DATE.fullmatch(text)
    return [part for part in found.groups() if part] if found else None


def _end_parts(text: str, start: list[str] | None) -> list[str] | None:
    """The end of a stretch of time, with the year, or year and month, that it shares with the start."""
    if not text:
        return []
    if start is None or _DATE.fullmatch(text):
        return _date_parts(text)
    found = _REST_OF_DATE.fullmatch(text)
    rest = [part for part in found.groups() if part] if found else []
    shared = start[: len(start) - len(rest)]
    return [*shared, *rest] if rest and shared else None


def reference_meant(written: str) -> str | None:
    """The id that a path of a record's file stands for."""
    path = re.sub(r"[\s_]+", "-", written.strip().replace("\\", "/")).lower()
    path = re.sub(r"^/*(councils/)?|\.ya?ml$|/+$", "", path)
    return path if path != written and re.search(REFERENCE, path) else None
