"""The kinds of record there are, and the folder each lies in."""

from collections.abc import Mapping
from types import MappingProxyType

from ondongne.records.agreement import Agreement
from ondongne.records.award import Award
from ondongne.records.city import City
from ondongne.records.council import Council
from ondongne.records.edition import Edition
from ondongne.records.event import Event
from ondongne.records.milestone import Milestone
from ondongne.records.organisation import Organisation
from ondongne.records.plan import Plan
from ondongne.records.practice import Practice
from ondongne.records.project import Project
from ondongne.records.record import Record
from ondongne.records.story import Story
from ondongne.records.visit import Visit
from ondongne.records.year import Year

KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        model.kind: model
        for model in (
            City,
            Council,
            Year,
            Project,
            Story,
            Event,
            Visit,
            Practice,
            Agreement,
            Award,
            Plan,
            Milestone,
            Organisation,
            Edition,
        )
    }
)

OF_A_YEAR = ("projects", "stories", "events", "visits", "agreements", "awards", "plans", "milestones")

FOLDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "city": ("practices", "organisations", "editions"),
        "council": ("practices",),
        "year": OF_A_YEAR,
    }
)
"""Folders of records, by what they stand in."""

RESERVED_SLUGS = frozenset(
    (
        *OF_A_YEAR,
        *(
            "organisations",
            "editions",
            "practices",
            "photos",
            "booklets",
            "lineage",
            "topics",
            "audiences",
            "assets",
            "search",
            "about",
            "data-dictionary",
        ),
    )
)
