"""Reading with a cache gives what reading without one gives, whatever happened to the records and to the cache."""

import pickle
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ondongne import pipeline
from ondongne.diagnostics import Diagnostic
from ondongne.failure import Failure
from ondongne.records import pickling, reading
from ondongne.records.base import models, walk
from ondongne.records.cache import Cache
from ondongne.records.kinds import KINDS
from ondongne.records.pickling import to_bytes, unpacked
from ondongne.records.reading import read_tree
from ondongne.records.record import Record
from ondongne.records.tree import RecordTree
from ondongne.records.validating import validate
from ondongne.records.yaml import parse
from tests.records.writing import odd_documents

TOWN = Path(__file__).parents[1] / "towns" / "garam" / "councils"
FAULTS = Path(__file__).parents[1] / "faults"

Edit = Callable[[Path], object]


def compared(tree: RecordTree, faults: tuple[Diagnostic, ...]) -> object:
    """All that can be known of what was read."""
    rows = [
        (id_, entry, (entry.gist, entry.record), repr(entry.record), entry.document.text, entry.document.data)
        for id_, entry in tree.entries.items()
    ]
    shown = [
        (id_, entry.kind, entry.city, entry.council, entry.year, entry.slug, record, written, text, data)
        for id_, entry, record, written, text, data in rows
    ]
    return shown, [entry.place(path) for _, entry, *_ in rows for path, _ in walk(entry.record)], faults


def change(name: str, old: str, new: str) -> Edit:
    def edit(councils: Path) -> None:
        path = councils / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def write(name: str, text: str) -> Edit:
    return lambda councils: (councils / name).write_text(text, encoding="utf-8")


def rename(old: str, new: str) -> Edit:
    return lambda councils: (councils / "garam" / old).rename(councils / "garam" / new)


EDITS: dict[str, Edit] = {
    "nothing": lambda _: None,
    "change": change("garam/city.yml", "name:", "summary: 바뀐 요약\nname:"),
    "add": write("garam/organisations/new.yml", "name: 새 기관\ntype: 단체\nsummary:\n"),
    "warn": write("garam/organisations/new.yml", "name: 새 기관\nname: 헌 기관\n"),
    "rename": rename("organisations/new.yml", "organisations/a.yml"),
    "rename badly": rename("organisations/a.yml", "organisations/새.yml"),
    "break": change("garam/city.yml", "name:", "nmae: ["),
    "mend": change("garam/city.yml", "nmae: [", "name:"),
    "misspell": change("garam/city.yml", "name:", "nmae:"),
    "mend again": change("garam/city.yml", "nmae:", "name:"),
    "another kind": rename("organisations/새.yml", "practices/a.yml"),
    "delete": lambda councils: (councils / "garam/practices/a.yml").unlink(),
    "no text": lambda councils: (councils / "garam/city.yml").write_bytes(b"\xb0\xa1\xb3\xaa"),
}


@pytest.mark.parametrize("until", [0, 2**62])
def test_edits_are_seen(until: int, tmp_path: Path) -> None:
    councils = tmp_path / "councils"
    shutil.copytree(TOWN, councils)
    for folder in ("organisations", "practices"):
        (councils / "garam" / folder).mkdir(exist_ok=True)
    packed = b""
    for name, edit in EDITS.items():
        edit(councils)
        cache = Cache(packed, until)
        assert compared(*read_tree(councils, cache=cache)) == compared(*read_tree(councils)), name
        packed = cache.pack()


