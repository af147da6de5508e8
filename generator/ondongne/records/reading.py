"""From a folder of YAML files to records: find, parse, validate, and report everything that is wrong."""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from os import fstat
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from ondongne.diagnostics import Diagnostic, diagnose, in_order
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.records.cache import Cache, Result, Row, unpacked
from ondongne.records.decoding import MOST_BYTES, decode
from ondongne.records.finding import Found, find
from ondongne.records.gist import Gist, gist_of
from ondongne.records.kinds import KINDS
from ondongne.records.listing import Item
from ondongne.records.record import Record
from ondongne.records.source import Source
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
    result = _known(found, row, cache) if row is not None and row.digest == digest else None
    if row is not None and result is not None:
        cache.keep(found, row if row.stamp == trusted else row._replace(stamp=trusted), result)
        return result
    result, data = _made(found, content, digest)
    cache.keep(found, Row(trusted, digest, *_told(result)), result, data)
    return result


def _told(result: Result) -> tuple[Gist, str] | tuple[()]:
    """What another process is told of a file: nothing where it should report a fault."""
    entry, faults = result
    return () if entry is None or faults else (entry.gist, entry.document.kept)


def _known(found: Found, row: Row, cache: Cache) -> Result | None:
    """What a file gives whose bytes are as they were."""
    if (result := cache.result(found)) is not None:
        return result
    if row.gist is None:
        return None
    sealed = Sealed(partial(_opened_later, found, cache.packed(found)))
    return _entry(found, sealed, Written(found.item.shown, found.item.path, row.digest, row.text), row.gist), ()


def _opened_later(found: Found, packed: bytes | memoryview) -> Record:
    """A record of the data that was kept, else of what its file says now; raises Failure where that is none."""
    try:
        return KINDS[found.kind].model_validate(unpacked(packed))
    except ValueError:
        content = _content(found.item)
    entry = _made(found, content, b"")[0][0] if isinstance(content, bytes) else None
    if entry is None:
        raise Failure(say("lost-record", file=found.item.shown), say("lost-record.hint"))
    return entry.record


def _made(found: Found, content: bytes, digest: bytes) -> tuple[Result, Mapping[str, Any]]:
    """What a file gives, and its data."""
    source = decode(content, found.item.shown)
    if isinstance(source, Diagnostic):
        return (None, (source,)), {}
    record, faults, data = _parsed(KINDS[found.kind], source, content)
    if record is None:
        return (None, faults), {}
    kept = source.text if is_suspicious(source) else ""
    entry = _entry(found, record, Written(found.item.shown, found.item.path, digest, kept), gist_of(record, data))
    return (entry, (*faults, *_disagreeing_year(entry))), data


def _parsed(model: type[Record], source: Source, content: bytes) -> tuple[Record | None, Report, Mapping[str, Any]]:
    """Read a file the quick way, and where anything is wrong with it once more, exactly; its data comes last."""
    data = plain_data(source)
    record = None if data is None else sound(model, source, data)
    if data is not None and record is not None:
        return record, (), data
    document, slips = parse(content, source.file)
    if document is None:
        return None, slips, {}
    record, faults = validate(model, document)
    return record, (*slips, *faults), document.data


def _entry(found: Found, record: Record | Sealed, document: Written, gist: Gist) -> Entry[Record]:
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
