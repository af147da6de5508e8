"""The index: people by office, places, organisations, councils, projects and practices, in Korean order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from ondongne import korean
from ondongne.publications.booklet.blocks import IndexGroup, Term
from ondongne.publications.booklet.writer import Writer
from ondongne.records.base import Ref, walk
from ondongne.records.people import Party, Person
from ondongne.records.record import Record
from ondongne.records.tree import Entry

_TITLES: Final = ("council", "projects", "practices", "organisations")
_REFERRED: Final = ("council", "organisations", "practices")


def index(writer: Writer, entries: Iterable[Entry[Record]], anchors: Collection[str]) -> tuple[IndexGroup, ...]:
    """Terms of records that are in the booklet, under their initials."""
    places: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in entries:
        if entry.id in anchors:
            for text in _terms(writer, entry):
                places[text][entry.id] = None
    terms = (Term(text, tuple(places[text])) for text in sorted(places, key=_order))
    return tuple(
        IndexGroup(initial, tuple(group)) for initial, group in groupby(terms, key=lambda term: _initial(term.text))
    )


@lru_cache(maxsize=8192)
def _order(text: str) -> Any:
    return korean.sort_key(text)


@lru_cache(maxsize=8192)
def _initial(text: str) -> str:
    return korean.initial(text)


def _terms(writer: Writer, entry: Entry[Record]) -> Iterator[str]:
    if entry.kind in _TITLES:
        yield entry.record.heading
    yield from filter(None, (getattr(entry.record, "place", None), *getattr(entry.record, "places", ())))
    for _, leaf in walk(entry.record):
        if isinstance(leaf, Person) and (leaf.public_office or leaf.affiliation or leaf.name):
            yield writer.person(entry, leaf)
        elif isinstance(leaf, Party) and leaf.name:
            yield leaf.name
        elif isinstance(leaf, Ref):
            found = writer.outcomes.follow(entry, leaf)
            if found is not None and found.kind in _REFERRED:
                yield found.record.heading
