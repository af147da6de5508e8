"""Every list of the site: what stands on it, how much of it each city has, and whether it is too long for one page."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage, Thread
from ondongne.records.gist import Gist
from ondongne.records.kinds import OF_A_YEAR
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Audience, Term, Topic

LINEAGE: Final = "lineage"
BOOKLETS: Final = "booklets"
INDEXED: Final = (*OF_A_YEAR, "practices", "organisations")
VOCABULARIES: Final[Mapping[str, type[Audience] | type[Topic]]] = {"topics": Topic, "audiences": Audience}
TERMS: Final[Mapping[str, Term]] = {
    f"{folder}/{term.value}": term for folder, vocabulary in VOCABULARIES.items() for term in vocabulary
}
"""Topics and audiences by the names of their lists."""

MOST: Final = 300
"""Lines that fit on a page which an older reader can still take in on a telephone; some 100 KB."""
_MOST_OF: Final[Mapping[str, int]] = {LINEAGE: 60, BOOKLETS: 120}
"""The same for lists whose lines are larger."""

Sizes = Mapping[str, Mapping[str, int]]
"""The size of each list by city; a city that has nothing on a list is not named."""


@dataclass(frozen=True)
class Catalogue:
    """The lists of records, by name: a kind, or `topics/care`; and the sizes of these, of the lineage and the booklets.

    `counted` gives the sizes where `outcomes` hold only a part of what is on the lists.
    """

    outcomes: Outcomes
    counted: Sizes | None = None

    @cached_property
    def lineage(self) -> Lineage:
        """Who learned what from whom."""
        return Lineage(self.outcomes)

    def of(self, name: str, city: str = "") -> tuple[Entry[Record], ...]:
        """The records on a list, newest first, those under a term by kind; only those of a city where it is given."""
        return self._by_city[name].get(city, ()) if city else self._lists[name]

    def threads(self, city: str = "") -> tuple[Thread, ...]:
        """All threads, newest first; only what a city and its councils taught where it is given."""
        threads = self.lineage.threads
        return tuple(thread for thread in threads if thread.origin.city == city) if city else threads

    def size(self, name: str, city: str = "") -> int:
        """How much there is on a list, in one city or in all."""
        # Threads take long to spin, and most pages ask for other sizes only.
        sizes = (self.sizes if name == LINEAGE else self._sizes_but_lineage).get(name, {})
        return sizes.get(city, 0) if city else sum(sizes.values())

    @cached_property
    def divided(self) -> frozenset[str]:
        """The lists of which each city has its own."""
        cities = len(self.outcomes.cities)
        # It takes long to count everything.
        return divided(self.sizes, cities) if cities > 1 else frozenset()

    @cached_property
    def sizes(self) -> Sizes:
        """The size of every list by city."""
        if self.counted is not None:
            return self.counted
        return {**self._sizes_but_lineage, LINEAGE: Counter(thread.origin.city for thread in self.lineage.threads)}

    @cached_property
    def _sizes_but_lineage(self) -> Sizes:
        if self.counted is not None:
            return self.counted
        return {**record_sizes(self._lists), BOOKLETS: booklet_sizes(self.outcomes)}

    @cached_property
    def _lists(self) -> Mapping[str, tuple[Entry[Record], ...]]:
        return record_lists(self.outcomes)

    @cached_property
    def _by_city(self) -> Mapping[str, Mapping[str, tuple[Entry[Record], ...]]]:
        return {name: _by_city(entries) for name, entries in self._lists.items()}


def is_long(name: str, size: int) -> bool:
    """Whether so much is too much for one page of a list."""
    return size > _MOST_OF.get(name, MOST)


def divided(sizes: Sizes, cities: int) -> frozenset[str]:
    """The lists that are too long to stand on one page for all of several cities."""
    return frozenset(name for name, counted in sizes.items() if cities > 1 and is_long(name, sum(counted.values())))


def record_lists(outcomes: Outcomes) -> Mapping[str, tuple[Entry[Record], ...]]:
    """The records on each list, in its order; years stand for themselves elsewhere."""
    found: dict[str, list[Entry[Record]]] = {name: [] for name in TERMS}
    for kind in INDEXED:
        for entry in outcomes.of(kind):
            for name in _terms(entry.gist):
                found[name].append(entry)
    kinds = {kind: outcomes.of(kind) for kind in INDEXED}
    return kinds | {name: tuple(entries) for name, entries in found.items()}


def record_sizes(lists: Mapping[str, tuple[Entry[Record], ...]]) -> Sizes:
    """The size of each list of records by city."""
    return {name: Counter(entry.city for entry in entries) for name, entries in lists.items()}


def _terms(gist: Gist) -> Iterator[str]:
    yield from (f"topics/{topic}" for topic in dict.fromkeys(gist.topics))
    yield from (f"audiences/{audience}" for audience in dict.fromkeys(gist.audience))


def _by_city(entries: tuple[Entry[Record], ...]) -> Mapping[str, tuple[Entry[Record], ...]]:
    found: dict[str, list[Entry[Record]]] = defaultdict(list)
    for entry in entries:
        found[entry.city].append(entry)
    return {city: tuple(own) for city, own in found.items()}


def booklet_sizes(outcomes: Outcomes) -> Mapping[str, int]:
    """How many booklets each city can have: one for each year of each place, and those put together by hand."""
    found = Counter(entry.city for entry in outcomes.of("editions"))
    for city in outcomes.cities:
        for owner in (city, *outcomes.councils(city.id)):
            found[city.id] += len(outcomes.years(owner.id))
    return +found
