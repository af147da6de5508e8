"""What a person probably meant by a key or value that a field cannot hold."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ondongne import korean
from ondongne.records.base import Value
from ondongne.records.text import REFERENCE
from ondongne.records.vocabulary import Term
from ondongne.records.when import read_span

_LONGEST: Final = 40  # characters; a longer text is no slip of the pen
_SHORTEST: Final = 2

_AMOUNT: Final = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<thousand>천)?(?P<myriad>[만억조])?")
_MYRIADS: Final = {None: 1, "만": 10**4, "억": 10**8, "조": 10**12}
_COUNTER: Final = re.compile(r"(?:원정?|년|명|가구|세대|곳|개|회|번|%)$")
_COUNT: Final = re.compile(
    r"(?P<before>약 ?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<after>여)? ?(?P<unit>[가-힣%㎡a-zA-Z]{1,5})?"
)
_DATE: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:[^0-9]{1,3}(?P<month>[0-9]{1,2})(?:[^0-9]{1,3}(?P<day>[0-9]{1,2}))?)?[^0-9]{0,5}"
)


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
    """The term that a word is a slip for, or has in it: 진행 for 진행중."""
    options = [option for term in vocabulary for option in (term.label, term.value)]
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
    text = _COUNTER.sub("", re.sub(r"\s|(?<=[0-9]),(?=[0-9]{3})", "", written))
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
    found = _COUNT.fullmatch(written)
    if found is None or len(written) > _LONGEST or not (found["before"] or found["after"] or found["unit"]):
        return None
    about = ", about: true" if found["before"] or found["after"] else ""
    unit = f", unit: {found['unit']}" if found["unit"] else ""
    return f"{{value: {found['number'].replace(',', '')}{about}{unit}}}"


def date_meant(written: str) -> str | None:
    """The date as records have it: 2025-12-10 for 2025. 12. 10.(수), 2025년 12월 10일 or 2025/12/10."""
    found = _DATE.fullmatch(written.strip())
    if found is None:
        return None
    date = "-".join(part.zfill(2) for part in found.groups() if part)
    try:
        read_span(date)
    except ValueError:
        return None
    return date


def reference_meant(written: str) -> str | None:
    """The id that a path of a record's file stands for."""
    path = re.sub(r"[\s_]+", "-", written.strip().replace("\\", "/")).lower()
    path = re.sub(r"^/*(councils/)?|\.ya?ml$|/+$", "", path)
    return path if path != written and re.search(REFERENCE, path) else None
