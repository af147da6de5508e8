"""What a build in parts sends along of a project, beside its records."""

from pathlib import Path

import pytest

from ondongne.building.parcel import lay_out, pack
from ondongne.engine.build import project_files
from ondongne.engine.settings import settings
from ondongne.failure import Failure
from ondongne.pipeline import KEPT


def test_settings_that_are_inherited_go_along(town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL", "all.yml")
    (town / "shared").mkdir()
    (town / "mkdocs.yml").rename(town / "shared" / "all.yml")
    (town / "shared" / "city.yml").write_text("INHERIT: !ENV ALL\ncopyright: 가람시\n", encoding="utf-8")
    (town / "mkdocs.yml").write_text("INHERIT: shared/city.yml\n", encoding="utf-8")
    assert {"shared/city.yml", "shared/all.yml"} <= set(project_files(town))
    there = tmp_path / "there"
    lay_out([pack(town, project_files(town))], there, KEPT)
    assert (settings(there).site_name, settings(there).copyright) == ("가람시 온동네", "가람시")


def test_settings_outside_a_project_cannot_go_along(town: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.mktemp("elsewhere") / "all.yml"
    (town / "mkdocs.yml").rename(base)
    (town / "mkdocs.yml").write_text(f"INHERIT: {base.as_posix()}\n", encoding="utf-8")
    with pytest.raises(Failure, match="INHERIT"):
        project_files(town)
