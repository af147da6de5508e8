"""What a fault's code says to a person."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Message:
    """The sentence of one fault and how to mend it; both are templates for `korean.fill`."""

    severity: Literal["error", "warning", "notice"]
    text: str
    hint: str = ""
