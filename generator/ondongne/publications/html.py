"""Text that is HTML, told apart from text that must be escaped."""


class Html(str):
    """Text that is HTML already and needs no escaping."""

    __slots__ = ()

    def __html__(self) -> str:
        """What templates put in place of it."""
        return self
