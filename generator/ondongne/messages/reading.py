"""Messages of faults found in reading."""

from ondongne.messages.message import Message

READING: dict[str, Message] = {}
