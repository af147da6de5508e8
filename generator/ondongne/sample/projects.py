"""Projects: each undertaking, year by year."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.material import material
from ondongne.sample.tally import Reach
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.values import (
    READY,
    Fields,
    Page,
    brand,
    contact,
    council_sources,
    extras,
    money,
    party,
    period,
    quote,
)
from ondongne.sample.voice import Voice

_MANY: Final = 3
_ROUNDED_FROM: Final = 100
_TARGET: Final = (0.88, 1.12)


def projects(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """The projects of a council's year; the first has a picture."""
    for index, undertaking in enumerate(archive.chronicle.told(dong, year)):
        tell = _planned if undertaking.planned else _running
        fields = tell(archive, undertaking, year)
        if index == 0:
            fields["photos"] = [_photo(archive, undertaking, year)]
        yield undertaking.project(year), {**fields, "state": READY}


def _running(archive: Archive, undertaking: Undertaking, year: int) -> Fields:
    voice = archive.voice(undertaking, "project", year)
    reach = archive.tally.reach(undertaking, year)
    return {
        **_head(voice, undertaking),
        "period": period(year, undertaking.theme.months),
        "stage": _stage(undertaking, year),
        **_story_of_it(voice, undertaking, reach, year),
        **_means(voice, undertaking, reach, year),
        "figures": _figures(archive, voice, undertaking, year),
        **_said(voice, undertaking),
        **_where_from(archive, undertaking, year),
        "sources": council_sources(voice, year, undertaking.theme.months[1]),
        **extras(voice, undertaking.theme.label, undertaking.project(year)),
    }


def _planned(archive: Archive, undertaking: Undertaking, year: int) -> Fields:
    """A project of the year after the last: what it aims at, and nothing it has reached."""
    voice = archive.voice(undertaking, "project", year)
    reach = archive.tally.reach(undertaking, undertaking.since)
    return {
        **_head(voice, undertaking),
        "period": f"{undertaking.since}-03/",
        "stage": "예정",
        "background": _background(voice, undertaking),
        "activities": voice.tell(material().others["projects"]["planned"]),
        "budget": money(reach.budget),
        "figures": [{"metric": "households", "target": reach.households, "source": 1}],
        "partners": [party(undertaking)],
        **_where_from(archive, undertaking, year),
        "sources": council_sources(voice, year),
        **extras(voice, undertaking.theme.label, undertaking.project(year)),
    }


def _head(voice: Voice, undertaking: Undertaking) -> Fields:
    theme, words = undertaking.theme, material().others["projects"]
    return {
        "title": undertaking.title,
        "summary": _summary(voice, undertaking),
        "brand": voice.tell(brand(undertaking.dong)["name"]) if _is_branded(undertaking) else None,
        "topics": list(theme.topics),
        "audience": list(theme.audience),
        "beneficiaries": theme.beneficiaries if voice.dice.happens(0.4) else None,
        "category": words["categories"][undertaking.dong.number % len(words["categories"])],
    }


def _summary(voice: Voice, undertaking: Undertaking) -> str:
    model = undertaking.model
    if model is None or not undertaking.planned:
        return voice.tell(undertaking.theme.summaries)
    return voice.tell(material().others["projects"]["planned_summaries"], origin=model.dong.name)


def _is_branded(undertaking: Undertaking) -> bool:
    return (undertaking.dong.number + len(undertaking.theme.slug)) % 2 == 0


def _stage(undertaking: Undertaking, year: int) -> str:
    if undertaking.until == year:
        return "마침"
    return "시범" if undertaking.model is not None and undertaking.since == year else "진행"


def _background(voice: Voice, undertaking: Undertaking) -> str:
    model = undertaking.model
    told = voice.tell(undertaking.theme.background)
    if model is None:
        return told
    learned = material().others["projects"]["learned"]
    return f"{told} {voice.tell(learned, origin=model.dong.name, practice=model.theme.practice['title'])}"


def _story_of_it(voice: Voice, undertaking: Undertaking, reach: Reach, year: int) -> Fields:
    theme, words = undertaking.theme, material().others["projects"]
    ends = undertaking.until == year
    background = _background(voice, undertaking) if year == undertaking.since or voice.dice.happens(0.75) else None
    compares = voice.dice.happens(0.5)
    return {
        "background": background,
        "services": [dict(service) for service in theme.services][: voice.dice.randint(2, _MANY)],
        "activities": voice.tell(theme.activities),
        "outcome": _outcome(voice, undertaking, reach, year),
        "before": voice.tell(theme.before) if compares else None,
        "after": voice.tell(theme.after) if compares else None,
        "difficulties": _difficulties(voice, undertaking),
        "conditions": [voice.tell(words["conditions"])] if voice.dice.happens(0.5) else None,
        "next_plan": voice.tell(words["ended_plan"] if ends else theme.next),
    }


