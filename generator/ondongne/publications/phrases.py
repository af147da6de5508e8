"""Values of records as short phrases: what a fact box, a list or a line under a figure says."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache, partial
from typing import Any, Final, NamedTuple

from ondongne import korean
from ondongne.outcomes.graph import Outcomes
from ondongne.records.base import Cite, Ref
from ondongne.records.evidence import Wording
from ondongne.records.people import Party, Person
from ondongne.records.quantities import Count, Goal, Money, Staffing, Stated
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Audience, Medium, Term, Topic
from ondongne.records.when import Span, When


class Piece(NamedTuple):
    """Part of a phrase: text, with the site URL it links to; a side note; or the citation of one of the sources."""

    text: str = ""
    url: str | None = None
    is_note: bool = False
    cite: int = 0


Phrase = tuple[Piece, ...]

_COMMA: Final = Piece(", ")
_SPACE: Final = Piece(" ")


def plain(phrase: Phrase) -> str:
    """A phrase as text without its notes and citations."""
    return "".join(piece.text for piece in phrase if not piece.is_note and not piece.cite)


@lru_cache(maxsize=4096)
def note(text: str) -> Piece:
    """A side note."""
    return Piece(text, is_note=True)


@cache
def cite(number: Cite | None) -> Phrase:
    """The citation of a source, if there is one."""
    return () if number is None else (Piece(cite=int(number)),)


def when(value: When) -> Phrase:
    """A date; one that was worked out says so, with the source's own words where they are known."""
    if not value.derived:
        return (Piece(str(value.on)),)
    original = f", 원문 표현은 ‘{value.as_written}’" if value.as_written else ""
    return Piece(str(value.on)), note(f"추정{original}")


def count(value: Count, unit: str = "") -> Phrase:
    """A count with its unit, the day it held and its source."""
    return (Piece(value.text(unit)), *as_of(value.as_of), *cite(value.source))


def as_of(day: When | None) -> Phrase:
    """The day on which a number held."""
    return () if day is None else _held(day.on, day.derived)


@lru_cache(maxsize=512)
def _held(on: Span, derived: bool) -> Phrase:
    return (Piece(f"{on} 기준" + (", 기준일은 추정" if derived else ""), is_note=True),)


def stated(value: Stated[Any], say: Callable[[Any], Phrase]) -> Phrase:
    """The preferred value first, then whatever else the sources say."""
    chosen = value.accounts[value.preferred - 1]
    pieces = [*say(chosen.value), *cite(chosen.source), *_remark(chosen.note)]
    for other in value.others if len(value.accounts) > 1 else ():
        said = korean.with_particle(f"‘{plain(say(other.value))}’", "으로")
        why = f": {other.note}" if other.note else ""
        pieces += [note(f"출처가 엇갈립니다. {said} 적은 곳도 있습니다{why}"), *cite(other.source)]
    return tuple(pieces)


def _remark(text: str | None) -> Phrase:
    return (Piece(text, None, True),) if text else ()


def money(value: Money) -> Phrase:
    """An amount for reading, with what each fund gave."""
    cites = [piece for part in value.parts if part.cite is not None for piece in cite(part.cite)]
    funds = [f"{part.source} {korean.won(part.value)}" for part in value.parts if part.source]
    return (Piece(korean.won(value.total)), *_remark(", ".join(funds)), *dict.fromkeys(cites))


