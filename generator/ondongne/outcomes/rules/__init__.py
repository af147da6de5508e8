"""What records must not contradict between them: one rule a file, all in one list.

A draft's faults are warnings at most, so that unfinished work does not keep a city from publishing; except those in
`EVERYWHERE`, which must not even lie in a repository or would break as soon as another record is renamed.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from ondongne.diagnostics import Diagnostic, Severity
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import (
    agreement_terms,
    aliases,
    brands,
    completeness,
    consents,
    dates_outside_year,
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
from ondongne.records.vocabulary import Standing

Rule = Callable[[Links], Iterator[Diagnostic]]

ALL_RULES: Final[tuple[Rule, ...]] = (
    # References
    unknown_record.check,
    wrong_kind.check,
    hidden_record.check,
    aliases.check,
    regions.check,
    editions.check,
    # Who learned from whom
    own_model.check,
    origin_loop.check,
    predecessor.check,
    visit_to_itself.check,
    visit_before_founding.check,
    dropped_yet_learned.check,
    # Figures
    metrics.check,
    figure_twice.check,
    year_figures.check,
    # Days and years
    dates_outside_year.check,
    visions.check,
    agreement_terms.check,
    previous_awards.check,
    # Words
    brands.check,
    same_title.check,
    superlatives.check,
    emoji.check,
    unprintable.check,
    # People
    personal_numbers.check,
    consents.check,
    # Files
    missing_photos.check,
    unreadable_photo.check,
    unused_photos.check,
    completeness.check,
)

EVERYWHERE: Final = frozenset((unknown_record.CODE, unknown_record.MISTYPED, wrong_kind.CODE, personal_numbers.CODE))


def check_all(links: Links) -> Iterator[Diagnostic]:
    """Yield what every rule finds, in the order of the rules."""
    found = [fault for rule in ALL_RULES for fault in rule(links)]
    drafts = _drafts(links) if any(fault.is_error for fault in found) else frozenset()
    for fault in found:
        eased = fault.is_error and fault.place.file in drafts and fault.code not in EVERYWHERE
        yield replace(fault, severity=Severity.WARNING) if eased else fault


def _drafts(links: Links) -> frozenset[str]:
    """The files of all drafts, by their paths in reports."""
    return frozenset(entry.document.file for entry in links.entries.values() if _is_draft(links, entry.id))


def _is_draft(links: Links, id_: str) -> bool:
    """Whether a record, its council or its city is unfinished or withdrawn; one under embargo is finished."""
    holders = links.holders(links.entries[id_])
    unseen = (Standing.DRAFT, Standing.WITHDRAWN)
    return any(holder is None or holder.record.state.status in unseen for holder in holders)
