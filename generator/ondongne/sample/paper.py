"""A sheet on which coloured paper is laid: hand-cut edges, flat natural dyes, no people that could be anybody."""

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from math import cos, pi, sin
from typing import Any, Final

import yaml
from PIL import Image, ImageDraw

from ondongne.paths import theme_folder
from ondongne.sample.dice import Dice

WIDTH: Final = 1200
HEIGHT: Final = 800

Point = tuple[float, float]
Dye = tuple[str, int]
"""The name of a dye and which of its tints, from deep to pale."""

_FINER: Final = 2
_WOBBLE: Final = 3.0
_QUALITY: Final = 84
_ROUND: Final = 72
_SNIPS: Final = 0.012
_FIBRES: Final = 260


class Paper:
    """One sheet; lengths are pixels of the finished picture, from its upper left corner."""

    def __init__(self, ground: Dye, dice: Dice) -> None:
        self.dice = dice
        self._image = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), _colour(ground))
        self._draw = ImageDraw.Draw(self._image)

    def piece(self, points: Sequence[Point], dye: Dye) -> None:
        """Lay a piece with these corners, cut by hand."""
        self._lay([(x + self._wobble(), y + self._wobble()) for x, y in points], dye)

    def block(self, x: float, y: float, width: float, height: float, dye: Dye) -> None:
        """Lay an upright piece with its upper left corner at a point."""
        self.piece(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), dye)

    def disc(self, x: float, y: float, radius: float, dye: Dye, squash: float = 1.0) -> None:
        """Lay a round piece around a point, `squash` times as high as it is wide."""
        phase = self.dice.between(0, 2 * pi)
        turns = [2 * pi * step / _ROUND for step in range(_ROUND)]
        edge = [radius * (1 + _SNIPS * (sin(3 * turn + phase) + sin(7 * turn + 2 * phase) / 2)) for turn in turns]
        self._lay([(x + r * cos(t), y + r * sin(t) * squash) for r, t in zip(edge, turns, strict=True)], dye)

    def ridge(self, y: float, height: float, dye: Dye) -> None:
        """Lay a hilly piece over the whole width, down to the lower edge."""
        phase, bends = self.dice.between(0, 2 * pi), self.dice.between(1.2, 2.4)
        across = [WIDTH * step / 60 for step in range(61)]
        tops = [(x, y - height * sin(phase + bends * x / WIDTH * pi) / 2) for x in across]
        self._lay([*tops, (WIDTH, HEIGHT), (0, HEIGHT)], dye)

    def stitches(self, start: Point, end: Point, dye: Dye) -> None:
        """Sew a running stitch from one point to another."""
        (x, y), (u, v) = start, end
        count = max(2, round(((u - x) ** 2 + (v - y) ** 2) ** 0.5 / 26))
        for step in range(count):
            first, last = step / count, (step + 0.55) / count
            ends = [(x + (u - x) * part, y + (v - y) * part) for part in (first, last)]
            self._draw.line(_scaled(ends), fill=_colour(dye), width=3 * _FINER)

    def jpeg(self) -> bytes:
        """The finished picture."""
        for _ in range(_FIBRES):
            x, y = self.dice.between(0, WIDTH), self.dice.between(0, HEIGHT)
            slant = self.dice.between(-30, 30), self.dice.between(-5, 5)
            tint = self.dice.randrange(3)
            self._draw.line(_scaled(((x, y), (x + slant[0], y + slant[1]))), fill=_colour(("ramie", tint)), width=1)
        out = BytesIO()
        self._image.reduce(_FINER).save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
        return out.getvalue()

    def _lay(self, points: Sequence[Point], dye: Dye) -> None:
        self._draw.polygon(_scaled(points), fill=_colour(dye))

    def _wobble(self) -> float:
        return self.dice.between(-_WOBBLE, _WOBBLE)


def _scaled(points: Sequence[Point]) -> list[Point]:
    return [(x * _FINER, y * _FINER) for x, y in points]


@cache
def _dyes() -> Mapping[str, Any]:
    tokens: dict[str, Any] = yaml.safe_load((theme_folder() / "tokens.yml").read_text(encoding="utf-8"))
    return {**tokens["dyes"], "ink": {"tints": ["#1F1D1A", "#3B3834", "#5A5650"]}, "cloth": {"tints": ["#FBF8F1"] * 3}}


def _colour(dye: Dye) -> str:
    name, tint = dye
    return str(_dyes()[name]["tints"][tint])
