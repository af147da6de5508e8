"""Runs a command to its end and writes what it used: `python launching.py FIGURES COMMAND…`.

A process of its own and small, because Linux counts what was resident in the parent at the start as the child's.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    """Run the command; exits as it did."""
    figures, *command = sys.argv[1:]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    resident = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    told = {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "memory": resident}
    Path(figures).write_text(json.dumps(told), encoding="utf-8")
    sys.exit(process.returncode)


if __name__ == "__main__":
    main()
