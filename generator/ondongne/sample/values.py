"""Values that all kinds of invented records share: dates, sources, contacts, counts, quotes and extras."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ondongne.sample.dice import Dice
from ondongne.sample.material import material
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.voice import Voice

Fields = dict[str, Any]
Page = tuple[str, Fields]
"""A record's id and what it says."""

READY: Final = "ready"
_LAST_PAGE: Final = 60
_CHANGED: Final = "나이와 사는 곳은 알아볼 수 없게 바꾸었습니다. 모두 지어낸 기록입니다."
_HOURS: Final = "평일 09:00~18:00"
_TAGS: Final = ("이웃", "골목", "함께", "온기")
_LICENCES: Final = tuple(f"공공누리 제{number}유형" for number in range(5))


def day(dice: Dice, year: int, first: int, last: int | None = None) -> str:
    """A day of a year in a month, or from one month to another."""
    return f"{year}-{dice.randint(first, last or first):02}-{dice.randint(1, 28):02}"


def vague(dice: Dice, on: str) -> object:
    """A date as the source gives it: exact, or told from a relative one."""
    if not dice.happens(0.12):
        return on
    return {"on": on, "derived": True, "as_written": f"지난 {int(on[-2:])}일"}


def period(year: int, months: Sequence[int]) -> str:
    """From the first month to the last of a year."""
    first, last = months
    return f"{year}-{first:02}/{year}-{last:02}"


def council_sources(voice: Voice, year: int, month: int = 1) -> list[Fields]:
    """One or two invented sources of a council's record, none of them from before `month`."""
    return _sources(voice, material().town["sources"], year, month)


def city_sources(voice: Voice, year: int, month: int = 1) -> list[Fields]:
    """One or two invented sources of a city's record, none of them from before `month`."""
    return _sources(voice, material().town["city_sources"], year, month)


def month_of(on: str) -> int:
    """The month of a day, or of a month, as a record writes it."""
    return int(on[5:7])


def contact(office: str, number: str, name: str) -> Fields:
    """How an invented office is reached: nowhere that exists."""
    return {
        "office": office,
        "phone": number,
        "email": f"{name}@example.org",
        "address": "가람시 가상로 1",
        "hours": _HOURS,
        "url": f"https://example.org/garam/{name}",
    }


def quote(text: str, role: str, on: str | None = None) -> Fields:
    """What somebody said in substance, by role."""
    return {"text": text, "speaker": role, "on": on, "paraphrase": True, "source": 1}


def money(parts: Mapping[str, int], *, cited: bool = False) -> object:
    """An amount by fund, or in one sum where there is one fund."""
    rows = [{"value": value, "source": fund, "cite": 1 if cited else None} for fund, value in parts.items() if value]
    return rows if len(rows) > 1 or cited else rows[0]["value"]


def extras(voice: Voice, label: str, own_id: str) -> Fields:
    """What a few records have and most have not; `label` is what the record is about, in a word or two."""
    dice = voice.dice
    home, _, slug = own_id.rpartition("/")
    return {
        "notes": [_CHANGED] if dice.happens(0.08) else None,
        "licence": dice.choice(_LICENCES) if dice.happens(0.2) else None,
        "aliases": [f"{home}/old-{slug}"] if dice.happens(0.03) else None,
        "tags": [label, *dice.some(_TAGS, 1, 2)] if dice.happens(0.25) else None,
    }


def brand(dong: Dong) -> Mapping[str, str]:
    """The name and meaning, still templates, of what a council calls its projects together."""
    brands: Sequence[Mapping[str, str]] = material().council["brands"]
    return brands[dong.number % len(brands)]


def party(undertaking: Undertaking, index: int = 0) -> Fields:
    """A partner of an undertaking and what it does there."""
    partner = undertaking.partners[index]
    words = material().organisations
    roles = words["helping"] if index else words["roles"][partner.type]
    return {"record": partner.id, "role": roles[(undertaking.dong.number + index) % len(roles)]}


def _sources(voice: Voice, templates: Sequence[Mapping[str, Any]], year: int, month: int) -> list[Fields]:
    start, size = voice.index(len(templates)), voice.dice.randint(1, 2)
    return [_source(voice, templates[(start + step) % len(templates)], year, month) for step in range(size)]


def _source(voice: Voice, facts: Mapping[str, Any], year: int, earliest: int) -> Fields:
    dice = voice.dice
    month = facts.get("month") or dice.randint(earliest, 12)
    on: object = f"{year}-{month:02}"
    if dice.happens(0.06):
        on = {"on": on, "derived": True, "as_written": "지난달"}
    return {
        "title": voice.tell(facts["title"], month=month),
        "publisher": voice.tell(facts["publisher"]),
        "on": on,
        "url": voice.tell(facts["url"], month=month) if "url" in facts else None,
        "page": f"{dice.randint(2, _LAST_PAGE)}{facts['page']}" if "page" in facts else None,
    }
