"""Pictures that records show: which scene lies under which name, so that each is drawn once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ondongne.sample.material import material
from ondongne.sample.voice import Voice

Picture = tuple[str, int]
"""A scene and which of its variants."""

_VARIANTS: Final = 2
_CONSENT_LASTS: Final = 5


@dataclass
class Album:
    """Collects the pictures a town needs; `wanted` maps a path below `councils/` to its picture."""

    wanted: dict[str, Picture] = field(default_factory=dict)

    def show(self, home: str, scene: str, variant: int, voice: Voice) -> dict[str, Any]:
        """The photo field for a scene shown at a council-year, city-year or city."""
        words = material().others
        captions = words["captions" if home.count("/") > 1 else "city_captions"]
        self.wanted[f"{home}/photos/{scene}.jpg"] = (scene, variant % _VARIANTS)
        return {
            "file": f"{scene}.jpg",
            "alt": voice.tell(words["scenes"][scene]),
            "caption": voice.tell(captions) if voice.dice.happens(0.6) else None,
            "credit": words["credit"],
            "licence": "공공누리 제1유형" if voice.dice.happens(0.5) else None,
            "people": False,
        }

    def show_people(self, home: str, variant: int, last_year: int, voice: Voice) -> dict[str, Any]:
        """The photo field for a picture of people, who have agreed."""
        photo = self.show(home, "people", variant, voice)
        return {**photo, "people": True, "consent": consent(voice, last_year, material().others["consent"]["scope"])}


def consent(voice: Voice, last_year: int, scope: str) -> Mapping[str, Any]:
    """An agreement to be shown or named, which holds for some years after the town's last."""
    dice = voice.dice
    return {
        "scope": voice.tell(scope),
        "media": ["누리집", "책자", "보도자료"] if dice.happens(0.5) else ["누리집", "책자"],
        "until": f"{last_year + _CONSENT_LASTS}-12-31" if dice.happens(0.6) else None,
        "guardian": True if dice.happens(0.3) else None,
    }
