"""The look that every publication shares, as `theme/tokens.yml` declares it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from ondongne.outcomes.graph import Outcomes
from ondongne.records.city import LEAST_CONTRAST, contrast

_TINTS: Final = ("deep", "mid", "pale")
_WHITE: Final = 255


@dataclass(frozen=True)
class Dye:
    """A natural dye: slug, Korean name, three tints from deep to pale as #RRGGBB, and the text colour for each."""

    slug: str
    name: str
    tints: tuple[str, str, str]
    text: tuple[str, str, str]


@dataclass(frozen=True)
class Accent:
    """A city's colour on the light and on the dark page, as #RRGGBB."""

    light: str
    dark: str


@dataclass(frozen=True)
class Design:
    """Colours (#RRGGBB), screen sizes (CSS lengths) and print sizes (points)."""

    dyes: tuple[Dye, ...]
    topics: Mapping[str, str]
    accents: Mapping[str, Accent]
    light: Mapping[str, str]
    dark: Mapping[str, str]
    screen: Mapping[str, str]
    print: Mapping[str, float]

    def dye(self, slug: str) -> Dye:
        """The dye of a slug; raises KeyError for one that the tokens do not declare."""
        return {dye.slug: dye for dye in self.dyes}[slug]

    def accent(self, written: str) -> Accent:
        """The accent that `city.yml` writes: a dye's Korean name or #RRGGBB."""
        return self.accents.get(written) or Accent(written, _readable(written, self.dark["page"]))

    def css(self, outcomes: Outcomes) -> str:
        """The style sheet of custom properties, with the accent of every city whose brand has one."""
        accents = {city.id: city.record.brand.accent for city in outcomes.cities if city.record.brand is not None}
        return "\n".join((*self._root(), *self._schemes(accents), *self._tones())) + "\n"

    def _root(self) -> Iterator[str]:
        yield _rule(":root", {"font": f'"{self.screen["family"]}"'} | _without(self.screen, "family"))

    def _schemes(self, accents: Mapping[str, str]) -> Iterator[str]:
        cities = {city: self.accent(written) for city, written in sorted(accents.items())}
        light = [_rule(":root", self.light, "light")]
        light += [_rule(_of_city(city), {"accent": accent.light}) for city, accent in cities.items()]
        dark = [_rule("{}", self.dark, "dark")]
        dark += [_rule("{} " + _of_city(city), {"accent": accent.dark}) for city, accent in cities.items()]
        yield from light
        yield "@media (prefers-color-scheme: dark) {"
        yield from (rule.replace("{}", ":root:not([data-scheme=light])", 1) for rule in dark)
        yield "}"
        yield from (rule.replace("{}", ":root[data-scheme=dark]", 1) for rule in dark)

    def _tones(self) -> Iterator[str]:
        for dye in self.dyes:
            for tint, colour, text in zip(_TINTS, dye.tints, dye.text, strict=True):
                yield f".{dye.slug}-{tint} {{ --tone: {colour}; --on-tone: {text}; }}"


def read_design(theme: Path) -> Design:
    """Read `tokens.yml` in the theme folder; raises KeyError or OSError where the theme is broken."""
    tokens = yaml.safe_load((theme / "tokens.yml").read_text(encoding="utf-8"))
    return Design(
        dyes=tuple(
            Dye(slug, dye["name"], tuple(dye["tints"]), tuple(dye["text"])) for slug, dye in tokens["dyes"].items()
        ),
        topics=tokens["topics"],
        accents={name: Accent(**forms) for name, forms in tokens["accents"].items()},
        light=tokens["light"],
        dark=tokens["dark"],
        screen=tokens["screen"],
        print=tokens["print"],
    )


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


def _without(values: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in values.items() if key != name}


def _rule(selector: str, values: Mapping[str, str], scheme: str = "") -> str:
    start = f"color-scheme: {scheme}; " if scheme else ""
    return f"{selector} {{ {start}" + " ".join(f"--{name}: {value};" for name, value in values.items()) + " }"
