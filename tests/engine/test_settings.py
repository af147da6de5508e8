"""What is wrong with mkdocs.yml is said in Korean alone."""

import re
from pathlib import Path

import pytest

from ondongne.engine.settings import settings
from ondongne.failure import Failure

WRONG = {
    "site_name: 가\ntheme: [\n": "3번째 줄 1번째 칸에서 막혔습니다.",
    "site_name: 가\ntheme:\n  name: materiall\n": "값이 맞지 않는 항목: theme",
    "site_name: 가\ndocs_dir: [a]\n": "값이 맞지 않는 항목: docs_dir",
    "- 가\n": "‘이름: 값’ 꼴로 적혀 있지 않습니다.",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said(text: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    with pytest.raises(Failure) as raised:
        settings(tmp_path)
    assert WRONG[text] in str(raised.value)
    assert "".join(capfd.readouterr()) == ""
    assert not re.search("[A-Za-z]{4,} [a-z]{2,}", str(raised.value)), "no English sentence"


def test_a_folder_without_settings_is_none_of_a_project(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"mkdocs\.yml이 없습니다"):
        settings(tmp_path)


def test_options_take_the_place_of_what_is_written(town: Path) -> None:
    assert settings(town, site_url="https://garam.example/").site_url == "https://garam.example/"
