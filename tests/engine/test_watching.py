"""Changes of files are heard of, together once they have come to rest, on any computer."""

from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from watchdog.observers import Observer

from ondongne.engine import watching
from ondongne.engine.watching import Watch

Heard = SimpleQueue[bool]


@pytest.fixture(params=["told", "looking"])
def heard(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    """What is heard of changes in a project, also where the computer does not tell of any."""

    def refuse(_: object) -> None:
        raise OSError(28, "too many folders")

    if request.param == "looking":
        monkeypatch.setattr(Observer, "start", refuse)
        monkeypatch.setattr(watching, "_OFTEN", 0.05)
    for folder in ("councils/garam", "content", "kept"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("a", encoding="utf-8")
    found: Heard = SimpleQueue()
    watch = Watch(tmp_path / "kept", found.put)
    watch.add(tmp_path / "councils", is_record=True)
    watch.add(tmp_path / "content", is_record=False)
    watch.add(tmp_path / "mkdocs.yml", is_record=False)
    watch.start()
    yield found
    watch.stop()


def test_it_is_told_whether_anything_but_records_changed(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "councils/garam/city.yml").write_text("name: 가람시", encoding="utf-8")
    assert heard.get(timeout=10) is False
    (tmp_path / "content/about.md").write_text("# 소개", encoding="utf-8")
    assert heard.get(timeout=10) is True


def test_a_file_that_is_put_in_the_place_of_another_is_noticed(heard: Heard, tmp_path: Path) -> None:
    draft = tmp_path / "draft"
    draft.write_text("bb", encoding="utf-8")
    draft.replace(tmp_path / "mkdocs.yml")
    assert heard.get(timeout=10) is True


def test_a_folder_that_is_new_is_watched_too(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "councils/garam/narae").mkdir()
    assert heard.get(timeout=10) is False
    (tmp_path / "councils/garam/narae/council.yml").write_text("name: 나래동", encoding="utf-8")
    assert heard.get(timeout=10) is False


def test_what_is_hidden_or_elsewhere_is_of_no_account(heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "councils/garam/.city.yml.swp").write_text("", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    with pytest.raises(Empty):
        heard.get(timeout=0.4)
