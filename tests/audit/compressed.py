"""A static server that packs text for the way and has browsers keep files, as hosts of static sites do."""

import gzip
import io
from contextlib import suppress
from functools import cache
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any, Final

_PACKED: Final = (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")


class CompressedFiles(SimpleHTTPRequestHandler):
    """Answers with files of `directory`; text is packed for browsers that take it packed."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | None:
        """Send the headers of an answer; returns its body."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return None
        packed = path.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _packed(path) if packed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", _type(self.guess_type(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=31536000, immutable")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a body; a browser that has seen enough may hang up."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _type(guessed: str) -> str:
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9, mtime=0)
