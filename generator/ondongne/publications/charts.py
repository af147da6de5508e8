"""Charts: amounts side by side as SVG with real text, a title and a description."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ondongne.publications.design import Design
from ondongne.publications.html import escape_text

WIDTH: Final = 230
"""Width of a chart in its own units; on paper a unit is a point."""

ROLES: Final = ("bar", "latest", "value", "label", "axis")
"""What the parts of a chart are: a bar and the one that stands for now, its value and label, and the base line."""

PAPER_TEXT: Final = 8
SCREEN_TEXT: Final = 10.5
"""Size of a chart's text in its units: on a screen a chart may be as narrow as it is wide in its units."""

_HEIGHT: Final = 74
_ABOVE: Final = 14
_BELOW: Final = 16
_WIDEST: Final = 34
_ROW: Final = 25
_THICK: Final = 7
_WIDE_FROM: Final = 0x1100
_WIDE, _NARROW = 0.95, 0.5625
"""Width of a Hangul and of a Latin character as shares of the size of the text."""


@dataclass(frozen=True, slots=True)
class Point:
    """An amount: what it is called, its size, and how pages say it (418명)."""

    label: str
    value: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Two amounts or more of one unit; `in_time` where they follow each other and the last is the one of now."""

    title: str
    points: tuple[Point, ...]
    in_time: bool = True

    @property
    def description(self) -> str:
        """What the chart shows, for those who cannot see it."""
        said = ", ".join(f"{point.label} {point.text}" for point in self.points)
        return f"{self.title}: {said}"


def chart(title: str, points: Iterable[Point], *, in_time: bool = True) -> Chart | None:
    """A chart of amounts; None where there are fewer than two, or nothing above zero to draw."""
    given = tuple(points)
    drawable = len(given) > 1 and max(point.value for point in given) > 0
    return Chart(title, given, in_time) if drawable else None


def on_paper(design: Design, accent: str) -> Mapping[str, str]:
    """How the parts of a chart are painted on paper, as SVG attributes by role."""
    fills = {
        "bar": design.dye("ramie").tints[0],
        "latest": accent,
        "value": design.light["text"],
        "label": design.light["soft"],
    }
    said = f'font-family="{design.screen["family"]}" font-size="{PAPER_TEXT}"'
    painted = {role: f'fill="{colour}"' for role, colour in fills.items()}
    painted["value"] += f' font-weight="600" {said}'
    painted["label"] += f" {said}"
    return painted | {"axis": f'stroke="{design.light["edge"]}" stroke-width="0.6"'}


def on_screen() -> Mapping[str, str]:
    """How the parts of a chart are marked for a style sheet, as SVG attributes by role."""
    marked = {role: f'class="chart-{role}"' for role in ROLES}
    return marked | {role: f'{marked[role]} font-size="{SCREEN_TEXT}"' for role in ("value", "label")}


def svg(drawn: Chart, paint: Mapping[str, str], text: float = PAPER_TEXT) -> str:
    """The chart as SVG, each part with the attributes that `paint` gives its role; `text` is the size of its text.

    Columns where their values fit side by side, else bars with a line of text above each.
    """
    parts, height = _columns(drawn, paint) if _fits(drawn, text) else _bars(drawn, paint, text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img"><title>{escape_text(drawn.title)}</title><desc>{escape_text(drawn.description)}</desc>{"".join(parts)}</svg>'
    )


def _fits(drawn: Chart, text: float) -> bool:
    room = (WIDTH / len(drawn.points) - 3) / text
    return drawn.in_time and all(max(_width(p.text), _width(p.label)) < room for p in drawn.points)


def _width(text: str) -> float:
    return sum(_WIDE if ord(char) >= _WIDE_FROM else _NARROW for char in text)


def _columns(drawn: Chart, paint: Mapping[str, str]) -> tuple[Iterator[str], int]:
    base = _ABOVE + _HEIGHT
    return _column_parts(drawn, paint, base), base + _BELOW


def _column_parts(drawn: Chart, paint: Mapping[str, str], base: int) -> Iterator[str]:
    slot = WIDTH / len(drawn.points)
    wide = min(_WIDEST, slot * 0.62)
    for number, (point, share) in enumerate(zip(drawn.points, _shares(drawn), strict=True)):
        middle, height = slot * (number + 0.5), _HEIGHT * share
        role = _role(drawn, number)
        yield f'<rect {paint[role]} x="{middle - wide / 2:.1f}" y="{base - height:.1f}" width="{wide:.1f}" '
        yield f'height="{height:.1f}"/>'
        yield _text(paint["value"], middle, base - height - 4, point.text, "middle")
        yield _text(paint["label"], middle, base + 11.5, point.label, "middle")
    yield f'<path {paint["axis"]} d="M0 {base}H{WIDTH}"/>'


def _bars(drawn: Chart, paint: Mapping[str, str], text: float) -> tuple[Iterator[str], int]:
    return _bar_parts(drawn, paint, text), _ROW * len(drawn.points)


def _bar_parts(drawn: Chart, paint: Mapping[str, str], text: float) -> Iterator[str]:
    for number, (point, share) in enumerate(zip(drawn.points, _shares(drawn), strict=True)):
        top = number * _ROW
        label = _shortened(point.label, WIDTH / text - _width(point.text) - 1)
        yield _text(paint["label"], 0, top + 9, label, "start")
        yield _text(paint["value"], WIDTH, top + 9, point.text, "end")
        yield f'<rect {paint[_role(drawn, number)]} y="{top + 13}" width="{WIDTH * share:.1f}" height="{_THICK}"/>'


def _shortened(label: str, room: float) -> str:
    """As much of a label as fits beside its value; the description and the table behind the chart give all of it."""
    if _width(label) <= room:
        return label
    while label and _width(label) + _WIDE > room:
        label = label[:-1]
    return label.rstrip() + "…"


def _shares(drawn: Chart) -> Iterator[float]:
    most = max(point.value for point in drawn.points)
    return (max(0.0, float(point.value / most)) for point in drawn.points)


def _role(drawn: Chart, number: int) -> str:
    return "latest" if not drawn.in_time or number == len(drawn.points) - 1 else "bar"


def _text(painted: str, x: float, y: float, text: str, anchor: str) -> str:
    return f'<text {painted} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape_text(text)}</text>'
