"""Hears of changes in files and folders, and tells of them once they have come to rest."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Final

from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

_REST: Final = 0.03
"""Seconds without a change after which an editor has written all of a file."""
_OFTEN: Final = 0.5
"""Seconds between looks at all files where the computer does not tell of changes."""
_PROMPT: Final = 1.0
"""Seconds within which a computer that tells of changes does so."""
_NO_CHANGES: Final = (DirModifiedEvent, FileOpenedEvent, FileClosedNoWriteEvent)


class Watch:
    """Calls `changed` on a thread of its own, with whether anything but records changed.

    Shared and mounted folders may keep changes to themselves, so the computer is tried out in the folder `scratch`
    first; where nothing is heard, all files are looked at again and again.
    """

    def __init__(self, scratch: Path, changed: Callable[[bool], None]) -> None:
        self._scratch, self._changed = scratch, changed
        self._paths: dict[Path, bool] = {}
        self._heard: SimpleQueue[bool | None] = SimpleQueue()
        self._observer: BaseObserver | None = None

    def add(self, path: Path, *, is_record: bool) -> None:
        """Watch a file or folder too."""
        self._paths.setdefault(path.absolute(), is_record)

    def start(self) -> None:
        """Begin to watch."""
        self._observer = self._listening() or self._looking()
        Thread(target=self._tell, daemon=True).start()

    def stop(self) -> None:
        """Watch no more."""
        self._heard.put(None)
        if self._observer is not None:
            self._observer.stop()

    def _listening(self) -> BaseObserver | None:
        observer = Observer()
        try:
            self._schedule(observer)
            told = Event()
            observer.schedule(_Ear(told.set), str(self._scratch))
            observer.start()
            with tempfile.NamedTemporaryFile(dir=self._scratch):
                if told.wait(_PROMPT):
                    return observer
        except OSError:  # More folders than the computer watches at once, or no place to try it out.
            pass
        with suppress(RuntimeError):  # It was not started yet.
            observer.stop()
        return None

    def _looking(self) -> BaseObserver:
        observer = PollingObserver(timeout=_OFTEN)
        self._schedule(observer)
        observer.start()
        return observer

    def _schedule(self, observer: BaseObserver) -> None:
        for path, is_record in self._paths.items():
            ear = _Ear(partial(self._heard.put, not is_record), "" if path.is_dir() else str(path))
            # Editors put a new file in the place of the old one, which only the folder tells.
            observer.schedule(ear, str(path if path.is_dir() else path.parent), recursive=path.is_dir())

    def _tell(self) -> None:
        while (heard := self._heard.get()) is not None:
            with suppress(Empty):
                while (more := self._heard.get(timeout=_REST)) is not None:
                    heard = heard or more
                return
            self._changed(heard)


class _Ear(FileSystemEventHandler):
    """Tells of changes in a folder, of one file in it where it is given; hidden files are of no account."""

    def __init__(self, tell: Callable[[], object], only: str = "") -> None:
        self._tell, self._only = tell, only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell, if something changed."""
        paths = [str(path) for path in (event.src_path, event.dest_path) if path]
        if not isinstance(event, _NO_CHANGES) and any(map(self._counts, paths)):
            self._tell()

    def _counts(self, path: str) -> bool:
        return path == self._only if self._only else not Path(path).name.startswith(".")
