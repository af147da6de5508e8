"""What a booklet has to say about where its facts come from: sources numbered once, notes said once."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from ondongne.publications.booklet.blocks import Span, Spans
from ondongne.records.evidence import Source
from ondongne.records.record import Record


class Apparatus:
    """Numbers sources in the order in which the booklet first cites them, and remembers what was said already."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}
        self._said: set[str] = set()

    def number(self, record: Record, cited: int) -> int:
        """The booklet's number of a record's source `cited` (from 1)."""
        return self._numbers.setdefault(record.sources[cited - 1], len(self._numbers) + 1)

    def cite(self, record: Record, cited: int) -> Spans:
        """The citation of one source; none where the record does not have it."""
        return (Span(cite=self.number(record, cited)),) if 1 <= cited <= len(record.sources) else ()

    def cite_all(self, record: Record) -> Spans:
        """Citations of everything a record draws on."""
        return tuple(Span(cite=self.number(record, cited)) for cited in range(1, len(record.sources) + 1))

    def first_time(self, text: str) -> bool:
        """Whether a note is new to the booklet; it counts as said from now on."""
        new = text not in self._said
        self._said.add(text)
        return new

    def footnotes(self) -> tuple[Spans, ...]:
        """What a footnote says of each source, by its number."""
        return tuple(map(_short, self._numbers))

    def entries(self) -> tuple[Spans, ...]:
        """The list at the end of the booklet."""
        return tuple(_entry(source) for source in self._numbers)


def cited(value: object) -> Iterator[int]:
    """Yield the numbers of the sources that part of a booklet cites, as often as it does."""
    if isinstance(value, Span):
        yield from (value.cite,) if value.cite else ()
    elif isinstance(value, tuple):
        for item in value:
            yield from cited(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from cited(getattr(value, field.name))


def _entry(source: Source) -> Spans:
    title = _short(source)
    return (*title, Span(f" {source.url}", url=source.url)) if source.url else title


def _short(source: Source) -> Spans:
    published = (source.publisher, str(source.on) if source.on else None, source.page)
    rest = ", ".join(part for part in published if part)
    return (Span(f"「{source.title}」" + (f" {rest}" if rest else "")),)
