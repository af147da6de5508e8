"""Pictures of a fictional town: scenes cut from paper, each drawn once a seed."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from ondongne.sample.dice import Dice
from ondongne.sample.paper import HEIGHT, WIDTH, Dye, Paper

_WARM: Final[tuple[Dye, ...]] = (("safflower", 0), ("gardenia", 0), ("sappan", 0), ("gardenia", 1), ("safflower", 1))
_COOL: Final[tuple[Dye, ...]] = (("indigo", 0), ("mugwort", 0), ("gromwell", 0), ("indigo", 1), ("mugwort", 1))
_ALL: Final = (*_WARM, *_COOL)
_LIGHT: Final[Dye] = ("gardenia", 1)
_PALE: Final[Dye] = ("cloth", 0)
_INK: Final[Dye] = ("ink", 0)


@lru_cache(maxsize=64)
def draw(scene: str, variant: int, seed: int) -> bytes:
    """Draw a scene as a JPEG, 1200 by 800 pixels; the same arguments give the same bytes with the same Pillow."""
    ground, lay = _SCENES[scene]
    paper = Paper(ground, Dice(seed, "picture", scene, variant))
    lay(paper)
    return paper.jpeg()


def _house(paper: Paper, x: float, y: float, width: float, lit: bool = False) -> None:
    """A house that stands on `y`."""
    height = width * paper.dice.between(0.7, 1.1)
    paper.block(x, y - height, width, height, paper.dice.choice((_PALE, ("ramie", 0), ("sappan", 2), ("gardenia", 2))))
    roof = ((x - width * 0.12, y - height), (x + width / 2, y - height * 1.5), (x + width * 1.12, y - height))
    paper.piece(roof, paper.dice.choice(_ALL[:8]))
    window = ("gardenia", 0) if lit else paper.dice.choice((("indigo", 1), ("gardenia", 1)))
    paper.block(x + width * 0.2, y - height * 0.75, width * 0.22, width * 0.22, window)
    paper.block(x + width * 0.58, y - height * 0.5, width * 0.24, height * 0.5, ("sappan", 0))


def _tree(paper: Paper, x: float, y: float, size: float, dye: Dye = ("mugwort", 0)) -> None:
    paper.block(x - size * 0.06, y - size, size * 0.12, size, ("sappan", 0))
    paper.disc(x, y - size * 1.1, size * 0.45, dye, 1.25)


def _sun(paper: Paper, dye: Dye = ("safflower", 0)) -> None:
    paper.disc(paper.dice.between(180, WIDTH - 180), paper.dice.between(130, 220), paper.dice.between(70, 100), dye)


def _seam(paper: Paper, y: float, dye: Dye = _PALE) -> None:
    paper.stitches((40, y), (WIDTH - 40, y + paper.dice.between(-20, 20)), dye)


def _table(paper: Paper) -> None:
    paper.block(0, 470, WIDTH, 330, ("sappan", 1))
    paper.disc(WIDTH / 2, 540, 540, ("sappan", 0), 0.4)
    for x, dye in zip((290, 590, 890), paper.dice.sample(_COOL, 3), strict=True):
        paper.disc(x, 540, 140, _PALE, 0.6)
        paper.disc(x, 525, 108, dye, 0.55)
        for _ in range(12):
            spot = x + paper.dice.between(-68, 68), 525 + paper.dice.between(-30, 30)
            paper.disc(*spot, paper.dice.between(10, 20), paper.dice.choice(_WARM))
    for x in (1050, 1085):
        paper.block(x, 430, 13, 240, ("gardenia", 0))
    paper.block(500, 90, 200, 240, ("indigo", 2))
    paper.stitches((600, 95), (600, 325), _PALE)
    _seam(paper, 760)


def _lanterns(paper: Paper) -> None:
    paper.ridge(700, 90, ("indigo", 0))
    paper.stitches((0, 120), (WIDTH, 160), _PALE)
    for index in range(7):
        x, y = 120 + index * 160, paper.dice.between(210, 330)
        paper.block(x - 2, 130, 4, y - 130, _PALE)
        paper.disc(x, y, paper.dice.between(52, 72), paper.dice.choice(_WARM), 1.1)
        paper.block(x - 18, y - 78, 36, 14, _INK)
    for x in (80, 330, 640, 930):
        _house(paper, x, 770, paper.dice.between(130, 180), lit=True)


def _houses(paper: Paper) -> None:
    _sun(paper)
    paper.ridge(380, 120, ("mugwort", 2))
    for row, y in enumerate((470, 610, 770)):
        for index in range(7 - row):
            _house(paper, -40 + index * (180 + row * 25) + row * 45, y, 120 + row * 28)
    _seam(paper, 430)


def _windows(paper: Paper) -> None:
    paper.disc(980, 150, 70, ("gardenia", 2))
    for x, width, top in ((60, 300, 260), (400, 360, 150), (810, 320, 320)):
        paper.block(x, top, width, HEIGHT - top, paper.dice.choice((("indigo", 0), ("gromwell", 0), ("ink", 1))))
        for row in range(int((HEIGHT - top - 60) // 105)):
            for column in range(3):
                lit = paper.dice.happens(0.4)
                place = x + 35 + column * (width - 40) / 3, top + 45 + row * 105
                paper.block(*place, (width - 40) / 3 - 35, 62, ("gardenia", 0) if lit else ("indigo", 1))
    paper.stitches((0, 780), (WIDTH, 770), _LIGHT)


def _jars(paper: Paper) -> None:
    _sun(paper, ("gardenia", 0))
    paper.block(0, 330, WIDTH, 110, ("ramie", 0))
    paper.block(0, 440, WIDTH, 360, ("sappan", 1))
    for index in range(11):
        x, row = 90 + index % 6 * 200 + index // 6 * 100, index // 6
        y, size = 520 + row * 130, paper.dice.between(72, 95)
        paper.disc(x, y, size, ("sappan", 0) if index % 3 else ("ink", 1), 1.05)
        paper.disc(x, y - size * 0.92, size * 0.62, ("ink", 1) if index % 3 else ("sappan", 0), 0.35)
    _tree(paper, 1080, 440, 210)


def _desk(paper: Paper) -> None:
    paper.block(720, 90, 330, 300, ("indigo", 1))
    paper.block(745, 115, 280, 250, ("gardenia", 2))
    paper.block(0, 560, WIDTH, 60, ("sappan", 0))
    paper.block(0, 620, WIDTH, 180, ("sappan", 1))
    x = 180.0
    for dye in paper.dice.sample(_ALL, 8):
        width, height = paper.dice.between(30, 58), paper.dice.between(170, 260)
        paper.block(x, 560 - height, width, height, dye)
        x += width + 4
    paper.piece(((760, 545), (900, 480), (1010, 545), (900, 575)), _PALE)
    paper.block(615, 330, 14, 230, _INK)
    paper.piece(((560, 340), (685, 340), (655, 250), (590, 250)), ("gardenia", 0))
    _seam(paper, 700)


def _clothesline(paper: Paper) -> None:
    paper.ridge(640, 80, ("mugwort", 1))
    paper.ridge(720, 60, ("mugwort", 0))
    for x in (70, 1120):
        paper.block(x, 180, 18, 520, ("sappan", 0))
    paper.stitches((80, 215), (1130, 235), _INK)
    for index, dye in enumerate(paper.dice.sample(_ALL, 5)):
        x, height = 130 + index * 195, paper.dice.between(230, 330)
        paper.block(x, 228, 168, height, dye)
        paper.block(x + 18, 250, 132, height * 0.32, paper.dice.choice((_PALE, _LIGHT, ("safflower", 2))))
        paper.stitches((x + 14, 228 + height - 24), (x + 154, 228 + height - 24), _PALE)


def _market(paper: Paper) -> None:
    paper.block(0, 620, WIDTH, 180, ("ramie", 0))
    for index, dye in enumerate(paper.dice.sample(_ALL, 4)):
        x = 40 + index * 290
        paper.block(x, 330, 260, 330, _PALE)
        for strip in range(6):
            left = x + strip * 46
            cloth = ((left, 250), (left + 46, 250), (left + 40, 370), (left - 6, 370))
            paper.piece(cloth, dye if strip % 2 else _PALE)
        paper.block(x + 15, 530, 230, 110, ("sappan", 0))
        for spot in range(8):
            paper.disc(x + 40 + spot % 4 * 60, 522 - spot // 4 * 30, 24, paper.dice.choice(_ALL))
    _seam(paper, 720, ("sappan", 0))


def _paths(paper: Paper) -> None:
    _sun(paper)
    for y, dye in ((360, ("mugwort", 2)), (450, ("mugwort", 1)), (560, ("mugwort", 0))):
        paper.ridge(y, 140, dye)
    right = ((700, 800), (640, 690), (760, 610), (700, 540), (740, 480))
    left = ((715, 480), (665, 545), (700, 610), (560, 690), (520, 800))
    paper.piece((*right, *left), ("gardenia", 2))
    crowns: tuple[Dye, ...] = (("gardenia", 0), ("sappan", 0), ("mugwort", 2))
    for x, y in ((240, 600), (340, 690), (880, 660), (990, 600)):
        _tree(paper, x, y, paper.dice.between(100, 150), paper.dice.choice(crowns))
    _house(paper, 1030, 500, 120)


def _garden(paper: Paper) -> None:
    _sun(paper, ("gardenia", 0))
    paper.ridge(360, 70, ("mugwort", 2))
    for row in range(5):
        y = 430 + row * 82
        paper.block(0, y, WIDTH, 60, ("sappan", 0))
        for index in range(9 + row % 2):
            x = 60 + index * 130 - row % 2 * 50
            for lean in (-26, 0, 26):
                paper.piece(((x - 7, y + 12), (x + 7, y + 12), (x + lean, y - 40)), ("mugwort", 0 if lean else 1))
    _house(paper, 930, 390, 120)


def _river(paper: Paper) -> None:
    _sun(paper)
    paper.ridge(360, 150, ("mugwort", 2))
    paper.ridge(470, 60, ("indigo", 2))
    paper.ridge(540, 60, ("indigo", 1))
    paper.ridge(640, 70, ("mugwort", 1))
    for index in range(6):
        crown = paper.dice.choice((("mugwort", 0), ("gardenia", 0)))
        _tree(paper, 90 + index * 205, 720, paper.dice.between(120, 175), crown)
    paper.piece(((0, 740), (WIDTH, 715), (WIDTH, 770), (0, 800)), ("ramie", 1))
    _seam(paper, 505)


def _snow(paper: Paper) -> None:
    paper.ridge(430, 120, ("indigo", 1))
    for index in range(5):
        x, width = 40 + index * 235, paper.dice.between(150, 190)
        _house(paper, x, 700, width, lit=True)
        paper.piece(((x - 24, 560), (x + width / 2, 440), (x + width + 24, 560), (x + width / 2, 505)), _PALE)
    paper.ridge(705, 30, _PALE)
    for _ in range(90):
        paper.disc(paper.dice.between(0, WIDTH), paper.dice.between(0, HEIGHT), paper.dice.between(3, 9), _PALE)


def _shop(paper: Paper) -> None:
    paper.block(0, 640, WIDTH, 160, ("ramie", 0))
    paper.block(230, 240, 620, 420, ("gardenia", 2))
    paper.block(230, 200, 620, 60, ("indigo", 0))
    for strip in range(10):
        x = 230 + strip * 62
        paper.piece(((x, 300), (x + 62, 300), (x + 66, 390), (x + 4, 390)), _PALE if strip % 2 else ("safflower", 0))
    paper.block(290, 430, 210, 230, ("indigo", 1))
    paper.block(560, 420, 230, 150, _PALE)
    for index in range(6):
        paper.disc(600 + index % 3 * 72, 470 + index // 3 * 60, 24, paper.dice.choice(_ALL))
    _tree(paper, 1010, 660, 260)
    _seam(paper, 720, ("sappan", 0))


def _hills(paper: Paper) -> None:
    _sun(paper)
    for index, dye in enumerate((("indigo", 2), ("indigo", 1), ("gromwell", 1), ("mugwort", 1), ("mugwort", 0))):
        paper.ridge(330 + index * 95, 170 - index * 15, dye)
    _seam(paper, 640)
    for x in (180, 300, 940):
        _house(paper, x, 745, 90)


def _kitchen(paper: Paper) -> None:
    paper.block(0, 520, WIDTH, 280, ("sappan", 1))
    paper.block(0, 505, WIDTH, 34, ("sappan", 0))
    for x, dye in zip((330, 780), paper.dice.sample(_ALL[:8], 2), strict=True):
        paper.block(x - 130, 350, 260, 160, dye)
        paper.disc(x, 350, 132, ("ink", 1), 0.22)
        for steam in (x - 60, x, x + 60):
            bends = ((steam + 30, 220), (steam - 4, 120), (steam + 8, 220))
            paper.piece(((steam - 9, 320), (steam + 9, 320), *bends), _PALE)
    paper.block(0, 90, WIDTH, 16, _INK)
    for index in range(6):
        x = 120 + index * 190
        paper.block(x, 100, 8, 90, _INK)
        paper.disc(x + 4, 205, 30, paper.dice.choice(_WARM))
    _seam(paper, 650)


def _night(paper: Paper) -> None:
    paper.disc(260, 170, 80, ("gardenia", 1))
    for index in range(5):
        _house(paper, 20 + index * 250, 640, paper.dice.between(170, 210), lit=index % 2 == 0)
    paper.block(0, 640, WIDTH, 160, ("ink", 1))
    for x in (170, 600, 1010):
        paper.disc(x, 705, 130, ("gardenia", 1), 0.22)
        paper.disc(x, 330, 62, ("gardenia", 2))
        paper.disc(x, 330, 34, ("gardenia", 0))
        paper.block(x - 6, 360, 12, 345, _INK)
    paper.stitches((0, 740), (WIDTH, 730), ("gardenia", 1))


def _people(paper: Paper) -> None:
    """Backs of paper figures in a half circle: heads and coats, nobody's face."""
    paper.ridge(430, 80, ("mugwort", 2))
    _tree(paper, 600, 470, 260, ("gardenia", 0))
    for index, x in enumerate((140, 300, 450, 600, 750, 900, 1060)):
        y, dye = 470 + abs(3 - index) * -22 + 60, paper.dice.choice(_ALL)
        paper.piece(((x - 78, 800), (x - 52, y), (x + 52, y), (x + 78, 800)), dye)
        paper.disc(x, y - 42, 46, ("ink", paper.dice.randrange(3)))
        paper.stitches((x, y + 30), (x, 790), _PALE)


_SCENES: Final[Mapping[str, tuple[Dye, Callable[[Paper], None]]]] = {
    "table": (("gardenia", 2), _table),
    "lanterns": (("gromwell", 0), _lanterns),
    "houses": (("indigo", 2), _houses),
    "windows": (("indigo", 2), _windows),
    "jars": (("indigo", 2), _jars),
    "desk": (("ramie", 1), _desk),
    "clothesline": (("indigo", 2), _clothesline),
    "market": (("indigo", 2), _market),
    "paths": (("gardenia", 2), _paths),
    "garden": (("indigo", 2), _garden),
    "river": (("gardenia", 2), _river),
    "snow": (("indigo", 0), _snow),
    "shop": (("indigo", 2), _shop),
    "hills": (("gardenia", 2), _hills),
    "kitchen": (("gardenia", 2), _kitchen),
    "night": (("indigo", 0), _night),
    "people": (("ramie", 1), _people),
}
