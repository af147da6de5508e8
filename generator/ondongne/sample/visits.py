"""Visits: what a council saw at another, and what it made of it."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.material import Part, material
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Sight, Trip, Undertaking
from ondongne.sample.values import READY, Fields, Page, council_sources, day, extras, month_of
from ondongne.sample.voice import Voice

_ADOPTED: Final = ("도입", "고쳐서 도입")
_OUTSIDERS: Final = 7


def visits(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """Where a council went in a year, and who came from another city."""
    for trip in archive.chronicle.trips[dong.slug, year]:
        id_ = f"{archive.council_year(dong, year)}/visits/to-{trip.host.slug}"
        yield id_, {**_visit(archive, trip, id_), "state": READY}
    if archive.turn(dong, year) % _OUTSIDERS == 0:
        id_ = f"{archive.council_year(dong, year)}/visits/from-saesup"
        yield id_, {**_from_outside(archive, dong, year), "state": READY}


def _words() -> Part:
    found: Part = material().others["visits"]
    return found


def _voice(archive: Archive, dong: Dong, other: str, year: int) -> Voice:
    running = archive.chronicle.running(dong, year)
    sub = material().council["subcommittees"][dong.number % len(material().council["subcommittees"])]["name"]
    return archive.voice(running[0], f"visit/{other}", year, host_dong=other, sub=sub)


def _visit(archive: Archive, trip: Trip, id_: str) -> Fields:
    words, dong = _words(), trip.visitor
    voice = _voice(archive, dong, trip.host.name, trip.year)
    on = day(voice.dice, trip.year, trip.month)
    first = voice.index(len(words["lessons"]))
    return {
        "title": voice.tell(words["titles"]),
        "summary": voice.tell(words["summary"]),
        "visitor": {"record": dong.id, "role": voice.tell("{sub}")},
        "host": {"record": trip.host.id},
        "when": _told(voice, on),
        "place": f"{trip.host.name} 행정복지센터와 골목",
        "participants": _participants(voice),
        "initiative": voice.tell(words["initiative"]),
        "purpose": voice.tell(words["purpose"]),
        "seen": [_seen(voice, sight) for sight in trip.sights],
        "lessons": voice.tell_all([words["lessons"][first], words["lessons"][first - 1]]),
        "topics": ["조직·협력"],
        "sources": council_sources(voice, trip.year, trip.month),
        **extras(voice, "견학", id_),
    }


def _participants(voice: Voice) -> object:
    """How many went, which not every source says."""
    return {"value": voice.dice.randint(6, 16), "unit": "명", "source": 1} if voice.dice.happens(0.7) else None


def _told(voice: Voice, on: str) -> object:
    """Some sources give only the day, and we only the year of it."""
    if not voice.dice.happens(0.1):
        return on
    return {"on": on[:4], "derived": True, "as_written": f"지난 {int(on[-2:])}일"}


def _seen(voice: Voice, sight: Sight) -> object:
    words, decided = _words(), sight.later[0] if sight.later else sight.status
    if sight.status is None:
        return sight.seen.practice
    return {
        "practice": sight.seen.practice,
        "status": sight.status,
        "purpose": voice.tell(words["wish"]) if voice.dice.happens(0.6) else None,
        "later": [_later(voice, sight.later)] if sight.later else None,
        "changed": voice.tell(words["changed"]) if decided == "고쳐서 도입" else None,
        "became": _project(sight.became) if sight.became is not None else None,
    }


def _later(voice: Voice, later: tuple[str, int, int]) -> Fields:
    status, year, month = later
    notes = _words()["adopted" if status in _ADOPTED else "dropped"]
    return {"status": status, "on": f"{year}-{month:02}", "note": voice.tell(notes)}


def _project(undertaking: Undertaking) -> str:
    return undertaking.project(undertaking.since)


def _from_outside(archive: Archive, dong: Dong, year: int) -> Fields:
    """A visit of which nothing more is known: those who came have no records here."""
    words, shown = _words(), archive.chronicle.shown(dong)
    voice = _voice(archive, dong, dong.name, year)
    on = day(voice.dice, year, 4, 10)
    seen = [one.practice for one in shown if one.runs(year)][:2]
    return {
        "title": words["outside_title"],
        "summary": voice.tell(words["outside_summary"]),
        "visitor": {"name": words["outside"]},
        "host": {"record": dong.id, "role": "안내"},
        "when": on,
        "place": voice.tell("{dong} ") + words["outside_place"],
        "seen": [{"practice": id_, "status": "논의 중"} if index else id_ for index, id_ in enumerate(seen)],
        "sources": council_sources(voice, year, month_of(on)),
    }
