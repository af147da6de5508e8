"""What the search takes from MkDocs: editorial pages, and Material's search out of the way."""

import json
from datetime import date
from pathlib import Path

import pytest

from ondongne import pipeline
from ondongne.engine.build import build_site
from tests.conftest import DAY

HOLIDAYS = """---
description: 쉬는 날을 알립니다.
---
# 쉬는 날

설날에는 **쉽니다**.

<!-- 감춘말 -->

- 한가위
- 성탄절
"""


def built(project: Path, plugins: str) -> Path:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("plugins:\n  - ondongne\n", f"plugins: {plugins}\n"), encoding="utf-8")
    build_site(project, pipeline.read(project, date.fromisoformat(DAY)), project / "site")
    return project / "site"


@pytest.mark.parametrize("plugins", ["[search, ondongne]", "[ondongne, search]"])
def test_materials_search_makes_no_index_where_a_project_lists_it(town: Path, plugins: str) -> None:
    site = built(town, plugins)
    assert not list(site.rglob("search_index.json"))
    assert (site / "search/contents.json").is_file()
    assert "찾기" in (site / "search/index.html").read_text(encoding="utf-8")


def test_editorial_pages_are_sought_by_title_summary_and_text(town: Path) -> None:
    (town / "content/holidays.md").write_text(HOLIDAYS, encoding="utf-8")
    site = built(town, "[ondongne]")
    (rows,) = [rows for folder, rows in json.loads((site / "search/0/titles.json").read_bytes())["pages"] if not folder]
    assert ["holidays", "쉬는 날", "쉬는 날을 알립니다."] in rows
    words = "\n".join(drawer.read_text(encoding="utf-8") for drawer in sorted((site / "search/0").glob("*.txt")))
    assert all(f"{word} " in words for word in ("설날에는", "쉽니다", "한가위", "성탄절"))
    assert "감춘말" not in words
