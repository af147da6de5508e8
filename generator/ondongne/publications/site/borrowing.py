"""What visitors from other cities choose practices by, and compare them in."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from typing import Final, NamedTuple, cast

from ondongne.publications.facts import label, missing
from ondongne.publications.phrases import plain
from ondongne.publications.site.here import HOME, Here, Site
from ondongne.publications.site.page import Crumb, SitePage
from ondongne.publications.site.planned import Head, headed
from ondongne.records.practice import Practice
from ondongne.records.record import Record
from ondongne.records.tree import Entry
from ondongne.records.vocabulary import Audience, EvidenceLevel, Term, Topic

LIST: Final = f"{Practice.kind}/"
COMPARED: Final = f"{LIST}compare/"
"""Where practices are compared; browsers put the comparison together from the practices' own pages."""

_SAID: Final = ("cost", "people", "evidence")


class Weighed(NamedTuple):
    """What a practice on a list is chosen by: what to say of it, under the fields' labels, and what to filter it by."""

    said: tuple[tuple[str, str], ...]
    missing: str
    traits: Mapping[str, str]


Choice = tuple[str, str]
"""The value that a filter asks for, and its label."""


class Choices(NamedTuple):
    """The terms that practices on a list have, each in the order of its vocabulary."""

    topics: tuple[Choice, ...]
    audiences: tuple[Choice, ...]
    levels: tuple[Choice, ...]


def weigh(page: Here, entry: Entry[Practice]) -> Weighed:
    """A practice as a visitor weighs it."""
    record, phrases = entry.record, page.phrases(entry)
    lines = {"cost": phrases.lines(record.cost), "people": phrases.lines(record.people)}
    words = {name: ", ".join(map(plain, found)) for name, found in lines.items()}
    words["evidence"] = record.evidence.level.label if record.evidence else ""
    said = tuple((label(Practice, name), words[name]) for name in _SAID if words[name])
    return Weighed(said, ", ".join(missing(record)), _traits(page, entry))


def _traits(page: Here, entry: Entry[Practice]) -> Mapping[str, str]:
    """Values of `data-` attributes; what the record does not tell has none. The cost in won, empty if told in words."""
    record = entry.record
    taken = sum(1 for thread in page.site.lineage.of_practice(entry) if thread.taken_up)
    told = {
        "topic": " ".join(record.topics),
        "audience": " ".join(record.audience),
        "people": "1" if record.people else "",
        "evidence": record.evidence.level.value if record.evidence else "",
        "adopted": str(taken) if taken else "",
    }
    found = {name: value for name, value in told.items() if value}
    if record.cost or record.cost_note:
        found["cost"] = str(record.cost.total) if record.cost else ""
    return found


def choices(entries: Iterable[Entry[Record]]) -> Choices:
    """What a list of practices can be filtered by."""
    records = [cast(Practice, entry.record) for entry in entries]
    levels = {record.evidence.level for record in records if record.evidence}
    return Choices(
        _among(Topic, {topic for record in records for topic in record.topics}),
        _among(Audience, {audience for record in records for audience in record.audience}),
        _among(EvidenceLevel, levels),
    )


def _among(vocabulary: type[Term], found: Collection[Term]) -> tuple[Choice, ...]:
    return tuple((term.value, term.label) for term in vocabulary if term in found)


def comparison(site: Site) -> SitePage:
    """The page on which practices are compared and a visit to them is prepared."""
    about = "실천을 네 건까지 나란히 놓고 견줍니다. 그대로 인쇄해 들고 가실 수 있습니다."
    here = Here(site, COMPARED, (HOME, Crumb(Practice.label, LIST)))
    head = Head("견주어 보기와 방문 꾸러미", about)
    return headed(here, head, "compare", lambda _: {"label": partial(label, Practice)}, Practice.kind)
