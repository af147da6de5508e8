"""What is made is kept by content, and what is published is published whole."""

from pathlib import Path

import pytest

from ondongne.building.artifact import Artifact
from ondongne.building.store import Store, check_replaceable, write_whole
from ondongne.failure import Failure


def artifact(content: bytes, *depends_on: bytes) -> Artifact:
    return Artifact("booklets/garam/2025.pdf", depends_on, lambda: content)


def test_the_same_dependencies_give_the_same_key_and_others_another() -> None:
    assert artifact(b"", b"facts").key == artifact(b"x", b"facts").key
    assert artifact(b"", b"facts").key != artifact(b"", b"fact", b"s").key


def test_an_artifact_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []
    store = Store(tmp_path)

    def make() -> bytes:
        made.append(1)
        return b"%PDF"

    planned = Artifact("a.pdf", (b"facts",), make)
    assert not store.holds(planned)
    assert store.kept() == frozenset()
    assert store.make(planned) == store.make(planned)
    assert store.place(planned).read_bytes() == b"%PDF"
    assert store.place(planned).suffix == ".pdf"
    assert made == [1]
    store.write("records.cache", b"")
    assert store.kept() == {store.place(planned).name}


def test_what_fails_to_be_made_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise ValueError

    with pytest.raises(ValueError):
        Store(tmp_path).make(Artifact("a.pdf", (b"facts",), fail))
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "file.txt"
    write_whole(target, "하나".encode())
    write_whole(target, "둘".encode())
    assert target.read_text(encoding="utf-8") == "둘"
    assert [path.name for path in target.parent.iterdir()] == ["file.txt"]
    plain = tmp_path / "plain.txt"
    plain.write_text("", encoding="utf-8")
    assert target.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("place", ["site", "new", "empty", "garam/site"])
def test_a_site_takes_the_place_of_nothing_or_of_a_site(place: str, tmp_path: Path) -> None:
    project = project_among_others(tmp_path / "web")
    check_replaceable(project / place, project)


@pytest.mark.parametrize("place", [".", "..", "councils", "councils/garam", "mkdocs.yml", "../web"])
def test_a_site_takes_the_place_of_nothing_else(place: str, tmp_path: Path) -> None:
    project = project_among_others(tmp_path / "web")
    with pytest.raises(Failure, match="누리집이 아닌 것"):
        check_replaceable(project / place, project)


def project_among_others(project: Path) -> Path:
    """A project in the folder of another site, with a site and an empty folder in it."""
    for file in ("../index.html", "site/index.html", "councils/garam/city.yml", "mkdocs.yml"):
        write_whole(project / file, b"")
    (project / "empty").mkdir()
    return project


def test_version_control_never_sees_what_is_kept(tmp_path: Path) -> None:
    Store(tmp_path / "kept").write("deep/a.txt", b"a")
    assert (tmp_path / "kept" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert (tmp_path / "kept" / "deep" / "a.txt").read_bytes() == b"a"
