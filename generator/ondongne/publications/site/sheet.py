"""One record as its own page shows it."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ondongne import korean
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.facts import Fact, facts, missing
from ondongne.publications.numbers import Number, figures
from ondongne.publications.phrases import Phrase, Phrases, plain, when
from ondongne.publications.site.here import Here, list_of
from ondongne.records.base import Ref
from ondongne.records.city import City
from ondongne.records.evidence import Claim, Photo, Source, Vision, Wording
from ondongne.records.people import Person, Quote
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Medium


class SourceLine(NamedTuple):
    """A source at the foot of a page: where it was published and when, as one line."""

    source: Source
    published: str


class Saying(NamedTuple):
    """A quotation with who said it and when; `speaker` is empty where the record does not say."""

    quote: Quote
    speaker: str
    on: str


@dataclass(frozen=True, eq=False)
class Sheet:
    """What the templates of records ask of a record."""

    page: Here
    entry: Entry[Record]

    @cached_property
    def record(self) -> Record:
        """The record itself."""
        return self.entry.record

    @property
    def outcomes(self) -> Outcomes:
        """All public records."""
        return self.page.site.outcomes

    @cached_property
    def phrases(self) -> Phrases:
        """Says the record's values."""
        return self.page.phrases(self.entry)

    @property
    def city(self) -> Entry[City]:
        """The record's city."""
        return self.outcomes.city(self.entry)

    @property
    def index(self) -> str:
        """The link to the list of records of this kind."""
        return self.page.all(list_of(self.entry.kind), self.entry.city)

    @property
    def owner(self) -> Entry[Record]:
        """The council or city it belongs to."""
        return self.outcomes.entries[self.entry.owner]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The rows of the fact box."""
        return facts(self.record, self.phrases)

    @cached_property
    def missing(self) -> str:
        """What the source leaves out: 비용, 인력."""
        return ", ".join(missing(self.record))

    @cached_property
    def figures(self) -> tuple[Number, ...]:
        """The record's figures."""
        return figures(self.outcomes, self.entry)

    @property
    def aimed(self) -> tuple[Number, ...]:
        """Those of its figures that have a target."""
        return tuple(number for number in self.figures if number.target)

    @property
    def aimless(self) -> str:
        """The names of its figures that have none."""
        return ", ".join(number.label for number in self.figures if not number.target)

    @cached_property
    def photos(self) -> tuple[Photo, ...]:
        """Photos that may be shown."""
        return self.page.photos(self.entry)

    def in_press(self, photo: Photo) -> bool:
        """Whether whoever it shows agreed to being shown in the press too."""
        return photo.allowed(Medium.PRESS, self.outcomes.as_of)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """The record's quotations."""
        return tuple(
            [
                Saying(quote, self.person(quote.speaker), plain(when(quote.on)) if quote.on else "")
                for quote in self.record.quotes
            ]
        )

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The record's sources, in order."""
        return tuple([SourceLine(source, _published(source)) for source in self.record.sources])

    @property
    def restored(self) -> tuple[Wording, ...]:
        """Texts on the page that lost characters at their source; no values but visions have such texts."""
        record = self.record
        visions = record.visions if isinstance(record, City) else self.declared
        return tuple([vision.slogan for vision in visions if vision.slogan.restored])

    @property
    def declared(self) -> tuple[Vision, ...]:
        """The city's visions that were declared at this event."""
        return self.page.site.declared.get(self.entry.id, ())

    def person(self, person: Person | None) -> str:
        """A person by office, or by name where that is allowed."""
        return plain(self.phrases.say(person)) if person is not None else ""

    def teller(self, claim: Claim) -> str:
        """Who makes a claim, with the particle of a subject: 파이낸셜뉴스가."""
        if claim.source is None or claim.source > len(self.record.sources):
            return "출처가"
        source = self.record.sources[claim.source - 1]
        return korean.with_particle(source.publisher, "이") if source.publisher else f"‘{source.title}’에서"

    def lines(self, name: str) -> tuple[Phrase, ...]:
        """What one field says, one phrase a line."""
        return self.phrases.lines(getattr(self.record, name))

    def follow(self, refs: tuple[Ref, ...], *kinds: str) -> tuple[Entry[Record], ...]:
        """The public records that references mean; only of some kinds where they are given."""
        found = (self.outcomes.follow(self.entry, ref) for ref in refs)
        return tuple(entry for entry in found if entry is not None and (not kinds or entry.kind in kinds))

    def citing(self, *kinds: str) -> tuple[Entry[Record], ...]:
        """Public records that refer to this one, each once, newest first; only of some kinds where they are given."""
        return tuple(entry for entry in self._citing if entry.kind in kinds) if kinds else self._citing

    @cached_property
    def _citing(self) -> tuple[Entry[Record], ...]:
        entries = {reference.entry.id: reference.entry for reference in self.outcomes.citing(self.entry)}
        entries.pop(self.entry.id, None)
        return tuple(sorted(entries.values(), key=lambda entry: (-(entry.year or 0), entry.id)))


def _published(source: Source) -> str:
    parts = [source.publisher, source.page, str(source.on) if source.on else None]
    return ", ".join(filter(None, parts))
