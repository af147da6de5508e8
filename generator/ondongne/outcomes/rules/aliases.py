"""A former id leads to one record, is nobody's present id, and is no address of another page."""

from collections.abc import Collection, Iterator
from typing import Any

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.kinds import FOLDERS, RESERVED_SLUGS
from ondongne.records.tree import Entry

CODE = "alias-in-use"
TWICE = "alias-claimed-twice"
TAKEN = "alias-of-page"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield aliases that are the id of a record or the address of a list, and those that stand a second time."""
    claimed: dict[str, str] = {}
    for entry, gist in links.gists:
        for at, alias in enumerate(gist.aliases):
            if alias in links.entries:
                yield diagnose(CODE, entry.place(("aliases", at)), alias=alias)
            elif _is_of_lists(alias) or _is_of_year(links, entry, alias):
                yield diagnose(TAKEN, entry.place(("aliases", at)), alias=alias)
            elif alias in claimed:
                yield diagnose(TWICE, entry.place(("aliases", at)), alias=alias, first=claimed[alias])
            claimed.setdefault(alias, entry.id)


def at_pages(links: Links, pages: Collection[str]) -> Iterator[Diagnostic]:
    """Yield aliases of records that readers see and that are read here, if they are among the addresses `pages`."""
    for entry, gist in links.gists:
        for at, alias in enumerate(gist.aliases):
            if alias in pages and entry.id in links.public and not entry.document.is_elsewhere:
                yield diagnose(TAKEN, entry.place(("aliases", at)), alias=alias)


def _is_of_lists(alias: str) -> bool:
    """Whether no record can have been called so: the site has lists and files under such addresses."""
    first, *below = alias.split("/")
    if first in RESERVED_SLUGS:
        return True
    is_record = len(below) > 1 and below[0] in FOLDERS["city"]
    return bool(below) and below[0] in RESERVED_SLUGS and not is_record


def _is_of_year(links: Links, entry: Entry[Any], alias: str) -> bool:
    """Whether a year of the record's city has a page there, which it has without a record of its own too."""
    others = (other for other in links.entries.values() if other.city == entry.city and other.year is not None)
    return alias.rpartition("/")[2].isdecimal() and any(
        alias in (other.home, f"{other.city}/{other.year}") for other in others
    )
