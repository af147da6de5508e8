"""계획: a plan in force, how it was made and what it aims at."""

from typing import ClassVar

from ondongne.records.base import field, many
from ondongne.records.record import Titled
from ondongne.records.text import Prose
from ondongne.records.when import When


class Plan(Titled):
    """A plan (지역사회보장계획)."""

    kind: ClassVar = "plans"
    label: ClassVar = "계획"

    term: When | None = field("기간", "계획이 다루는 기간")
    made_by: Prose | None = field("만든 과정", "누구와 어떻게 만들었는지")
    aims: tuple[Prose, ...] = many("목표", "이루려는 것")
