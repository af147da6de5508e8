"""Messages of faults found in records."""

from ondongne.messages.message import Message

RECORDS: dict[str, Message] = {}
