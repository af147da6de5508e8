"""Sentences from templates: one of several, with choices made, blanks filled and particles put right.

A template may hold choices, `[봄비|꽃샘바람]`, which may end with a particle, `[봄비|꽃샘바람:가]`, and the blanks of
`korean.fill`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ondongne import korean
from ondongne.sample.dice import Dice

_CHOICE: Final = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_BETWEEN: Final = re.compile(r"\|(?![^{}]*\})")
_PARTICLE: Final = re.compile(r"(.*):([가-힣]+)", re.DOTALL)


class Voice:
    """Tells things about one place; `turn` moves on through the templates, so that following years sound different."""

    def __init__(self, names: tuple[object, ...], blanks: Mapping[str, object], turn: int = 0) -> None:
        self.dice = Dice(*names, turn)
        self._steady = Dice(*names)
        self._blanks = blanks
        self._turn = turn

    def tell(self, templates: str | Sequence[str], **more: object) -> str:
        """Fill a template, or the one whose turn it is; raises ValueError for a blank without a value."""
        template = templates if isinstance(templates, str) else self.pick(templates)
        return korean.fill(_CHOICE.sub(self._choose, template), **{**self._blanks, **more})

    def tell_all(self, templates: Sequence[str], **more: object) -> list[str]:
        """Fill every template."""
        return [self.tell(template, **more) for template in templates]

    def pick(self, items: Sequence[str]) -> str:
        """The item whose turn it is."""
        return items[self.index(len(items))]

    def index(self, size: int) -> int:
        """The number of the item whose turn it is, below `size`."""
        return (self._steady.randrange(size) + self._turn) % size

    def _choose(self, found: re.Match[str]) -> str:
        choices = found[1]
        ending = _PARTICLE.fullmatch(choices)
        if ending is None:
            return self.dice.choice(_BETWEEN.split(choices))
        return korean.with_particle(self.dice.choice(_BETWEEN.split(ending[1])), ending[2])
