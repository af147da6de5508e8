"""What each page of the last output was made of, so that those stand of which nothing changed."""

from collections.abc import Collection, Mapping

from ondongne.building import sealed
from ondongne.building.output import Mark
from ondongne.building.store import Store

Line = tuple[bytes, Mark, tuple[int, ...]]
"""A page: the digest of its plan, the mark of its file, and the facts that it was made of, by their numbers."""


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
        self._moved: Mapping[int, int] | None = None
        self._now: dict[str, Line] = {}

    def recall(self, store: Store, name: str) -> None:
        """Take what an earlier ledger says for true."""
        ground, known, pages = sealed.recall(store, name) or ("", {}, {})
        if ground != self._ground:
            return
        if list(known) != list(self._facts):
            self._moved = {old: self._numbers[id_] for old, id_ in enumerate(known) if id_ in self._numbers}
        self._changed = frozenset(old for old, (id_, fact) in enumerate(known.items()) if self._facts.get(id_) != fact)
        self._before = pages

    def standing(self, path: str, plan: bytes) -> Mark | None:
        """The mark of a page's file in the last output, where it would be made the same again."""
        known, mark, facts = self._before.get(path, (None, None, ()))
        return mark if known == plan and self._changed.isdisjoint(facts) else None

    def stands(self, path: str) -> None:
        """Write down that a page is as it was."""
        plan, mark, facts = line = self._before[path]
        moved = self._moved
        self._now[path] = line if moved is None else (plan, mark, tuple(moved[number] for number in facts))

    def made(self, path: str, plan: bytes, mark: Mark, facts: Collection[str]) -> None:
        """Write down of which facts a page was made."""
        self._now[path] = plan, mark, tuple(sorted(map(self._numbers.__getitem__, facts)))

    def keep(self, store: Store, name: str) -> None:
        """Keep the ledger for the next output."""
        sealed.keep(store, name, (self._ground, dict(self._facts), self._now))
