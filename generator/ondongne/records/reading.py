"""From a folder of YAML files to records: find, parse, validate, and report everything that is wrong."""

from os import fstat
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from ondongne.diagnostics import Diagnostic, diagnose, in_order
from ondongne.records.decoding import MOST_BYTES
from ondongne.records.document import Document
from ondongne.records.finding import Found, find
from ondongne.records.kinds import KINDS
from ondongne.records.listing import Item
from ondongne.records.record import Record
from ondongne.records.tree import Entry, RecordTree
from ondongne.records.validating import validate
from ondongne.records.yaml import parse
from ondongne.records.year import Year

Report: TypeAlias = tuple[Diagnostic, ...]


def read_tree(root: Path, shown_as: str = "councils") -> tuple[RecordTree, Report]:
    """Read every record under `root`, which reports call `shown_as`.

    A record with a fault in its form is left out of the tree, the others are in it in the order of their folders;
    faults come in the order of files and lines.
    """
    entries: dict[str, Entry[Record]] = {}
    faults: list[Diagnostic] = []
    for found in find(root, shown_as):
        if isinstance(found, Diagnostic):
            faults.append(found)
            continue
        entry, report = _read(found)
        faults.extend(report)
        if entry is not None and entry.id:
            entries[entry.id] = entry
    return RecordTree(root, MappingProxyType(entries)), in_order(faults)


def _read(found: Found) -> tuple[Entry[Record] | None, Report]:
    content = _content(found.item)
    if isinstance(content, Diagnostic):
        return None, (content,)
    document, slips = parse(content, found.item.shown)
    if document is None:
        return None, slips
    record, faults = validate(KINDS[found.kind], document)
    if record is None:
        return None, (*slips, *faults)
    entry = _entry(found, record, document)
    return entry, (*slips, *faults, *_disagreeing_year(entry))


def _content(file: Item) -> bytes | Diagnostic:
    try:
        with file.path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
            size = len(content) if len(content) <= MOST_BYTES else fstat(opened.fileno()).st_size
    except OSError as error:
        return file.fault("unreadable-file", number=error.errno)
    return content if size <= MOST_BYTES else file.fault("file-too-large", size=size, most=MOST_BYTES)


def _entry(found: Found, record: Record, document: Document) -> Entry[Record]:
    home = found.home
    return Entry(found.id, found.kind, home.city, home.council, home.year, found.slug, record, document)


def _disagreeing_year(entry: Entry[Record]) -> Report:
    """A year's record may say how its year is known, but not that it is another one."""
    record = entry.record
    if not isinstance(record, Year) or record.year is None or record.year.year == entry.year:
        return ()
    return (diagnose("year-disagrees", entry.place(("year",)), written=record.year.year, folder=entry.year),)
