"""Gatherings of councils and of the city."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ondongne.sample.archive import Archive
from ondongne.sample.calendar import city_sharing, gathering_id, gatherings, presenters
from ondongne.sample.material import Part, material
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.values import (
    READY,
    Fields,
    Page,
    city_sources,
    council_sources,
    day,
    extras,
    month_of,
    quote,
    vague,
)
from ondongne.sample.visions import slogan
from ondongne.sample.voice import Voice

_TOPIC: Final = "조직·협력"
_OPEN_TO_ALL: Final = ("캠페인", "바자회", "성과공유회", "그 밖의 행사")
_PICTURED: Final = 5


def events(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """The gatherings of a council's year."""
    for kind in gatherings(dong, year):
        running = archive.chronicle.running(dong, year)
        yield gathering(archive, running[year % len(running)], year, kind)


def gathering(archive: Archive, about: Undertaking, year: int, kind: str, on: str | None = None) -> Page:
    """A council's gathering of a kind, which has something to do with an undertaking; `on` where the day is known."""
    dong, facts = about.dong, material().events[kind]
    tally = archive.tally.of(dong, year)
    voice = archive.voice(about, f"event/{kind}", year, new=tally.new_members, members=tally.members)
    id_ = gathering_id(dong, year, kind)
    on = on or day(voice.dice, year, *facts["months"])
    fields = {
        "title": voice.tell(facts["titles"]),
        "summary": voice.tell(facts["summary"]),
        "type": facts["type"],
        "other_names": [voice.tell("{dong} " + str(facts["type"]) + " {year}")] if voice.dice.happens(0.1) else None,
        "when": on if kind == "signing" else vague(voice.dice, on),
        "place": voice.tell(facts["place"]),
        "host": {"record": dong.id, "role": "준비와 진행"},
        "audience": ["모든 주민"] if facts["type"] in _OPEN_TO_ALL else None,
        "programme": [{"title": "1부", "items": _items(voice, facts)}],
        **_by_type(voice, dong, facts["type"], tally.new_members),
        "attendance": {"value": 10 * voice.dice.randint(3, 12), "about": True, "unit": "명", "source": 1},
        "account": voice.tell(facts["account"]),
        "topics": [_TOPIC],
        "photos": _photos(archive, dong, voice, year, facts["type"]),
        "sources": council_sources(voice, year, month_of(on)),
    }
    return id_, {**fields, **extras(voice, facts["type"], id_), "state": READY}


def city_events(archive: Archive, year: int) -> Iterator[Page]:
    """The gatherings of a city's year."""
    voice = archive.town.voice(("city", "events"), year, {"councils": len(archive.town.dongs)})
    yield city_sharing(year), {**_city_sharing(archive, voice, year), "state": READY}
    yield f"{archive.city_year(year)}/events/training", {**_city_training(archive, voice, year), "state": READY}


def _items(voice: Voice, facts: Part) -> list[object]:
    first, *rest = facts["items"]
    if not voice.dice.happens(0.4):
        return [first, *rest]
    return [{"title": first, "by": {"name": "민간위원장", "role": "진행"}}, *rest]


def _by_type(voice: Voice, dong: Dong, type_: str, new_members: int) -> Fields:
    if type_ == "위촉식":
        return {"appointments": [{"title": "새로 위촉된 위원", "count": new_members, "source": 1}]}
    if type_ == "성과공유회":
        return {"commendations": [_commendation(voice)], "presenters": [dong.slug]}
    return {}


def _commendation(voice: Voice) -> Fields:
    return {
        "title": "이웃상",
        "grounds": voice.dice.some(material().events["city_sharing"]["grounds"], 1, 2),
        "giver": voice.tell("{dong} 협의체"),
        "recipients": ["봉사자", {"role": "함께한 이", "affiliation": voice.tell("{partner}")}],
        "count": 2,
    }


def _photos(archive: Archive, dong: Dong, voice: Voice, year: int, type_: str) -> list[Fields] | None:
    if type_ not in _OPEN_TO_ALL or archive.turn(dong, year) % _PICTURED:
        return None
    return [archive.album.show_people(archive.council_year(dong, year), dong.number, archive.last_year, voice)]


def _city_sharing(archive: Archive, voice: Voice, year: int) -> Fields:
    facts, speakers = material().events["city_sharing"], presenters(archive.town, year)
    on = day(voice.dice, year, 12)
    return {
        "title": voice.tell(facts["title"]),
        "summary": voice.tell(facts["summary"]),
        "type": "성과공유회",
        "other_names": [voice.tell(facts["other"])],
        "when": {"on": on, "derived": True, "as_written": f"지난 {int(on[-2:])}일"},
        "place": facts["place"],
        "host": {"name": "가람시(가상)"},
        "audience": ["모든 주민"],
        "programme": _city_programme(facts, speakers),
        "appointments": [{"title": "새로 위촉된 동 협의체 위원", "source": 1}],
        "commendations": _city_commendations(facts, len(speakers)),
        "presenters": [dong.slug for dong in speakers],
        "attendance": {"value": len(archive.town.dongs) * 10 + 60, "about": True, "unit": "명", "source": 1},
        "account": voice.tell(
            facts["account"], names=", ".join(dong.name for dong in speakers), slogan=slogan(archive.town, year + 1)
        ),
        "topics": [_TOPIC],
        "photos": [archive.album.show_people(archive.city_year(year), year, archive.last_year, voice)],
        "quotes": [_mayor(voice, on), quote(voice.tell(facts["member"]), "협의체 위원", on)],
        "sources": city_sources(voice, year, month_of(on)),
    }


def _city_programme(facts: Part, speakers: Sequence[Dong]) -> list[object]:
    opening, *ceremonies = facts["first"]
    cases, *rest = facts["second"]
    told = {"title": cases["title"], "note": cases["note"], "by": {"record": speakers[0].id, "role": "첫 발표"}}
    first: list[Any] = [{"title": opening["title"], "by": {"name": opening["by"]}}, *ceremonies]
    theme = facts["second_theme"]
    return [{"title": "1부", "items": first}, {"title": "2부", "theme": theme, "items": [told, *rest]}]


def _city_commendations(facts: Part, speakers: int) -> list[object]:
    """One whose recipients the source does not give, and one with them."""
    return [
        {"title": facts["commendation"], "grounds": facts["grounds"], "giver": "시장"},
        {"title": "의장 표창", "giver": "시의회 의장", "recipients": ["협의체 위원"], "count": speakers},
    ]


def _mayor(voice: Voice, on: str) -> Fields:
    said = quote(voice.tell(material().events["mayor"]), "시장", on)
    name = material().others["names"][-1]
    return {**said, "speaker": {"role": "시장", "name": name, "affiliation": "가람시(가상)", "public_office": True}}


def _city_training(archive: Archive, voice: Voice, year: int) -> Fields:
    facts, on = material().events["city_training"], day(voice.dice, year, 4, 9)
    return {
        "title": voice.tell(facts["title"]),
        "summary": facts["summary"],
        "type": "교육",
        "when": on,
        "place": facts["place"],
        "host": {"name": "가람시(가상)"},
        "account": voice.tell(facts["account"]),
        "figures": [{"metric": "training-hours", "value": archive.tally.training_hours(year), "source": 1}],
        "topics": [_TOPIC],
        "sources": city_sources(voice, year, month_of(on)),
    }
