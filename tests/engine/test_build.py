"""What building a site tells, and what a build in parts sends along of a project beside its records."""

from pathlib import Path

import pytest

from ondongne import pipeline
from ondongne.building.parcel import lay_out, pack
from ondongne.engine.build import build_site, project_files
from ondongne.engine.settings import settings
from ondongne.failure import Failure
from tests.conftest import KNOWN, write
from tests.outcomes.towns import DAY


def test_settings_that_are_inherited_go_along(town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL", "all.yml")
    (town / "shared").mkdir()
    (town / "mkdocs.yml").rename(town / "shared" / "all.yml")
    (town / "shared" / "city.yml").write_text("INHERIT: !ENV ALL\ncopyright: 가람시\n", encoding="utf-8")
    (town / "mkdocs.yml").write_text("INHERIT: shared/city.yml\n", encoding="utf-8")
    assert {"shared/city.yml", "shared/all.yml"} <= set(project_files(town))
    there = tmp_path / "there"
    lay_out([pack(town, project_files(town))], there, pipeline.KEPT)
    assert (settings(there).site_name, settings(there).copyright) == ("가람시 온동네", "가람시")


def test_settings_outside_a_project_cannot_go_along(town: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.mktemp("elsewhere") / "all.yml"
    (town / "mkdocs.yml").rename(base)
    (town / "mkdocs.yml").write_text(f"INHERIT: {base.as_posix()}\n", encoding="utf-8")
    with pytest.raises(Failure, match="INHERIT"):
        project_files(town)


def test_it_is_told_that_pages_of_a_shape_are_rendered_whole(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (town / "own").mkdir()
    main = '{% extends "main.html" %}{% block article %}{{ page.content }}{{ page.file.src_uri }}{% endblock %}'
    (town / "own" / "record.html").write_text(main, encoding="utf-8")
    written = (
        (town / "mkdocs.yml").read_text(encoding="utf-8").replace("name: material", "name: material\n  custom_dir: own")
    )
    (town / "mkdocs.yml").write_text(written, encoding="utf-8")
    build_site(town, pipeline.read(town, DAY), town / "out")
    told = capsys.readouterr().err.splitlines()
    assert sum("틀로 만들 수 없어" in line for line in told) >= 1
    assert len(told) == len(set(told)) and not any("\x1b" in line for line in told)


@pytest.mark.parametrize("page", ["news.md", "news/index.md"])
def test_a_former_id_at_which_there_is_an_editorial_page_is_an_error(town: Path, page: str) -> None:
    (town / "content" / page).parent.mkdir(exist_ok=True)
    (town / "content" / page).write_text("# 소식\n", encoding="utf-8")
    write(town, "garam/narae/2025/projects/birthday.yml", f"title: 생일상\naliases: [old, news]\n{KNOWN}")
    with pytest.raises(Failure, match=r"birthday\.yml:2:16: 오류\[alias-of-page\] ‘news’는"):
        build_site(town, pipeline.read(town, DAY), town / "out")
    assert not [path for path in town.iterdir() if "out" in path.name]


def test_what_readers_do_not_see_takes_no_editorial_page(town: Path) -> None:
    write(town, "garam/narae/2025/projects/birthday.yml", "title: 생일상\naliases: [privacy]\nstate: draft\n")
    build_site(town, pipeline.read(town, DAY), town / "out")
    assert (town / "out" / "privacy" / "index.html").is_file()
