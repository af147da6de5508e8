"""Plans in force and turning points."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.material import Part, material
from ondongne.sample.town import CITY, Dong
from ondongne.sample.values import READY, Fields, Page, city_sources, council_sources, day, extras, month_of
from ondongne.sample.voice import Voice

_PLANS: Final = 4
_MILESTONES: Final = 2
_NTH_IN: Final = 2005
"""The year before which plans of four years are not counted."""


def plans(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """A council's plan, made every fourth year."""
    if archive.turn(dong, year) % _PLANS:
        return
    voice = archive.voice(archive.chronicle.running(dong, year)[0], "plan", year)
    words = material().others["plans"]["council"]
    id_ = f"{archive.council_year(dong, year)}/plans/village"
    yield id_, {**_plan(voice, words, f"{year}-01/{year + _PLANS - 1}-12"), **_cited(voice, year, id_), "state": READY}


def milestones(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """A turning point in every other year of a council, each kind in its turn."""
    if archive.turn(dong, year) % _MILESTONES:
        return
    words = [name for name in material().others["milestones"] if name != "city"]
    name = words[(dong.number + year // _MILESTONES) % len(words)]
    groups = material().council["groups"]
    group = archive.town.of(dong, "group", 0).tell(groups[dong.number % len(groups)]["name"])
    voice = archive.voice(archive.chronicle.running(dong, year)[0], "milestone", year, group=group)
    id_ = f"{archive.council_year(dong, year)}/milestones/{name}"
    of = {"name": group, "role": "새로 세운 모임"} if name == "founding" else {"record": dong.id}
    fields = _milestone(voice, material().others["milestones"][name], year, of)
    yield id_, {**fields, **_cited(voice, year, id_, month_of(fields["on"])), "state": READY}


def city_courses(archive: Archive, year: int) -> Iterator[Page]:
    """The city's plan in its first year, and its own turning point in its last."""
    nth = max(1, (year - _NTH_IN) // _PLANS)
    voice = archive.town.voice(("city", "courses"), year, {"nth": nth})
    cited = {"sources": city_sources(voice, year, 10), "state": READY}
    if year == archive.town.years[0]:
        plan = _plan(voice, material().others["plans"]["city"], f"{year}/{year + _PLANS - 1}")
        yield f"{archive.city_year(year)}/plans/social-security", {**plan, **cited}
    if year == archive.last_year:
        milestone = _milestone(voice, material().others["milestones"]["city"], year, {"record": CITY})
        yield f"{archive.city_year(year)}/milestones/care-department", {**milestone, **cited}


def _plan(voice: Voice, words: Part, term: str) -> Fields:
    return {
        "title": voice.tell(words["title"]),
        "summary": voice.tell(words["summary"]),
        "term": term,
        "made_by": voice.tell(words["made"]),
        "aims": voice.tell_all(words["aims"]),
        "topics": ["조직·협력"],
    }


def _milestone(voice: Voice, words: Part, year: int, of: Fields) -> Fields:
    return {
        "title": voice.tell(words["title"]),
        "summary": voice.tell(words["summary"]),
        "type": words["type"],
        "on": day(voice.dice, year, 2, 10),
        "of": of,
        "detail": voice.tell(words["detail"]),
        "before": words["before"],
        "after": voice.tell(words["after"]),
        "parts": words["parts"],
        "topics": ["조직·협력"],
    }


def _cited(voice: Voice, year: int, id_: str, month: int = 1) -> Fields:
    return {"sources": council_sources(voice, year, month), **extras(voice, "마을", id_)}
