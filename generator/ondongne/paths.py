"""Where the program's own files lie: `theme/` of a checkout, or the copy that travels in the wheel."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def theme_folder() -> Path:
    """The folder with `site/`, `booklet/` and `tokens.yml`; a checkout's own wins over an installed copy."""
    beside = _CHECKOUT / "theme"
    return beside if (beside / "tokens.yml").is_file() else _PACKAGE / "theme"


def project_folder() -> Path:
    """The folder whose mkdocs.yml and content/ new projects begin with."""
    return _CHECKOUT if (_CHECKOUT / "theme" / "tokens.yml").is_file() else _PACKAGE / "project"


@cache
def program() -> bytes:
    """A digest of the program's own files, which tells it from a program that might do otherwise."""
    folder = Path(__file__).parent
    digest = sha256()
    for source in sorted(folder.rglob("*.py")):
        digest.update(source.relative_to(folder).as_posix().encode() + b"\0" + source.read_bytes())
    return digest.digest()
