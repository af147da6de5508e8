"""What commands report on the console: faults of a reading, how many there are, and what stopped a command."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ondongne import pipeline
from ondongne.building.store import Store
from ondongne.commandline import explain_refusal
from ondongne.diagnostics import Diagnostic, Severity, as_text, gravest_last
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.pipeline import Reading


def tell(reading: Reading) -> None:
    """Report errors and warnings; notices are only counted, since `check` lists them."""
    tell_faults(fault for fault in reading.diagnostics if fault.severity is not Severity.NOTICE)
    click.echo(summary(reading))


def tell_faults(faults: Iterable[Diagnostic]) -> None:
    """Report faults to a person."""
    shown = gravest_last(faults)
    if shown:
        click.echo(as_text(shown))


def summary(reading: Reading) -> str:
    """How many records a reading has, how many are not to be seen, and what is wrong with them."""
    links = reading.outcomes.links
    hidden = sum(not links.is_public(entry) for entry in links.entries.values())
    return counted(reading.diagnostics, 0, len(links.entries), hidden)


def counted(faults: Iterable[Diagnostic], notices: int, records: int, hidden: int) -> str:
    """How many records there are, what is wrong with them, and where to look first.

    `notices` come to those among the faults.
    """
    faults = tuple(faults)
    severities = [fault.severity for fault in faults]
    notices += severities.count(Severity.NOTICE)
    found = say(
        "found" if faults or notices else "clean",
        records=records,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notices=notices,
    )
    unseen = [say("hidden", records=hidden)] if hidden else []
    return "\n".join([" ".join([found, *unseen]), *_advice(faults, notices)])


def _advice(faults: Iterable[Diagnostic], notices: int) -> Iterator[str]:
    """Where to look first, and when notices are to be seen that errors keep out of sight."""
    first = next((fault.place for fault in faults if fault.is_error), None)
    if first:
        yield " ".join([say("first-error", place=first), *([say("notices-later")] if notices else [])])


def tell_failure(error: Exception) -> None:
    """Say what went wrong; a mistake of the program is kept in a file for the developers."""
    if isinstance(error, Failure):
        click.echo(str(error), err=True)
    elif isinstance(error, OSError):
        click.echo(explain_refusal(error), err=True)
    else:
        click.echo(_kept(error), err=True)


def _kept(error: Exception) -> str:
    store, log, kind = Store(Path(pipeline.KEPT)), "error.log", type(error).__name__
    try:
        store.write(log, "".join(traceback.format_exception(error)).encode(errors="backslashreplace"))
    except OSError:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return say("internal-unkept", kind=kind, place=f"{Path(last.filename).name}:{last.lineno}")
    return say("internal", kind=kind, path=store.folder / log)
