"""Which booklets there are, and when one must be made anew."""

import re
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest
from PIL import Image

from ondongne.outcomes.graph import Outcomes
from ondongne.publications.booklet import dependencies
from ondongne.publications.booklet.dependencies import Dependencies
from tests.publications.booklet.shelf import (
    DAY,
    GARAM,
    REAL,
    TOWNS,
    TRAVELLED,
    booklet,
    chapters,
    edition,
    planned,
    read,
    written,
)

PROJECT = "garam/narae/2025/projects/birthday"
PHOTO = "\nphotos:\n  - {file: table.jpg, alt: 차린 상, people: false}\n"


def keys(outcomes: Outcomes) -> dict[str, str]:
    return {path: artifact.key for path, artifact in planned(outcomes).items()}


def test_every_year_of_a_city_and_of_its_councils_has_a_booklet() -> None:
    real = set(planned(read(REAL)))
    assert {"booklets/gwangmyeong/2025.pdf", "booklets/pyeongtaek/bijeon-2/2017.pdf"} <= real
    ids = ("garam/2024", "garam/2025", "garam/narae/2024", "garam/narae/2025")
    assert set(planned(read(GARAM))) == {f"booklets/{id_}.{form}" for id_ in ids for form in ("pdf", "epub")}


def test_a_year_without_public_records_has_none(tmp_path: Path) -> None:
    draft = "title: 생신상\nstate: draft"
    assert planned(written(tmp_path, {PROJECT: draft})) == {}


def test_the_same_records_give_the_same_keys_on_any_day(tmp_path: Path) -> None:
    assert keys(written(tmp_path, {PROJECT: "title: 생신상"})) == keys(read(tmp_path, DAY))
    assert keys(read(tmp_path)) == keys(read(tmp_path, DAY.replace(day=16)))


def test_a_consent_that_ends_changes_the_key(tmp_path: Path) -> None:
    consent = "{scope: 이름을 싣는 것, until: 2026-01-15}"
    named = f"title: 생신상\nquotes: [{{text: 고맙습니다, speaker: {{role: 주민, name: 김보기, consent: {consent}}}}}]"
    written(tmp_path, {PROJECT: named})
    assert keys(read(tmp_path, DAY)) != keys(read(tmp_path, DAY.replace(day=16)))


def test_a_record_changes_only_the_booklets_it_is_in(tmp_path: Path) -> None:
    files = {PROJECT: "title: 생신상", "garam/narae/2024/projects/birthday": "title: 지난 생신상"}
    before = keys(written(tmp_path, files))
    after = keys(written(tmp_path, files | {PROJECT: "title: 생신 잔치"}))
    assert {path for path in before if before[path] != after[path]} == {
        f"booklets/{id_}.{form}" for id_ in ("garam/2025", "garam/narae/2025") for form in ("pdf", "epub")
    }


