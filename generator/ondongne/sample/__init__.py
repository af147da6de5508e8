"""A plainly fictional town as records: for trying the program out and for testing it at any size."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ondongne.sample.archive import Archive
from ondongne.sample.courses import city_courses, milestones, plans
from ondongne.sample.editions import editions, hidden
from ondongne.sample.events import city_events, events
from ondongne.sample.honours import agreements, awards, city_awards
from ondongne.sample.pictures import draw
from ondongne.sample.places import city, council, organisations
from ondongne.sample.planning import plan
from ondongne.sample.practices import practices
from ondongne.sample.projects import projects
from ondongne.sample.stories import cases, stories
from ondongne.sample.tally import Tally
from ondongne.sample.town import Dong, build_town
from ondongne.sample.values import Page
from ondongne.sample.visits import visits
from ondongne.sample.writing import to_yaml
from ondongne.sample.years import city_year, council_year

__all__ = ["make_sample"]

_RECORDS: Final = "councils"


def make_sample(out: Path, councils: int, years: int, seed: int, last_year: int = 2025) -> int:
    """Write the records and pictures of a fictional town under `out`/councils and return how many records there are.

    The same arguments give the same bytes. The town has at least one council and one year.
    """
    town = build_town(councils, range(last_year - years + 1, last_year + 1), seed)
    chronicle = plan(town)
    archive = Archive(chronicle, Tally(chronicle))
    records = dict(_pages(archive))
    for id_, fields in records.items():
        _write(out / _RECORDS / f"{id_}.yml", to_yaml(fields).encode("utf-8"))
    for path, picture in archive.album.wanted.items():
        _write(out / _RECORDS / path, draw(*picture, seed))
    return len(records)


def _pages(archive: Archive) -> Iterator[Page]:
    yield city(archive)
    yield from organisations(archive)
    for year in archive.town.years:
        yield from _of_city_year(archive, year)
    for dong in archive.town.dongs:
        yield from _of_council(archive, dong)
    yield from editions(archive)


def _of_city_year(archive: Archive, year: int) -> Iterator[Page]:
    yield city_year(archive, year)
    for kind in (city_events, cases, city_awards, city_courses):
        yield from kind(archive, year)


def _of_council(archive: Archive, dong: Dong) -> Iterator[Page]:
    yield council(archive, dong)
    yield from practices(archive, dong)
    for year in archive.town.years:
        yield council_year(archive, dong, year)
        for kind in (projects, stories, events, visits, agreements, awards, plans, milestones):
            yield from kind(archive, dong, year)
    yield from hidden(archive, dong)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
