"""What a page rests on beside the records that are read for it: how all records hang together, and what they are.

A page is made of what it is planned with, of the records that are read while it is rendered (`records.readset`), and of
answers of `Outcomes`, `Lineage`, `Catalogue` and `Site` as to which records there are, what refers to what, and what
stands on which list. Those answers are all in `ground`; what a record says is in `facts`.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Final

from ondongne.building import sealed
from ondongne.building.store import Store
from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.outcomes.links import Reference
from ondongne.publications.site.catalogue import INDEXED, TERMS
from ondongne.publications.site.here import Site
from ondongne.publications.site.page import SitePage
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.stamps import is_settled
from ondongne.records.tree import COUNTED, Entry
from ondongne.records.year import Year

_THREADS: Final = "threads.digest"
_COUNTED: Final = (Project.kind, Year.kind)
"""Kinds of which a part may be read, to be counted."""


def ground(site: Site, facts: Mapping[str, str], store: Store) -> str:
    """A digest of the answers that pages get beside what records say; `facts` are of all records."""
    digest = sha256()
    for part in (*_of_records(site.outcomes), *_of_lists(site)):
        digest.update(part.encode(errors="surrogatepass") + b"\0\0")
    digest.update(_of_threads(site, digest.digest(), facts, store))
    return digest.hexdigest()


def _of_records(outcomes: Outcomes) -> Iterator[str]:
    """Long lists are joined, which takes a tenth of the time of writing them out: no id nor reference has a NUL."""
    links = outcomes.links
    yield repr((outcomes.as_of, sorted(outcomes.only)))
    yield "\0".join(links.entries)
    yield "\0".join(outcomes.entries)
    yield repr(list(links.aliases.items()))
    yield "\0".join(_of_references(links.references))
    yield repr([(city.id, [council.id for council in outcomes.councils(city.id)]) for city in outcomes.cities])


def _of_references(references: Iterable[Reference]) -> list[str]:
    spelled = cache(lambda *parts: repr(parts))
    said: list[str] = []
    for entry, path, ref, target in references:
        said += (entry.id, spelled(path, ref.kinds), ref, target.id if target is not None else "")
    return said


def _of_lists(site: Site) -> Iterator[str]:
    catalogue = site.catalogue
    for name in (*INDEXED, *TERMS):
        yield "\0".join([entry.id for entry in catalogue.of(name)])
    yield repr((site.counted, sorted(catalogue.divided)))
    yield repr((site.declared, site.design, sorted(site.booklets)))


def _of_threads(site: Site, others: bytes, facts: Mapping[str, str], store: Store) -> bytes:
    """A digest of the threads and of the sizes of lists.

    It is kept with the facts that the threads were spun from, for they take long to spin and few pages ask for them;
    `others` is the digest of what it rests on beside these.
    """
    key, known, found = sealed.recall(store, _THREADS) or (b"", {}, b"")
    if key == others and all(facts.get(id_) == fact for id_, fact in known.items()):
        return bytes(found)
    sizes = [(name, sorted(sizes.items())) for name, sizes in sorted(site.catalogue.sizes.items())]
    said = sizes, [_said(thread) for thread in site.catalogue.threads()]
    found = sha256(repr(said).encode(errors="surrogatepass")).digest()
    sealed.keep(store, _THREADS, (others, {id_: facts[id_] for id_ in site.lineage.spun_from}, found))
    return found


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
