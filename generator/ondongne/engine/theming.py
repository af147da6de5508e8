"""The theme as MkDocs gets it: without a look at ten thousand icons to see which files are to be copied."""

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class Quick(Theme):
    """A theme that finds what another one does, and lists none of its hidden files, which MkDocs never copies."""

    def __init__(self, other: Theme) -> None:
        vars(self).update(vars(other))

    def get_env(self) -> Environment:
        """The environment that MkDocs renders with."""
        environment = super().get_env()
        environment.loader = _Loader(self.dirs)
        return environment


class _Loader(FileSystemLoader):
    def list_templates(self) -> list[str]:
        """The paths of all files that are not hidden, nor in a hidden folder."""
        found: set[str] = set()
        for root in map(Path, self.searchpath):
            for place, folders, files in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                inside = Path(place).relative_to(root)
                found.update((inside / name).as_posix() for name in files if not name.startswith("."))
        return sorted(found)
