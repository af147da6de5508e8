"""What records must not contradict between them: one rule a file, all listed here.

A draft's faults are warnings at most, so that unfinished work does not keep a city from publishing; except those in
`EVERYWHERE`, which must not even lie in a repository or would break as soon as another record is renamed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, TypeAlias

from ondongne.diagnostics import Diagnostic, Severity
from ondongne.outcomes.checked import Checked
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import (
    agreement_terms,
    aliases,
    brands,
    completeness,
    consents,
    dates_outside_year,
    draft_above,
    dropped_yet_learned,
    editions,
    emoji,
    figure_twice,
    hidden_record,
    metrics,
    missing_photos,
    origin_loop,
    own_model,
    personal_numbers,
    predecessor,
    previous_awards,
    regions,
    same_title,
    superlatives,
    unknown_record,
    unprintable,
    unreadable_photo,
    unused_photos,
    visions,
    visit_before_founding,
    visit_to_itself,
    wrong_kind,
    year_figures,
)
from ondongne.records.agreement import Agreement
from ondongne.records.award import Award
from ondongne.records.city import City
from ondongne.records.edition import Edition
from ondongne.records.kinds import KINDS
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.visit import Visit
from ondongne.records.vocabulary import Standing
from ondongne.records.year import Year

Rule: TypeAlias = Callable[[Links, Entry[Any]], Iterator[Diagnostic]]
"""Looks at one record, and into as many others as it likes."""

OF_RECORDS: Final[Mapping[type[Record], tuple[Rule, ...]]] = {
    Record: (
        # References
        wrong_kind.check,
        hidden_record.check,
        # Figures
        metrics.check,
        figure_twice.check,
        # Days and years
        dates_outside_year.check,
        # Words
        superlatives.check,
        emoji.check,
        unprintable.check,
        # People
        personal_numbers.check,
        consents.check,
        completeness.check,
    ),
    City: (regions.check, visions.check),
    Year: (year_figures.check,),
    Project: (own_model.check, predecessor.check, brands.check),
    Visit: (visit_to_itself.check, visit_before_founding.check, dropped_yet_learned.check),
    Agreement: (agreement_terms.check,),
    Award: (previous_awards.check,),
    Edition: (editions.check,),
}
"""Rules of single records, by what they are of; those under `Record` are of all."""

OF_ALL: Final[tuple[Callable[[Links], Iterator[Diagnostic]], ...]] = (
    # References
    unknown_record.check,
    aliases.check,
    draft_above.check,
    # Who learned from whom
    origin_loop.check,
    # Words
    same_title.check,
    # Files
    missing_photos.check,
    unreadable_photo.check,
    unused_photos.check,
)
"""Rules of all records together, and of files beside them."""

EVERYWHERE: Final = frozenset((unknown_record.CODE, unknown_record.MISTYPED, wrong_kind.CODE, personal_numbers.CODE))


def check_all(links: Links, checked: Checked | None = None) -> Iterator[Diagnostic]:
    """Yield what every rule finds; `checked` may know already what those of single records find."""
    checked = checked or Checked()
    of_records = checked.faults(links, _of_record, unprintable.coverage())
    found = [*of_records, *(fault for rule in OF_ALL for fault in rule(links))]
    drafts = _drafts(links) if any(fault.is_error for fault in found) else frozenset()
    for fault in found:
        eased = fault.is_error and fault.place.file in drafts and fault.code not in EVERYWHERE
        yield replace(fault, severity=Severity.WARNING) if eased else fault


def _of_record(links: Links, entry: Entry[Record]) -> Iterator[Diagnostic]:
    for rule in (*OF_RECORDS[Record], *OF_RECORDS.get(KINDS[entry.kind], ())):
        yield from rule(links, entry)


def _drafts(links: Links) -> frozenset[str]:
    """The files of all drafts, by their paths in reports."""
    return frozenset(entry.document.file for entry in links.entries.values() if _is_draft(links, entry.id))


def _is_draft(links: Links, id_: str) -> bool:
    """Whether a record, its council or its city is unfinished or withdrawn; one under embargo is finished."""
    holders = links.holders(links.entries[id_])
    unseen = (Standing.DRAFT, Standing.WITHDRAWN)
    return any(holder is None or holder.record.state.status in unseen for holder in holders)
