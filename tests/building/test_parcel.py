"""A parcel lays files out elsewhere just as they lay here."""

from pathlib import Path

import pytest

from ondongne.building.parcel import lay_out, pack
from ondongne.failure import Failure


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = tmp_path / "project"
    (made / "councils" / "garam" / "empty").mkdir(parents=True)
    (made / "councils" / "garam" / "city.yml").write_text("name: 가람시\r\n", encoding="utf-8", newline="")
    (made / "councils" / "haneul").mkdir()
    (made / "mkdocs.yml").write_bytes(b"site_name: x\n")
    return made


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_what_was_packed_is_laid_out(project: Path, tmp_path: Path) -> None:
    parcel = pack(project, ["mkdocs.yml", "councils/garam"])
    lay_out([parcel], tmp_path / "there", ".kept")
    assert names(tmp_path / "there") - {".kept", ".kept/parcel"} == {
        *("mkdocs.yml", "councils", "councils/garam", "councils/garam/empty", "councils/garam/city.yml"),
    }
    assert (tmp_path / "there/councils/garam/city.yml").read_bytes() == "name: 가람시\r\n".encode()


def test_the_same_files_give_the_same_bytes(project: Path) -> None:
    first = pack(project, ["councils/garam", "mkdocs.yml"])
    (project / "mkdocs.yml").write_bytes(b"site_name: x\n")
    assert pack(project, ["mkdocs.yml", "councils/garam"]) == first


def test_what_lies_there_gives_way_but_for_what_is_kept(project: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    parcel = pack(project, ["councils/garam"])
    lay_out([parcel], there, ".kept")
    (there / ".kept" / "cache").write_bytes(b"kept")
    (there / "councils/garam/new.yml").write_bytes(b"")
    lay_out([parcel], there, ".kept")
    assert (there / "councils/garam/new.yml").exists()
    lay_out([pack(project, ["councils/haneul"])], there, ".kept")
    assert names(there) == {".kept", ".kept/cache", ".kept/parcel", "councils", "councils/haneul"}


def test_a_link_is_not_sent(project: Path) -> None:
    (project / "councils/garam/out.yml").symlink_to(project / "mkdocs.yml")
    with pytest.raises(Failure, match=r"councils/garam/out\.yml"):
        pack(project, ["councils/garam"])
