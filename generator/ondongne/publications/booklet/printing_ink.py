"""Ink: every colour of a page that is set in RGB, as process ink for the press.

Text and hairlines become black ink alone, so that small type needs no register, and coloured type at most two inks; the
dyes become the builds that `theme/tokens.yml` gives them under `press`. Any other colour, a city's own accent for one,
is worked out from its RGB value, which is a rough guide only. Photos keep their RGB values and their sRGB profile, and
no output intent is declared: only the printing house knows its press, and converts them for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, cast

import pikepdf
from pikepdf import Name

from ondongne.publications.design import Ink

_FILLS: Final = frozenset(("sc", "scn", "rg", "g"))
_STROKES: Final = frozenset(("SC", "SCN", "RG", "G"))
_WHITE: Final = 255
_CLEANER: Final = 0.4
"""How much further ink goes than light, since inks are not pure; between none and all of what exceeds grey."""

_GREYISH: Final = 0.1
"""Channels of dark type this near to each other make a grey."""

_DARK: Final = 0.6
_RGB: Final = 3
Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage


def in_ink(pdf: pikepdf.Pdf, press: Mapping[str, Ink]) -> None:
    """Rewrite the colours of all pages and of what is drawn on them; `press` gives the builds, by #RRGGBB."""
    for page in pdf.pages:
        drawn = _rewritten(page, page.obj.get(Name.Resources, pikepdf.Dictionary()), press)
        page.obj.Contents = pdf.make_stream(drawn)
        _regroup(page.obj)
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and (each.get(Name.Subtype) == Name.Form or Name.PatternType in each):
            each.write(_rewritten(each, each.get(Name.Resources, pikepdf.Dictionary()), press))
            _regroup(each)


def build(red: float, green: float, blue: float, press: Mapping[str, Ink]) -> Ink:
    """The ink of a colour given in shares of light, in per cent: cyan, magenta, yellow, black."""
    code = "#" + "".join(f"{round(channel * _WHITE):02X}" for channel in (red, green, blue))
    return press[code] if code in press else _estimated(red, green, blue)


def _estimated(red: float, green: float, blue: float) -> Ink:
    """What a colour takes where black replaces all of its grey; a dark grey takes black alone."""
    needed = 1 - red, 1 - green, 1 - blue
    if max(needed) - min(needed) < _GREYISH and min(needed) > 1 - _DARK:
        return 0, 0, 0, _per_cent(sum(needed) / len(needed))
    black = min(needed)
    rest = 1 - black
    cyan, magenta, yellow = ((1 + _CLEANER) * (amount - black) / rest if rest else 0 for amount in needed)
    return _per_cent(cyan), _per_cent(magenta), _per_cent(yellow), _per_cent(black)


def _per_cent(share: float) -> int:
    return round(100 * min(1, share))


def _rewritten(holder: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, press: Mapping[str, Ink]) -> bytes:
    instructions = pikepdf.parse_content_stream(holder)
    return pikepdf.unparse_content_stream(list(_Inking(_process_spaces(resources), press).instructions(instructions)))


def _process_spaces(resources: pikepdf.Object) -> frozenset[str]:
    """Names of the colour spaces that give grey or RGB values."""
    declared = resources.get(Name.ColorSpace, pikepdf.Dictionary())
    named = (name for name, space in declared.items() if isinstance(space, pikepdf.Array) and space[0] == Name.ICCBased)
    return frozenset((*named, "/DeviceRGB", "/DeviceGray"))


class _Inking:
    """Goes through a page's instructions: what fills shapes, and whether it is letters that come next."""

    def __init__(self, spaces: frozenset[str], press: Mapping[str, Ink]) -> None:
        self._spaces, self._press = spaces, press
        self._fill: Ink | None = None
        self._kept: list[Ink | None] = []
        self._is_type = False

    def instructions(self, given: Iterable[Instruction]) -> Iterator[Instruction]:
        """Yield instructions whose colours are ink."""
        for instruction in given:
            operator = str(instruction.operator)
            if operator in ("cs", "CS") and str(instruction.operands[0]) in self._spaces:
                continue  # every colour brings its space with it
            yield self._coloured(instruction, operator)
            if operator in ("BT", "ET"):
                self._is_type = operator == "BT"
                yield from (self._paint(self._fill, "k"),) if self._fill else ()
            elif operator == "q":
                self._kept.append(self._fill)
            elif operator == "Q":
                self._fill = self._kept.pop()

    def _coloured(self, instruction: Instruction, operator: str) -> Instruction:
        if operator not in _FILLS | _STROKES:
            return instruction
        ink = _ink(instruction, self._press)
        if operator in _FILLS:
            self._fill = ink
        return instruction if ink is None else self._paint(ink, "k" if operator in _FILLS else "K")

    def _paint(self, ink: Ink, operator: str) -> Instruction:
        amounts = [Decimal(amount) / 100 for amount in (of_type(ink) if self._is_type else ink)]
        return pikepdf.ContentStreamInstruction(amounts, pikepdf.Operator(operator))


def of_type(ink: Ink) -> Ink:
    """An ink for letters: its two strongest parts, since every slip of the press would show at their edges."""
    first, second, *_ = sorted(range(len(ink)), key=lambda part: -ink[part])
    return cast(Ink, tuple(amount if part in (first, second) else 0 for part, amount in enumerate(ink)))


def _ink(instruction: Instruction, press: Mapping[str, Ink]) -> Ink | None:
    """The ink of a colour; none for a pattern, which stays what it is, since its own content is rewritten."""
    given = list(instruction.operands)
    if isinstance(given[-1], pikepdf.Name):
        return None
    channels = [float(cast(Decimal, value)) for value in given]
    red, green, blue = channels if len(channels) == _RGB else channels * _RGB
    return build(red, green, blue, press)


def _regroup(holder: pikepdf.Object) -> None:
    """Let what is see-through be mixed as ink as well."""
    group = holder.get(Name.Group)
    if group is None or Name.CS not in group:
        return
    space = group.CS
    if space == Name.DeviceRGB or (isinstance(space, pikepdf.Array) and space[-1].get(Name.N) == _RGB):
        group.CS = Name.DeviceCMYK
