"""Every Korean sentence the program says, by code; `{name:을}` adds the right particle (see `korean.fill`)."""

from collections.abc import Mapping
from types import MappingProxyType

from ondongne import korean
from ondongne.messages.commands import SENTENCES
from ondongne.messages.message import Message
from ondongne.messages.printing import PRINTING
from ondongne.messages.reading import READING
from ondongne.messages.records import RECORDS
from ondongne.messages.rules import RULES

MESSAGES: Mapping[str, Message] = MappingProxyType({**READING, **RECORDS, **RULES, **PRINTING})


def say(code: str, **values: object) -> str:
    """Fill a sentence of the commands; raises KeyError for a code that there is not."""
    return korean.fill(SENTENCES[code], **values)


__all__ = ["MESSAGES", "Message", "say"]
