"""From a folder of YAML files to records: find, parse, validate, and report everything that is wrong."""

from os import fstat
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from ondongne.diagnostics import Diagnostic, diagnose, in_order
from ondongne.records.cache import Cache
from ondongne.records.decoding import MOST_BYTES, decode
from ondongne.records.finding import Found, find
from ondongne.records.kinds import KINDS
from ondongne.records.listing import Item
from ondongne.records.pickling import Outcome
from ondongne.records.record import Record
from ondongne.records.source import Source
from ondongne.records.tree import Entry, RecordTree
from ondongne.records.validating import validate
from ondongne.records.written import Written
from ondongne.records.yaml import parse
from ondongne.records.year import Year

Report: TypeAlias = tuple[Diagnostic, ...]


def read_tree(root: Path, shown_as: str = "councils", cache: Cache | None = None) -> tuple[RecordTree, Report]:
    """Read every record under `root`, which reports call `shown_as`; a file that `cache` knows is not parsed again.

    A record with a fault in its form is left out of the tree, the others are in it in the order of their folders;
    faults come in the order of files and lines.
    """
    entries: dict[str, Entry[Record]] = {}
    faults: list[Diagnostic] = []
    for found in find(root, shown_as):
        if isinstance(found, Diagnostic):
            faults.append(found)
            continue
        entry, report = _read(found, cache)
        faults.extend(report)
        if entry is not None and entry.id:
            entries[entry.id] = entry
    return RecordTree(root, MappingProxyType(entries)), in_order(faults)


def _read(found: Found, cache: Cache | None) -> tuple[Entry[Record] | None, Report]:
    content = _content(found.item)
    if isinstance(content, Diagnostic):
        return None, (content,)
    record, faults = _outcome(found, content) if cache is None else _remembered(found, content, cache)
    source = decode(content, found.item.shown)
    if record is None or isinstance(source, Diagnostic):
        return None, faults
    entry = _entry(found, record, source)
    return entry, (*faults, *_disagreeing_year(entry))


def _remembered(found: Found, content: bytes, cache: Cache) -> Outcome:
    outcome = cache.recall(found, content)
    if outcome is None:
        outcome = _outcome(found, content)
        cache.keep(found, content, outcome)
    return outcome


def _outcome(found: Found, content: bytes) -> Outcome:
    document, slips = parse(content, found.item.shown)
    if document is None:
        return None, slips
    record, faults = validate(KINDS[found.kind], document)
    return record, (*slips, *faults)


def _content(file: Item) -> bytes | Diagnostic:
    try:
        with file.path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
            size = len(content) if len(content) <= MOST_BYTES else fstat(opened.fileno()).st_size
    except OSError as error:
        return file.fault("unreadable-file", number=error.errno)
    return content if size <= MOST_BYTES else file.fault("file-too-large", size=size, most=MOST_BYTES)


def _entry(found: Found, record: Record, source: Source) -> Entry[Record]:
    home, document = found.home, Written(source.file, source.text)
    return Entry(found.id, found.kind, home.city, home.council, home.year, found.slug, record, document)


def _disagreeing_year(entry: Entry[Record]) -> Report:
    """A year's record may say how its year is known, but not that it is another one."""
    record = entry.record
    if not isinstance(record, Year) or record.year is None or record.year.year == entry.year:
        return ()
    return (diagnose("year-disagrees", entry.place(("year",)), written=record.year.year, folder=entry.year),)
