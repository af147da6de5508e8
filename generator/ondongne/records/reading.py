"""From a folder of YAML files to records: find, parse, validate, and report everything that is wrong."""

from functools import partial
from hashlib import sha256
from os import fstat
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from ondongne.diagnostics import Diagnostic, diagnose, in_order
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.records.cache import Cache, Result, Row
from ondongne.records.decoding import MOST_BYTES, decode
from ondongne.records.finding import Found, find
from ondongne.records.gist import Gist
from ondongne.records.kinds import KINDS
from ondongne.records.listing import Item
from ondongne.records.pickling import Outcome, from_bytes
from ondongne.records.record import Record
from ondongne.records.stamps import Stamp, stamp
from ondongne.records.suspicions import is_suspicious
from ondongne.records.tree import Entry, RecordTree, Sealed
from ondongne.records.validating import sound, validate
from ondongne.records.written import Written
from ondongne.records.yaml import parse
from ondongne.records.yaml_plain import plain_data
from ondongne.records.year import Year

Report: TypeAlias = tuple[Diagnostic, ...]


def read_tree(root: Path, shown_as: str = "councils", cache: Cache | None = None) -> tuple[RecordTree, Report]:
    """Read every record under `root`, which reports call `shown_as`; what `cache` knows is not read again.

    A record with a fault in its form is left out of the tree, the others are in it in the order of their folders;
    faults come in the order of files and lines. With the `again` of an earlier cache only what changed since is read,
    and the entries of all other files are the same objects as before.
    """
    cache = cache or Cache()
    entries: dict[str, Entry[Record]] = {}
    faults: list[Diagnostic] = []
    for found in find(root, shown_as, cache.folders):
        if isinstance(found, Diagnostic):
            faults.append(found)
            continue
        entry, report = _read(found, cache)
        faults.extend(report)
        if entry is not None and entry.id:
            entries[entry.id] = entry
    return RecordTree(root, MappingProxyType(entries)), in_order(faults)


def _read(found: Found, cache: Cache) -> Result:
    now, row = stamp(found.item.path), cache.row(found)
    result = _known(found, row, cache) if row is not None and row.stamp is not None and row.stamp == now else None
    if row is not None and result is not None:
        cache.keep(found, row, result)
        return result
    return _opened(found, row, now, cache)


def _opened(found: Found, row: Row | None, now: Stamp | None, cache: Cache) -> Result:
    content = _content(found.item)
    if isinstance(content, Diagnostic):
        return None, (content,)
    digest, trusted = sha256(content).digest(), cache.trusted(now)
    result = None
    if row is not None and row.digest == digest:
        result = _known(found, row, cache)
        row = row if row.stamp == trusted else row._replace(stamp=trusted)
    if row is None or result is None:
        entry, faults = _result(found, _outcome(found, content), digest)
        result = entry, (*faults, *(_disagreeing_year(entry) if entry else ()))
        row = Row(trusted, digest)
    cache.keep(found, row, result)
    return result


def _known(found: Found, row: Row, cache: Cache) -> Result | None:
    """What a file gives whose bytes are as they were."""
    if (result := cache.result(found)) is not None:
        return result
    if row.gist is not None:
        sealed = Sealed(partial(_opened_later, found, row.packed))
        return _entry(found, sealed, Written(found.item.shown, found.item.path, row.digest), row.gist), ()
    outcome = from_bytes(row.packed, found.kind)
    return None if outcome is None else _result(found, outcome, row.digest)


def _opened_later(found: Found, packed: bytes | memoryview) -> Record:
    """A record that was kept, else what its file says now; raises Failure where that is nothing any more."""
    outcome = from_bytes(packed, found.kind)
    if outcome is None or outcome[0] is None:
        content = _content(found.item)
        outcome = _outcome(found, content) if isinstance(content, bytes) else None
    if outcome is None or outcome[0] is None:
        raise Failure(say("lost-record", file=found.item.shown), say("lost-record.hint"))
    return outcome[0]


def _outcome(found: Found, content: bytes) -> Outcome:
    """Read a file the quick way, and where anything is wrong with it once more, exactly."""
    source = decode(content, found.item.shown)
    if isinstance(source, Diagnostic):
        return None, (source,), ""
    model, faults, data = KINDS[found.kind], tuple[Diagnostic, ...](), plain_data(source)
    record = None if data is None else sound(model, source, data)
    if record is None:
        document, slips = parse(content, found.item.shown)
        record, faults = (None, ()) if document is None else validate(model, document)
        faults = (*slips, *faults)
    return record, faults, source.text if record is not None and is_suspicious(source.text) else ""


def _result(found: Found, outcome: Outcome, digest: bytes) -> Result:
    record, faults, text = outcome
    if record is None:
        return None, faults
    return _entry(found, record, Written(found.item.shown, found.item.path, digest, text)), faults


def _entry(found: Found, record: Record | Sealed, document: Written, gist: Gist | None = None) -> Entry[Record]:
    home = found.home
    return Entry(found.id, found.kind, home.city, home.council, home.year, found.slug, record, document, gist)


def _content(file: Item) -> bytes | Diagnostic:
    try:
        with open(file.path, "rb", buffering=0) as opened:
            size = fstat(opened.fileno()).st_size
            content = opened.read() if size <= MOST_BYTES else b""
    except OSError as error:
        return file.fault("unreadable-file", number=error.errno)
    return content if size <= MOST_BYTES else file.fault("file-too-large", size=size, most=MOST_BYTES)


def _disagreeing_year(entry: Entry[Record]) -> Report:
    """A year's record may say how its year is known, but not that it is another one."""
    record = entry.record
    if not isinstance(record, Year) or record.year is None or record.year.year == entry.year:
        return ()
    return (diagnose("year-disagrees", entry.place(("year",)), written=record.year.year, folder=entry.year),)