class Phrases:
    """Says the values of one record in a medium; references lead to public records only."""

    def __init__(
        self, outcomes: Outcomes, entry: Entry[Record], address: Callable[[Entry[Record]], str], medium: Medium
    ) -> None:
        self._outcomes = outcomes
        self._entry = entry
        self._address = address
        self._medium = medium

    def lines(self, value: object, unit: str = "") -> tuple[Phrase, ...]:
        """What a field's value says, one phrase a line; none for what is absent."""
        if value is None:
            return ()
        if not isinstance(value, tuple):
            phrase = self.say(value, unit)
            return (phrase,) if phrase else ()
        if value and isinstance(value[0], str) and not isinstance(value[0], Ref):
            return (self._listed(value),)
        return tuple([phrase for item in value if (phrase := self.say(item, unit))])

    def say(self, value: object, unit: str = "") -> Phrase:
        """One value as a phrase; empty when it refers to a record that readers may not see."""
        return _TELLERS[type(value)](self, value, unit)

    def record(self, ref: Ref) -> Phrase:
        """A link to the record that a reference means."""
        found = self._outcomes.follow(self._entry, ref)
        return (self.link(found),) if found is not None else ()

    def link(self, entry: Entry[Record]) -> Piece:
        """A link to a record, called as it is called on pages."""
        return Piece(called(self._outcomes, entry), url=self._address(entry))

    def party(self, value: Party) -> Phrase:
        """Somebody who takes part, with their role."""
        named = self.record(value.record) if value.record else ()
        named = named or ((Piece(value.name),) if value.name else ())
        return (*named, *_remark(value.role)) if named else ()

    def person(self, value: Person) -> Phrase:
        """A person by office; the name only where it may be shown in the medium on the day."""
        named = value.name if value.name and self._may_name(value) else ""
        return (Piece(" ".join(filter(None, (value.affiliation, value.role, named)))),)

    def _may_name(self, value: Person) -> bool:
        consented = value.consent is not None and value.consent.covers(self._medium, self._outcomes.as_of)
        return value.public_office or consented

    def staffing(self, value: Staffing) -> Phrase:
        """An occupation and how many work in it."""
        return Piece(value.role), *((_SPACE, *count(value.count, "명")) if value.count else ())

    def goal(self, value: Goal) -> Phrase:
        """What is still to be reached, how much of it and by when."""
        amount = (_SPACE, *count(value.count)) if value.count else ()
        deadline = (note(f"{value.by.on}까지" + ("(추정)" if value.by.derived else "")),) if value.by else ()
        return Piece(value.text), *amount, *deadline, *cite(value.source)

    def _listed(self, values: tuple[str, ...]) -> Phrase:
        pieces: list[Piece] = []
        for value in values:
            pieces += [_COMMA, *self.say(value)] if pieces else self.say(value)
        return tuple(pieces)


def called(outcomes: Outcomes, entry: Entry[Record]) -> str:
    """What a record is called where it is linked to: a council among those of several cities with its city's name."""
    if entry.kind == "council" and len(outcomes.cities) > 1:
        return f"{outcomes.city(entry).gist.heading} {entry.gist.heading}"
    if entry.kind == "year" and entry.year is not None:
        return f"{outcomes.entries[entry.owner].gist.heading} {year_text(outcomes, entry.owner, entry.year)}"
    return entry.gist.heading


def year_text(outcomes: Outcomes, owner: str, year: int) -> str:
    """A year as pages and covers say it: 2025년, or 2017년(추정) where the record says that it was worked out."""
    record = outcomes.year(owner, year)
    return (record.gist.heading if record else "") or f"{year}년"


_TERM_PAGES: Final[Mapping[type[Term], str]] = {Audience: "audiences", Topic: "topics"}

_Teller = Callable[[Phrases, Any, str], Phrase]


class _Tellers(dict[type, _Teller]):
    """What tells the values of a type."""

    def __missing__(self, kind: type) -> _Teller:
        if issubclass(kind, Stated):
            self[kind] = lambda phrases, value, unit: stated(value, partial(phrases.say, unit=unit))
        else:
            self[kind] = _vocabulary(kind) if issubclass(kind, Term) else _text
        return self[kind]


def _vocabulary(terms: type[Term]) -> _Teller:
    """Says each word of a vocabulary, linked to the page of all that it stands on."""
    folder = _TERM_PAGES.get(terms)
    said = {term: (Piece(term.label, url=f"{folder}/{term.value}/" if folder else None),) for term in terms}
    return lambda _phrases, value, _unit: said[value]


def _text(_phrases: Phrases, value: object, _unit: str) -> Phrase:
    return (Piece(str(value)),)


_TELLERS: Final = _Tellers(
    {
        When: lambda _, value, _unit: when(value),
        Money: lambda _, value, _unit: money(value),
        Count: lambda _, value, unit: count(value, unit),
        Wording: lambda _, value, _unit: (Piece(value.text),),
        Ref: lambda phrases, value, _unit: phrases.record(value),
        Party: lambda phrases, value, _unit: phrases.party(value),
        Person: lambda phrases, value, _unit: phrases.person(value),
        Staffing: lambda phrases, value, _unit: phrases.staffing(value),
        Goal: lambda phrases, value, _unit: phrases.goal(value),
    }
)


def labels(terms: Iterator[Term] | tuple[Term, ...]) -> str:
    """Terms as a list: 노인, 아동."""
    return ", ".join([term.label for term in terms])
