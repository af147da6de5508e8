"""New projects and records begin sound, and say what comes next."""

from pathlib import Path

import pytest

from ondongne.failure import Failure
from ondongne.records.kinds import KINDS, OF_A_YEAR
from ondongne.records.reading import read_tree
from ondongne.scaffold import create


def begin(project: Path) -> None:
    create(project, "city", "garam", "가람시")
    create(project, "council", "garam/narae", "나래동")
    create(project, "year", "garam/narae/2025", "")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("city", "council", "year")])
def test_a_new_record_of_every_kind_can_be_read(tmp_path: Path, kind: str) -> None:
    begin(tmp_path)
    place = {"practices": "garam/narae", "organisations": "garam", "editions": "garam"}.get(kind, "garam/narae/2025")
    created = create(tmp_path, kind, f"{place}/first", '첫 기록: ‘이름’과 "따옴표"')
    [path] = created.paths
    tree, faults = read_tree(tmp_path / "councils")
    entry = tree.entries.get(path.relative_to("councils").with_suffix("").as_posix())
    assert faults == ()
    assert entry is not None
    assert entry.record.heading == '첫 기록: ‘이름’과 "따옴표"'


def test_a_first_city_brings_the_project_with_it(tmp_path: Path) -> None:
    created = create(tmp_path, "city", "garam", "가람시")
    assert {path.as_posix() for path in created.paths} >= {"mkdocs.yml", "content/about.md", "councils/garam/city.yml"}
    assert 'site_name: "가람시 온동네"' in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert "ondongne new council garam/" in created.next_step


def test_a_second_city_leaves_the_project_as_it_is(tmp_path: Path) -> None:
    create(tmp_path, "city", "garam", "가람시")
    before = (tmp_path / "mkdocs.yml").read_bytes()
    created = create(tmp_path, "city", "dasol", "다솔시")
    assert [path.as_posix() for path in created.paths] == ["councils/dasol/city.yml"]
    assert (tmp_path / "mkdocs.yml").read_bytes() == before


@pytest.mark.parametrize("said", ["project", "projects", "사업"])
def test_a_kind_may_be_said_in_three_ways(tmp_path: Path, said: str) -> None:
    begin(tmp_path)
    [path] = create(tmp_path, said, "garam/narae/2025/birthday", "생일상").paths
    assert path.as_posix() == "councils/garam/narae/2025/projects/birthday.yml"


def test_an_id_may_be_given_whole(tmp_path: Path) -> None:
    begin(tmp_path)
    [path] = create(tmp_path, "project", "garam/narae/2025/projects/birthday", "생일상").paths
    assert path.as_posix() == "councils/garam/narae/2025/projects/birthday.yml"


@pytest.mark.parametrize("id_", ["garam/narae/2025/about", "garam/narae/2025/search", f"garam/narae/2025/{'a' * 60}"])
def test_a_record_may_bear_a_name_that_only_cities_and_councils_may_not(tmp_path: Path, id_: str) -> None:
    begin(tmp_path)
    create(tmp_path, "story", id_, "이야기")
    assert read_tree(tmp_path / "councils")[1] == ()


def test_every_field_is_named_for_whoever_goes_on(tmp_path: Path) -> None:
    begin(tmp_path)
    [path] = create(tmp_path, "project", "garam/narae/2025/birthday", "생일상").paths
    text = (tmp_path / path).read_text(encoding="utf-8")
    for key, info in KINDS["projects"].model_fields.items():
        assert f"{key}:" in text
        assert key in ("title", "state") or f"{info.title}: " in text


@pytest.mark.parametrize(
    ("kind", "id_", "wrong"),
    [
        ("city", "가람", "id가 맞지 않습니다"),
        ("city", "Garam", "id가 맞지 않습니다"),
        ("city", "../garam", "id가 맞지 않습니다"),
        ("council", "garam/stories", "stories는 쓸 수 없습니다"),
        ("council", "garam", "id가 맞지 않습니다"),
        ("city", "2025", "2025는 쓸 수 없습니다"),
        ("council", "garam/2025", "2025는 쓸 수 없습니다"),
        ("council", f"garam/{'a' * 61}", "60자까지"),
        ("practices", "garam/2025/birthday", "2025는 쓸 수 없습니다"),
        ("project", "garam/2024/2025/birthday", "2024는 쓸 수 없습니다"),
        ("year", "garam/1989", "1990년부터 2100년까지"),
        ("year", "garam/2101", "1990년부터 2100년까지"),
        ("council", "dasol/narae", "councils/dasol/city.yml을 만들어야"),
        ("year", "garam/maru/2025", "councils/garam/maru/council.yml을 만들어야"),
        ("project", "garam/maru/2025/x", "ondongne new council garam/maru 로"),
        ("organisation", "dasol/centre", "ondongne new city dasol 로"),
        ("council", "garam/narae", "이미 있습니다"),
        ("projct", "garam/narae/2025/x", "그런 종류는 없습니다: projct"),
        *((kind, "garam/narae/x", "id가 맞지 않습니다") for kind in OF_A_YEAR),
    ],
)
def test_what_cannot_be_made_is_said(tmp_path: Path, kind: str, id_: str, wrong: str) -> None:
    begin(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Failure) as failure:
        create(tmp_path, kind, id_, "")
    assert wrong in str(failure.value)
    assert sorted(tmp_path.rglob("*")) == before
