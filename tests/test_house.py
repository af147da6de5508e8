"""The rules of the house that no linter knows."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ondongne.messages import MESSAGES
from ondongne.messages.commands import SENTENCES
from tests.conftest import LONGEST

_ROOT = Path(__file__).parent.parent
_PACKAGE = _ROOT / "generator" / "ondongne"
_MODULES = sorted(_PACKAGE.rglob("*.py"))
_LOCKS = ("requirements.lock", "requirements-dev.lock")


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def _calls(module: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a module with the last part of the called name."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


def _place(module: Path, node: ast.expr) -> str:
    return f"{module.relative_to(_ROOT).as_posix()}:{node.lineno}"


def _words(module: Path) -> set[str]:
    """Every string constant of a module, and every template of an f-string with `*` for what is filled in."""
    nodes = list(ast.walk(_tree(module)))
    plain = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    filled = (
        "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
        for node in nodes
        if isinstance(node, ast.JoinedStr)
    )
    return plain.union(filled)


def test_imports_run_downward() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_files_that_are_begun_first_are_there() -> None:
    assert [name for name in LONGEST if not (_ROOT / name).is_file()] == []


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {module.name: len(module.read_text(encoding="utf-8").splitlines()) for module in _MODULES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_modules_are_named_for_what_they_are() -> None:
    vague = re.compile(r"(^|_)(manager|helper|util|common|misc)s?(_|$)")
    assert [module for module in _MODULES if vague.search(module.stem) or vague.search(module.parent.name)] == []


def test_every_text_file_is_opened_as_utf8() -> None:
    unnamed = [
        _place(module, call)
        for module in _MODULES
        for name, call in _calls(module)
        if name in ("open", "read_text", "write_text")
        and not ast.unparse(call.func).startswith(("Image.", "pikepdf.", "tarfile."))
        and not any(keyword.arg == "encoding" for keyword in call.keywords)
        and not any(isinstance(node, ast.Constant) and node.value in ("rb", "wb", "xb", "ab") for node in call.args)
    ]
    assert unnamed == []


def test_the_clock_is_read_in_one_place_and_asked_by_the_outermost() -> None:
    def callers(*names: str) -> set[str]:
        return {module.name for module in _MODULES for _, call in _calls(module) if ast.unparse(call.func) in names}

    assert callers("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time") == {"clock.py"}
    assert callers("clock.today") == {"cli.py", "plugin.py"}


def test_every_sentence_that_is_said_exists() -> None:
    speakers = {"say": SENTENCES, "Fault": MESSAGES, "diagnose": MESSAGES}
    unknown = [
        f"{_place(module, call)} {call.args[0].value}"
        for module in _MODULES
        for name, call in _calls(module)
        if name in speakers
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value not in speakers[name]
    ]
    assert unknown == []


def test_every_sentence_that_exists_is_said() -> None:
    words = set().union(*(_words(module) for module in _MODULES if module.parent.name != "messages"))
    # A pattern's group names are codes too, with the underscores that Python asks for.
    words |= {group.replace("_", "-") for word in words for group in re.findall(r"\(\?P<(\w+)>", word)}
    filled = [word for word in words if re.fullmatch(r"[a-z.*-]*\*[a-z.*-]*", word) and len(word.replace("*", "")) > 3]
    patterns = [re.compile(".+".join(map(re.escape, word.split("*")))) for word in filled]
    unsaid = [
        code
        for code in (*MESSAGES, *SENTENCES)
        if code not in words and not any(pattern.fullmatch(code) for pattern in patterns)
    ]
    assert unsaid == []


@pytest.mark.parametrize("name", [*_LOCKS, "requirements-bench.lock"])
def test_a_lock_pins_every_package_with_hashes_and_names_no_host(name: str) -> None:
    text = (_ROOT / name).read_text(encoding="utf-8")
    packages = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE).strip())
    shape = re.compile(r"[\w.-]+==\S+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+")
    assert [package for package in packages if not shape.fullmatch(package.rstrip())] == []
    assert "://" not in text
    assert "--index-url" not in text


def test_the_lock_of_npm_pins_every_package_by_hash_and_names_no_host() -> None:
    lock = json.loads((_ROOT / "tests" / "audit" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []
    asked = json.loads((_ROOT / "tests" / "audit" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert lock["packages"][""]["dependencies"] == asked == {
        name: packages[f"node_modules/{name}"]["version"] for name in asked
    }  # fmt: skip


def test_the_locks_agree_with_each_other_and_hold_what_the_program_asks_for() -> None:
    runtime, dev = (_pins(name) for name in _LOCKS)
    assert runtime <= dev
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert {re.split(r"[<>=~!;\[ ]", line)[0].lower() for line in asked} <= {pin.partition("==")[0] for pin in runtime}


def _pins(name: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[^\\\n]+", (_ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "deb." + "debian")
    folders = "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me", "t" + "mp", "Us" + "ers"))
    forbidden = re.compile("|".join(map(re.escape, hosts)) + rf"|(?<![\w.~)}}])/({folders})/\w")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=_ROOT, capture_output=True, check=True, encoding="utf-8",
    ).stdout  # fmt: skip
    found = {
        f"{path}: {match[0]}"
        for path in listed.split("\0")
        if (_ROOT / path).is_file()
        for match in forbidden.finditer((_ROOT / path).read_bytes().decode("utf-8", "replace"))
    }
    assert found == set()
