"""시: a city whose dong councils publish together."""

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from ondongne.diagnostics import Fault
from ondongne.records.base import Value, field, flag, many, required
from ondongne.records.evidence import Vision
from ondongne.records.people import Contact
from ondongne.records.record import Named
from ondongne.records.text import CouncilRef, Flag, Line, OrganisationRef, Prose, Slug
from ondongne.records.vocabulary import MetricSpan
from ondongne.records.when import When

RAMIE = "#FBF8F1"
ACCENTS = {"쪽": "#1F4E79", "홍화": "#B5402E", "자초": "#6B4A6E"}
LEAST_CONTRAST = 4.5

EXAMPLE_NOTE = "공개된 기사로 만든 예시이며 해당 시의 공식 발간물이 아닙니다."
LEAST_CURVED = 0.04045  # sRGB is linear below

COLOUR = r"^(쪽|홍화|자초|#[0-9A-Fa-f]{6})$"
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]


class Department(Value):
    """A department of the city."""

    shorthand: ClassVar = "name"

    name: Line = required("이름", "부서 이름")
    duties: tuple[Line, ...] = many("맡은 일", "부서가 하는 일")
    contact: Contact | None = field("연락처", "부서 연락처")


class Region(Value):
    """Part of a city (권역) with its councils and welfare centres."""

    name: Line = required("이름", "권역 이름")
    councils: tuple[CouncilRef, ...] = many("협의체", "권역에 드는 동 협의체")
    centres: tuple[OrganisationRef, ...] = many("복지관", "권역을 맡은 복지관")


class Metric(Value):
    """How a figure is counted and over what its values may be added."""

    label: Line = required("이름", "지표 이름")
    unit: Line = required("단위", "명, 가구, 원, %, 회")
    meaning: Line | None = field("뜻", "무엇을 어떻게 세는지")
    adds_over: tuple[MetricSpan, ...] = many(
        "더할 수 있는 것", "동·사업·해 가운데 값을 더해도 되는 것. 비우면 더하지 않습니다"
    )


class Brand(Value):
    """The city's colour on pages and covers."""

    accent: Colour = required("색", "쪽, 홍화, 자초 또는 #1F4E79 같은 색")

    @property
    def hexadecimal(self) -> str:
        """The colour as #RRGGBB."""
        return ACCENTS.get(self.accent, self.accent)

    def faults(self) -> Iterator[Fault]:
        """Text in the accent and on it must be readable (WCAG 2.2, 1.4.3)."""
        ratio = contrast(self.hexadecimal, RAMIE)
        if ratio < LEAST_CONTRAST:
            yield Fault("weak-accent", at="accent", accent=self.accent, ratio=f"{ratio:.1f}")


class Election(Value):
    """An election, before which a city is careful with what it publishes."""

    name: Line = required("이름", "선거 이름")
    on: When = required("날짜", "선거일")


class City(Named):
    """A city: its parts, its visions, and the metrics its councils count by."""

    kind: ClassVar = "city"
    label: ClassVar = "시"

    province: Line | None = field("광역", "도, 광역시")
    official: Flag = flag("공식", "시가 직접 펴내면 true. 아니면 쪽마다 예시라고 밝힙니다")
    example_note: Line | None = field("예시 알림", "공식이 아닐 때 쪽마다 밝힐 말. 비우면 정해진 말")
    departments: tuple[Department, ...] = many("부서", "복지를 맡은 부서")
    regions: tuple[Region, ...] = many("권역", "권역과 그 안의 협의체")
    visions: tuple[Vision, ...] = many("비전", "해마다의 복지 비전")
    metrics: Mapping[Slug, Metric] = Field(
        default={}, title="지표", description="수치를 세는 기준. 이름: {label, unit, …}"
    )
    highlights: tuple[Slug, ...] = many("내세울 지표", "첫 쪽에 보일 지표 서너 개")
    brand: Brand | None = field("색", "시의 색")
    elections: tuple[Election, ...] = many("선거", "선거일")
    about: Prose | None = field("소개", "협의체가 어떤 곳인지")

    @property
    def disclaimer(self) -> str:
        """What every page and imprint of a city that does not publish itself says; empty for one that does."""
        return "" if self.official else self.example_note or EXAMPLE_NOTE


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two #RRGGBB colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= LEAST_CURVED else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
