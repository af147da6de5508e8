"""The city, its organisations and its councils."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.album import consent
from ondongne.sample.archive import Archive
from ondongne.sample.material import Part, material
from ondongne.sample.town import CITY, Dong, Partner
from ondongne.sample.values import READY, Fields, Page, brand, city_sources, contact, council_sources, extras
from ondongne.sample.visions import visions
from ondongne.sample.voice import Voice

_ACCENTS: Final = ("쪽", "자초", "홍화")
_GROUPS: Final = 2
_TEAM_AREA: Final = 3
_SEVERAL_DONGS: Final = 6
_OTHER_FORM: Final = 9
_NAMED_CHAIR: Final = 5


def city(archive: Archive) -> Page:
    """The city."""
    words, town = material().town, archive.town
    voice = town.voice(("city",), archive.last_year, {})
    fields = {
        "name": words["city"],
        "summary": words["summary"],
        "province": words["province"],
        "about": words["about"],
        "example_note": words["example_note"],
        "brand": {"accent": _ACCENTS[town.seed % len(_ACCENTS)]},
        "departments": [_department(facts, number) for number, facts in enumerate(words["departments"])],
        "regions": [_region(archive, number, name) for number, name in enumerate(town.regions)],
        "visions": list(visions(town)),
        "metrics": words["metrics"],
        "highlights": words["highlights"],
        "elections": [{"name": words["election"], "on": f"{archive.last_year - 1}-06-01"}],
        "photos": [archive.album.show(CITY, "hills", 0, voice)],
        "sources": city_sources(voice, archive.last_year),
        "notes": words["notes"],
        "licence": "공공누리 제1유형",
        "state": READY,
    }
    return f"{CITY}/city", fields


def organisations(archive: Archive) -> Iterator[Page]:
    """The bodies councils work with."""
    for number, partner in enumerate(archive.town.partners):
        voice = archive.town.voice((partner.slug,), archive.last_year, {})
        yield partner.id, {**_organisation(archive, partner, number, voice), "state": READY}


def council(archive: Archive, dong: Dong) -> Page:
    """A council with all it has been over the years."""
    town, year = archive.town, archive.last_year
    running = archive.chronicle.running(dong, year)
    name = brand(dong)
    voice = town.of(dong, "council", year, formed=dong.formed, count=len(running))
    called = voice.tell(name["name"])
    words = material().council
    fields = {
        "name": dong.name,
        "formal_name": f"{dong.name} 온이웃 지역사회보장협의체" if _in_turn(dong, _OTHER_FORM) else None,
        "summary": voice.tell(words["summaries"]),
        "about": voice.tell(words["about"], brand=called),
        "dongs": [dong.name, f"{dong.root}아랫동"] if _in_turn(dong, _SEVERAL_DONGS) else None,
        "other_names": _other_names(voice, dong),
        "formed": f"{dong.formed}-{voice.dice.randint(2, 6):02}",
        "operating_since": f"{dong.formed}-{voice.dice.randint(7, 12):02}",
        "chairs": _chairs(voice, dong, year),
        "members": _members(archive, dong),
        "member_fields": voice.dice.some(words["fields"], 5, 8),
        "subcommittees": [
            {**facts, "members": voice.dice.randint(4, 8)} for facts in words["subcommittees"][: 2 + dong.number % 2]
        ],
        "meetings": {"regular": voice.pick(words["meetings"]), "extra": voice.pick(words["extra"])},
        "groups": _groups(voice, dong),
        "brands": [{"name": called, "meaning": voice.tell(name["meaning"]), "source": 1}],
        "office": f"{dong.name} 행정복지센터",
        "team": _team(archive, dong),
        "contact": contact(f"{dong.name} 협의체 사무실", f"000-0000-{2000 + dong.number}", dong.slug),
        "aims": voice.tell_all(voice.dice.some(words["aims"], 2, 3)),
        "sources": council_sources(voice, year),
        **extras(voice, dong.name, dong.id),
        "state": READY,
    }
    return f"{dong.id}/council", fields


def _department(facts: Part, number: int) -> Fields:
    return {
        "name": facts["name"],
        "duties": facts["duties"],
        "contact": contact(facts["name"], facts["number"], f"department-{number + 1}"),
    }


def _region(archive: Archive, number: int, name: str) -> Fields:
    return {
        "name": f"{name} 권역",
        "councils": [dong.slug for dong in archive.town.dongs if dong.region == number],
        "centres": [partner.slug for partner in archive.town.partners if partner.region == number],
    }


def _organisation(archive: Archive, partner: Partner, number: int, voice: Voice) -> Fields:
    facts, dice = partner.facts, voice.dice
    founded = archive.town.years[0] - dice.randint(2, 12)
    region = partner.region if partner.region is not None else number % len(archive.town.regions)
    return {
        "name": partner.name,
        "summary": facts["summary"],
        "type": partner.type,
        "founded": founded,
        "founded_by": facts["founded_by"],
        "opened": f"{founded + 1}-{dice.randint(3, 10):02}",
        "operator": facts["operator"],
        "audience": facts["audience"],
        "region": f"{archive.town.regions[region]} 권역",
        "place": next(dong.name for dong in archive.town.dongs if dong.region == region),
        "staff_total": _staff_total(facts, number),
        "staff": [_staffing(one) for one in facts["staff"]],
        "rooms": facts["rooms"],
        "duties": facts["duties"],
        "businesses": facts["businesses"],
        "growth": [_staffing(one) for one in facts["growth"]] if "growth" in facts else None,
        "before": facts.get("before"),
        "contact": contact(partner.name, f"000-0000-{3000 + number}", partner.slug),
        "tags": facts.get("tags"),
        "sources": city_sources(voice, archive.last_year),
    }


def _staffing(facts: Part) -> Fields:
    if "about" not in facts:
        return {"role": facts["role"], "count": facts["count"]}
    return {"role": facts["role"], "count": {"value": facts["count"], "about": True, "unit": facts.get("unit", "명")}}


def _staff_total(facts: Part, number: int) -> object:
    """How many work there; the sources on every fifth body do not agree."""
    total = sum(one["count"] for one in facts["staff"])
    if any("about" in one for one in facts["staff"]):
        return {"value": total, "about": True, "unit": "명", "source": 1}
    if number % _NAMED_CHAIR:
        return total
    return {"conflict": [{"value": total, "source": 1}, {"value": total + 1, "source": 1}], "preferred": 1}


def _other_names(voice: Voice, dong: Dong) -> list[object] | None:
    names = material().council["other_names"]
    facts = names[dong.number % len(names)]
    if dong.number % 2:
        return None
    name = voice.tell(facts["name"])
    if voice.dice.happens(0.3):
        return [name]
    return [{"name": name, "years": f"{dong.formed - 3}/{dong.formed}", "note": facts["note"]}]


def _chairs(voice: Voice, dong: Dong, year: int) -> list[object]:
    public = {"role": "공공위원장", "affiliation": f"{dong.name}장", "public_office": True}
    if dong.number % _NAMED_CHAIR != 1:
        return [public, "민간위원장"]
    others = material().others
    agreed = consent(voice, year, others["consent"]["name_scope"])
    return [public, {"role": "민간위원장", "name": voice.pick(others["names"]), "consent": agreed}]


def _members(archive: Archive, dong: Dong) -> list[object]:
    years = dict.fromkeys((archive.town.years[0], archive.last_year))
    return [
        {"value": archive.tally.members(dong, year), "unit": "명", "as_of": f"{year}-12-31", "source": 1}
        for year in years
    ]


def _groups(voice: Voice, dong: Dong) -> list[Fields]:
    groups = material().council["groups"]
    chosen = [groups[(dong.number + step) % len(groups)] for step in range(_GROUPS)]
    return [{**_told(voice, facts), "volunteers": voice.dice.randint(9, 28)} for facts in chosen]


def _told(voice: Voice, facts: Part) -> Fields:
    return {name: voice.tell(text) for name, text in facts.items()}


def _in_turn(dong: Dong, every: int) -> bool:
    return dong.number % every == every - 1


def _team(archive: Archive, dong: Dong) -> Fields:
    """The team of a dong office, which serves the dongs beside it as well."""
    region = [other for other in archive.town.dongs if other.region == dong.region]
    first = region.index(dong) // _TEAM_AREA * _TEAM_AREA
    return {
        "name": "맞춤형복지팀",
        "since": f"{dong.formed + 1}-07",
        "area": [other.name for other in region[first : first + _TEAM_AREA]],
        "duties": material().council["team_duties"],
        "contact": contact(f"{dong.name} 맞춤형복지팀", f"000-0000-{1000 + dong.number}", dong.slug),
    }
