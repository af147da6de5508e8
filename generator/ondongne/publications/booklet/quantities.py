"""Figures in a booklet: large numbers, and bars where something was aimed at."""

from collections.abc import Iterable

from ondongne.publications import numbers
from ondongne.publications.booklet.blocks import Bar, Block, Number, Numbers
from ondongne.publications.booklet.writer import Writer, begun
from ondongne.records.record import Record
from ondongne.records.tree import Entry


def of_record(writer: Writer, entry: Entry[Record]) -> tuple[Block, ...]:
    """A record's figures."""
    return _blocks(_said(writer, number) for number in numbers.figures(writer.outcomes, entry))


def of_home(writer: Writer, owner: Entry[Record], year: int) -> tuple[Block, ...]:
    """The figures of a council-year or city-year."""
    found = numbers.of_home(writer.outcomes, owner, year, writer.phrases)
    return _blocks(_said(writer, number) for number in found)


def _said(writer: Writer, number: numbers.Number) -> Number | Bar:
    about = begun(writer.spans(number.entry, number.notes))
    if number.share is not None:
        return Bar(number.label, number.value, number.target, number.reached, about)
    return Number(number.value or number.target, number.label if number.value else f"{number.label} 목표", about)


def _blocks(said: Iterable[Number | Bar]) -> tuple[Block, ...]:
    given = list(said)
    large = tuple(number for number in given if isinstance(number, Number))
    bars = tuple(bar for bar in given if isinstance(bar, Bar))
    return (*((Numbers(large),) if large else ()), *bars)
