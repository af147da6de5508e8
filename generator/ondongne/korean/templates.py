"""Korean sentences with blanks, filled in so that particles and amounts come out right."""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, Final

from .numbers import count, won_full
from .particles import with_particle


def _quote(value: object) -> str:
    return f"‘{value}’"


# Amounts are written in full: a sentence that compares two must not round either.
_FORMS: Final[Mapping[str, Callable[[Any], str]]] = {"won": won_full, "count": count, "quote": _quote}


def fill(template: str, /, **values: object) -> str:
    """Fill a template's blanks: ``{name}``, ``{name:을}``, ``{spent:won|이}``, ``{n:count}``, ``{word:quote|은}``.

    After the colon stand a form (won, count, quote), a particle, or both in that order with a bar between. A blank is
    a plain name: attributes, indexes, conversions and nested blanks raise ValueError, as does a name without a value.
    """
    return "".join(
        literal + ("" if name is None else _blank(name, spec or "", conversion, values))
        for literal, name, spec, conversion in Formatter().parse(template)
    )


def _blank(name: str, spec: str, conversion: str | None, values: Mapping[str, object]) -> str:
    if name not in values or conversion:
        raise ValueError(f"not a plain name with a value: {name!r}")
    value = values[name]
    for step in filter(None, spec.split("|")):
        value = _FORMS[step](value) if step in _FORMS else with_particle(str(value), step)
    return str(value)
