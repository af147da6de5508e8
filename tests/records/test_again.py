"""Reading again in one process: only what changed is read, and the result is that of reading everything."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from ondongne import pipeline
from ondongne.diagnostics import Place, as_text
from ondongne.outcomes.links import Links
from ondongne.outcomes.rules import check_all
from ondongne.records import listing, reading
from ondongne.records.cache import Cache
from ondongne.records.reading import read_tree
from ondongne.records.stamps import is_settled, settled, stamp
from tests.records.test_cache import EDITS, TOWN, compared

DAY = date(2026, 1, 15)
FAR = 2**62  # every stamp is older, as those of files that were written days ago
ID = "garam/narae/2025/projects/birthday"
BIRTHDAY = f"councils/{ID}.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(TOWN, tmp_path / "councils")
    for folder in ("organisations", "practices"):
        (tmp_path / "councils/garam" / folder).mkdir(exist_ok=True)
    return tmp_path


def shown(found: pipeline.Reading) -> object:
    """All that a reading tells."""
    links = found.outcomes.links
    references = [(ref.entry.id, ref.path, ref.ref, ref.target and ref.target.id) for ref in links.references]
    return compared(links.tree, found.diagnostics), references, links.public, list(found.outcomes.entries)


@pytest.mark.parametrize("until", [0, FAR])
def test_each_edit_is_seen_as_if_all_were_read(until: int, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "settled", lambda *_: until)
    before = pipeline.read(project, DAY)
    for name, edit in EDITS.items():
        edit(project / "councils")
        before = pipeline.read(project, DAY, before=before)
        shutil.rmtree(project / pipeline.KEPT)
        assert shown(before) == shown(pipeline.read(project, DAY)), name


def test_unchanged_records_stay_the_same_objects_and_are_not_opened(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "settled", lambda *_: FAR)
    first = pipeline.read(project, DAY)
    file = project / BIRTHDAY
    file.write_text(file.read_text(encoding="utf-8") + "# 바뀜\n", encoding="utf-8")
    opened: list[str] = []
    content = reading._content
    monkeypatch.setattr(reading, "_content", lambda item: opened.append(item.name) or content(item))
    second = pipeline.read(project, DAY, before=first)
    assert opened == ["birthday.yml"]
    now, then = second.outcomes.entries, first.outcomes.entries
    assert [id_ for id_ in now if now[id_] is not then[id_]] == [ID]


def test_another_process_lists_and_opens_only_what_changed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "settled", lambda *_: FAR)
    first = pipeline.read(project, DAY)

    def refuse(file: object) -> NoReturn:
        raise AssertionError(file)

    monkeypatch.setattr(reading, "_content", refuse)
    monkeypatch.setattr(listing, "list_folder", refuse)
    assert shown(pipeline.read(project, DAY)) == shown(first)


def test_a_file_written_twice_in_one_tick_of_the_clock_is_read_twice(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Size, times and file are the same: nothing but the bytes tells them apart."""
    file, when = project / BIRTHDAY, 1_700_000_000_000_000_000
    monkeypatch.setattr(reading, "stamp", lambda _: (when, when, 100, 1))

    def title_after(title: str, cache: Cache) -> str:
        file.write_text(f"title: {title}\n", encoding="utf-8")
        return read_tree(project / "councils", cache=cache)[0].entries[ID].record.heading

    early = Cache(until=when)  # read within the tick in which it was written
    assert title_after("가나", early) == "가나"
    for cache in (early.again(when + 1), Cache(early.pack(), when + 1)):
        assert title_after("다라", cache) == "다라"
        assert title_after("마바", cache.again(when + 1)) == "다라"  # nobody can write with this stamp any more


def test_the_clock_of_the_file_system_decides(tmp_path: Path) -> None:
    (tmp_path / "councils").mkdir()
    until = settled(tmp_path / "councils", tmp_path / "scratch")
    now = stamp(tmp_path / "councils")
    assert now is not None
    assert not is_settled(now, until)
    assert is_settled((until - 1, until - 1, 0, 0), until)
    assert list((tmp_path / "scratch").iterdir()) == []
    assert settled(tmp_path / "nowhere", tmp_path / "scratch") == 0
    (tmp_path / "file").touch()
    assert settled(tmp_path / "councils", tmp_path / "file") == 0


def test_where_a_link_leads_is_looked_at_each_time(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    councils = project / "councils"
    (councils / "garam/dolnae").symlink_to("narae")
    cache = Cache(until=FAR)
    assert "garam/dolnae" in read_tree(councils, cache=cache)[0].entries
    (councils / "garam/narae").rename(tmp_path_factory.mktemp("away") / "narae")
    os.utime(councils / "garam")
    tree, faults = read_tree(councils, cache=cache.again(FAR))
    assert "garam/dolnae" not in tree.entries
    assert "broken-link" in [fault.code for fault in faults]


CHANGES: dict[str, Callable[[Path], object]] = {
    "broken": lambda file: file.write_text("title: [", encoding="utf-8"),
    "other": lambda file: file.write_text("# 새로 씀\ntitle: 다른 것\n", encoding="utf-8"),
    "gone": lambda file: file.unlink(),
    "no text": lambda file: file.write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_place_in_a_file_that_changed_since_is_the_file(change: str, project: Path) -> None:
    entry = read_tree(project / "councils")[0].entries[ID]
    CHANGES[change](project / BIRTHDAY)
    assert entry.place(("title",)) == Place(BIRTHDAY)
    assert entry.document.data == {}
    assert isinstance(entry.document.text, str)


def test_texts_are_kept_only_where_rules_look_into_them(project: Path) -> None:
    file = project / BIRTHDAY
    file.write_text(file.read_text(encoding="utf-8") + "# 010-1234-5678 🎉\ntags: [🎉]\n", encoding="utf-8")
    tree, _ = read_tree(project / "councils")
    kept = {entry.id for entry in tree.entries.values() if entry.document.kept}
    assert ID in kept
    assert len(kept) < len(tree.entries)
    found = list(check_all(Links(tree, DAY)))
    assert sorted(fault.code for fault in found) == ["emoji", "mobile-number"], as_text(found)
