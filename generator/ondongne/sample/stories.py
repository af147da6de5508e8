"""Stories: what happened to somebody, told in paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ondongne.sample.album import consent
from ondongne.sample.archive import Archive
from ondongne.sample.calendar import city_sharing, told_at
from ondongne.sample.material import Part, material
from ondongne.sample.town import Dong
from ondongne.sample.undertakings import Undertaking
from ondongne.sample.values import READY, Fields, Page, city_sources, council_sources, extras, quote
from ondongne.sample.voice import Voice

_STORIES: Final = (3, 4)
_CASES: Final = 2
_FORMS: Final = ("사례", "수기", "사례", "기고")
_MOODS: Final = ("희", "로", "애", "락")
_SEASONS: Final = ("winter", "winter", *["spring"] * 3, *["summer"] * 3, *["autumn"] * 3, "winter")


@dataclass(frozen=True)
class _Telling:
    """A story being told: its `strand` is which of a theme's plots it follows."""

    undertaking: Undertaking
    year: int
    month: int
    voice: Voice
    form: str
    mood: str
    strand: int

    @property
    def words(self) -> Part:
        return self.undertaking.theme.story

    def pick(self, slot: str) -> str:
        """A template of the theme's: the strand's own where slots hang together, as all of the last strand's do."""
        *loose, whole = self.words[slot]
        if self.strand == len(loose):
            return str(whole)
        return str(loose[self.strand]) if slot in self.words.get("linked", ()) else self.voice.pick(loose)


def stories(archive: Archive, dong: Dong, year: int) -> Iterator[Page]:
    """The stories of a council's year; the first has a picture."""
    for index, undertaking in enumerate(_told(archive, dong, year)):
        telling = _begin(archive, undertaking, year, index)
        id_ = f"{archive.council_year(dong, year)}/stories/{undertaking.theme.slug}"
        first = _of_the_first(archive, telling) if index == 0 else {}
        yield id_, {**_story(telling), **first, **extras(telling.voice, undertaking.theme.label, id_), "state": READY}


def told(archive: Archive, dong: Dong, year: int) -> list[str]:
    """The slugs of the stories of a council's year."""
    return [undertaking.theme.slug for undertaking in _told(archive, dong, year)]


def cases(archive: Archive, year: int) -> Iterator[Page]:
    """Stories told at the city's gathering whose source gives them to no council."""
    told = material().stories["unattributed"]
    for step in range(_CASES):
        index = (year * _CASES + step) % len(told)
        voice = archive.town.voice(("city", "case", index), year, {})
        fields = _case(archive, voice, told[index], year)
        yield f"{archive.city_year(year)}/stories/case-{index + 1}", {**fields, "state": READY}


def _told(archive: Archive, dong: Dong, year: int) -> list[Undertaking]:
    """What a year's stories are about; the first project has the year's other picture, so its story comes last."""
    size = archive.town.dice(dong.slug, year, "stories").randint(*_STORIES)
    running = archive.chronicle.running(dong, year)
    return [*running[1:], running[0]][:size]


def _case(archive: Archive, voice: Voice, facts: Mapping[str, Any], year: int) -> Fields:
    return {
        "title": voice.tell(facts["title"]),
        "summary": voice.tell(material().stories["unattributed_summary"]),
        "lead": voice.tell(facts["lead"]),
        "body": "\n\n".join(voice.tell_all(facts["body"])),
        "theme": facts["mood"],
        "form": "사례",
        "place": facts.get("place"),
        "presented_at": city_sharing(year),
        "topics": facts["topics"],
        "photos": [archive.album.show(archive.city_year(year), facts["scene"], year, voice)],
        "sources": city_sources(voice, year, 12),
        "notes": ["출처가 어느 동의 이야기인지 밝히지 않아 동을 적지 않았습니다."],
    }


