"""Runs the parts of a build: one after another here, or on the machines of a Dask cluster.

A task is a function of a module and plain values, and may be run more than once: a machine that dies takes what it had
done with it. Results come in the order of the tasks.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from socket import create_connection
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from ondongne.extras import extra
from ondongne.failure import Failure
from ondongne.messages import say

RETRIES: Final = 3
_PATIENCE: Final = 20
"""Seconds that a cluster has to answer."""

Task = Callable[..., Any]


class Crew(Protocol):
    """Whoever runs tasks."""

    is_shared: bool
    """Whether tasks run on machines of which each has memory and disks of its own."""

    def sees(self, folder: Path, /) -> bool:
        """Whether tasks find a folder of this machine where it is here."""

    def run(self, task: Task, each: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        """Run a task with each of some arguments; raises Failure where one fails again and again."""


class Alone:
    """One machine, without help; what tasks keep for later lies in `folder`."""

    is_shared = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sees(self, _folder: Path, /) -> bool:
        """It does."""
        return True

    def run(self, task: Task, each: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        """Run a task with each of some arguments, one after another."""
        return (task(str(self._folder), *arguments) for arguments in each)


class Cluster:
    """The workers of a Dask cluster."""

    is_shared = True

    def __init__(self, client: Any) -> None:
        self._client = client

    def sees(self, folder: Path, /) -> bool:
        """Whether every worker finds the folder where it is here, by a sign that is put into it for a moment."""
        sign = folder / f".{token_hex(8)}.seen"
        sign.touch()
        try:
            return all(self._client.run(os.path.isfile, str(sign)).values())
        finally:
            sign.unlink()

    def run(self, task: Task, each: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        """Run a task with each of some arguments on whichever worker is free."""
        futures = [self._client.submit(_on_worker, task, *arguments, retries=RETRIES, pure=False) for arguments in each]
        for future in futures:
            try:
                yield future.result()
            except Failure:
                raise
            except Exception as error:
                raise Failure(
                    say("shard-failed", reason=error or type(error).__name__), say("shard-failed.hint")
                ) from error
            finally:
                future.release()


@contextmanager
def crew(scheduler: str, folder: Path) -> Iterator[Crew]:
    """The workers of the cluster whose scheduler is at an address, or this machine where there is none."""
    if not scheduler:
        yield Alone(folder)
        return
    distributed = extra("distributed", "no-cluster")
    try:
        # Dask's client writes a traceback of its own where nobody answers.
        with create_connection((urlsplit(scheduler).hostname, urlsplit(scheduler).port), _PATIENCE):
            pass
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise Failure(say("no-scheduler", address=scheduler), say("no-scheduler.hint")) from error
    with client:
        yield Cluster(client)


def _on_worker(task: Task, *arguments: Any) -> Any:
    worker = extra("distributed", "no-cluster").get_worker()
    folder = Path(worker.local_directory) / f"ondongne-{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    return task(str(folder), *arguments)
