"""The covers of booklets: what stands on them, and the cloth they are made of."""

from dataclasses import dataclass

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.cloth import Square, sew
from ondongne.publications.gathering import Gathered, chosen
from ondongne.publications.imprint import back_lines, back_text
from ondongne.publications.phrases import year_text
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.edition import Edition
from ondongne.records.tree import Entry


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on a cover, and the cloth it is made of; `back` and `lines` are the text and imprint of its back."""

    place: str
    title: str
    cloth: tuple[Square, ...]
    lines: tuple[str, ...]
    subtitle: str = ""
    year: str = ""
    note: str = ""
    back: tuple[str, ...] = ()

    @property
    def whole_title(self) -> str:
        """The booklet's title in one line: 광명시 동 지역사회보장협의체 성과 책자, 2025년."""
        place = "" if self.place in self.title else self.place
        name = " ".join(filter(None, (place, self.title, self.subtitle)))
        return f"{name}, {self.year}" if self.year else name


def year_cover(gathered: Gathered) -> Cover:
    """The cover of the booklet of a city's or council's year, sewn of the patches of its records."""
    outcomes, owner, home = gathered.outcomes, gathered.owner, gathered.home
    city = outcomes.city(owner)
    return Cover(
        place=city.record.heading,
        title=owner.record.full_name if isinstance(owner.record, Council) else "동 지역사회보장협의체",
        subtitle="성과 책자",
        year=year_text(outcomes, owner.id, gathered.year),
        note=city.record.disclaimer,
        cloth=sew(home, [dated.id for dated in gathered.dated if dated.kind != "year"] or [home]),
        lines=(compiler(city),),
    )


def edition_cover(outcomes: Outcomes, edition: Entry[Edition]) -> Cover:
    """The cover of an edition, sewn of the patches of the records chosen for it."""
    record, city = edition.record, outcomes.city(edition)
    return Cover(
        place=city.record.heading,
        title=record.title,
        subtitle=record.subtitle or "",
        year=f"{record.year}년" if record.year else "",
        note=city.record.disclaimer,
        cloth=sew(edition.id, [entry.id for entry in chosen(outcomes, edition)] or [edition.id]),
        lines=tuple(back_lines(record, compiler(city))),
        back=back_text(record),
    )


def compiler(city: Entry[City]) -> str:
    """Who puts a city's booklets together."""
    return city.record.heading if city.record.official else "온동네"
