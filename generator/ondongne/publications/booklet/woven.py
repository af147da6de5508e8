"""The picture of the lineage on paper: who taught whom, a picture for every teacher."""

from collections.abc import Iterable, Iterator
from typing import Final

from markupsafe import escape

from ondongne.outcomes.graph import Outcomes
from ondongne.outcomes.lineage import Thread
from ondongne.publications.booklet.blocks import Drawing, Drawings
from ondongne.publications.design import Design
from ondongne.publications.patchwork import painted
from ondongne.publications.phrases import called
from ondongne.publications.weaving import WIDTH, Node, Picture, by_teacher, decided, draw, taker

_LINE: Final = 17
_KEY: Final = 20
_BESIDE: Final = 2
"""Lines of the key that stand side by side."""

_DASHES: Final = {
    "adapted": 'stroke-dasharray="9 3"',
    "discussed": 'stroke-dasharray="4 4"',
    "undecided": 'stroke-dasharray="1.5 4" stroke-linecap="round"',
    "dropped": 'stroke-dasharray="1 7 6 7"',
}
_PALE: Final = ("undecided", "dropped")


class Weaver:
    """Draws threads in a booklet's colours; `accent` is #RRGGBB."""

    def __init__(self, outcomes: Outcomes, design: Design, accent: str) -> None:
        self._outcomes = outcomes
        self._design = design
        self._accent = accent

    def drawings(self, threads: Iterable[Thread]) -> tuple[Drawings, ...]:
        """A picture for every teacher of these threads."""
        found = tuple(self._drawing(taught) for taught in by_teacher(threads))
        return (Drawings(found, wide=len(found) == 1),) if found else ()

    def _drawing(self, threads: tuple[Thread, ...]) -> Drawing:
        teacher = called(self._outcomes, threads[0].origin)
        told = (f"‘{t.practice.record.heading}’: {taker(self._outcomes, t)}, {decided(t)}" for t in threads)
        title, alt = f"{teacher}에서 배운 곳", f"{teacher}에서 나간 실천. {'; '.join(told)}"
        return Drawing(title, self._svg(draw(self._outcomes, threads), title, alt), alt)

    def _svg(self, picture: Picture, title: str, alt: str) -> str:
        lines = dict.fromkeys((strand.line, strand.label) for strand in picture.strands)
        height = picture.height + -(-len(lines) // _BESIDE) * _KEY
        parts = "".join((*self._woven(picture), *self._key(tuple(lines), picture.height)))
        font = f'font-family="{self._design.screen["family"]}" font-size="13" fill="{self._design.light["text"]}"'
        size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        said = f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>"
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">{said}<g {font}>{parts}</g></svg>'

    def _woven(self, picture: Picture) -> Iterator[str]:
        for strand in picture.strands:
            yield self._path(strand.line, strand.path)
        for label in picture.labels:
            yield f'<text x="166" y="{label.y + 5}" text-anchor="end">{escape(label.short)}</text>'
        for node in (*picture.teachers, *picture.learners):
            yield self._node(node, picture.scale)

    def _path(self, line: str, path: str) -> str:
        colour, width = (self._design.light["edge"], 1.3) if line in _PALE else (self._accent, 2.2)
        dashes = _DASHES.get(line, "")
        return f'<path fill="none" stroke="{colour}" stroke-width="{width}" {dashes} d="{path}"/>'

    def _node(self, node: Node, scale: float) -> str:
        first = 23 - _LINE * (len(node.lines) - 1) // 2
        names = "".join(
            f'<text x="44" y="{first + _LINE * at}" font-weight="700">{escape(line)}</text>'
            for at, line in enumerate(node.lines)
        )
        cloth = f'<g transform="scale({scale})">{painted(node.id, self._design)}</g>'
        return f'<g transform="translate({node.x} {node.y})">{cloth}{names}</g>'

    def _key(self, lines: tuple[tuple[str, str], ...], top: int) -> Iterator[str]:
        for number, (line, label) in enumerate(lines):
            row, column = divmod(number, _BESIDE)
            x, y = column * WIDTH // _BESIDE, top + _KEY * row + 10
            yield self._path(line, f"M{x} {y}H{x + 30}")
            yield f'<text x="{x + 38}" y="{y + 4.5}" font-size="12">{escape(label)}</text>'
