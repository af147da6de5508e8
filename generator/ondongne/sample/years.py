"""A council's year and the city's, in numbers and in a few paragraphs."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.material import material
from ondongne.sample.tally import CouncilYear
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.values import READY, Fields, Page, city_sources, council_sources, money
from ondongne.sample.voice import Voice

_FOREWORDS: Final = 3
_UNDATED: Final = 10
_DISPUTED: Final = 8
_TOPICS: Final = 3
_FUND: Final = "fund"


def council_year(archive: Archive, dong: Dong, year: int) -> Page:
    """A council's year."""
    tally = archive.tally.of(dong, year)
    running = archive.chronicle.running(dong, year)
    voice = archive.town.of(
        dong,
        "year",
        year,
        members=tally.members,
        meetings=tally.meetings,
        volunteers=tally.volunteers,
        new=tally.new_members,
        households=tally.households,
        people=tally.people,
        count=len(running),
        first=running[0].title,
        second=running[1].title,
    )
    words = material().year
    fields = {
        "year": _known_year(archive, dong, year),
        "summary": voice.tell(words["summaries"]),
        "topics": _topics(running),
        "overview": "\n\n".join(voice.tell(words[part]) for part in ("openings", "middles", "endings")),
        **_counts(tally, archive.turn(dong, year), year),
        "budget": money(tally.budget, cited=voice.dice.happens(0.2)),
        "spent": money(tally.spent),
        "officers": _officers(dong),
        "forewords": _forewords(voice, archive.turn(dong, year)),
        "next_year": voice.tell(words["next"]),
        "figures": _figures(archive, dong, year),
        "sources": council_sources(voice, year, 12),
        "state": READY,
    }
    return f"{archive.council_year(dong, year)}/year", fields


def city_year(archive: Archive, year: int) -> Page:
    """The city's year: its councils' numbers added up."""
    dongs = archive.town.dongs
    tallies = [archive.tally.of(dong, year) for dong in dongs]
    sums = {
        name: sum(getattr(tally, name) for tally in tallies)
        for name in ("members", "new_members", "volunteers", "meetings", "households", "people")
    }
    voice = archive.town.voice(("city", "year"), year, {"councils": len(dongs), **sums})
    words = material().year
    forewords = [_foreword(voice, facts) for facts in words["city_forewords"]]
    fields = {
        "summary": voice.tell("{city} {councils}개 동 협의체가 {households:count}가구와 함께한 한 해입니다."),
        "overview": "\n\n".join(voice.tell_all(words["city_overview"])),
        "councils": len(dongs),
        **sums,
        "forewords": forewords if year == archive.last_year else None,
        "next_year": voice.tell(words["city_next"]),
        "figures": [
            {"metric": "training-hours", "value": archive.tally.training_hours(year), "source": 1},
            {"metric": "satisfaction", "value": voice.dice.percent(84, 93), "as_of": f"{year}-12", "source": 1},
        ],
        "sources": city_sources(voice, year, 12),
        "state": READY,
    }
    return f"{archive.city_year(year)}/year", fields


def _topics(running: Sequence[Undertaking]) -> list[str]:
    """What most of a year's projects were about."""
    counted = Counter(topic for undertaking in running for topic in undertaking.theme.topics)
    return [topic for topic, _ in counted.most_common(_TOPICS)]


def _known_year(archive: Archive, dong: Dong, year: int) -> Fields | None:
    """The source of a few oldest years names them only by what went before."""
    if year == archive.last_year or year != archive.town.years[0] or dong.number % _UNDATED != _UNDATED - 1:
        return None
    return {"on": year, "derived": True, "as_written": "지난해"}


def _counts(tally: CouncilYear, turn: int, year: int) -> Fields:
    members: object = {"value": tally.members, "unit": "명", "as_of": f"{year}-12-31", "source": 1}
    if turn % _DISPUTED == 1:
        others = {"value": tally.members + 1, "note": "마을신문에는 연초의 수가 적혔습니다"}
        members = {"conflict": [{"value": tally.members, "source": 1}, others], "preferred": 1}
    return {
        "members": members,
        "new_members": tally.new_members,
        "volunteers": tally.volunteers,
        "meetings": tally.meetings,
        "households": tally.households,
        "people": tally.people,
    }


def _officers(dong: Dong) -> list[object]:
    offices = material().council["subcommittees"]
    chair = {"role": "공공위원장", "affiliation": f"{dong.name}장", "public_office": True}
    return [chair, "민간위원장", *(f"{office['name']}장" for office in offices[: 2 + dong.number % 2])]


def _forewords(voice: Voice, turn: int) -> list[Fields] | None:
    if turn % _FOREWORDS:
        return None
    return [_foreword(voice, facts) for facts in material().year["forewords"]]


def _foreword(voice: Voice, facts: Fields) -> Fields:
    return {"title": facts["title"], "by": facts["role"], "body": voice.tell(facts["body"])}


def _figures(archive: Archive, dong: Dong, year: int) -> list[Fields]:
    """What no project's figures add up to, and the aim of what they do."""
    tally = archive.tally.of(dong, year)
    reaches = [archive.tally.reach(one, year) for one in archive.chronicle.running(dong, year)]
    visited = sum(reach.counts.get("visits", 0) for reach in reaches)
    figures: list[Fields] = [
        {"metric": "visits", "target": visited // 10 * 10, "source": 1},
        {"metric": "training-hours", "value": tally.training_hours, "source": 1},
        {"metric": "satisfaction", "value": tally.satisfaction, "as_of": f"{year}-12", "source": 1},
    ]
    if all(one.theme.slug != _FUND for one in archive.chronicle.running(dong, year)):
        figures.append({"metric": "donations", "value": tally.donations, "source": 1})
    return figures
