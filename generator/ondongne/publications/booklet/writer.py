"""How a booklet says what records say: values as spans, with citations of its own numbering and links inside it."""

from dataclasses import dataclass, replace

from ondongne import korean
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Lineage
from ondongne.publications.booklet.blocks import Span, Spans
from ondongne.publications.booklet.prose import one_line
from ondongne.publications.booklet.sources import Apparatus
from ondongne.publications.phrases import Phrase, Phrases, plain
from ondongne.records.base import Cite
from ondongne.records.evidence import Claim, Wording
from ondongne.records.people import Person
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Medium


@dataclass(frozen=True, eq=False)
class Writer:
    """Says records in one booklet, that of `home` (an id); links lead to records by id, in the booklet or not."""

    home: str
    lineage: Lineage
    apparatus: Apparatus

    @property
    def outcomes(self) -> Outcomes:
        """What readers may see."""
        return self.lineage.outcomes

    def phrases(self, entry: Entry[Record]) -> Phrases:
        """Says a record's values, for print."""
        return Phrases(self.outcomes, entry, lambda target: target.id, Medium.PRINT)

    def spans(self, entry: Entry[Record], phrase: Phrase) -> Spans:
        """A phrase as spans."""
        found: list[Span] = []
        for piece in phrase:
            if piece.cite:
                found += self.apparatus.cite(entry.record, piece.cite)
            elif piece.is_note:
                found.append(Span(f" {piece.text}", note=True))
            else:
                found.append(Span(piece.text, to=piece.url or ""))
        return tuple(found)

    def lines(self, entry: Entry[Record], value: object, unit: str = "") -> tuple[Spans, ...]:
        """What a field's value says, one line each."""
        return tuple(self.spans(entry, phrase) for phrase in self.phrases(entry).lines(value, unit))

    def say(self, entry: Entry[Record], value: object, unit: str = "") -> Spans:
        """What a field's value says, on one line."""
        return joined(self.lines(entry, value, unit))

    def cite(self, entry: Entry[Record], source: Cite | None) -> Spans:
        """The citation of a source, if there is one."""
        return () if source is None else self.apparatus.cite(entry.record, source)

    def person(self, entry: Entry[Record], person: Person | None) -> str:
        """A person by office, or by name where that is allowed."""
        return plain(self.phrases(entry).say(person)) if person is not None else ""

    def name(self, entry: Entry[Record]) -> Span:
        """A record's name, which leads to it."""
        return Span(entry.record.heading, to=entry.id)

    def origin(self, entry: Entry[Record]) -> str:
        """The council a record is of; empty for a record of the city, and in the council's own booklet."""
        council = self.outcomes.council(entry)
        return council.record.heading if council is not None and council.id != self.home else ""

    def claims(self, entry: Entry[Record]) -> tuple[Spans, ...]:
        """What only a source claims, said as its claim."""
        return tuple(self._claim(entry, claim) for claim in entry.record.claims)

    def _claim(self, entry: Entry[Record], claim: Claim) -> Spans:
        teller = _publisher(entry.record, claim)
        whose = f"{teller}의 말이며" if teller else "출처의 말이며"
        scope = f" 견준 범위는 ‘{claim.scope}’입니다." if claim.scope else ""
        said = Span(f" {whose}, 따로 확인한 사실은 아닙니다.{scope}")
        return (*one_line(claim.text), *self.cite(entry, claim.source), said)

    def notes(self, entry: Entry[Record]) -> tuple[Spans, ...]:
        """A record's notes that the booklet has not said yet."""
        return tuple(one_line(note) for note in entry.record.notes if self.apparatus.first_time(note))


def restored(wording: Wording) -> Spans:
    """What the source has in the place of a restored text."""
    original = korean.with_particle(f"‘{wording.as_written}’", "이라고")
    return (Span(f"원문에서 빠진 글자를 되살렸습니다. 원문에는 {original} 적혀 있습니다."),)


def begun(spans: Spans) -> Spans:
    """Spans that begin a line: without the space that parts a note from what stands before it."""
    return (replace(spans[0], text=spans[0].text.lstrip()), *spans[1:]) if spans else ()


def joined(lines: tuple[Spans, ...], separator: str = ", ") -> Spans:
    """Lines one after another on one line."""
    spans: list[Span] = []
    for line in lines:
        spans += [Span(separator), *line] if spans else line
    return tuple(spans)


def listed(words: tuple[str, ...], particle: str = "은") -> str:
    """Words as a list with a particle: 비용, 인력은."""
    return korean.with_particle(", ".join(words), particle)


def _publisher(record: Record, claim: Claim) -> str:
    known = claim.source is not None and claim.source <= len(record.sources)
    source = record.sources[claim.source - 1] if known and claim.source else None
    return (source.publisher or f"「{source.title}」") if source else ""
