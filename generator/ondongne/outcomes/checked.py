"""What rules of single records found at an earlier check: it stands while nothing changed that they looked at.

Beside what records say, a rule may ask which records there are, what they were called before, which of them readers
may see, and which characters can be printed: another answer to any of that, another day or another program, and every
record is checked anew.
"""

import platform
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeAlias

from ondongne.diagnostics import Diagnostic
from ondongne.outcomes.links import Links
from ondongne.paths import program
from ondongne.records.pickling import to_bytes, unpacked
from ondongne.records.readset import reads
from ondongne.records.record import Record
from ondongne.records.tree import COUNTED, Entry

Check: TypeAlias = Callable[[Links, Entry[Record]], Iterator[Diagnostic]]

_DIGEST = sha256().digest_size


class Finding(NamedTuple):
    """The faults of one record, and the ids of all that were read for them."""

    faults: tuple[Diagnostic, ...]
    read: frozenset[str]


class Checked:
    """What was found in each record; it serves one check.

    `packed` is what `pack` made at the end of an earlier check; anything else is as good as nothing.
    """

    def __init__(self, packed: bytes = b"") -> None:
        self._ground, self._digests, self._findings = _unpack(packed)
        self.is_changed = True

    def again(self) -> "Checked":
        """What the next check in this process begins with."""
        following = Checked()
        following._ground, following._digests, following._findings = self._ground, self._digests, self._findings
        return following

    def faults(self, links: Links, check: Check, beside: str) -> Iterator[Diagnostic]:
        """The faults of all records, in the order of the records; those are checked that nothing is known of.

        `beside` is all that `check` looks at and no record says.
        """
        digests = {id_: entry.document.digest + entry.gist.counted.encode() for id_, entry in links.entries.items()}
        ground = _ground_of(links, beside)
        known = self._findings if self._ground == ground else {}
        changed = frozenset(_changed(self._digests, digests))
        if changed or not known:
            standing = {id_: found for id_, found in known.items() if changed.isdisjoint(found.read)}
            known = {id_: standing.get(id_) or _finding(links, entry, check) for id_, entry in links.entries.items()}
        else:
            self.is_changed = False
        self._ground, self._digests, self._findings = ground, digests, known
        return (fault for found in known.values() for fault in found.faults)

    def pack(self) -> bytes:
        """All that was found, as one file."""
        content = to_bytes((self._ground, self._digests, {id_: tuple(kept) for id_, kept in self._findings.items()}))
        return sha256(content).digest() + content


def _changed(before: Mapping[str, bytes], now: Mapping[str, bytes]) -> Iterator[str]:
    """The ids of records that are not as they were, and of those of which what is counted is not."""
    for id_, digest in now.items():
        known = before.get(id_, b"")
        if known != digest:
            yield id_
            if known[_DIGEST:] != digest[_DIGEST:]:
                yield id_ + COUNTED


def _finding(links: Links, entry: Entry[Record], check: Check) -> Finding:
    with reads() as found:
        faults = tuple(check(links, entry))
    return Finding(faults, frozenset(found))


def _ground_of(links: Links, beside: str) -> bytes:
    said = beside, links.as_of, list(links.entries), list(links.aliases.items()), sorted(links.public)
    return sha256(program() + repr((platform.python_version(), said)).encode(errors="surrogatepass")).digest()


def _unpack(packed: bytes) -> tuple[bytes, Mapping[str, bytes], Mapping[str, Finding]]:
    if packed[:_DIGEST] == sha256(memoryview(packed)[_DIGEST:]).digest():
        try:
            ground, digests, rows = unpacked(packed[_DIGEST:])
            return ground, dict(digests), {id_: _told(*row) for id_, row in rows.items()}
        except (ValueError, TypeError, AttributeError):
            pass
    return b"", {}, {}


def _told(faults: object, read: object) -> Finding:
    """A finding as it was kept; raises TypeError where it is none."""
    if not isinstance(faults, tuple) or not isinstance(read, frozenset):
        raise TypeError
    if not all(type(fault) is Diagnostic for fault in faults):
        raise TypeError
    return Finding(faults, read)