@pytest.mark.parametrize("town", ["garam", "lineage"])
def test_no_record_can_change_a_booklet_without_its_key(
    tmp_path: Path, town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Dependencies, "_tools", b"")
    shutil.copytree(TOWNS / town / "councils", tmp_path, dirs_exist_ok=True)
    before = everything(tmp_path)
    for path in sorted(tmp_path.rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(title|name): (.*)", r"\1: 새 \2", text, count=1), encoding="utf-8")
        after = everything(tmp_path)
        path.write_text(text, encoding="utf-8")
        assert [home for home, (key, data) in after.items() if key == before[home][0] and data != before[home][1]] == []


def test_another_city_changes_what_councils_are_called_and_the_key(tmp_path: Path) -> None:
    written(tmp_path, {"garam/narae/2025/stories/table": "title: 밥상\nabout: [garam/narae]"})
    alone = everything(tmp_path)["garam/narae/2025"]
    written(tmp_path, {"dasol/city": "name: 다솔시"})
    among_others = everything(tmp_path)["garam/narae/2025"]
    assert str(among_others).count("가람시 나래동") == str(alone).count("가람시 나래동") + 1
    assert among_others[0] != alone[0]


def test_the_year_of_a_record_that_is_referred_to_changes_the_key(tmp_path: Path) -> None:
    files = {
        "garam/maru/council": "name: 마루동",
        "garam/maru/2024/projects/table": "title: 밥상",
        "garam/narae/2025/projects/table": "title: 밥상\nlearned_from: [garam/maru/2024/projects/table]",
    }
    written(tmp_path, files)
    plain = everything(tmp_path)["garam/narae/2025"]
    written(tmp_path, {"garam/maru/2024/year": "year: {on: 2024, derived: true, as_written: 지난해}"})
    derived = everything(tmp_path)["garam/narae/2025"]
    assert "2024년(추정)" in str(derived) and "2024년(추정)" not in str(plain)
    assert derived[0] != plain[0]


def test_what_became_later_of_a_practice_seen_changes_the_key(tmp_path: Path) -> None:
    files = {id_: text for id_, text in TRAVELLED.items() if not id_.endswith("/duvets")}
    before = keys(written(tmp_path, files))
    after = keys(written(tmp_path, TRAVELLED))
    assert {path.removesuffix(".pdf") for path in before if path.endswith(".pdf") and before[path] != after[path]} == {
        f"booklets/garam/{id_}" for id_ in ("2023", "narae/2023", "editions/learned")
    }


def everything(councils: Path) -> dict[str, tuple[str, object]]:
    """The key of each booklet of a year, and all it says."""
    outcomes = read(councils)
    found = {path.removeprefix("booklets/").removesuffix(".pdf"): key for path, key in keys(outcomes).items()}
    parts = {home: home.rpartition("/") for home in found}
    return {
        home: (found[home], booklet(outcomes, owner, int(year)).data)
        for home, (owner, _, year) in parts.items()
        if year.isdigit()
    }


@pytest.mark.parametrize("package", ["typst", "pillow"])
def test_another_version_of_what_sets_text_or_photos_changes_the_key(
    tmp_path: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = written(tmp_path, {PROJECT: "title: 생신상"})
    before = keys(outcomes)["booklets/garam/narae/2025.pdf"]
    monkeypatch.setattr(dependencies, "version", lambda name: "0" if name == package else version(name))
    assert keys(outcomes)["booklets/garam/narae/2025.pdf"] != before


def test_a_photo_is_known_by_its_bytes(tmp_path: Path) -> None:
    photo = tmp_path / "garam/narae/2025/photos/table.jpg"
    photo.parent.mkdir(parents=True)
    found = []
    for colour in ("#5E7F53", "#C96F4A"):
        Image.new("RGB", (8, 8), colour).save(photo)
        found.append(keys(written(tmp_path, {PROJECT: f"title: 생신상{PHOTO}"})))
    assert found[0]["booklets/garam/narae/2025.pdf"] != found[1]["booklets/garam/narae/2025.pdf"]


def test_an_edition_holds_what_it_chooses_and_readers_may_see(tmp_path: Path) -> None:
    chosen = """
title: 이웃의 밥상
subtitle: 세 해의 기록
chapters:
  - title: 함께 먹기
    records: [garam/narae/2025/projects/birthday, garam/narae/2025/projects/secret]
  - title: 아무것도 없는 장
    records: [garam/narae/2025/projects/secret]
"""
    secret = "title: 아직 숨길 것\nstate: draft"
    files = {PROJECT: "title: 생신상", "garam/narae/2025/projects/secret": secret, "garam/editions/table": chosen}
    outcomes = written(tmp_path, files)
    assert "booklets/garam/editions/table.pdf" in planned(outcomes)
    made = edition(outcomes, "garam/editions/table")
    assert list(chapters(made)) == ["함께 먹기", "찾아보기"]
    assert made.data["booklet"]["cover"]["title"] == "이웃의 밥상"
