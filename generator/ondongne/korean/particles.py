"""The right particle after any word."""

from collections.abc import Mapping
from typing import Final

from .sounds import Sound, sound_of

_PAIRS: Final = (
    *("을/를", "이/가", "은/는", "과/와", "이나/나", "이랑/랑", "이란/란", "이든/든", "이며/며", "이고/고", "이자/자"),
    *("이라/라", "이라고/라고", "이라는/라는", "이라도/라도", "이라면/라면", "이에요/예요", "이었다/였다"),
    *("으로/로", "으로서/로서", "으로써/로써", "으로부터/로부터", "으로는/로는", "으로도/로도"),
)


def _by_every_spelling() -> dict[str, tuple[str, str]]:
    table = {}
    for pair in _PAIRS:
        closed, opened = pair.split("/")
        table.update(dict.fromkeys((closed, opened, pair, f"{opened}/{closed}"), (closed, opened)))
    return table


_PARTICLES: Final[Mapping[str, tuple[str, str]]] = _by_every_spelling()


def with_particle(word: str, particle: str) -> str:
    """Add a particle to a word in the form the word asks for; both forms, as in ``溫을(를)``, where none can be told.

    ``particle`` is either form or the pair (``을``, ``를``, ``을/를``). A particle that never changes, or is not known,
    raises ValueError: it belongs in the sentence itself.
    """
    if particle not in _PARTICLES:
        raise ValueError(f"not a particle with two forms: {particle!r}")
    return word + _form(sound_of(word), *_PARTICLES[particle])


def _form(sound: Sound | None, closed: str, opened: str) -> str:
    if sound is None:
        return _both(closed, opened)
    if sound is Sound.OPEN or (sound is Sound.RIEUL and closed.startswith("으로")):
        return opened
    return closed


def _both(closed: str, opened: str) -> str:
    if closed.endswith(opened):
        return f"({closed.removesuffix(opened)}){opened}"
    return f"{closed}({opened})"
