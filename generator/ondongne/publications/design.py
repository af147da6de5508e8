"""The look that every publication shares, as `theme/tokens.yml` declares it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from ondongne.records.city import LEAST_CONTRAST, contrast
from ondongne.records.yaml_events import Parser

_TINTS: Final = ("deep", "mid", "pale")
_WHITE: Final = 255

Tints = tuple[str, str, str]
Ink = tuple[int, int, int, int]
"""Cyan, magenta, yellow and black in per cent."""


@dataclass(frozen=True)
class Dye:
    """A natural dye: slug, Korean name, three tints from deep to pale, and the colour of text on each, as #RRGGBB.

    `night` and `night_text` are the same on the dark page.
    """

    slug: str
    name: str
    tints: Tints
    text: Tints
    night: Tints
    night_text: Tints


@dataclass(frozen=True)
class Accent:
    """A city's colour on the light and on the dark page, as #RRGGBB."""

    light: str
    dark: str


@dataclass(frozen=True)
class Design:
    """Colours (#RRGGBB), screen sizes (CSS lengths), print sizes (points), and the inks of colours, by #RRGGBB."""

    dyes: tuple[Dye, ...]
    topics: Mapping[str, str]
    accents: Mapping[str, Accent]
    light: Mapping[str, str]
    dark: Mapping[str, str]
    screen: Mapping[str, str]
    print: Mapping[str, float]
    press: Mapping[str, Ink]

    @cached_property
    def palette(self) -> bytes:
        """All colours of the light page, for the key of what is drawn in them."""
        return repr((self.light, self.dyes)).encode()

    def dye(self, slug: str) -> Dye:
        """The dye of a slug; raises KeyError for one that the tokens do not declare."""
        return {dye.slug: dye for dye in self.dyes}[slug]

    def accent(self, written: str) -> Accent:
        """The accent that `city.yml` writes: a dye's Korean name or #RRGGBB."""
        return self.accents.get(written) or Accent(written, _readable(written, self.dark["page"]))

    def css(self, accents: Mapping[str, str]) -> str:
        """The style sheet of custom properties; `accents` gives each city's colour as `city.yml` writes it, by slug."""
        return "\n".join((self._root(), *self._schemes(accents))) + "\n"

    def _root(self) -> str:
        font = {"font": f'"{self.screen["family"]}"'}
        return _rule(
            ":root", _properties(font | {name: size for name, size in self.screen.items() if name != "family"})
        )

    def _schemes(self, accents: Mapping[str, str]) -> Iterator[str]:
        cities = {city: self.accent(written) for city, written in sorted(accents.items())}
        day = self._tones(lambda dye: (dye.tints, dye.text))
        night = self._tones(lambda dye: (dye.night, dye.night_text))
        yield _rule(":root", {"color-scheme": "light", **_properties({**self.light, **day})})
        for city, accent in cities.items():
            yield _rule(_of_city(city), _properties({"accent": accent.light, "cover": accent.light}))
        for name in (tone(dye.slug, number) for dye in self.dyes for number in range(len(_TINTS))):
            yield _rule(f".{name}", _properties({"tone": f"var(--{name})", "on-tone": f"var(--on-{name})"}))
        dark = [_rule("{}", {"color-scheme": "dark", **_properties({**self.dark, **night})})]
        dark += (_rule("{} " + _of_city(city), _properties({"accent": made.dark})) for city, made in cities.items())
        # Paper is light, whatever the screen is.
        for medium, root in (
            ("screen and (prefers-color-scheme: dark)", ":root:not([data-scheme=light])"),
            ("screen", ":root[data-scheme=dark]"),
        ):
            yield f"@media {medium} {{"
            yield from (rule.replace("{}", root, 1) for rule in dark)
            yield "}"

    def _tones(self, colours: Callable[[Dye], tuple[Tints, Tints]]) -> Mapping[str, str]:
        """The colour of each tone, and of text on it; named on the root, for what refers to a patch has no other."""
        found: dict[str, str] = {}
        for dye in self.dyes:
            for number, (tint, text) in enumerate(zip(*colours(dye), strict=True)):
                name = tone(dye.slug, number)
                found |= {name: tint, f"on-{name}": text}
        return found


def read_design(theme: Path) -> Design:
    """Read `tokens.yml` in the theme folder; raises KeyError or OSError where the theme is broken."""
    tokens = Parser((theme / "tokens.yml").read_text(encoding="utf-8")).get_single_data()
    return Design(
        dyes=tuple(_dye(slug, **written) for slug, written in tokens["dyes"].items()),
        topics=tokens["topics"],
        accents={name: Accent(**forms) for name, forms in tokens["accents"].items()},
        light=tokens["light"],
        dark=tokens["dark"],
        screen=tokens["screen"],
        print=tokens["print"],
        press=dict(_inks(tokens)),
    )


def _dye(slug: str, **written: Any) -> Dye:
    colours = {name: tuple(written[name]) for name in ("tints", "text", "night")}
    return Dye(slug, written["name"], **colours, night_text=tuple(written.get("night-text", written["text"])))


def _inks(tokens: Mapping[str, Any]) -> Iterator[tuple[str, Ink]]:
    for dye in tokens["dyes"].values():
        for colour, ink in zip(dye["tints"], dye["press"], strict=True):
            yield colour, tuple(ink)
    for name, ink in tokens["press"].items():
        yield tokens["light"][name], tuple(ink)


def tone(dye: str, tint: int) -> str:
    """The class name of a dye's tint, 0 deep to 2 pale, in the style sheet of `Design.css`."""
    return f"{dye}-{_TINTS[tint]}"


def _readable(colour: str, page: str) -> str:
    """Lighten a colour step by step until text in it can be read on the dark page (WCAG 2.2, 1.4.3)."""
    channels = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    while contrast(_hexadecimal(channels), page) < LEAST_CONTRAST:
        channels = [min(_WHITE, channel + 1 + (_WHITE - channel) // 12) for channel in channels]
    return _hexadecimal(channels)


def _hexadecimal(channels: list[int]) -> str:
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def _of_city(city: str) -> str:
    return f'[data-city="{city}"]'


def _properties(values: Mapping[str, str]) -> dict[str, str]:
    return {f"--{name}": value for name, value in values.items()}


def _rule(selector: str, values: Mapping[str, str]) -> str:
    return f"{selector} {{ " + " ".join(f"{name}: {value};" for name, value in values.items()) + " }"
