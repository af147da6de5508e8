"""What of a record can be sought beside its title and summary: all that its page shows of its fields, and no more."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from ondongne import korean
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.facts import BOX
from ondongne.publications.phrases import Phrases
from ondongne.records.base import Ref, Value
from ondongne.records.city import Brand, City
from ondongne.records.council import Council
from ondongne.records.evidence import Photo, Source, Vision
from ondongne.records.people import Consent, Person
from ondongne.records.quantities import Count, Money
from ondongne.records.record import Record
from ondongne.records.state import State
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import ClaimKind, Licence, Medium, Term
from ondongne.records.when import When

_IN_TITLES: Final = ("title", "name", "summary")
_NOT_SHOWN: Final = frozenset(("aliases", "metric", "url", "file", "declared_at"))
_NOT_OF_CITIES: Final = ("metrics", "highlights", "elections")
_ONLY_PRINTED: Final = ("forewords", "event", "cover", "imprint", "size", "binding", "paper")
_LEFT_OUT: Final = frozenset((*_IN_TITLES, *_NOT_SHOWN, *_NOT_OF_CITIES, *_ONLY_PRINTED))
_LABELLED: Final[Mapping[str, frozenset[str]]] = {
    kind: frozenset((*names, "topics", "tags", "brand")) for kind, names in BOX.items()
}


class Words(NamedTuple):
    """Texts of a record, one a line: `labelled` of the fact box and the record's topics, `told` of all the rest."""

    labelled: str
    told: str


NOTHING: Final = Words("", "")


def other_names(record: Record) -> tuple[str, ...]:
    """What else a record is called: a council's formal name and its dongs, an event's name in other papers."""
    if isinstance(record, Council):
        return tuple(dict.fromkeys((record.full_name, *(name.name for name in record.other_names), *record.dongs)))
    return getattr(record, "other_names", ())


def words(outcomes: Outcomes, entry: Entry[Record]) -> Words:
    """The texts of a record that readers may see on its page."""
    labelled: list[str] = []
    told: list[str] = []
    page = _Page(outcomes, entry)
    box = _LABELLED.get(entry.kind, ())
    for name, value in vars(entry.record).items():
        if value and name not in _LEFT_OUT:
            _SAYERS[type(value)](page, value, labelled if name in box else told)
    return Words("\n".join(labelled), "\n".join(told))


class _Page(NamedTuple):
    outcomes: Outcomes
    entry: Entry[Record]


_Sayer = Callable[[_Page, Any, list[str]], None]


def _nothing(_page: _Page, _value: object, _out: list[str]) -> None:
    """Say nothing of what pages do not show, nor of bare numbers."""


def _text(_page: _Page, value: str, out: list[str]) -> None:
    out.append(value)


def _each(page: _Page, values: tuple[object, ...], out: list[str]) -> None:
    for value in values:
        _SAYERS[type(value)](page, value, out)


def _parts(page: _Page, value: Value, out: list[str]) -> None:
    for name, part in vars(value).items():
        if part and name not in _NOT_SHOWN:
            _SAYERS[type(part)](page, part, out)


def _source(_page: _Page, value: Source, out: list[str]) -> None:
    out += filter(None, (value.title, value.publisher))


def _reference(page: _Page, value: Ref, out: list[str]) -> None:
    found = page.outcomes.follow(page.entry, value)
    if found is not None:
        out.append(found.gist.heading)


def _person(page: _Page, value: Person, out: list[str]) -> None:
    phrases = Phrases(page.outcomes, page.entry, lambda entry: entry.id, Medium.WEB)
    out.append("".join(piece.text for piece in phrases.person(value)))


def _photo(page: _Page, value: Photo, out: list[str]) -> None:
    if page.entry.kind != City.kind and value.allowed(Medium.WEB, page.outcomes.as_of):
        out += filter(None, (value.caption, value.credit))


def _vision(page: _Page, value: Vision, out: list[str]) -> None:
    city = page.entry.record
    if isinstance(city, City) and value is max(city.visions, key=lambda vision: vision.year):
        _parts(page, value, out)


class _Sayers(dict[type, _Sayer]):
    """What says the values of a type; of one that is unknown, nothing is said."""

    def __missing__(self, kind: type) -> _Sayer:
        if issubclass(kind, Term):
            self[kind] = lambda _, value, out: out.append(value.label)
        else:
            self[kind] = _parts if issubclass(kind, Value) else _nothing
        return self[kind]


_SAYERS: Final = _Sayers(
    {
        str: _text,
        tuple: _each,
        Ref: _reference,
        Person: _person,
        Photo: _photo,
        Vision: _vision,
        Source: _source,
        When: lambda _, value, out: out.append(str(value.on)),
        Count: lambda _, value, out: out.append(value.text()),
        Money: lambda _, value, out: out.append(korean.won(value.total)),
        **dict.fromkeys((State, Consent, Brand, Licence, ClaimKind), _nothing),
    }
)
