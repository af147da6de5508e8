"""What is kept under a seal comes back as it was, or not at all."""

import pickle
from hashlib import sha256
from pathlib import Path

import pytest

from ondongne.building import sealed
from ondongne.building.store import Store
from ondongne.paths import program

VALUE = (["글", b"\x00", 1 << 40], {"이름": (1, None)})


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert sealed.recall(store, "a/b") is None
    sealed.keep(store, "a/b", VALUE)
    assert sealed.recall(store, "a/b") == VALUE


@pytest.mark.parametrize("place", [0, 31, 32, -1])
def test_what_is_broken_is_none(place: int, tmp_path: Path) -> None:
    sealed.keep(Store(tmp_path), "a", VALUE)
    kept = bytearray((tmp_path / "a").read_bytes())
    kept[place] ^= 1
    (tmp_path / "a").write_bytes(kept)
    assert sealed.recall(Store(tmp_path), "a") is None
    (tmp_path / "a").write_bytes(kept[:20])
    assert sealed.recall(Store(tmp_path), "a") is None


def test_what_another_program_kept_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed.keep(Store(tmp_path), "a", VALUE)
    monkeypatch.setattr(sealed, "program", lambda: b"another")
    assert sealed.recall(Store(tmp_path), "a") is None


def test_nothing_that_has_a_class_comes_out(tmp_path: Path) -> None:
    content = pickle.dumps(Path("a"))
    (tmp_path / "a").write_bytes(sha256(program() + content).digest() + content)
    with pytest.raises(pickle.UnpicklingError):
        sealed.recall(Store(tmp_path), "a")


def test_what_cannot_be_kept_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    sealed.keep(Store(tmp_path / "file"), "a", VALUE)
    assert sealed.recall(Store(tmp_path / "file"), "a") is None
