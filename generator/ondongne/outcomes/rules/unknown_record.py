"""A reference must lead to a record (an id, or a slug where one kind and the same council-year make it plain)."""

from collections.abc import Iterator

from ondongne import korean
from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links, Reference, candidates
from ondongne.records.record import Record
from ondongne.records.tree import Entry

CODE = "unknown-record"
MISTYPED = "mistyped-record"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield every reference that leads nowhere, with the record it was probably meant for.

    One that leads to a file which could not be read is passed over: that file's faults are reported already.
    """
    for reference in links.references:
        if reference.target is None and not _is_unread(links, reference):
            place, near = reference.entry.place(reference.path), _near(links, reference)
            if near:
                yield diagnose(MISTYPED, place, ref=reference.ref, near=near)
            else:
                yield diagnose(CODE, place, ref=reference.ref)


def _is_unread(links: Links, reference: Reference) -> bool:
    root = links.tree.root
    ids = tuple(candidates(reference.entry, reference.ref))
    return not links.tree.unread.isdisjoint(ids) or any(
        (root / f"{id_}.yml").is_file() or any((root / id_ / f"{kind}.yml").is_file() for kind in ("city", "council"))
        for id_ in ids
    )


def _near(links: Links, reference: Reference) -> str | None:
    """The record of an allowed kind whose id, or else slug, is most like the reference; near homes come first."""
    kinds, ref = reference.ref.kinds, str(reference.ref)
    known = links.tree.book or links.entries.values()
    meant = [other for other in known if not kinds or other.kind in kinds]
    by_slug = {
        _slug(other.id): other.id for other in sorted(meant, key=lambda other: _closeness(reference.entry, other))
    }
    slug = korean.nearest(_slug(ref), by_slug)
    return korean.nearest(ref, (other.id for other in meant)) or (by_slug[slug] if slug else None)


def _slug(id_: str) -> str:
    return id_.rpartition("/")[2]


def _closeness(entry: Entry[Record], other: Entry[Record]) -> int:
    return (other.city == entry.city) + (other.owner == entry.owner) + (other.home == entry.home)
