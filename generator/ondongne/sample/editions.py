"""Booklets put together by hand, and records that may not be shown."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.calendar import city_sharing
from ondongne.sample.material import material
from ondongne.sample.stories import told
from ondongne.sample.town import CITY, Dong
from ondongne.sample.values import READY, Fields, Page, city_sources, council_sources
from ondongne.sample.voice import Voice

_RECORDS: Final = 6
_HIDDEN: Final = 5
_LATER: Final = 10
_PROGRAMME: Final = "gathering"


def editions(archive: Archive) -> Iterator[Page]:
    """What could be learned over the years, what was told in the last, and the programme book of its gathering."""
    year, words = archive.last_year, material().others["editions"]
    voice = archive.town.voice(("city", "editions"), year, {})
    practices = [one.practice for dong in archive.town.dongs for one in archive.chronicle.shown(dong)]
    every_year = [_told_in(archive, each) for each in archive.town.years]
    projects, stories = ([id_ for ids in kind for id_ in ids] for kind in zip(*every_year, strict=True))
    chosen: tuple[list[list[str]], ...] = ([practices, projects, stories], [every_year[-1][1]], [])
    for facts, records in zip(words, chosen, strict=True):
        yield f"{CITY}/editions/{facts['slug']}", _edition(voice, facts, records, year)


def _told_in(archive: Archive, year: int) -> tuple[list[str], list[str]]:
    """The ids of the councils' projects and stories of a year."""
    dongs = archive.town.dongs
    projects = [one.project(year) for dong in dongs for one in archive.chronicle.running(dong, year)]
    return projects, [f"{dong.id}/{year}/stories/{slug}" for dong in dongs for slug in told(archive, dong, year)]


def hidden(archive: Archive, dong: Dong) -> Iterator[Page]:
    """Records of the last year that readers do not see (yet): unfinished, held back or taken down."""
    year = archive.last_year
    voice = archive.voice(archive.chronicle.running(dong, year)[0], "hidden", year)
    states = (
        ("drafts", None),
        ("held", {"embargoed": f"{year + _LATER}-01-05"}),
        ("taken-down", {"withdrawn": "당사자가 내려 달라고 청했습니다"}),
    )
    for index, (slug, state) in enumerate(states):
        if dong.number % _HIDDEN == index:
            title = voice.tell(material().others["hidden"][slug])
            summary = voice.tell(material().others["hidden"]["summary"])
            fields = {"title": title, "summary": summary, "sources": council_sources(voice, year), "state": state}
            photo = _awaiting_consent(archive, dong, voice) if state is None else None
            yield f"{dong.id}/{year}/stories/{slug}", {**fields, "photos": photo}


def _awaiting_consent(archive: Archive, dong: Dong, voice: Voice) -> list[Fields]:
    """A picture of people who have not agreed yet, so that it is not shown."""
    home = archive.council_year(dong, archive.last_year)
    return [{**archive.album.show(home, "people", dong.number, voice), "people": True}]


def _edition(voice: Voice, facts: Fields, records: list[list[str]], year: int) -> Fields:
    chapters = [
        {"title": title, "records": voice.dice.some(ids, _RECORDS, _RECORDS)}
        for title, ids in zip(facts.get("chapters", ()), records, strict=True)
    ]
    greeting = material().others["edition_foreword"]
    imprint = facts.get("imprint")
    return {
        "title": facts["title"],
        "summary": voice.tell(facts["summary"]),
        "subtitle": voice.tell(facts["subtitle"]),
        "year": year,
        "event": city_sharing(year) if facts["slug"] == _PROGRAMME else None,
        "forewords": [{"title": greeting["title"], "by": greeting["role"], "body": greeting["body"]}],
        "chapters": chapters or None,
        **{key: facts.get(key) for key in ("size", "binding", "paper", "cover")},
        "imprint": {**imprint, "published": f"{year}-12"} if imprint else None,
        "sources": city_sources(voice, year),
        "state": READY,
    }
