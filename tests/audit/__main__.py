"""Judges a fictional town and our own records as built sites, and says in a table how they fare: `make audit`."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from tests.audit.compressed import CompressedFiles
from tests.audit.judging import Judged, html_faults, judge
from tests.audit.report import failures, table
from tests.browser.crawl import Site
from tests.conftest import DAY, ROOT, run_ondongne


def main() -> None:
    """Build, judge and report; exits with 1 where anything falls short."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--only", metavar="ADDRESS", nargs="*", help="addresses of pages of the town to judge")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        town, real = _town(Path(folder) / "garam"), _ours(Path(folder) / "ours")
        wrong = html_faults([town.root, real.root])
        for line in wrong:
            print(line)
        addresses = town.one_of_each() if options.only is None else options.only
        judged = [*_judged(town, addresses), *_judged(real, [""] if options.only is None else [])]
    print(table(judged))
    short = failures(judged)
    print(f"HTML 오류 {len(wrong)}건, 기준에 못 미친 쪽 {len(short)}쪽")
    sys.exit(bool(wrong or short))


def _town(project: Path) -> Site:
    """The town that the tests build too, which has a page of every template but the home page of several cities."""
    made = run_ondongne(project.parent, "sample", project.name, "--councils", "3", "--years", "2", "--seed", "1")
    if made.returncode:
        sys.exit(made.stdout + made.stderr)
    return _built(project)


def _ours(project: Path) -> Site:
    for name in ("councils", "content"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copyfile(ROOT / "mkdocs.yml", project / "mkdocs.yml")
    return _built(project)


def _built(project: Path) -> Site:
    done = run_ondongne(project, "build", "--as-of", DAY)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return Site(project / "site")


def _judged(site: Site, addresses: list[str]) -> Iterator[Judged]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(CompressedFiles, directory=str(site.root)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        for address in addresses:
            print(f"  {address or '처음 쪽'}", file=sys.stderr, flush=True)
            yield judge(f"http://127.0.0.1:{server.server_port}/", address)
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    main()
