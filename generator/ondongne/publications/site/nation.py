"""What the pages that belong to no city are made of, when each city is read on a machine of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from ondongne.outcomes.borders import Borders, Digests
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.outcomes.links import Links
from ondongne.publications.site.catalogue import (
    BOOKLETS,
    LINEAGE,
    Sizes,
    booklet_sizes,
    divided,
    record_lists,
    record_sizes,
)
from ondongne.publications.site.indexes import CARDS
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree


def sizes(digests: Digests, borders: Borders, only: frozenset[str]) -> Sizes:
    """The sizes of all lists by city; those of the cities `only` where it names any."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for digest in digests():
        outcomes = _of(digest.entries, borders, only)
        for name, counted in record_sizes(record_lists(outcomes)).items():
            found[name].update(counted)
        found[BOOKLETS].update(booklet_sizes(outcomes))
    threads = Lineage(_of(borders.entries.values(), borders, only)).threads
    return {**found, LINEAGE: Counter(thread.origin.city for thread in threads)}


def chosen(digests: Digests, borders: Borders, counted: Sizes, only: frozenset[str]) -> Outcomes:
    """The few records that the country's own pages show, with the lineage of all."""
    cities = sum(1 for entry in _of(borders.entries.values(), borders, only).cities)
    long = divided(counted, cities)
    entries: list[Entry[Record]] = []
    for digest in digests():
        kept = set(_shown(_of(digest.entries, borders, only), long)) | {
            entry.id for entry in borders.shared[digest.city]
        }
        entries += (entry for entry in digest.entries if entry.id in kept)
    return _of(entries, borders, only)


def _shown(outcomes: Outcomes, long: frozenset[str]) -> Iterator[str]:
    """Ids of a city's records that stand on lists of the country, on long ones only the newest."""
    for name, entries in record_lists(outcomes).items():
        yield from (entry.id for entry in entries[: CARDS if name in long else None])
    if BOOKLETS not in long:  # Their covers are sewn of all records in them.
        yield from outcomes.entries


def _of(entries: Iterable[Entry[Record]], borders: Borders, only: frozenset[str]) -> Outcomes:
    tree = RecordTree(Path(), MappingProxyType({entry.id: entry for entry in entries}))
    return Outcomes(Links(tree, borders.as_of), only)
