"""A council or city that is a draft keeps from readers all that is finished under it."""

from collections import Counter
from collections.abc import Iterator

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links
from ondongne.records.vocabulary import Standing

CODE = "draft-above"


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield drafts of councils and cities under which records wait that readers may see."""
    finished = (entry for entry, gist in links.gists if gist.opens is not None)
    waiting = Counter(id_ for entry in finished for id_ in {entry.owner, entry.city} - {entry.id})
    for id_, entry in links.entries.items():
        if waiting[id_] and entry.gist.opens is None and entry.record.state.status is Standing.DRAFT:
            yield diagnose(CODE, entry.place(("state",)), count=waiting[id_])
