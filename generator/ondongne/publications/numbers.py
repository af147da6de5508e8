"""Figures as pages show them: never without unit, day and source."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ondongne import korean
from ondongne.outcomes.figures import Total, year_counts
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.facts import label
from ondongne.publications.phrases import Phrase, Phrases, as_of, cite, note
from ondongne.records.base import Cite
from ondongne.records.city import Metric
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.values import Figure, Money
from ondongne.records.when import When
from ondongne.records.year import Year

_MONEY: Final = ("budget", "spent")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: its label, the value and the target as text, how much of it was reached in per cent, and notes."""

    entry: Entry[Record]
    label: str
    value: str
    target: str
    share: int | None
    notes: Phrase


def figures(outcomes: Outcomes, entry: Entry[Record]) -> tuple[Number, ...]:
    """The figures of a record whose metrics its city declares."""
    metrics = outcomes.city(entry).record.metrics
    return tuple(
        _figure(entry, figure, metrics[figure.metric]) for figure in entry.record.figures if figure.metric in metrics
    )


def counts(entry: Entry[Year], phrases: Phrases) -> tuple[Number, ...]:
    """The counts and sums of a year."""
    return tuple(_counts(entry, phrases))


def of_year(outcomes: Outcomes, entry: Entry[Year], phrases: Phrases) -> tuple[Number, ...]:
    """All figures of a year; a count that a metric of the same name gives already is not said twice."""
    found = figures(outcomes, entry)
    said = {number.label for number in found} | {number.value for number in found}
    return (*found, *(number for number in counts(entry, phrases) if not {number.label, number.value} & said))


def of_total(total: Total) -> Number:
    """A total as one figure; a sum says over how many records it goes, and how many give no value."""
    entry, figure = total.parts[0]
    if len(total.parts) == 1 and not total.missing:
        notes: Phrase = (*_held(entry, figure.as_of), *_source(entry, figure.source))
    else:
        size, whole = len(total.parts), len(total.parts) + total.missing
        added = f"{whole}건 가운데 값이 적힌 {size}건을" if total.missing else f"기록 {size}건을"
        notes = (note(f"{entry.year}년"), note(f"{added} 더한 값"))
    return Number(
        entry=entry,
        label=total.label,
        value="" if total.value is None else amount(total.value, total.unit, about=total.about),
        target="" if total.target is None else amount(total.target, total.unit),
        share=_share(total.value, total.target),
        notes=notes,
    )


def _figure(entry: Entry[Record], figure: Figure, metric: Metric) -> Number:
    remarks = [note(text) for text in (metric.meaning, figure.note) if text]
    return Number(
        entry=entry,
        label=metric.label,
        value="" if figure.value is None else amount(figure.value, metric.unit, about=figure.about),
        target="" if figure.target is None else amount(figure.target, metric.unit),
        share=_share(figure.value, figure.target),
        notes=(*_held(entry, figure.as_of), *remarks, *_source(entry, figure.source)),
    )


def amount(value: Decimal, unit: str, *, about: bool = False) -> str:
    """A metric's value with its unit; sums of money as they are read."""
    if unit == "원" and value == int(value):
        return ("약 " if about else "") + korean.won(int(value))
    return korean.approximately(value, unit) if about else korean.with_unit(value, unit)


def _share(value: Decimal | None, target: Decimal | None) -> int | None:
    if value is None or not target:
        return None
    return min(100, round(value * 100 / target))


def _held(entry: Entry[Record], day: When | None) -> Phrase:
    """The day a number held, or the year of its record."""
    return as_of(day) or ((note(f"{entry.year}년"),) if entry.year else ())


def _source(entry: Entry[Record], number: Cite | None) -> Phrase:
    """The source a figure names, or the record's only one."""
    return cite(number if number is not None or len(entry.record.sources) != 1 else Cite(1))


def _counts(entry: Entry[Year], phrases: Phrases) -> Iterator[Number]:
    for found in year_counts(entry.record):
        _, *notes = phrases.say(found.stated, found.unit)
        year = (note(f"{entry.year}년"),) if found.stated.value.as_of is None else ()
        yield Number(entry, found.label, found.text, "", None, (*year, *notes))
    for name in _MONEY:
        money: Money | None = getattr(entry.record, name)
        if money is not None:
            _, *notes = phrases.say(money)
            yield Number(entry, label(Year, name), korean.won(money.total), "", None, tuple(notes))
