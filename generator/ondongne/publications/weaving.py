"""The picture of the lineage: councils as patches, practices as threads between them, status as the kind of line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.publications.html import Html
from ondongne.publications.patchwork import SIDE, cloth
from ondongne.publications.phrases import called
from ondongne.records.vocabulary import VisitStatus

WIDTH: Final = 360
_ROW: Final = 32
_HEAD: Final = 50
_GAP: Final = 22
_LINE: Final = 17
_LEFT: Final = 172
_RIGHT: Final = 240
_PATCH: Final = 36
_WIDEST: Final = 7
_LONGEST: Final = 13
"""Characters of a practice's title that fit left of its thread."""

LINES: Final = {
    VisitStatus.ADOPTED: "adopted",
    VisitStatus.ADAPTED: "adapted",
    VisitStatus.UNDER_DISCUSSION: "discussed",
    VisitStatus.DROPPED: "dropped",
    None: "undecided",
}
"""The class of a thread's line by its status."""


_UNDECIDED: Final = "결정이 기록에 없음"


@dataclass(frozen=True, slots=True)
class Node:
    """A council or city in the picture: the id of its patch, its name on one or two lines, and where it stands."""

    id: str
    lines: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Label:
    """A practice's title as far as it fits, the whole title, and its height."""

    short: str
    whole: str
    y: int


@dataclass(frozen=True, slots=True)
class Strand:
    """A practice on its way: the height at which it starts and ends, and its line."""

    start: int
    end: int
    line: str
    label: str

    @property
    def path(self) -> str:
        """The curve of the thread as SVG path data."""
        middle = (_LEFT + _RIGHT) // 2
        return f"M{_LEFT} {self.start}C{middle} {self.start} {middle} {self.end} {_RIGHT} {self.end}"


@dataclass(frozen=True, slots=True)
class Picture:
    """Teachers on the left with what they taught, learners on the right; `height` in the units of WIDTH."""

    height: int
    teachers: tuple[Node, ...]
    learners: tuple[Node, ...]
    labels: tuple[Label, ...]
    strands: tuple[Strand, ...]

    def cloth(self, node: Node) -> Html:
        """The patch of a node as a group of SIDE units."""
        return Html(cloth(node.id))

    @property
    def scale(self) -> float:
        """Size of a patch in the picture over its own."""
        return _PATCH / SIDE


def draw(outcomes: Outcomes, threads: Iterable[Thread]) -> Picture:
    """Draw threads: under each teacher a row for every practice, from which its threads go out to the learners."""
    rows = sorted(threads, key=lambda thread: (thread.origin.id, thread.practice.id, _taker(thread)))
    teachers: list[Node] = []
    heights: dict[str, int] = {}
    y = 0
    for _, group in groupby(rows, key=lambda thread: thread.origin.id):
        taught = list(group)
        teachers.append(Node(taught[0].origin.id, (called(outcomes, taught[0].origin),), 0, y))
        practices = list(dict.fromkeys(thread.practice.id for thread in taught))
        heights |= {id_: y + _HEAD + number * _ROW + _ROW // 2 for number, id_ in enumerate(practices)}
        y += _HEAD + len(practices) * _ROW + _GAP
    learners = _learners(outcomes, rows, heights)
    ends = {node.id: node.y + _PATCH // 2 for node in learners}
    strands = (Strand(heights[t.practice.id], ends[_taker(t)], LINES[t.status], decided(t)) for t in rows)
    labels = {t.practice.id: _label(t.practice.record.heading, heights[t.practice.id]) for t in rows}
    height = max([y, *(node.y + _PATCH + _GAP for node in learners)])
    return Picture(height, tuple(teachers), learners, tuple(labels.values()), tuple(strands))


def decided(thread: Thread) -> str:
    """What was decided about a practice."""
    return thread.status.label if thread.status is not None else _UNDECIDED


def taker(outcomes: Outcomes, thread: Thread) -> str:
    """What the taker of a practice is called."""
    return called(outcomes, thread.taker) if thread.taker is not None else thread.taker_name


def by_teacher(threads: Iterable[Thread]) -> tuple[tuple[Thread, ...], ...]:
    """Threads apart by who taught them, so that each picture stays small enough to follow."""
    found: dict[str, list[Thread]] = {}
    for thread in threads:
        found.setdefault(thread.origin.id, []).append(thread)
    return tuple(tuple(group) for group in found.values())


def _label(title: str, y: int) -> Label:
    return Label(title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…", title, y)


def _learners(outcomes: Outcomes, rows: Sequence[Thread], heights: Mapping[str, int]) -> tuple[Node, ...]:
    """Put each learner at the mean height of its threads, below the one before."""
    places: dict[str, list[int]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for thread in rows:
        places.setdefault(_taker(thread), []).append(heights[thread.practice.id])
        names[_taker(thread)] = _lines(taker(outcomes, thread))
    nodes: list[Node] = []
    least = 0
    for key, found in sorted(places.items(), key=lambda item: (sum(item[1]) / len(item[1]), item[0])):
        y = max(least, round(sum(found) / len(found)) - _PATCH // 2)
        nodes.append(Node(key, names[key], _RIGHT, y))
        least = y + max(_PATCH, _LINE * len(names[key])) + _GAP
    return tuple(nodes)


def _taker(thread: Thread) -> str:
    return thread.taker.id if thread.taker is not None else thread.taker_name


def _lines(name: str) -> tuple[str, ...]:
    """A name on lines of few words, none longer than fits beside its patch unless a single word is."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + len(word) >= _WIDEST:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
