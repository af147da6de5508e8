"""Korean as it is written: particles, amounts, dates, order and near misses; imports nothing of the project."""

from .collation import initial, sort_key
from .dates import DateParts, date_text, range_text
from .hangul import nfc
from .nearness import nearest
from .numbers import approximately, count, with_unit, won, won_full
from .particles import with_particle
from .templates import fill

__all__ = [
    "DateParts",
    "approximately",
    "count",
    "date_text",
    "fill",
    "initial",
    "nearest",
    "nfc",
    "range_text",
    "sort_key",
    "with_particle",
    "with_unit",
    "won",
    "won_full",
]