def _begin(archive: Archive, undertaking: Undertaking, year: int, index: int) -> _Telling:
    dong, theme = undertaking.dong, undertaking.theme
    dice = archive.town.dice(dong.slug, theme.slug, "story")
    who = theme.story["who"][(dice.randrange(len(theme.story["who"])) + year) % len(theme.story["who"])]
    month = archive.town.dice(undertaking.project(year), "month").randint(*theme.story.get("months", theme.months))
    voice = archive.voice(undertaking, "story", year, month=month, **who)
    return _Telling(
        undertaking=undertaking,
        year=year,
        month=month,
        voice=voice,
        form=_FORMS[(dong.number + year + index) % len(_FORMS)],
        mood=_MOODS[(dong.number + year // 2 + index) % len(_MOODS)],
        strand=voice.index(len(theme.story["deed"])),
    )


def _story(telling: _Telling) -> Fields:
    voice, words, theme = telling.voice, telling.words, telling.undertaking.theme
    return {
        "title": _title(telling),
        "summary": voice.tell(material().stories["summaries"]),
        "lead": voice.tell(words["leads"][telling.strand]),
        "body": "\n\n".join(_body(telling)),
        "theme": telling.mood,
        "form": telling.form,
        "author": _author(telling),
        "on": f"{telling.year}-{telling.month:02}",
        "place": telling.undertaking.dong.name if voice.dice.happens(0.3) else None,
        "topics": list(theme.topics[:1]),
        "audience": list(theme.audience[:1]),
        "about": _about(telling),
        "quotes": [quote(voice.tell(words["words"][0]), "함께한 이웃")] if voice.dice.happens(0.5) else None,
        "sources": council_sources(voice, telling.year, telling.month),
    }


def _title(telling: _Telling) -> str:
    titles, voice = telling.words["titles"], telling.voice
    told = voice.tell(titles[telling.strand] if voice.dice.happens(0.7) else titles[-1])
    return voice.tell(material().stories["titles"], told=told)


def _of_the_first(archive: Archive, telling: _Telling) -> Fields:
    """What only the year's main story has: a picture, and the gathering it was told at."""
    dong, year = telling.undertaking.dong, telling.year
    scene = telling.undertaking.theme.scene
    return {
        "presented_at": told_at(archive.town, dong, year),
        "photos": [archive.album.show(archive.council_year(dong, year), scene, dong.number + 1, telling.voice)],
    }


def _about(telling: _Telling) -> list[str]:
    undertaking = telling.undertaking
    practice = [undertaking.practice] if undertaking.shown else []
    return [undertaking.dong.id, undertaking.project(telling.year), *practice]


def _author(telling: _Telling) -> object:
    if telling.form == "사례":
        return None
    role = telling.voice.pick(material().stories["authors"])
    if not telling.voice.dice.happens(0.15):
        return role
    others = material().others
    agreed = consent(telling.voice, telling.undertaking.last_year, others["consent"]["name_scope"])
    name = telling.voice.pick(others["names"])
    return {"role": role, "name": name, "affiliation": f"{telling.undertaking.dong.name} 협의체", "consent": agreed}


def _body(telling: _Telling) -> Iterator[str]:
    """Five to nine paragraphs: how it began, who it was, what stood in the way, what was done, what came of it."""
    voice, shared, happens = telling.voice, material().stories, telling.voice.dice.happens
    yield voice.tell(_opening(telling))
    yield voice.tell(telling.pick("meet"))
    yield voice.tell(telling.pick("snag"))
    is_quoted = happens(0.6)
    if not is_quoted:
        yield voice.tell(shared["meetings"])
    yield voice.tell(telling.pick("deed"))
    yield voice.tell(telling.pick("turn"))
    if is_quoted:
        yield voice.tell(shared["quoted"])
        yield f"> “{voice.tell(telling.words['words'][1:])}”"
    if happens(0.8):
        yield voice.tell(shared["moods"][telling.mood])
    yield voice.tell(shared["closings"])


def _opening(telling: _Telling) -> list[str]:
    shared = material().stories
    by_form: dict[str, list[str]] = {"수기": shared["essays"], "기고": shared["contributions"]}
    seasonal: list[str] = shared["seasons"][_SEASONS[telling.month - 1]]
    return by_form.get(telling.form, seasonal)
