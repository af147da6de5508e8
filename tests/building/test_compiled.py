"""Compiled templates are kept by what they are made of; whatever else lies there is as good as nothing."""

from pathlib import Path

from jinja2 import DictLoader, Environment

from ondongne.building.compiled import Compiled
from ondongne.building.store import Store


def rendered(folder: Path, text: str, made_by: bytes = b"1", word: str = "하나") -> str:
    """A template whose filter is worked out when it is compiled, as a filter of the program would be."""
    environment = Environment(loader=DictLoader({"a.html": text}), bytecode_cache=Compiled(Store(folder), made_by))
    environment.filters["said"] = lambda value: f"{value} {word}"
    return environment.get_template("a.html").render()


def test_a_template_is_compiled_anew_when_it_or_the_program_changes(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ '말' | said }}") == "말 하나"
    assert rendered(tmp_path, "{{ '말' | said }}", word="둘") == "말 하나", "was compiled before"
    assert rendered(tmp_path, "{{ '말' | said }}", b"2", word="둘") == "말 둘"
    assert rendered(tmp_path, "{{ '글' | said }}", b"2") == "글 하나"


def test_another_compiler_has_a_folder_of_its_own(tmp_path: Path) -> None:
    for folder in ("templates", "shell"):
        kept = Compiled(Store(tmp_path), b"1", folder)
        environment = Environment(loader=DictLoader({"a.html": "{{ '말' | said }}"}), bytecode_cache=kept)
        environment.filters["said"] = lambda value, folder=folder: f"{value} {folder}"
        assert environment.get_template("a.html").render() == f"말 {folder}"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["shell", "templates"]


def test_what_is_not_whole_is_not_used(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ '말' | said }}") == "말 하나"
    (kept,) = tmp_path.rglob("*.code")
    for broken in (b"", b"\0" * 40, kept.read_bytes()[:-1], kept.read_bytes()[::-1]):
        kept.write_bytes(broken)
        assert rendered(tmp_path, "{{ '말' | said }}", word="둘") == "말 둘"
        kept.unlink()
        rendered(tmp_path, "{{ '말' | said }}")


def test_where_nothing_can_be_kept_templates_work_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert rendered(tmp_path / "file" / "templates", "{{ '말' | said }}") == "말 하나"
