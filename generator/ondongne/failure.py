"""What stops a command."""

from ondongne.messages import say


class Failure(Exception):  # noqa: N818 - the result of a command, not an error of the program
    """A command that cannot be done: what is wrong and how to mend it, in Korean."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message + ("\n" + say("hint", hint=self.hint) if self.hint else "")
