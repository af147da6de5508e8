"""The one place that asks what day it is; commands and the MkDocs plugin ask once and hand the answer down."""

from datetime import date, datetime, timedelta, timezone

SEOUL = timezone(timedelta(hours=9), "KST")


def today() -> date:
    """Today in Seoul, which has no daylight saving time."""
    return datetime.now(SEOUL).date()


def midnight(day: date) -> int:
    """Seconds since the epoch when `day` begins in Seoul."""
    return int(datetime(day.year, day.month, day.day, tzinfo=SEOUL).timestamp())
