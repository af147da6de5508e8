"""What a cold build of the site of a fictional town costs: `python -m tests.benchmarks.site --councils 24 --years 4`.

Prints CPU seconds for reading and for the site, the same a page, and the most memory used; without booklets and photos.
`--whole` renders every page whole, for comparison.
"""

import argparse
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from ondongne import pipeline
from ondongne.engine import shell
from ondongne.engine.build import build_site
from ondongne.sample import make_sample
from ondongne.scaffold import write_project
from tests.conftest import DAY


def main() -> None:
    """Make the town, build its site once, and print the figures."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder).resolve()
        write_project(project, "가람시 온동네")
        make_sample(project, options.councils, options.years, options.seed)
        pipeline.make_photos = lambda _: {}
        if options.whole:
            shell.stands_alone = lambda _: False
        start = time.process_time()
        reading = pipeline.read(project, date.fromisoformat(DAY))
        read = time.process_time()
        build_site(project, reading)
        done = time.process_time()
        pages = sum(1 for _ in (project / "site").rglob("*.html"))
    print(f"{len(reading.outcomes.entries)} records, {pages} pages")
    print(f"read {read - start:.2f} CPU s, site {done - read:.2f} CPU s ({(done - read) / pages * 1000:.2f} ms a page)")
    print(f"most memory {_most_memory():.0f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--councils", type=int, default=12)
    parser.add_argument("--years", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole", action="store_true")
    return parser.parse_args()


def _most_memory() -> float:
    if sys.platform == "win32":
        return float("nan")
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
