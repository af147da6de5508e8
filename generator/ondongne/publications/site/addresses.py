"""Where pages lie, and how one page links to another."""

from ondongne.outcomes.graph import Outcomes
from ondongne.records.record import Record
from ondongne.records.tree import Entry


def home_city(outcomes: Outcomes) -> str:
    """The id of the city whose page is the home page: the only one; empty when there are several or none."""
    return outcomes.cities[0].id if len(outcomes.cities) == 1 else ""


def address(outcomes: Outcomes, entry: Entry[Record]) -> str:
    """The site URL of a record's page."""
    return "" if entry.id == home_city(outcomes) else f"{entry.id}/"


def relative(source: str, target: str) -> str:
    """The link from the page at one site URL to another; a `#fragment` stays."""
    if target == source:
        return "./"
    path, hash_, fragment = target.partition("#") if "#" in target else (target, "", "")
    return f"#{fragment}" if hash_ and path == source else "../" * source.count("/") + target
