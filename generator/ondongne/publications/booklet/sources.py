"""What a booklet has to say about where its facts come from: sources numbered once, notes said once."""

from ondongne.publications.booklet.blocks import Span, Spans
from ondongne.records.evidence import Source
from ondongne.records.record import Record


class Apparatus:
    """Numbers sources in the order in which the booklet first cites them, and remembers what was said already."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}
        self._said: set[str] = set()
        self._told: set[Source] = set()

    def number(self, record: Record, cited: int) -> int:
        """The booklet's number of a record's source `cited` (from 1)."""
        return self._numbers.setdefault(record.sources[cited - 1], len(self._numbers) + 1)

    def cite(self, record: Record, cited: int) -> Spans:
        """The citation of one source; none where the record does not have it."""
        return (Span(cite=self.number(record, cited)),) if 1 <= cited <= len(record.sources) else ()

    def cite_all(self, record: Record) -> Spans:
        """Citations of everything a record draws on."""
        return tuple(Span(cite=self.number(record, cited)) for cited in range(1, len(record.sources) + 1))

    def turn(self) -> None:
        """Begin a chapter: its readers are told of each source again."""
        self._told.clear()

    def told(self, record: Record) -> tuple[Spans, ...]:
        """The sources of a record that its chapter has not named yet, each after its number."""
        cited = [number for number, source in enumerate(record.sources, 1) if source not in self._told]
        self._told.update(record.sources)
        return tuple((*self.cite(record, number), Span(" "), *_short(record.sources[number - 1])) for number in cited)

    def first_time(self, text: str) -> bool:
        """Whether a note is new to the booklet; it counts as said from now on."""
        new = text not in self._said
        self._said.add(text)
        return new

    def entries(self) -> tuple[Spans, ...]:
        """The list at the end of the booklet."""
        return tuple(_entry(source) for source in self._numbers)


def _entry(source: Source) -> Spans:
    title = _short(source)
    return (*title, Span(f" {source.url}", url=source.url)) if source.url else title


def _short(source: Source) -> Spans:
    published = (source.publisher, str(source.on) if source.on else None, source.page)
    rest = ", ".join(part for part in published if part)
    return (Span(f"「{source.title}」" + (f" {rest}" if rest else "")),)
