"""Lists: all records of a kind, and all that stands under a topic or is for an audience."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.design import tone
from ondongne.publications.patchwork import RAMIE
from ondongne.publications.site.here import Here
from ondongne.records.kinds import OF_A_YEAR
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Audience, Term, Topic

INDEXED: Final = (*OF_A_YEAR, "practices", "organisations")
VOCABULARIES: Final[Mapping[str, type[Audience] | type[Topic]]] = {"topics": Topic, "audiences": Audience}
_CARDS: Final = 12

INTRODUCTIONS: Final[Mapping[str, str]] = {
    "projects": "동 협의체와 시가 벌인 사업입니다. 누구를 위해 무엇을 했고 무엇이 달라졌는지 적었습니다.",
    "stories": "이웃 곁에서 있었던 일을 사례와 수기로 들려 드립니다.",
    "events": "협의체가 모여 나누고 알린 자리입니다.",
    "visits": "다른 동네에 배우러 간 기록입니다. 무엇을 보았고 돌아와 어떻게 했는지 적었습니다.",
    "practices": "다른 동네가 배워 갈 만한 일입니다. 어떻게 하는지, 무엇이 드는지, 누가 이어받았는지 함께 적었습니다.",
    "agreements": "서로 무엇을 맡기로 약속했는지 적었습니다.",
    "awards": "받은 상과 지정입니다. 누가 무엇을 보고 주었는지 함께 적었습니다.",
    "plans": "여러 해를 내다보고 세운 계획입니다.",
    "milestones": "새로 생기고, 바뀌고, 한 걸음 나아간 때의 기록입니다.",
    "organisations": "협의체와 함께 일하는 기관입니다.",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one place and time on a list."""

    title: str
    entries: tuple[Entry[Record], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A term with how many records stand under it."""

    label: str
    href: str
    size: int
    tone: str


def split(entries: tuple[Entry[Record], ...]) -> tuple[tuple[Entry[Record], ...], tuple[Entry[Record], ...]]:
    """The newest records, shown with pictures, and the rest, shown as lines."""
    return entries[:_CARDS], entries[_CARDS:]


def grouped(page: Here, entries: Iterable[Entry[Record]]) -> tuple[Group, ...]:
    """Records by where and when they are from; lists are newest first already."""
    ordered = sorted(entries, key=lambda entry: (-(entry.year or 0), entry.owner))
    return tuple(Group(title, tuple(group)) for title, group in groupby(ordered, key=page.origin))


def under(outcomes: Outcomes, term: Term) -> tuple[Entry[Record], ...]:
    """Records under a topic or for an audience, newest first; years stand for themselves elsewhere."""
    return tuple(entry for kind in INDEXED for entry in outcomes.of(kind) if term in _terms(entry.record, term))


def headings(page: Here, folder: str) -> tuple[Heading, ...]:
    """The terms of a vocabulary, in its own order."""
    return tuple(_headings(page, folder))


def _headings(page: Here, folder: str) -> Iterator[Heading]:
    topics = page.site.design.topics
    for term in VOCABULARIES[folder]:
        size = len(under(page.site.outcomes, term))
        look = tone(topics.get(term.value, RAMIE), 0) if size else tone(RAMIE, 2)
        yield Heading(term.label, page.link(f"{folder}/{term.value}/"), size, look)


def _terms(record: Record, term: Term) -> tuple[Term, ...]:
    return record.topics if isinstance(term, Topic) else getattr(record, "audience", ())
