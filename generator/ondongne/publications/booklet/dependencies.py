"""What decides a booklet's bytes, known without making it: the records it is made from, their photos, and the tools."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.paths import program, theme_folder
from ondongne.publications.gathering import Entries, by_id
from ondongne.publications.photographs import digest
from ondongne.records.base import walk
from ondongne.records.evidence import Photo
from ondongne.records.people import Consent
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Medium

_PACKAGES: Final = ("typst", "pillow", "jinja2", "markdown", "nh3")


@dataclass(frozen=True, eq=False)
class Dependencies:
    """Finds what booklets depend on; digests are kept for all booklets of one plan."""

    outcomes: Outcomes

    def of(self, entries: Entries, threads: Iterable[Thread] = (), figures: Entries = ()) -> tuple[bytes, ...]:
        """Everything that booklets of `entries` and `threads` are made from, as digests.

        A booklet says of other records only what these refer to, where and to which year those belong, how practices
        travelled, and what the `figures` of earlier years were; and of cities, whether there are several.
        """
        referred = (target for entry in entries for target in self.outcomes.referred(entry))
        near = by_id((*entries, *referred, *(end for thread in threads for end in _ends(thread))))
        holders = {id_ for entry in near.values() for id_ in (entry.home, entry.owner, entry.city)}
        records = {**near, **{id_: self.outcomes.entries[id_] for id_ in holders if id_ in self.outcomes.entries}}
        photos = (digest(path) for entry in entries for path in self._photos(entry))
        texts = (self._text(records[id_]) for id_ in sorted(records))
        is_one_of_several = len(self.outcomes.cities) > 1
        return self._tools, bytes([is_one_of_several]), *texts, *map(self._text, figures), *photos

    def _photos(self, entry: Entry[Record]) -> Iterator[Path]:
        for photo in entry.record.photos:
            path = printable(self.outcomes, entry, photo)
            if path is not None:
                yield path

    def _text(self, entry: Entry[Record]) -> bytes:
        """The digest of a record as written, under its id, and which of its consents hold on the day.

        That is all that the day decides in a booklet of these records.
        """
        if entry.id not in self._texts:
            held = bytes(consent.covers(Medium.PRINT, self.outcomes.as_of) for consent in entry.once(_consents_in))
            self._texts[entry.id] = b"\0".join((entry.id.encode(), entry.document.digest, held))
        return self._texts[entry.id]

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        return {}

    @cached_property
    def _tools(self) -> bytes:
        """The digest of the program, the templates, the fonts and the packages that set text and photos."""
        found = sha256(repr([version(name) for name in _PACKAGES]).encode() + program())
        _take(found.update, theme_folder(), "tokens.yml")
        _take(found.update, theme_folder() / "booklet", "*")
        return found.digest()


def printable(outcomes: Outcomes, entry: Entry[Record], photo: Photo) -> Path | None:
    """The file of a photo that may be printed on the day and is there."""
    path = outcomes.links.tree.photo(entry, photo.file)
    allowed = photo.allowed(Medium.PRINT, outcomes.as_of) and not path.is_symlink()
    return path if allowed and path.is_file() else None


def _consents_in(entry: Entry[Record]) -> tuple[Consent, ...]:
    return tuple(leaf for _, leaf in walk(entry.record, of=(Consent,)) if isinstance(leaf, Consent))


def _ends(thread: Thread) -> Iterator[Entry[Record]]:
    """The records that a thread is told by."""
    yield thread.practice
    yield thread.origin
    yield from thread.projects
    yield from thread.practices
    yield from (end for end in (thread.taker, thread.visit) if end is not None)


def _take(update: Callable[[bytes], None], folder: Path, pattern: str) -> None:
    for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        update(path.relative_to(folder).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
