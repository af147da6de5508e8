"""Command-line parsing that speaks Korean: help pages and what is wrong with a command."""

import errno
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, Final, NoReturn

import click
from pydantic import ValidationError

from ondongne import korean
from ondongne.building.making import Done
from ondongne.messages import say
from ondongne.records.edition import Paper
from ondongne.records.vocabulary import Stock

_STEPS: Final = 200
"""Times that a bar is drawn anew, at most."""
_WIDTH: Final = 24
_MINUTE: Final = 60


class Day(click.ParamType[date]):
    """A day written 2025-12-10."""

    name = "연-월-일"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; raises click's BadParameter."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(say("usage.bad-date", name=_name(param)), ctx, param) from None


class PaperSort(click.ParamType[Paper]):
    """A paper written 모조지100, 스노우지-120 or matt-120: its sort and the weight of a square metre in grams."""

    name = "종이"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Paper:
        """Read the paper; raises click's BadParameter."""
        found = re.fullmatch(r"(?P<sort>\D+?)[- ]?(?P<weight>[0-9]{2,3})g?", value)
        try:
            return Paper.model_validate({"sort": found["sort"], "weight": int(found["weight"])} if found else {})
        except ValidationError:
            sorts = ", ".join(stock.label for stock in Stock)
            raise click.BadParameter(say("usage.bad-paper", name=_name(param), sorts=sorts), ctx, param) from None


class _Korean(click.Command):
    """A command whose help page is Korean."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe --help in Korean."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("help.help")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Begin the usage line in Korean."""
        pieces = [piece.replace("[OPTIONS]", f"[{say('help.options')}]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say("help.usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options."""
        rows = [row for param in self.get_params(ctx) if (row := param.get_help_record(ctx)) is not None and row[1]]
        if rows:
            with formatter.section(say("help.options")):
                formatter.write_dl(rows)


class KoreanCommand(_Korean):
    """One command."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words in, or say which are one too many: a name with blanks needs quotes."""
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = ctx
            raise
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(say("usage.extra", words=" ".join(rest)), ctx)
        return rest


class KoreanGroup(_Korean, click.Group):
    """A command with commands under it."""

    command_class = KoreanCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Add the list of commands."""
        super().format_options(ctx, formatter)
        rows = [(name, _first_sentence(command.help or "")) for name, command in self.commands.items()]
        with formatter.section(say("help.commands")):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or say which is near."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            _refuse(say("usage.no-command", name=args[0]), korean.nearest(args[0], self.commands), ctx)
        return super().resolve_command(ctx, args)


@contextmanager
def progress(what: str, size: int) -> Iterator[Done]:
    """Tell how far the making of something is: a bar on a terminal, else a line, and one for each booklet."""
    if not size:
        yield lambda _: None
    elif sys.stdout.isatty():
        steps = max(1, size // _STEPS)
        label = say(f"progress.{what}")
        shown = click.progressbar(
            length=size, label=label, show_eta=False, show_pos=True, width=_WIDTH, update_min_steps=steps
        )
        with shown as bar:
            bar.item_show_func = lambda _: _left(bar.eta) if bar.eta_known and not bar.finished else ""
            yield lambda _: bar.update(1)
    else:
        click.echo(say(f"progress.{what}.begun", size=size))
        yield (lambda name: click.echo(say("booklet-done", path=name))) if what == "booklets" else (lambda _: None)


def _left(seconds: float) -> str:
    if seconds < _MINUTE:
        return say("progress.seconds", count=max(1, round(seconds)))
    return say("progress.minutes", count=round(seconds / _MINUTE))


def _first_sentence(text: str) -> str:
    first, stop, _ = text.partition(". ")
    return first + stop.rstrip()


def _refuse(message: str, near: str | None, ctx: click.Context) -> NoReturn:
    raise click.UsageError(_or_near(message, near), ctx)


def _or_near(message: str, near: str | None) -> str:
    return message + ("\n" + say("hint", hint=say("usage.near", name=near)) if near else "")


def explain(error: click.ClickException) -> str:
    """Say in Korean what is wrong with a command and where to read more."""
    context = getattr(error, "ctx", None)
    more = "\n" + say("usage.see-help", command=context.command_path) if context is not None else ""
    return _sentence(error) + more


def _sentence(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter):
        return say("usage.missing", name=_name(error.param))
    if isinstance(error, click.NoSuchOption):
        near = korean.nearest(error.option_name, error.possibilities or ())
        return _or_near(say("usage.no-option", name=error.option_name), near)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(error, error.param)
    if isinstance(error, click.BadOptionUsage):
        return say("usage.no-value", name=error.option_name)
    message = error.message
    return message if any("가" <= char <= "힣" for char in message) else say("usage.wrong")


def _bad_value(error: click.BadParameter, param: click.Parameter) -> str:
    if isinstance(param.type, click.Choice):
        return say("usage.bad-choice", name=_name(param), choices=", ".join(map(str, param.type.choices)))
    if isinstance(param.type, click.IntRange):
        return say("usage.bad-range", name=_name(param), least=param.type.min, most=param.type.max)
    if isinstance(param.type, click.types.IntParamType):
        return say("usage.bad-number", name=_name(param))
    return error.message if isinstance(param.type, Day | PaperSort) else say("usage.bad", name=_name(param))


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.name or "").strip("[]") if param is not None else ""


_REFUSALS = {
    errno.EADDRINUSE: "refused.port",
    errno.ENOSPC: "refused.space",
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "refused.right"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST), "refused.place"),
}


def explain_refusal(error: OSError) -> str:
    """Say in Korean what the computer refused to do."""
    code = _REFUSALS.get(error.errno or 0)
    reason = say(code) if code else say("refused.otherwise", number=error.errno or type(error).__name__)
    return say("refused", place=f" {error.filename}:" if error.filename else "", reason=reason)
