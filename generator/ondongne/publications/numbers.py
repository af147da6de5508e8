"""Figures as pages show them: never without unit, day and source."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from ondongne import korean
from ondongne.outcomes.figures import Total, city_total, total, year_counts
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.facts import label
from ondongne.publications.phrases import Phrase, Phrases, Piece, as_of, cite, note
from ondongne.records.base import Cite
from ondongne.records.city import City, Metric
from ondongne.records.quantities import Figure, Money
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.when import When
from ondongne.records.year import Year

MONEY: Final = ("budget", "spent")


class Number(NamedTuple):
    """A figure: its label, the value and the target as text, the value in per cent of the target, and notes.

    Its notes cite the sources of `entry`; `home` is the id of the record that gives it, or of the year whose records
    were added up. `quantity` is the value to draw by, None where only a target is known; `about` where it is not exact;
    `missing` says how many records that were added up give no value.
    """

    entry: Entry[Record]
    home: str
    label: str
    value: str
    target: str
    share: int | None
    notes: Phrase
    quantity: Decimal | None = None
    about: bool = False
    missing: int = 0

    @property
    def reached(self) -> int:
        """How far a bar is filled, from 0 to 100."""
        return min(100, max(0, self.share or 0))


def figures(outcomes: Outcomes, entry: Entry[Record]) -> tuple[Number, ...]:
    """The figures of a record whose metrics its city declares."""
    metrics = outcomes.city(entry).record.metrics
    return tuple(
        _figure(entry, figure, metrics[figure.metric]) for figure in entry.record.figures if figure.metric in metrics
    )


def of_year(outcomes: Outcomes, entry: Entry[Year], phrases: Phrases) -> tuple[Number, ...]:
    """All figures of a year's record; a count that a metric of the same name gives already is not said twice."""
    found = figures(outcomes, entry)
    said = {number.label for number in found}
    counted = _counts(entry, phrases, outcomes.city(entry).record.metrics)
    return (*found, *(number for number in counted if number.label not in said))


def of_home(
    outcomes: Outcomes, owner: Entry[Record], year: int, phrases: Callable[[Entry[Record]], Phrases]
) -> tuple[Number, ...]:
    """The figures of a council-year or city-year: as its record gives them, then what those of others come to."""
    entry = outcomes.year(owner.id, year)
    recorded = of_year(outcomes, entry, phrases(entry)) if entry is not None else ()
    summed = tuple(of_total(total) for total in _totals(outcomes, owner, year))
    reached = {number.label for number in summed}
    return (*(number for number in recorded if number.value or number.label not in reached), *summed)


def _totals(outcomes: Outcomes, owner: Entry[Record], year: int) -> Iterator[Total]:
    """What each metric came to that the year's own record does not give."""
    home = f"{owner.id}/{year}"
    for metric in outcomes.city(owner).record.metrics:
        is_city = owner.kind == City.kind
        found = city_total(outcomes, owner.id, year, metric) if is_city else total(outcomes, home, metric)
        if found is not None and all(entry.id != home for entry, _ in found.parts):
            yield found


def of_total(summed: Total) -> Number:
    """A total as one figure; a sum says over how many records it goes, and how many give no value."""
    entry, figure = summed.parts[0]
    alone = len(summed.parts) == 1 and not summed.missing
    notes = (*_held(entry, figure.as_of), *source(entry, figure.source)) if alone else _added(summed)
    return Number(
        entry=entry,
        home=entry.id if alone else f"{_common_owner(summed)}/{entry.year}",
        label=summed.label,
        value="" if summed.value is None else amount(summed.value, summed.unit, about=summed.about),
        target="" if summed.target is None else amount(summed.target, summed.unit),
        share=_share(summed.value, summed.target),
        notes=notes,
        quantity=summed.value,
        about=summed.about,
        missing=summed.missing,
    )


def _common_owner(summed: Total) -> str:
    owners = {entry.owner for entry, _ in summed.parts}
    return owners.pop() if len(owners) == 1 else summed.parts[0][0].city


def _added(summed: Total) -> Phrase:
    size, whole = len(summed.parts), len(summed.parts) + summed.missing
    added = f"{whole}건 가운데 값이 적힌 {size}건을" if summed.missing else f"기록 {size}건을"
    return note(f"{summed.parts[0][0].year}년"), note(f"{added} 더한 값")


def _figure(entry: Entry[Record], figure: Figure, metric: Metric) -> Number:
    value, target, about = figure.value, figure.target, figure.about
    remarks = [note(text) for text in (metric.meaning, figure.note) if text]
    return Number(
        entry,
        entry.id,
        metric.label,
        "" if value is None else amount(value, metric.unit, about=about),
        "" if target is None else amount(target, metric.unit),
        _share(value, target),
        (*_held(entry, figure.as_of), *remarks, *source(entry, figure.source)),
        value,
        about,
    )


def amount(value: Decimal, unit: str, *, about: bool = False) -> str:
    """A metric's value with its unit; sums of money as they are read."""
    if unit == "원" and value == int(value):
        return ("약 " if about else "") + korean.won(int(value))
    return korean.approximately(value, unit) if about else korean.with_unit(value, unit)


def _share(value: Decimal | None, target: Decimal | None) -> int | None:
    """The value in per cent of the target; what falls short of it by little is not rounded up to it."""
    if value is None or not target:
        return None
    share = round(value * 100 / target)
    return min(99, share) if value < target else share


def _held(entry: Entry[Record], day: When | None) -> Phrase:
    """The day a number held, or the year of its record."""
    return as_of(day) or ((note(f"{entry.year}년"),) if entry.year else ())


def source(entry: Entry[Record], number: Cite | None) -> Phrase:
    """The citation of the source that a number names, or of its record's only one."""
    return cite(number if number is not None or len(entry.record.sources) != 1 else Cite(1))


def _counts(entry: Entry[Year], phrases: Phrases, metrics: Mapping[str, Metric]) -> Iterator[Number]:
    """The counts and sums of a year; a count is called as its city calls the metric it stands for."""
    for found in year_counts(entry.record):
        _, *notes = phrases.say(found.stated, found.unit)
        held = () if found.stated.value.as_of else _held(entry, None)
        called = metrics[found.metric].label if found.metric in metrics else found.label
        said = (*held, *notes, *_only_source(entry, notes))
        yield Number(entry, entry.id, called, found.text, "", None, said, Decimal(found.stated.value.value))
    for name in MONEY:
        money: Money | None = getattr(entry.record, name)
        if money is not None:
            _, *notes = phrases.say(money)
            notes = [*_held(entry, None), *notes, *_only_source(entry, notes)]
            amount_text, total = korean.won(money.total), Decimal(money.total)
            yield Number(entry, entry.id, label(Year, name), amount_text, "", None, tuple(notes), total)


def _only_source(entry: Entry[Year], notes: Iterable[Piece]) -> Phrase:
    """The record's only source, for a number whose notes name none."""
    return () if any(piece.cite for piece in notes) else source(entry, None)
