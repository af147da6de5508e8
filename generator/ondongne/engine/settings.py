"""Reads mkdocs.yml, and says in Korean what is wrong with it."""

import logging
import re
from pathlib import Path
from typing import BinaryIO, Final

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from yaml import Loader, MarkedYAMLError

from ondongne.failure import Failure
from ondongne.messages import say

CONFIG: Final = "mkdocs.yml"
_NAMED: Final = re.compile("Config value '(.+?)'")


def settings(project: Path, **options: str) -> MkDocsConfig:
    """What a project's mkdocs.yml says, with `options` in the place of its own; raises Failure."""
    file = project / CONFIG
    if not file.is_file():
        raise Failure(say("no-config", folder=project), say("no-config.hint"))
    faults = _Faults()
    log = logging.getLogger("mkdocs.config")
    log.addFilter(faults)
    try:
        return load_config(str(file), **options)
    except MkDocsException as error:
        raise Failure(say("wrong-config", reason=_reason(error, faults.names)), say("wrong-config.hint")) from error
    finally:
        log.removeFilter(faults)


def settings_files(config: MkDocsConfig) -> tuple[str, ...]:
    """The paths of a project's mkdocs.yml and of every file that it inherits settings from."""
    found: list[str] = []

    class Noting(Loader):
        def __init__(self, stream: BinaryIO) -> None:
            found.append(stream.name)
            super().__init__(stream)

    with Path(config.config_file_path).open("rb") as opened:
        yaml_load(opened, get_yaml_loader(Noting, config))
    return tuple(found)


class _Faults(logging.Filter):
    """Takes down the names of the values that MkDocs reports as errors, in the place of its report."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Let pass all but errors."""
        if record.levelno < logging.ERROR:
            return True
        self.names += _NAMED.findall(record.getMessage())
        return False


def _reason(error: MkDocsException, names: list[str]) -> str:
    slip = error.__context__
    if isinstance(slip, MarkedYAMLError) and slip.problem_mark is not None:
        return say("wrong-config.text", line=slip.problem_mark.line + 1, column=slip.problem_mark.column + 1)
    return say("wrong-config.values", names=", ".join(names)) if names else say("wrong-config.whole")
