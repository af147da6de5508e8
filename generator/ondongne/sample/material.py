"""The names and sentences a fictional town is made of, from the YAML files beside this module."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

Lines = Sequence[str]
Part = Mapping[str, Any]

_FOLDER: Final = Path(__file__).parent / "material"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Theme:
    """What a project may be about, with all that can be said of it.

    `households` is how many it reaches at first, from and to; `cost` is won for a household and year; `counts` gives
    for a metric how much comes of one household in a year; `months` are its first and last.
    """

    slug: str
    label: str
    topics: Lines
    audience: Lines
    beneficiaries: str
    scene: str
    months: tuple[int, int]
    households: tuple[int, int]
    cost: int
    counts: Mapping[str, float]
    titles: Lines
    summaries: Lines
    background: Lines
    activities: Lines
    outcome: Lines
    before: Lines
    after: Lines
    services: Sequence[Part]
    staff: Lines
    places: Lines
    partners: Lines
    difficulties: Sequence[Mapping[str, str]]
    next: Lines
    practice: Part
    story: Part


@dataclass(frozen=True)
class Material:
    """Everything that is written down; `themes` by slug."""

    themes: Sequence[Theme]
    town: Part
    council: Part
    year: Part
    stories: Part
    events: Part
    organisations: Part
    others: Part


@cache
def material() -> Material:
    """Read the files once."""
    themes = [Theme(slug=path.stem, **_read(path)) for path in sorted((_FOLDER / "themes").glob("*.yml"))]
    rest = {path.stem: _read(path) for path in sorted(_FOLDER.glob("*.yml"))}
    return Material(themes=themes, **rest)


def _read(path: Path) -> dict[str, Any]:
    return dict(_LOADER(path.read_text(encoding="utf-8")).get_single_data())
