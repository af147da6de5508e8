"""What a page rests on beside the records that are read for it: how all records hang together, and what they are.

A page is made of what it is planned with, of the records that are read while it is rendered (`records.readset`), and of
answers of `Outcomes`, `Lineage`, `Catalogue` and `Site` as to which records there are, what refers to what, and what
stands on which list. Those answers are all in `ground`; what a record says is in `facts`.
"""

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.publications.site.catalogue import INDEXED, TERMS
from ondongne.publications.site.here import Site
from ondongne.publications.site.page import SitePage
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.stamps import is_settled
from ondongne.records.tree import COUNTED, Entry
from ondongne.records.year import Year

_COUNTED: Final = (Project.kind, Year.kind)
"""Kinds of which a part may be read, to be counted."""


def ground(site: Site) -> str:
    """A digest of the answers that pages get beside what records say."""
    digest = sha256()
    for part in (*_of_records(site.outcomes), *_of_lists(site)):
        digest.update(repr(part).encode(errors="surrogatepass") + b"\0")
    return digest.hexdigest()


def _of_records(outcomes: Outcomes) -> Iterator[object]:
    links = outcomes.links
    yield outcomes.as_of, sorted(outcomes.only)
    yield list(links.entries), list(outcomes.entries)
    yield list(links.aliases.items())
    yield [(ref.entry.id, ref.path, ref.ref, ref.ref.kinds, ref.target and ref.target.id) for ref in links.references]
    yield [(city.id, [council.id for council in outcomes.councils(city.id)]) for city in outcomes.cities]


def _of_lists(site: Site) -> Iterator[object]:
    catalogue = site.catalogue
    yield [[entry.id for entry in catalogue.of(name)] for name in (*INDEXED, *TERMS)]
    yield [sorted(sizes.items()) for _, sizes in sorted(catalogue.sizes.items())], sorted(catalogue.divided)
    yield [_said(thread) for thread in catalogue.threads()]
    yield site.declared, site.design, sorted(site.booklets)


def _said(thread: Thread) -> tuple[object, ...]:
    """A thread with what it took out of the records."""
    ends = (thread.practice, thread.origin, thread.taker, thread.visit, *thread.projects, *thread.practices)
    return *(end and end.id for end in ends), len(thread.projects), thread.told, thread.seen


def facts(outcomes: Outcomes, until: int) -> Mapping[str, str]:
    """A digest of what each record says and of the photos that it names, by id, and one of what is counted of it.

    A photo that was written no later than `until` (`stamps.settled`) is known by its stamp.
    """
    entries = outcomes.links.entries.items()
    counted = {id_ + COUNTED: entry.gist.counted for id_, entry in entries if entry.kind in _COUNTED}
    return {id_: _fact(outcomes, entry, until) for id_, entry in entries} | counted


def _fact(outcomes: Outcomes, entry: Entry[Record], until: int) -> str:
    photos = [_photo(str(outcomes.links.tree.photo(entry, photo)), until) for photo in entry.gist.photos]
    return " ".join((entry.document.digest.hex(), *photos))


def _photo(file: str, until: int) -> str:
    try:
        seen = os.lstat(file)
        times = seen.st_mtime_ns, seen.st_ctime_ns
        if not S_ISREG(seen.st_mode):
            return "-"
        if is_settled((*times, seen.st_size, seen.st_ino), until):
            return f"{times[0]}:{times[1]}:{seen.st_size}:{seen.st_ino}"
        return sha256(Path(file).read_bytes()).hexdigest()
    except OSError:
        return "-"


def plan_of(page: SitePage) -> bytes:
    """A digest of all that a page is planned with; in none of its texts there is a NUL."""
    said = [page.url, page.title, page.description, page.template, page.section, page.card, page.city]
    for crumb in page.crumbs:
        said += crumb
    return sha256("\0".join(said).encode(errors="surrogatepass")).digest()
