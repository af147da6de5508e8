"""The preview's server: answers browsers on this machine, and has them load a page again when something changed."""

import os
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from posixpath import normpath
from socketserver import ThreadingTCPServer
from typing import Final
from urllib.parse import quote, unquote
from webbrowser import open_new_tab

from mkdocs.config.defaults import MkDocsConfig

from ondongne.engine.preview import HTML, Answer, Preview
from ondongne.engine.settings import settings_files
from ondongne.engine.watching import Watch
from ondongne.paths import theme_folder
from ondongne.pipeline import RECORDS

_OWN: Final = "_preview/"
"""Where the server's own files are; no record's address begins so."""
_PATIENCE: Final = 25.0
"""Seconds after which a browser that waits for a change has to ask again."""
_SCRIPT: Final = """"use strict";
(() => {
  const script = new URL(document.currentScript.src);
  const since = script.searchParams.get("since");
  let waiting = null;
  const pause = () => new Promise((done) => setTimeout(done, 1000));
  const wait = async () => {
    const mine = waiting = new AbortController();
    while (waiting === mine) {
      try {
        const answer = await fetch(new URL(`changes?since=${since}`, script), { signal: mine.signal });
        if (answer.ok && (await answer.text()) !== since) location.reload();
      } catch {
        if (waiting === mine) await pause();
      }
    }
  };
  // A browser opens only a few connections to one server: tabs that nobody sees hold none.
  const look = () => {
    waiting?.abort();
    waiting = null;
    if (document.visibilityState === "visible") wait();
  };
  document.addEventListener("visibilitychange", look);
  look();
})();
"""


class PreviewServer(ThreadingTCPServer):
    """Serves a preview below the path `mount` on a port of this machine; raises OSError where it is taken."""

    allow_reuse_address = os.name == "posix"  # On Windows it would let two previews have the same port.
    daemon_threads = True

    def __init__(self, preview: Preview, scratch: Path, host: str, port: int, mount: str = "/") -> None:
        super().__init__((host, port), _Handler)
        self.preview, self.mount = preview, mount
        self.url = f"http://{host}:{port}{mount}"
        self._watch = Watch(scratch, lambda wholly: preview.refresh(wholly=wholly))

    def watch(self, path: str, *, is_record: bool = False) -> None:
        """Refresh the preview when something changes in a file or folder; wholly, unless it holds but records."""
        self._watch.add(Path(path), is_record=is_record)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until interrupted."""
        self._watch.start()
        if open_in_browser:
            open_new_tab(self.url)
        self.serve_forever()

    def shutdown(self) -> None:
        """Let go of the port and of what is watched."""
        self._watch.stop()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell what went wrong, unless it is that a browser went away."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.preview.failed(error)

    def answer(self, target: str) -> Answer:
        """The answer to a request for a path with its query."""
        asked, _, query = target.partition("?")
        path = unquote(asked)
        if not path.startswith(self.mount):
            return Answer(HTTPStatus.FOUND, HTML, b"")
        inner = path.removeprefix(self.mount)
        if inner == f"{_OWN}changes":
            return self._changes(query)
        if inner == f"{_OWN}reload.js":
            return Answer(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT.encode())
        number = self.preview.number
        folder = "/" if inner.endswith("/") else ""
        found = self.preview.answer(f"{normpath(f'/{inner}')}{folder}".lstrip("/"))
        return self._reloading(found, number) if found.type == HTML else found

    def _changes(self, query: str) -> Answer:
        number = self.preview.number
        if query == f"since={number}":
            number = self.preview.wait(number, _PATIENCE)
        return Answer(HTTPStatus.OK, "text/plain; charset=utf-8", str(number).encode())

    def _reloading(self, answer: Answer, number: int) -> Answer:
        """Add the script that waits for the next edition."""
        script = f'<script src="{self.mount}{_OWN}reload.js?since={number}"></script>'.encode()
        before, end, after = answer.body.rpartition(b"</body>")
        body = before + script + end + after if end else answer.body + script
        return Answer(answer.status, answer.type, body, answer.place)


def watch(server: PreviewServer, project: Path, config: MkDocsConfig) -> None:
    """Have a preview watch all that a project's site is made of."""
    server.watch(str(project / RECORDS), is_record=True)
    own = (*settings_files(config), config.docs_dir, config.theme.custom_dir, str(theme_folder()))
    for path in filter(None, own):
        server.watch(path)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send an answer."""
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        """Send an answer's headers."""
        self._send(with_body=False)

    def _send(self, *, with_body: bool) -> None:
        answer = self.server.answer(self.path)
        self.send_response(answer.status)
        if answer.status == HTTPStatus.FOUND:
            self.send_header("Location", self.server.mount + quote(answer.place))
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
