"""Practices with the threads that went out from them or came in."""

from collections.abc import Iterable

from ondongne.outcomes.lineage import Thread
from ondongne.records.record import Record
from ondongne.records.tree import Entry

Taught = tuple[Entry[Record], tuple[Thread, ...]]
"""A practice and its threads."""


def by_practice(threads: Iterable[Thread]) -> tuple[Taught, ...]:
    """Threads by the practice they carry."""
    found: dict[str, list[Thread]] = {}
    for thread in threads:
        found.setdefault(thread.practice.id, []).append(thread)
    return tuple((group[0].practice, tuple(group)) for group in found.values())
