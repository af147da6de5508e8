"""The visions a city declares, one for each year."""

from collections.abc import Iterator, Mapping

from ondongne.sample.calendar import city_sharing
from ondongne.sample.material import material
from ondongne.sample.town import Town
from ondongne.sample.values import Fields


def slogan(town: Town, year: int) -> str:
    """The vision of a year in a few words."""
    return town.voice(("vision",), year, {}).tell(_words(town, year)["slogan"])


def visions(town: Town) -> Iterator[Fields]:
    """The vision of every year and of the one after the last, which is declared already."""
    for year in (*town.years, town.years[-1] + 1):
        words = _words(town, year)
        text = slogan(town, year)
        restored = {"text": text, "as_written": words.get("as_written"), "restored": True}
        yield {
            "year": year,
            "slogan": restored if "as_written" in words else text,
            "meaning": words["meaning"],
            "declared_at": city_sharing(year - 1) if year - 1 in town.years else None,
            "source": 1,
        }


def _words(town: Town, year: int) -> Mapping[str, str]:
    known: list[Mapping[str, str]] = material().town["visions"]
    return known[(town.years[-1] + 1 - year + 2) % len(known)]