def test_records_are_opened_when_somebody_looks_into_them(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    later = reading._opened_later
    monkeypatch.setattr(reading, "_opened_later", lambda found, packed: opened.append(found.id) or later(found, packed))
    tree, _ = read_tree(TOWN, cache=Cache(_whole()))
    fresh, _ = read_tree(TOWN)
    assert [entry.gist for entry in tree.entries.values()] == [entry.gist for entry in fresh.entries.values()]
    assert opened == []
    city = tree.entries["garam"]
    assert city.record is city.record
    assert city.record == fresh.entries["garam"].record
    assert opened == ["garam"]


def test_a_record_that_is_nowhere_any_more_stops_the_command(tmp_path: Path) -> None:
    shutil.copytree(TOWN, tmp_path / "councils")
    cache = Cache()
    read_tree(tmp_path / "councils", cache=cache)
    cache = Cache(cache.pack())
    cache._packed = dict.fromkeys(cache._packed, b"")
    tree, _ = read_tree(tmp_path / "councils", cache=cache)
    shutil.rmtree(tmp_path / "councils")
    with pytest.raises(Failure, match=r"garam/city\.yml"):
        assert tree.entries["garam"].record


def test_nothing_is_parsed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Cache()
    tree, _ = read_tree(TOWN, cache=first)
    assert first.is_outdated
    second = Cache(first.pack())
    monkeypatch.setattr(reading, "parse", None)
    assert read_tree(TOWN, cache=second)[0].entries.keys() == tree.entries.keys()
    assert not second.is_outdated
    assert second.pack() == first.pack()


def test_a_few_changes_are_read_again_and_many_are_packed(tmp_path: Path) -> None:
    folder = tmp_path / "councils/garam/organisations"
    folder.mkdir(parents=True)
    for number in range(50):
        folder.joinpath(f"a{number}.yml").write_text("name: 기관\ntype: 단체\n", encoding="utf-8")
    whole = Cache()
    read_tree(tmp_path / "councils", cache=whole)
    packed, outdated = whole.pack(), []
    for number in range(3):
        folder.joinpath(f"a{number}.yml").write_text("name: 다른 기관\ntype: 단체\n", encoding="utf-8")
        cache = Cache(packed)
        tree, _ = read_tree(tmp_path / "councils", cache=cache)
        outdated.append(cache.is_outdated)
        assert tree.entries[f"garam/organisations/a{number}"].record.heading == "다른 기관"
    assert outdated == [False, True, True]


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    full = Cache()
    read_tree(TOWN, cache=full)
    empty = Cache(full.pack())
    tmp_path.joinpath("councils").mkdir()
    read_tree(tmp_path / "councils", cache=empty)
    assert empty.is_outdated
    assert empty.pack() == Cache().pack()


def test_another_program_reads_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Cache()
    read_tree(TOWN, cache=before)
    packed = before.pack()
    monkeypatch.setattr("ondongne.records.cache._program", lambda: bytes(32))
    after = Cache(packed)
    read_tree(TOWN, cache=after)
    assert after.is_outdated


def test_records_of_every_kind_come_back_whole() -> None:
    records: list[tuple[str, Record]] = []
    for kind, data in odd_documents():
        try:
            records.append((kind, KINDS[kind].model_validate(data)))
        except ValueError:
            continue
    assert {kind for kind, _ in records} == set(KINDS)
    for kind, record in records:
        back = unpacked(to_bytes(record))
        assert type(back) is KINDS[kind]
        assert back == record
        assert repr(back) == repr(record)
        assert [(path, type(leaf), getattr(leaf, "kinds", None)) for path, leaf in walk(back)] == [
            (path, type(leaf), getattr(leaf, "kinds", None)) for path, leaf in walk(record)
        ]


def test_reports_come_back_whole() -> None:
    for path in sorted(FAULTS.glob("*.*.yml")):
        kind = path.name.split(".")[1]
        document, slips = parse(path.read_bytes(), path.name)
        if document is not None and kind in KINDS:
            _, faults = validate(KINDS[kind], document)
            reports = (*slips, *faults)
            back = unpacked(to_bytes(reports))
            assert back == reports
            assert [type(fault.severity) for fault in back] == [type(fault.severity) for fault in reports]


def test_names_of_models_are_their_own() -> None:
    found = [*models()]
    assert len({pickling._name(model) for model in found}) == len(set(found))


def _whole() -> bytes:
    cache = Cache()
    read_tree(TOWN, cache=cache)
    return cache.pack()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "mark alone": lambda whole: whole[:19],
    "half": lambda whole: whole[: len(whole) // 2],
    "cut": lambda whole: whole[:-1],
    "longer": lambda whole: whole + b"\0",
    "one bit": lambda whole: whole[:-1000] + bytes((whole[-1000] ^ 1,)) + whole[-999:],
    "foreign": lambda whole: b"PK\x03\x04" + whole,
    "another mark": lambda whole: whole.replace(b"records-6", b"records-5", 1),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_cache_is_as_good_as_none(name: str) -> None:
    cache = Cache(DAMAGE[name](_whole()))
    assert compared(*read_tree(TOWN, cache=cache)) == compared(*read_tree(TOWN))
    assert cache.is_outdated


class Trap:
    """Prints when it is read by pickle itself."""

    def __reduce__(self) -> Any:
        return print, ("sprung",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80",
        pickle.dumps(None),
        pickle.dumps({}),
        pickle.dumps("other"),
        pickle.dumps({"name": "기관", "type": "단체"}),
        pickle.dumps((None, (), "")),
        pickle.dumps(Trap()),
        b"cbuiltins\nexec\n(S'raise SystemExit'\ntR.",
        b"cos\nsystem\n(S'true'\ntR.",
        b"condongne.records.pickling\n_builder\n(S'os.system'\ntR.",
        b"condongne.records.pickling\npickle.loads\n(tR.",
        to_bytes(KINDS["organisations"].model_validate({"name": "기관", "type": "단체"})),
    ],
)
def test_only_what_a_file_says_comes_out(content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """A cache that is sound on the outside, with something else in the place of each file's data."""
    cache = Cache(_whole())
    cache._packed = dict.fromkeys(cache._packed, content)
    tree, fresh = read_tree(TOWN, cache=cache)[0], read_tree(TOWN)[0]
    for id_ in ("garam", "garam/narae/2025/projects/birthday"):
        assert tree.entries[id_].record == fresh.entries[id_].record
    with suppress(ValueError):
        unpacked(content)
    assert capsys.readouterr().out == ""


def test_the_pipeline_keeps_it_and_does_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "settled", lambda *_: 0)
    shutil.copytree(TOWN, tmp_path / "councils")
    day = date(2026, 1, 15)
    first = pipeline.read(tmp_path, day)
    kept = tmp_path / pipeline.KEPT / pipeline.READ
    bytes_of_first, time_of_first = kept.read_bytes(), kept.stat().st_mtime_ns
    second = pipeline.read(tmp_path, day)
    assert kept.stat().st_mtime_ns == time_of_first
    kept.unlink()
    kept.mkdir()
    third = pipeline.read(tmp_path, day)
    assert kept.is_dir()
    assert first.diagnostics == second.diagnostics == third.diagnostics
    kept.rmdir()
    pipeline.read(tmp_path, day)
    assert kept.read_bytes() == bytes_of_first
    assert {path.name for path in kept.parent.iterdir()} == {".gitignore", kept.name, pipeline.CHECKED}
