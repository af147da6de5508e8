"""A former id leads to one record and is nobody's present id."""

from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links

CODE = "alias-in-use"
TWICE = "alias-claimed-twice"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield aliases that are the id of a record, and those that stand a second time."""
    claimed: dict[str, str] = {}
    for entry, gist in links.gists:
        for at, alias in enumerate(gist.aliases):
            if alias in links.entries:
                yield diagnose(CODE, entry.place(("aliases", at)), alias=alias)
            elif alias in claimed:
                yield diagnose(TWICE, entry.place(("aliases", at)), alias=alias, first=claimed[alias])
            claimed.setdefault(alias, entry.id)
