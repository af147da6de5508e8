"""Searching without a server: what a browser fetches to find pages by what people type.

`search/contents.json` names the cities and their councils, `search/<city>/volumes.json` the volumes of a city (see
`volumes`). Each volume lies in a folder of its own: `titles.json` with the titles and summaries of its pages, which a
browser reads through, and drawers with the words in them (see `drawers`), of which it opens one for each word that is
sought. The pages that belong to no city are a volume too. A city's files depend on its own records only.
"""

from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from typing import Final

from ondongne.building.artifact import Bundle
from ondongne.building.store import Store
from ondongne.outcomes.graph import Outcomes
from ondongne.publications.site.addresses import home_city
from ondongne.publications.site.page import SitePage
from ondongne.publications.site.seeking.drawers import BLOCK
from ondongne.publications.site.seeking.index import bundle
from ondongne.publications.site.seeking.leaves import SEARCHED, Leaf, as_json, place
from ondongne.publications.site.seeking.volumes import Volumes
from ondongne.publications.site.seeking.words import NOTHING, Words
from ondongne.records.city import City
from ondongne.records.kinds import KINDS
from ondongne.records.tree import Entry

__all__ = ["SEARCHED", "Leaf", "Words", "files_of_cities", "files_of_site", "standing_alone"]

_SITE: Final = f"{SEARCHED}0/"


def files_of_cities(outcomes: Outcomes, cities: Iterable[Entry[City]], store: Store) -> Iterator[Bundle]:
    """What is searched of cities: their volumes and what these are; the store keeps what did not change."""
    volumes = Volumes(outcomes)
    for city in cities:
        rows = []
        for volume in volumes.of(city.id):
            files, stamp = volumes.made(volume, store)
            rows.append((volume.years, len(volume.pages), *stamp))
            yield files
        yield _file(f"{SEARCHED}{city.slug}/volumes.json", rows)


def files_of_site(outcomes: Outcomes, leaves: Iterable[Leaf], store: Store) -> Iterator[Bundle]:
    """The contents, from which every search starts, and the volume of the pages that belong to no city."""
    pages = sorted(leaves, key=lambda leaf: place(leaf.address))
    starts = range(0, len(pages), BLOCK)
    blocks = [pages[start : start + BLOCK] for start in starts]
    keys = [sha256(repr(block).encode(errors="surrogatepass")).digest() for block in blocks]
    files, stamp = bundle(_SITE, keys, blocks.__getitem__, store)
    yield files
    contents = {
        "home": home_city(outcomes),
        "kinds": {kind: model.label for kind, model in KINDS.items()},
        "cities": [_row(outcomes, city) for city in outcomes.cities],
        "site": stamp,
    }
    yield _file(f"{SEARCHED}contents.json", contents)


def standing_alone(pages: Iterable[SitePage], cities: Collection[str]) -> Iterator[Leaf]:
    """Of planned pages those that stand below none of the cities and list what there is, as they are sought."""
    for page in pages:
        if page.url not in ("", SEARCHED) and page.url.partition("/")[0] not in cities:
            yield Leaf(page.url.rstrip("/"), page.title, page.description, NOTHING)


def _row(outcomes: Outcomes, city: Entry[City]) -> tuple[object, ...]:
    councils = [(council.slug, council.gist.heading) for council in outcomes.councils(city.id)]
    return city.slug, city.gist.heading, councils


def _file(path: str, value: object) -> Bundle:
    content = as_json(value)
    return Bundle((path,), sha256(content).digest(), lambda: ((path, content),))
