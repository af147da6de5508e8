"""What each page of the last output was made of, so that those stand of which nothing changed."""

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any, Final, NamedTuple

from ondongne.building.output import Mark
from ondongne.building.store import Store

_SEAL: Final = sha256().digest_size * 2


class Line(NamedTuple):
    """A page: the digest of its plan, the mark of its file, and the facts that it was made of, by their numbers."""

    plan: str
    mark: Mark
    facts: Collection[int]


class Ledger:
    """The pages of one output.

    `ground` is the digest of all that every page rests on, `facts` those of what one page or another was made of. A
    page stands where its ground, its plan and all its facts are what they were. Anything but a whole ledger of the same
    ground is as good as none.
    """

    def __init__(self, ground: str, facts: Mapping[str, str]) -> None:
        self._ground, self._facts = ground, facts
        self._numbers = {fact: number for number, fact in enumerate(facts)}
        self._before: Mapping[str, Line] = {}
        self._changed: frozenset[int] = frozenset()
        self._names: list[str] = []
        self._now: dict[str, Line] = {}

    def recall(self, store: Store, name: str) -> None:
        """Take what an earlier ledger says for true."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = _unsealed((store.folder / name).read_bytes())
            if kept["ground"] == self._ground:
                self._names = list(kept["facts"])
                known = enumerate(kept["facts"].items())
                self._changed = frozenset(number for number, (id_, fact) in known if self._facts.get(id_) != fact)
                self._before = {path: Line(plan, Mark(*mark), facts) for path, (plan, mark, facts) in kept["pages"]}

    def standing(self, path: str, plan: str) -> Mark | None:
        """The mark of a page's file in the last output, where it would be made the same again."""
        line = self._before.get(path)
        return line.mark if line and line.plan == plan and self._changed.isdisjoint(line.facts) else None

    def stands(self, path: str) -> None:
        """Write down that a page is as it was."""
        line = self._before[path]
        self._now[path] = line._replace(facts=[self._numbers[self._names[number]] for number in line.facts])

    def made(self, path: str, plan: str, mark: Mark, facts: Collection[str]) -> None:
        """Write down of which facts a page was made."""
        self._now[path] = Line(plan, mark, sorted(self._numbers[fact] for fact in facts))

    def keep(self, store: Store, name: str) -> None:
        """Keep the ledger for the next output."""
        pages = list(self._now.items())
        written = json.dumps({"ground": self._ground, "facts": self._facts, "pages": pages}, separators=(",", ":"))
        store.write(name, _sealed(written.encode()))


def _sealed(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode() + content


def _unsealed(kept: bytes) -> Any:
    """What was sealed; raises ValueError for anything else."""
    if kept[:_SEAL] != sha256(kept[_SEAL:]).hexdigest().encode():
        raise ValueError("no ledger")
    return json.loads(kept[_SEAL:])