def _outcome(voice: Voice, undertaking: Undertaking, reach: Reach, year: int) -> str:
    words = material().others["projects"]
    told = [voice.tell(undertaking.theme.outcome)]
    change = 0 if reach.before is None else reach.households - reach.before
    if change > 0:
        told.append(voice.tell(words["more"], more=change))
    elif change < 0:
        told.append(voice.tell(words["fewer"], fewer=-change))
    if undertaking.until == year:
        told.append(voice.tell(words["ending"]))
    return " ".join(told)


def _difficulties(voice: Voice, undertaking: Undertaking) -> list[object]:
    own, shared = undertaking.theme.difficulties, material().others["projects"]["difficulties"]
    chosen = [own[voice.index(len(own))], *([shared[voice.index(len(shared))]] if voice.dice.happens(0.5) else [])]
    return [{"problem": voice.tell(one["problem"]), "met_by": voice.tell(one["met_by"])} for one in chosen]


def _means(voice: Voice, undertaking: Undertaking, reach: Reach, year: int) -> Fields:
    theme, words, dice = undertaking.theme, material().others["projects"], voice.dice
    return {
        "budget": money(reach.budget, cited=dice.happens(0.1)),
        "spent": money(reach.spent),
        "operator": words["operators"][undertaking.dong.number % len(words["operators"])],
        "staff": [{"role": role, "count": dice.randint(3, 14)} for role in theme.staff],
        "places": [undertaking.place],
        "sites": dice.randint(2, 6) if dice.happens(0.2) else None,
        "partners": [party(undertaking, index) for index in range(len(undertaking.partners))],
        "goals": [_goal(voice, reach, year)] if dice.happens(0.4) else None,
        "contact": _contact(undertaking.dong) if dice.happens(0.3) else None,
    }


def _goal(voice: Voice, reach: Reach, year: int) -> Fields:
    text = voice.pick(material().others["projects"]["goals"])
    count: Fields = {"value": round(reach.households * 1.2), "unit": "가구"}
    if "봉사자" in text:
        count = {"value": 10 * voice.dice.randint(2, 5), "about": True, "unit": "명"}
    elif "곳" in text:
        count = {"value": voice.dice.randint(2, 5), "unit": "곳"}
    return {"text": text, "count": count, "by": year + 1, "source": 1}


def _contact(dong: Dong) -> Fields:
    return contact(f"{dong.name} 맞춤형복지팀", f"000-0000-{1000 + dong.number}", dong.slug)


def _figures(archive: Archive, voice: Voice, undertaking: Undertaking, year: int) -> list[Fields]:
    reach = archive.tally.reach(undertaking, year)
    counts = {"households": reach.households, **reach.counts}
    if undertaking.theme.slug == "fund":
        counts["donations"] = archive.tally.of(undertaking.dong, year).donations
    figures: list[Fields] = [_figure(voice, metric, value) for metric, value in counts.items()]
    figures[0] |= {"as_of": f"{year}-12-31", "source": 1}
    if voice.dice.happens(0.3):
        note = material().others["projects"]["satisfaction_note"]
        figures.append({"metric": "satisfaction", "value": voice.dice.percent(76, 98), "source": 1, "note": note})
    return figures


def _figure(voice: Voice, metric: str, value: int) -> Fields:
    aimed = metric in ("households", "visits", "meals")
    rounded = metric == "meals" and value >= _ROUNDED_FROM
    return {
        "metric": metric,
        "value": value // 10 * 10 if rounded else value,
        "target": max(1, round(value * voice.dice.between(*_TARGET))) if aimed else None,
        "about": True if rounded else None,
    }


def _said(voice: Voice, undertaking: Undertaking) -> Fields:
    dice, claims = voice.dice, material().others["awards"]["claims"]
    said = quote(voice.tell(undertaking.theme.story["words"]), "함께한 이웃")
    claim = claims[dice.randrange(len(claims))]
    claimed = undertaking.model is None and dice.happens(0.04)
    return {
        "quotes": [said] if dice.happens(0.35) else None,
        "claims": [{**claim, "text": voice.tell(claim["text"]), "source": 1}] if claimed else None,
    }


def _where_from(archive: Archive, undertaking: Undertaking, year: int) -> Fields:
    went_before = year - 1 in archive.town.years and undertaking.runs(year - 1)
    return {
        "predecessor": undertaking.project(year - 1) if went_before else None,
        "learned_from": [undertaking.model.practice] if undertaking.model is not None else None,
    }


def _photo(archive: Archive, undertaking: Undertaking, year: int) -> Fields:
    voice = archive.voice(undertaking, "photo", year, month=undertaking.theme.months[0])
    home = archive.council_year(undertaking.dong, year)
    return archive.album.show(home, undertaking.theme.scene, undertaking.dong.number, voice)
