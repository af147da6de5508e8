"""Booklets put together by hand, and records that may not be shown."""

from collections.abc import Iterator
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.material import material
from ondongne.sample.stories import told
from ondongne.sample.town import CITY, Dong
from ondongne.sample.values import READY, Fields, Page, city_sources, council_sources
from ondongne.sample.voice import Voice

_RECORDS: Final = 6
_HIDDEN: Final = 5
_LATER: Final = 10


def editions(archive: Archive) -> Iterator[Page]:
    """Two booklets of the last year: what can be learned, and what was told."""
    year, words = archive.last_year, material().others["editions"]
    voice = archive.town.voice(("city", "editions"), year, {})
    running = [one for dong in archive.town.dongs for one in archive.chronicle.running(dong, year)]
    practices = [one.practice for dong in archive.town.dongs for one in archive.chronicle.shown(dong)]
    projects = [one.project(year) for one in running]
    stories = [f"{dong.id}/{year}/stories/{slug}" for dong in archive.town.dongs for slug in told(archive, dong, year)]
    chosen = [[practices, projects, stories], [stories]]
    for slug, facts, records in zip(("learned", "seasons"), words, chosen, strict=True):
        yield f"{CITY}/editions/{slug}", _edition(voice, facts, records, year)


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
        for title, ids in zip(facts["chapters"], records, strict=True)
    ]
    greeting = material().others["edition_foreword"]
    return {
        "title": facts["title"],
        "summary": voice.tell(facts["summary"]),
        "subtitle": voice.tell(facts["subtitle"]),
        "year": year,
        "size": facts["size"],
        "forewords": [{"title": greeting["title"], "by": greeting["role"], "body": greeting["body"]}],
        "chapters": chapters,
        "sources": city_sources(voice, year),
        "state": READY,
    }
