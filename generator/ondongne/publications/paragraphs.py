"""Plain text of records in paragraphs, which are the same on pages and on paper."""

import re
from typing import Final

_BLANK_LINES: Final = re.compile(r"\n\s*\n")


def parted(text: str) -> list[str]:
    """The paragraphs of a text, each on one line; blank lines part them, and single line ends are spaces."""
    parts = _BLANK_LINES.split(text.strip()) if "\n" in text else [text]
    return [" ".join(part.split()) for part in parts]
