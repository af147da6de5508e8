"""What the documents say must be so."""

import re
from pathlib import Path

from ondongne.cli import program

_ROOT = Path(__file__).parent.parent


def test_every_command_is_in_the_readme_and_the_other_way_round() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `ondongne ([a-z]+)`", readme, flags=re.MULTILINE)) == set(program.commands)


def test_every_make_target_is_in_its_help() -> None:
    makefile = (_ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: help (.+)$", makefile, flags=re.MULTILINE)
    assert targets is not None
    assert re.findall(r"'  make (\w+) ", makefile) == targets[1].split()
