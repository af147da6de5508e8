"""Every Korean sentence the program says, by code; `{name:을}` adds the right particle (see `korean.fill`)."""

from collections.abc import Mapping
from types import MappingProxyType

from ondongne.messages.commands import SENTENCES
from ondongne.messages.message import Message
from ondongne.messages.reading import READING
from ondongne.messages.records import RECORDS
from ondongne.messages.rules import RULES

MESSAGES: Mapping[str, Message] = MappingProxyType({**READING, **RECORDS, **RULES})

__all__ = ["MESSAGES", "SENTENCES", "Message"]
