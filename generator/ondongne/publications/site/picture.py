"""The picture of the lineage: councils as patches, practices as threads between them, status as the kind of line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.publications.patchwork import SIDE, cloth, patch
from ondongne.publications.phrases import called
from ondongne.publications.site.here import Html
from ondongne.records.vocabulary import VisitStatus

WIDTH: Final = 360
_ROW: Final = 34
_HEAD: Final = 58
_GAP: Final = 22
_LEFT: Final = 168
_RIGHT: Final = 248
_PATCH: Final = 36
_LONGEST: Final = 11
"""Characters of a practice's title that fit left of its thread."""

LINES: Final = {
    VisitStatus.ADOPTED: "adopted",
    VisitStatus.ADAPTED: "adapted",
    VisitStatus.UNDER_DISCUSSION: "discussed",
    VisitStatus.DROPPED: "dropped",
    None: "undecided",
}
"""The class of a thread's line by its status."""


@dataclass(frozen=True, slots=True)
class Node:
    """A council or city in the picture: the id of its patch, its name on one or two lines, and where it stands."""

    id: str
    lines: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Strand:
    """A practice on its way: its title, the height at which it starts and ends, and its line."""

    title: str
    whole: str
    start: int
    end: int
    line: str

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
    strands: tuple[Strand, ...]

    def cloth(self, node: Node) -> Html:
        """The patch of a node as a group of SIDE units."""
        return Html(cloth(patch(node.id)))

    @property
    def scale(self) -> float:
        """Size of a patch in the picture over its own."""
        return _PATCH / SIDE


def draw(outcomes: Outcomes, threads: Iterable[Thread]) -> Picture:
    """Draw threads, one row each, under those who taught them."""
    rows = sorted(threads, key=lambda thread: (thread.origin.id, thread.practice.id, _taker(thread)))
    teachers, heights, y = [], {}, 0
    for _, group in groupby(rows, key=lambda thread: thread.origin.id):
        taught = list(group)
        teachers.append(Node(taught[0].origin.id, (called(outcomes, taught[0].origin),), 0, y + 8))
        for number, thread in enumerate(taught):
            heights[id(thread)] = y + _HEAD + number * _ROW + _ROW // 2
        y += _HEAD + len(taught) * _ROW + _GAP
    learners = _learners(outcomes, rows, heights)
    ends = {node.id: node.y + _PATCH // 2 for node in learners}
    strands = tuple(
        Strand(
            _short(thread),
            thread.practice.record.heading,
            heights[id(thread)],
            ends[_taker(thread)],
            LINES[thread.status],
        )
        for thread in rows
    )
    height = max([y, *(node.y + _PATCH + _ROW for node in learners)])
    return Picture(height, tuple(teachers), learners, strands)


def _learners(outcomes: Outcomes, rows: Sequence[Thread], heights: dict[int, int]) -> tuple[Node, ...]:
    """Put each learner at the mean height of its threads, below the one before."""
    places: dict[str, list[int]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for thread in rows:
        places.setdefault(_taker(thread), []).append(heights[id(thread)])
        names[_taker(thread)] = tuple(_name(outcomes, thread).split(" ", 1))
    nodes: list[Node] = []
    least = 0
    for key, found in sorted(places.items(), key=lambda item: (sum(item[1]) / len(item[1]), item[0])):
        y = max(least, round(sum(found) / len(found)) - _PATCH // 2)
        nodes.append(Node(key, names[key], _RIGHT, y))
        least = y + _PATCH + _ROW
    return tuple(nodes)


def _taker(thread: Thread) -> str:
    return thread.taker.id if thread.taker is not None else thread.taker_name


def _name(outcomes: Outcomes, thread: Thread) -> str:
    return called(outcomes, thread.taker) if thread.taker is not None else thread.taker_name


def _short(thread: Thread) -> str:
    title = thread.practice.record.heading
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
