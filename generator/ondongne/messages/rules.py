"""Messages of faults found in rules."""

from ondongne.messages.message import Message

RULES: dict[str, Message] = {}
