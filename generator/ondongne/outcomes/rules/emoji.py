"""An emoji is in no font of the booklets: a record with one could not be printed."""

import re
from collections.abc import Iterator
from typing import Final

from ondongne.diagnostics import Diagnostic, diagnose
from ondongne.outcomes.links import Links

CODE = "emoji"

_EMOJI: Final = re.compile("[\U0001f000-\U0001fbff\u2764\u20e3\ufe0f][\U0001f000-\U0001fbff\u2764\u20e3\ufe0f\u200d]*")
_COMMENT: Final = re.compile(r"(?:^|\s)#")


def check(links: Links) -> Iterator[Diagnostic]:
    """Yield emoji outside comments."""
    for entry in links.entries.values():
        document = entry.document
        for found in _EMOJI.finditer(document.text):
            if not _COMMENT.search(document.text, document.line_start(found.start()), found.start()):
                yield diagnose(CODE, document.stretch(*found.span()))
