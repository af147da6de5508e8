"""Practices: what others can learn from an undertaking."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.material import material
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.values import READY, Fields, Page, contact, council_sources, extras
from ondongne.sample.voice import Voice

_LEVELS: Final = (("수를 세어 봄", ""), ("앞뒤를 견줌", ""), ("이야기로 전함", "told"), ("평가를 받음", "evaluated"))
"""Levels of evidence, and what is said of those that do not rest on a theme's own counting."""

_LAWS: Final = 2


def practices(archive: Archive, dong: Dong) -> Iterator[Page]:
    """The practices of a council."""
    for undertaking in archive.chronicle.shown(dong):
        yield undertaking.practice, {**_practice(archive, undertaking), "state": READY}


def _practice(archive: Archive, undertaking: Undertaking) -> Fields:
    words, shared = undertaking.theme.practice, material().others["practices"]
    year = max(undertaking.since, archive.town.years[0])
    voice = archive.voice(undertaking, "practice", year)
    cost = sum(archive.tally.reach(undertaking, year).spent.values())
    dong = undertaking.dong
    return {
        "title": words["title"] if undertaking.model is None else f"{dong.root} {words['title']}",
        "summary": words["works"].split(". ")[0].rstrip(".") + ".",
        "topics": list(undertaking.theme.topics),
        "audience": list(undertaking.theme.audience),
        "since": _since(voice, undertaking),
        "problem": voice.tell(undertaking.theme.background),
        "works": words["works"],
        "steps": [dict(step) for step in words["steps"]],
        "cost": cost if voice.dice.happens(0.8) else [{"value": cost, "source": "시비와 후원금", "cite": 1}],
        "cost_note": words["cost_note"],
        "people": words["people"],
        "duration": words["duration"],
        "conditions": [words["conditions"], voice.tell(shared["conditions"])],
        "legal_base": shared["legal"][:_LAWS],
        "pitfalls": [words["pitfalls"], voice.tell(shared["pitfalls"])],
        "evidence": _evidence(voice, undertaking),
        "origin": None if undertaking.model is None else [undertaking.model.practice],
        "projects": [undertaking.project(told) for told in archive.town.years if undertaking.runs(told)],
        "figures": _figures(archive, undertaking),
        "contact": contact(f"{dong.name} 맞춤형복지팀", f"000-0000-{1000 + dong.number}", dong.slug),
        "sources": council_sources(voice, year),
        **extras(voice, undertaking.theme.label, undertaking.practice),
    }


def _since(voice: Voice, undertaking: Undertaking) -> object:
    month = undertaking.theme.months[0]
    return undertaking.since if voice.dice.happens(0.5) else f"{undertaking.since}-{month:02}"


def _evidence(voice: Voice, undertaking: Undertaking) -> Fields:
    level, shared = _LEVELS[voice.index(len(_LEVELS))]
    text = material().others["practices"]["evidence"][shared] if shared else undertaking.theme.practice["evidence"]
    return {"level": level, "text": voice.tell(text), "source": 1}


def _figures(archive: Archive, undertaking: Undertaking) -> list[Fields] | None:
    """How content people were in the last year of it, where anybody asked."""
    dice = archive.town.dice(undertaking.practice, "figures")
    year = min(undertaking.until or archive.last_year, archive.last_year)
    value: Decimal = dice.percent(80, 98)
    asked = {"metric": "satisfaction", "value": value, "as_of": f"{year}-12", "source": 1}
    return [asked] if dice.happens(0.3) else None
