"""Text that is HTML, told apart from text that must be escaped."""

from collections.abc import Callable
from typing import Final

import markupsafe

escape_text: Final[Callable[[str], str]] = getattr(
    markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text))
)
"""What markupsafe does with a text, without an object around each; not every version may have it."""


class Html(str):
    """Text that is HTML already and needs no escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        """What templates put in place of it."""
        return self
