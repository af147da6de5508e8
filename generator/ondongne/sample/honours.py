"""Agreements made and awards won."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.events import gathering
from ondongne.sample.material import Part, material
from ondongne.sample.town import CITY, Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.values import READY, Fields, Page, city_sources, council_sources, day, extras, month_of
from ondongne.sample.voice import Voice

_AGREEMENTS: Final = 3
_TERM: Final = 3
_CONTESTS: Final = 5
_REVIEWS: Final = 4
_DESIGNATIONS: Final = 9
_CERTIFICATIONS: Final = 11
_CONFLICTS: Final = 6


def agreements(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """Every third year of a council has an agreement, with the gathering at which it was signed."""
    if archive.turn(dong, year) % _AGREEMENTS:
        return
    running = archive.chronicle.running(dong, year)
    about = running[archive.turn(dong, year) % len(running)]
    voice = archive.voice(about, "agreement", year)
    on = day(voice.dice, year, *material().events["signing"]["months"])
    id_ = f"{archive.council_year(dong, year)}/agreements/{about.partners[0].slug}"
    yield id_, {**_agreement(voice, about, year, on), **extras(voice, "협약", id_), "state": READY}
    yield gathering(archive, about, year, "signing", on)


def awards(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """What a council won: the contest in two years running, the review by turns, rarely more."""
    for name in _won(archive, dong, year):
        about = archive.chronicle.running(dong, year)[0]
        voice = archive.voice(about, f"award/{name}", year)
        fields = _award(archive, voice, dong, name, year)
        id_ = _award_id(dong, year, name)
        yield id_, {**fields, **extras(voice, "수상", id_), "state": READY}


def city_awards(archive: Archive, year: int) -> Iterator[Page]:
    """What the city won in its last year."""
    if year != archive.last_year:
        return
    voice, facts = archive.town.voice(("city", "award"), year, {}), material().others["awards"]["city"]
    fields = {
        "title": facts["title"],
        "summary": facts["summary"],
        **_grounds(voice, facts),
        "recipient": {"record": CITY, "role": "복지정책과와 동 협의체"},
        "on": f"{year}-11",
        "sources": city_sources(voice, year, 11),
        "state": READY,
    }
    yield f"{archive.city_year(year)}/awards/sharing", fields


def _agreement(voice: Voice, about: Undertaking, year: int, on: str) -> Fields:
    words, dong, dice = material().others["agreements"], about.dong, voice.dice
    roles = words["roles"]
    parties = [{"record": dong.id, "role": roles[1]}, {"record": about.partners[0].id, "role": roles[0]}]
    if dice.happens(0.4):
        parties.append({"name": voice.tell("{dong} 행정복지센터"), "role": roles[2]})
    goal = {"text": voice.tell(words["goal"]), "count": {"value": 10 * dice.randint(1, 3), "about": True, "unit": "곳"}}
    return {
        "title": voice.tell(words["titles"]),
        "summary": voice.tell(words["summary"]),
        "parties": parties,
        "on": on,
        "place": voice.tell("{dong} 행정복지센터"),
        "purpose": voice.tell(words["purpose"]),
        "items": voice.tell_all(words["items"][voice.index(len(words["items"]))]),
        "audience": list(about.theme.audience),
        "beneficiaries": about.theme.beneficiaries,
        "term": f"{on}/{year + _TERM}-12-31" if dice.happens(0.7) else f"{on}/",
        "umbrella": words["umbrella"] if dice.happens(0.5) else None,
        "goals": [{**goal, "by": year + 1, "source": 1}],
        "topics": ["나눔·모금"],
        "sources": council_sources(voice, year, month_of(on)),
    }


def _won(archive: Archive, dong: Dong, year: int) -> Iterator[str]:
    turn = archive.turn(dong, year)
    if turn % _CONTESTS in (0, 1):
        yield "contest"
    if turn % _REVIEWS == 0:
        yield "review"
    if turn % _DESIGNATIONS == 1:
        yield "designation"
    if turn % _CERTIFICATIONS == 1:
        yield "certification"


def _award_id(dong: Dong, year: int, name: str) -> str:
    return f"{dong.id}/{year}/awards/{name}"


def _award(archive: Archive, voice: Voice, dong: Dong, name: str, year: int) -> Fields:
    facts = material().others["awards"][name]
    grade = voice.pick(facts["grades"]) if "grades" in facts else ""
    disputed = bool(grade) and archive.turn(dong, year) % _CONFLICTS == 0
    if disputed:
        grade = material().others["awards"]["conflict"]["main"]
    month = voice.dice.randint(9, 12)
    won_before = year - 1 in archive.town.years and name in _won(archive, dong, year - 1)
    return {
        "title": facts["title"].format(grade=grade),
        "summary": voice.tell(facts["summary"]),
        **_grounds(voice, facts),
        "recipient": {"record": dong.id},
        "on": f"{year}-{month:02}",
        "grade": _conflict() if disputed else grade or None,
        **_designated(voice, facts, year),
        "previous": _award_id(dong, year - 1, name) if won_before else None,
        "topics": ["조직·협력"],
        "sources": council_sources(voice, year, month),
    }


def _grounds(voice: Voice, facts: Part) -> Fields:
    fields = ("nature", "scheme", "evaluator", "giver", "category", "criteria")
    told = {"grounds": voice.tell_all(facts["grounds"]), "detail": voice.tell(facts["detail"])}
    return {**{name: facts[name] for name in fields}, **told}


def _conflict() -> Fields:
    words = material().others["awards"]["conflict"]
    told = [{"value": words["other"], "source": 1, "note": words["note"]}, {"value": words["main"], "source": 1}]
    return {"conflict": told, "preferred": 2}


def _designated(voice: Voice, facts: Part, year: int) -> Fields:
    if facts["nature"] == "수상":
        return {}
    known = voice.dice.happens(0.5)
    return {
        "term": f"{year}-12/{year + _TERM}-11" if known else None,
        "duration": None if known else facts.get("duration"),
        "stage": facts.get("stage"),
    }
