"""The fictional town: whole, valid, the same every time, and plainly fictional."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from ondongne import pipeline
from ondongne.diagnostics import Diagnostic
from ondongne.records.base import Value, walk
from ondongne.records.evidence import Source
from ondongne.records.kinds import KINDS, RESERVED_SLUGS
from ondongne.records.people import Contact
from ondongne.records.project import Project
from ondongne.records.reading import read_tree
from ondongne.records.story import Story
from ondongne.records.tree import RecordTree
from ondongne.records.year import Year
from ondongne.sample import make_sample
from ondongne.sample.pictures import _SCENES, draw
from ondongne.sample.town import build_town

_GENERATOR = Path(pipeline.__file__).parent.parent
_DAY = date(2026, 1, 15)

# A fictional town must not say that a city publishes it, nor bear a number that a real book may have.
_NEVER_SAID = {("City", "official"), ("Imprint", "isbn")}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("town")
    make_sample(out, councils=20, years=5, seed=1)
    return out


@pytest.fixture(scope="module")
def tree(town: Path) -> RecordTree:
    return read_tree(town / "councils")[0]


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _made(out: Path, *arguments: int) -> str:
    make_sample(out, *arguments)
    return _digest(out)


def _faults(out: Path) -> list[Diagnostic]:
    """What a check of the project finds, except pictures that are held back until people agree."""
    return [fault for fault in pipeline.read(out, _DAY).diagnostics if fault.code != "photo-without-consent"]


def test_the_same_arguments_give_the_same_bytes_and_others_do_not(tmp_path: Path) -> None:
    first = _made(tmp_path / "first", 4, 2, 7)
    assert _made(tmp_path / "again", 4, 2, 7) == first
    assert _made(tmp_path / "seed", 4, 2, 8) != first
    assert _made(tmp_path / "years", 4, 2, 7, 2024) != first


def test_the_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    script = "import sys, pathlib, ondongne.sample as s; s.make_sample(pathlib.Path(sys.argv[1]), 2, 2, 5)"
    for number in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": str(_GENERATOR), "TZ": f"UTC{number}"}
        subprocess.run([sys.executable, "-c", script, str(tmp_path / number)], env=environment, check=True)
    assert _digest(tmp_path / "1") == _digest(tmp_path / "2")


@pytest.mark.parametrize(("councils", "years"), [(1, 1), (2, 1), (1, 4), (9, 3), (2, 14)])
def test_a_town_of_any_size_is_sound_and_has_every_kind(tmp_path: Path, councils: int, years: int) -> None:
    records = make_sample(tmp_path, councils, years, seed=3)
    tree, _ = read_tree(tmp_path / "councils")
    assert _faults(tmp_path) == []
    assert len(tree.entries) == records
    assert {entry.kind for entry in tree.entries.values()} == set(KINDS)


def test_a_town_of_the_usual_size_is_sound(town: Path, tree: RecordTree) -> None:
    assert _faults(town) == []
    assert 1500 <= len(tree.entries) <= 1700


def test_every_field_of_every_model_is_used(tree: RecordTree) -> None:
    values = (leaf for entry in tree.entries.values() for _, leaf in walk(entry.record) if isinstance(leaf, Value))
    used = {said for value in values for said in _said(value)}
    declared = {(_declarer(model, name), name) for model in _models(Value) for name in model.model_fields}
    assert declared - used == _NEVER_SAID


def _said(value: Value) -> Iterator[tuple[str, str]]:
    """The fields that say something else than what is understood without them."""
    for name, info in type(value).model_fields.items():
        if getattr(value, name) != info.get_default():
            yield _declarer(type(value), name), name


def _declarer(model: type[Value], name: str) -> str:
    """The class that declares a field, so that what all records share counts once."""
    declaring = [cls for cls in model.__mro__ if name in getattr(cls, "model_fields", {})][-1]
    return declaring.__name__.partition("[")[0]


def _models(model: type[Value]) -> Iterator[type[Value]]:
    for below in model.__subclasses__():
        if below.__module__.startswith("ondongne."):
            yield below
            yield from _models(below)


def test_everything_says_that_it_is_fictional(town: Path, tree: RecordTree) -> None:
    assert "가상" in str(tree.entries["garam"].record.summary)
    for entry in tree.entries.values():
        assert entry.record.sources
        leaves = [leaf for _, leaf in walk(entry.record)]
        assert all("(가상)" in leaf.title for leaf in leaves if isinstance(leaf, Source))
        assert all(_is_nowhere(leaf) for leaf in leaves if isinstance(leaf, Contact))
    texts = (path.read_text(encoding="utf-8") for path in town.rglob("*.yml"))
    assert all(set(re.findall(r"https?://([^/\"]+)", text)) <= {"example.org"} for text in texts)


def _is_nowhere(contact: Contact) -> bool:
    phone, email = str(contact.phone), str(contact.email)
    return re.fullmatch(r"000-0000-\d{4}", phone) is not None and email.endswith("@example.org")


def test_sums_of_money_agree(tree: RecordTree) -> None:
    for home, year, projects in _council_years(tree):
        assert year.budget and year.spent, home
        assert sum(project.budget.total for project in projects if project.budget) <= year.budget.total, home
        assert sum(project.spent.total for project in projects if project.spent) <= year.spent.total, home
        assert year.spent.total <= year.budget.total, home


def test_households_agree(tree: RecordTree) -> None:
    for home, year, projects in _council_years(tree):
        reached = [int(_figure(project, "households") or 0) for project in projects]
        assert year.households and year.people, home
        assert max(reached) <= year.households.value.value <= sum(reached), home
        assert year.people.value.value >= year.households.value.value, home


def _council_years(tree: RecordTree) -> Iterator[tuple[str, Year, list[Project]]]:
    for home, entry in tree.entries.items():
        if isinstance(entry.record, Year) and entry.council:
            below = (other.record for other in tree.entries.values() if other.home == home)
            running = [record for record in below if isinstance(record, Project) and record.spent]
            yield home, entry.record, running


def _figure(project: Project, metric: str) -> Any:
    return next((figure.value for figure in project.figures if figure.metric == metric), None)


def test_a_citys_year_is_the_sum_of_its_councils(tree: RecordTree) -> None:
    for year in range(2021, 2026):
        whole = tree.entries[f"garam/{year}"].record
        parts = [
            entry.record
            for entry in tree.entries.values()
            if entry.kind == "year" and entry.council and entry.year == year
        ]
        for name in ("members", "households", "people", "meetings", "volunteers"):
            stated = [getattr(record, name).value.value for record in (whole, *parts)]
            assert stated[0] == sum(stated[1:]), (year, name)


def test_stories_are_told_in_paragraphs_and_no_two_alike(tree: RecordTree) -> None:
    told = [entry.record for entry in tree.entries.values() if isinstance(entry.record, Story) and entry.council]
    bodies = [record.body for record in told if record.body]
    assert all(5 <= len(body.split("\n\n")) <= 9 for body in bodies)
    assert len(set(bodies)) == len(bodies) > 300


def test_no_particle_was_left_open_and_no_blank_unfilled(town: Path) -> None:
    odd = re.compile(r"을\(를\)|이\(가\)|은\(는\)|과\(와\)|\(으\)로|[{}|]\S|\S\]\S")
    found = {
        f"{path.name}: {line.strip()}"
        for path in town.rglob("*.yml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if odd.search(re.sub(r"\[.*\]$|\|-$", "", line))
    }
    assert found == set()


def test_dongs_have_names_of_their_own_at_any_number() -> None:
    dongs = build_town(900, range(2025, 2026), seed=1).dongs
    assert len({dong.name for dong in dongs}) == len({dong.slug for dong in dongs}) == 900
    assert not RESERVED_SLUGS & {dong.slug for dong in dongs}
    assert all(re.fullmatch(r"[가-힣]+\d?동", dong.name) and re.fullmatch(r"[a-z]+\d?", dong.slug) for dong in dongs)


@pytest.mark.parametrize("scene", _SCENES)
def test_pictures_are_jpegs_of_reasonable_size(scene: str) -> None:
    content = draw(scene, 0, 1)
    with Image.open(BytesIO(content)) as image:
        assert (image.format, image.size) == ("JPEG", (1200, 800))
    assert 20_000 < len(content) < 80_000


def test_practices_travel_from_council_to_council(tree: RecordTree) -> None:
    projects = [entry.record for entry in tree.entries.values() if isinstance(entry.record, Project)]
    assert sum(bool(project.learned_from) for project in projects) > 20
    assert sum(project.predecessor is not None for project in projects) > 200


def test_the_first_dongs_are_the_same_whatever_the_size() -> None:
    few, many = (build_town(size, range(2025, 2026), seed=1).dongs for size in (3, 40))
    assert [dong.name for dong in few] == [dong.name for dong in islice(many, 3)] == ["나래동", "마루동", "윤슬동"]
