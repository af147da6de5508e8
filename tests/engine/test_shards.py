"""A site made city by city is the same, byte for byte, as one that is made at once: here, and on a cluster."""

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster
from fsspec.implementations.memory import MemoryFileSystem

from ondongne import pipeline
from ondongne.building.making import Making
from ondongne.building.shards import Alone, Cluster, Crew, Task
from ondongne.diagnostics import Severity
from ondongne.engine import shards
from ondongne.engine.build import build_site, project_files
from ondongne.engine.shards import Country, Order, build_in_shards
from ondongne.failure import Failure
from tests.country import DAY, make_country

CITIES = ("bodam", "daon", "garam", "maru")
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("country")
    make_country(made, councils=0)
    config = made / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nsite_url: https://ondongne.example/\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def whole(project: Path) -> Files:
    """The site as one build makes it."""
    return at_once(project, project / "whole")


def at_once(project: Path, out: Path, *only: str) -> Files:
    reading = pipeline.read(project, DAY, only)
    assert not reading.failed
    pipeline.make_booklets(reading, Making(2))
    build_site(project, reading, out)
    return files(out)


def files(folder: Path) -> Files:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def order(project: Path, *only: str) -> Order:
    return Order(project.resolve(), project_files(project), DAY, only, jobs=2)


def in_parts(project: Path, url: str, *only: str) -> Country:
    return build_in_shards(order(project, *only), Alone(project / ".ondongne" / "shards"), url, lambda *_: None)


def test_parts_make_up_the_whole(project: Path, whole: Files, tmp_path: Path) -> None:
    country = in_parts(project, (tmp_path / "site").as_uri())
    assert (country.failed, country.shown_at) == (False, str(tmp_path / "site"))
    assert files(tmp_path / "site") == whole
    assert country.booklets == sum(path.endswith(".pdf") for path in whole) > len(CITIES)
    assert {path.name for path in tmp_path.iterdir()} == {"site"}
    assert b"<loc>https://ondongne.example/maru/sitemap.xml</loc>" in whole["sitemap.xml"]
    assert {"search/contents.json", "search/garam/volumes.json"} <= whole.keys()
    assert b"https://ondongne.example/garam/sol/practices/root/" in whole["garam/sitemap.xml"]


def test_one_city_alone_is_the_home_page(project: Path, tmp_path: Path) -> None:
    in_parts(project, str(tmp_path / "site"), "garam")
    assert files(tmp_path / "site") == at_once(project, tmp_path / "whole", "garam")


def test_a_store_shows_a_build_by_one_pointer(project: Path, whole: Files) -> None:
    store = MemoryFileSystem()
    country = in_parts(project, "memory://country/site")
    pointer = json.loads(store.cat_file("/country/site/current.json"))
    root = f"/country/site/{pointer['build']}"
    assert country.shown_at == f"memory://country/site/{pointer['build']}/"
    stored = {path.removeprefix(f"{root}/"): store.cat_file(path) for path in store.find(root)}
    assert stored == whole
    assert pointer["index"] == f"{pointer['build']}/index.html"


def test_a_build_is_named_after_what_renders_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = set()
    for newer in ("", "jinja2", "markdown", "nh3", "typst"):
        monkeypatch.setattr(shards, "version", lambda name, newer=newer: "2" if name == newer else "1")
        names.add(shards._name(order(project), ()))
    assert len(names) == 5


def test_nothing_is_published_where_a_record_is_wrong(project: Path, tmp_path: Path) -> None:
    broken = tmp_path / "project"
    shutil.copytree(project, broken, ignore=shutil.ignore_patterns(".ondongne", "whole"))
    (broken / "councils/maru/ondal/2025/awards/pair.yml").write_text("titel: 상\n", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("지난번", encoding="utf-8")
    country = in_parts(broken, str(tmp_path / "site"))
    assert country.failed
    found = pipeline.read(broken, DAY).diagnostics
    assert country.faults == tuple(fault for fault in found if fault.severity is not Severity.NOTICE)
    assert country.notices == len(found) - len(country.faults)
    assert files(tmp_path / "site") == {"index.html": "지난번".encode()}
    assert {path.name for path in tmp_path.iterdir()} == {"project", "site"}


def test_a_record_that_changes_meanwhile_stops_the_build(project: Path, tmp_path: Path) -> None:
    changing = tmp_path / "project"
    shutil.copytree(project, changing, ignore=shutil.ignore_patterns(".ondongne", "whole"))

    class Late(Alone):
        """Somebody edits a record after it was surveyed."""

        def run(self, task: Task, each: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
            if task is shards.make:
                (changing / "councils/daon/city.yml").write_text("name: 새다온시\nstate: ready\n", encoding="utf-8")
            return super().run(task, each)

    hands = Late(changing / ".ondongne" / "shards")
    with pytest.raises(Failure, match="councils/daon"):
        build_in_shards(order(changing), hands, str(tmp_path / "site"), lambda *_: None)
    assert {path.name for path in tmp_path.iterdir()} == {"project"}


def test_a_city_that_is_not_there_is_named(project: Path, tmp_path: Path) -> None:
    with pytest.raises(Failure, match="garan"):
        in_parts(project, str(tmp_path / "site"), "garan")


@contextmanager
def cluster() -> Iterator[Client]:
    hands = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=None)
    with hands, Client(hands, set_as_default=False) as client:
        yield client


class Unseen(Cluster):
    """Workers that do not see the project."""

    def sees(self, _folder: Path, /) -> bool:
        """Have the files sent."""
        return False


def test_a_cluster_of_which_a_worker_dies_makes_the_same(project: Path, whole: Files, tmp_path: Path) -> None:
    with cluster() as client:
        killed: list[int] = []
        country = build_in_shards(order(project), Unseen(client), str(tmp_path / "site"), killing(client, killed))
        left = client.run(os.getpid).values()
    assert not country.failed
    assert len(killed) == 1
    assert killed[0] not in left
    assert files(tmp_path / "site") == whole


def killing(client: Client, killed: list[int]) -> Callable[[str, int], None]:
    """Kill a worker when the first city is done: the others are under way, or done and not fetched."""

    def done(_city: str, _files: int) -> None:
        if not killed:
            pid = min(client.run(os.getpid).values())
            killed.append(pid)
            os.kill(pid, signal.SIGTERM)

    return done


def test_workers_of_this_machine_see_the_project(project: Path) -> None:
    with cluster() as client:
        hands: Crew = Cluster(client)
        assert hands.sees(project)
        assert not list(project.glob("*.seen"))
        with pytest.raises(Failure, match="거듭 실패"):
            list(hands.run(fail, [()]))


def fail(_folder: str) -> None:
    """Fail as a worker may that lacks something."""
    raise RuntimeError("no such thing")
