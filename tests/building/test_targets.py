"""Readers see the last build until the next one is whole."""

from mimetypes import guess_type
from pathlib import Path
from typing import ClassVar

import pytest
from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

from ondongne.building.targets import open_target
from ondongne.failure import Failure


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "made"
    (folder / "garam").mkdir(parents=True)
    (folder / "garam" / "index.html").write_bytes(b"new")
    return folder


def test_a_folder_takes_the_place_of_the_last_one(made: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    target = open_target(site.as_uri(), "b1", is_shared=True)
    target.put(made, ["garam/index.html"])
    assert (site / "old").is_dir()
    target.publish()
    target.discard()
    assert [path.relative_to(site).as_posix() for path in site.rglob("*")] == ["garam", "garam/index.html"]
    assert {path.name for path in tmp_path.iterdir()} == {"made", "site"}


def test_a_link_to_a_folder_goes_on_leading_there(made: Path, tmp_path: Path) -> None:
    link, web = tmp_path / "site", tmp_path / "srv" / "web"
    web.mkdir(parents=True)
    link.symlink_to(web)
    target = open_target(str(link), "b1", is_shared=False)
    target.put(made, ["garam/index.html"])
    target.publish()
    assert (link.is_symlink(), (web / "garam" / "index.html").read_bytes()) == (True, b"new")


def test_a_folder_that_is_given_up_leaves_nothing(made: Path, tmp_path: Path) -> None:
    target = open_target(str(tmp_path / "site"), "b1", is_shared=False)
    target.put(made, ["garam/index.html"])
    target.discard()
    assert {path.name for path in tmp_path.iterdir()} == {"made"}


def test_a_store_keeps_builds_apart_and_points_to_one(made: Path) -> None:
    store = MemoryFileSystem()
    for build in ("b1", "b2"):
        target = open_target("memory://apart/site/", build, is_shared=False)
        target.put(made, ["garam/index.html"])
        assert store.cat_file(f"/apart/site/{build}/garam/index.html") == b"new"
    assert not store.exists("/apart/site/current.json")
    target.publish()
    assert store.cat_file("/apart/site/current.json") == b'{"build": "b2", "index": "b2/index.html"}'
    open_target("memory://apart/site", "b1", is_shared=False).discard()
    target.discard()
    assert store.find("/apart/site") == ["/apart/site/b2/garam/index.html", "/apart/site/current.json"]


def test_machines_cannot_share_memory() -> None:
    with pytest.raises(Failure, match="memory://"):
        open_target("memory://site", "b1", is_shared=True)


def test_a_store_that_nobody_knows_is_named(made: Path) -> None:
    with pytest.raises(Failure, match="nowhere://site"):
        open_target("nowhere://site", "b1", is_shared=True).put(made, ["garam/index.html"])


class RefusedError(Exception):
    """What the library of a store raises where nobody may write; it is no OSError."""


class Guarded(MemoryFileSystem):
    """A store for which one lacks the right."""

    protocol = "guarded"

    def put_file(self, *_: object, **__: object) -> None:
        raise RefusedError("no credentials")

    pipe_file = put_file


class Typed(MemoryFileSystem):
    """A store that notes what type a file is of where it is given one, as those of Amazon and Google do."""

    protocol = "typed"
    types: ClassVar[dict[str, str | None]] = {}

    def put_file(self, lpath: str, rpath: str, *_: object, **__: object) -> None:
        self.types[rpath] = guess_type(lpath)[0]
        super().put_file(lpath, rpath)


def test_a_store_learns_what_type_files_are_of(made: Path) -> None:
    register_implementation("typed", Typed, clobber=True)
    open_target("typed://site", "b1", is_shared=True).put(made, ["garam/index.html"])
    assert Typed.types == {"typed://site/b1/garam/index.html": "text/html"}
    assert Typed().cat_file("typed://site/b1/garam/index.html") == b"new"


def test_what_a_store_refuses_is_told(made: Path) -> None:
    register_implementation("guarded", Guarded, clobber=True)
    target = open_target("guarded://site", "b1", is_shared=True)
    with pytest.raises(Failure, match=r"guarded://site.+no credentials"):
        target.put(made, ["garam/index.html"])
    with pytest.raises(Failure, match=r"guarded://site.+no credentials"):
        target.publish()
