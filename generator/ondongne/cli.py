"""Commands and exit codes: 0 done, 1 faults in records or a failure, 2 a command that was not understood."""

import os
import sys
from collections.abc import Callable
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from ondongne import __version__, clock, diagnostics, pipeline
from ondongne.building.making import Making
from ondongne.building.store import check_replaceable, write_whole
from ondongne.commandline import Day, KoreanGroup, PaperSort, explain, progress
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.pipeline import Reading
from ondongne.publications.booklet import Work
from ondongne.publications.booklet.printing_order import Order
from ondongne.records.kinds import KINDS
from ondongne.records.vocabulary import Size
from ondongne.reports import counted, summary, tell, tell_failure, tell_faults

TEXT = "text"
REPORTS: dict[str, Callable[..., str]] = {"json": diagnostics.as_json, "github": diagnostics.as_github}
"""Reports for programs."""

PDF = "pdf"
FORMS = (PDF, "epub", "hwpx")

SIZES = {size.value: size for size in Size}
SIZE_NAMES = ", ".join(f"{size.value}({size.label})" for size in Size)

KIND_NAMES = ", ".join(f"{model.__name__.lower()}({model.label})" for model in KINDS.values())

MOST_JOBS = 64


def _cores() -> int:
    """As many jobs as the computer has cores, as far as that is allowed."""
    return min(MOST_JOBS, os.cpu_count() or 1)


as_of_option = click.option("--as-of", type=Day(), default=None, help=say("build.as_of"))


@click.group(cls=KoreanGroup, subcommand_metavar=say("help.words"), help=say("about"))
@click.version_option(__version__, prog_name="ondongne", message="%(prog)s %(version)s", help=say("help.version"))
def program() -> None:
    """Hold the commands."""


@program.command(help=say("check.help"))
@click.argument("folder", metavar="[폴더]", default=".", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice((TEXT, *REPORTS)), default=TEXT, help=say("check.format"))
@as_of_option
def check(folder: Path, form: str, as_of: date | None) -> None:
    """Report every fault of the tree at once."""
    reading = _read(folder, as_of)
    if form in REPORTS:
        report = REPORTS[form](reading.diagnostics)
        if report:
            _to_programs(report)
    else:
        tell_faults(reading.diagnostics)
        click.echo(summary(reading))
    if reading.failed:
        raise SystemExit(1)


def _to_programs(report: str) -> None:
    """Write a report in UTF-8, whatever the console's encoding is (RFC 8259, 8.1), unless a person looks on."""
    if isinstance(sys.stdout, TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo(report)


@program.command(help=say("build.help"))
@click.option("--out", metavar="폴더", type=click.Path(path_type=Path), default=None, help=say("build.out"))
@click.option("--city", "cities", metavar="시", multiple=True, help=say("build.city"))
@click.option("--jobs", metavar="수", type=click.IntRange(1, MOST_JOBS), default=_cores, help=say("build.jobs"))
@click.option("--on", "scheduler", metavar="주소", default="", help=say("build.on"))
@click.option("--to", "url", metavar="곳", default="", help=say("build.to"))
@as_of_option
def build(out: Path | None, cities: tuple[str, ...], jobs: int, scheduler: str, url: str, as_of: date | None) -> None:
    """Build site and booklets and publish them whole."""
    from ondongne.engine.build import build_site, site_folder  # MkDocs takes long to load; the other commands need none

    if out and url:
        raise click.UsageError(say("build.two-places"), click.get_current_context())
    project = Path.cwd()
    if scheduler or url:
        place = url or str((project / out) if out else site_folder(project))
        _build_in_shards(as_of or clock.today(), cities, jobs, scheduler, place)
        return
    reading = _sound(_read(project, as_of, cities))
    target = (project / out) if out else site_folder(project)
    check_replaceable(target, project)
    making = Making(jobs, progress)
    pipeline.build(reading, making, lambda: build_site(project, reading, target, making))
    click.echo(say("built", site=target, booklets=target / "booklets", count=len(reading.works)))


def _build_in_shards(as_of: date, cities: tuple[str, ...], jobs: int, scheduler: str, place: str) -> None:
    """Build the site city by city, on a cluster where there is one, and publish it at a place."""
    from ondongne.building.shards import crew
    from ondongne.engine.build import project_files
    from ondongne.engine.shards import Order, build_in_shards

    project = Path.cwd()
    _need_records(project)
    with crew(scheduler, project / pipeline.KEPT / "shards") as hands:
        order = Order(project.resolve(), project_files(project), as_of, cities, 1 if hands.is_shared else jobs)
        country = build_in_shards(
            order, hands, place, done=lambda city, files: click.echo(say("shard-done", city=city, files=files))
        )
    tell_faults(country.faults)
    click.echo(counted(country.faults, country.notices, country.records, country.hidden))
    if country.failed:
        raise Failure(say("not-built"))
    click.echo(say("as-of", day=as_of.isoformat()))
    click.echo(say("shards-built", place=country.shown_at, count=country.booklets))


@program.command(help=say("serve.help"))
@click.option("--port", metavar="수", type=click.IntRange(1, 65535), default=8000, help=say("serve.port"))
@as_of_option
def serve(port: int, as_of: date | None) -> None:
    """Serve a live preview."""
    from ondongne.engine.build import preview  # MkDocs takes long to load; the other commands need none

    project = Path.cwd()

    def read(before: Reading | None) -> Reading:
        reading = _read(project, as_of, before=before)
        tell(reading)
        return reading

    preview(project, read, port, opened=lambda url: click.echo(say("serving", url=url)), failed=tell_failure)


@program.command(help=say("booklet.help"))
@click.argument("target", metavar="책자")
@click.argument("year", metavar="[해]", type=int, required=False)
@click.option("--format", "form", type=click.Choice(FORMS), default=PDF, help=say("booklet.format"))
@click.option("--size", metavar="판형", type=click.Choice([*SIZES]), help=say("booklet.size", sizes=SIZE_NAMES))
@click.option("--for", "use", type=click.Choice(("screen", "print")), default="screen", help=say("booklet.for"))
@click.option("--impose", type=click.Choice(("saddle",)), default=None, help=say("booklet.impose"))
@click.option("--paper", type=PaperSort(), default=None, help=say("booklet.paper"))
@click.option("--out", metavar="곳", type=click.Path(path_type=Path), default=Path(), help=say("booklet.out"))
@as_of_option
def booklet(target: str, year: int | None, form: str, out: Path, as_of: date | None, **asked: Any) -> None:
    """Make one booklet."""
    _screen_is_not_print(asked)
    _ebook_has_no_pages(form, asked)
    _name_fits(out, form)
    reading = _sound(_read(Path.cwd(), as_of))
    name = target.strip("/") if year is None else f"{target.strip('/')}/{year}"
    work = reading.works.get(name)
    if work is None:
        choices = ", ".join(map(_as_target, reading.works))
        hint = say("no-such-booklet.hint", choices=choices) if choices else say("no-booklets")
        raise Failure(say("no-such-booklet", target=name), hint)
    place = out / f"{name.replace('/', '-')}.{form}" if out.suffix.lower() != f".{form}" else out
    size = SIZES[asked["size"]] if asked["size"] else None
    if asked["use"] == "screen":
        _write(place, _in_form(reading, work, form, size))
    else:
        _print(reading, work, work.order(size, asked["paper"], imposed=bool(asked["impose"])), place)


def _screen_is_not_print(asked: dict[str, Any]) -> None:
    """Refuse what only a printing house can follow."""
    names = [f"--{name}" for name in ("impose", "paper") if asked[name]]
    if names and asked["use"] == "screen":
        raise click.UsageError(say("booklet.only-print", names=", ".join(names)), click.get_current_context())


def _ebook_has_no_pages(form: str, asked: dict[str, Any]) -> None:
    """Refuse what only a form with pages of a fixed size can follow."""
    names = [f"--{name}" for name in ("size", "impose", "paper") if asked[name]]
    names += ["--for print"] if asked["use"] == "print" else []
    if names and form != PDF:
        raise click.UsageError(say("booklet.only-pdf", names=", ".join(names)), click.get_current_context())


def _name_fits(out: Path, form: str) -> None:
    """Refuse a file's name that ends as another form does."""
    ending = out.suffix.lower().removeprefix(".")
    if ending != form and ending in FORMS:
        right = out.with_suffix(f".{form}").name
        said = say("booklet.wrong-name", name=out.name, form=form, other=ending, right=right)
        raise click.UsageError(said, click.get_current_context())


def _in_form(reading: Reading, work: Work, form: str, size: Size | None) -> bytes:
    if form == "hwpx":
        return work.manuscript()
    artifact = work.artifact(size) if form == PDF else work.ebook()
    return reading.store.make(artifact).read_bytes()


def _write(place: Path, content: bytes) -> None:
    write_whole(place, content)
    click.echo(say("booklet-written", path=place))


def _print(reading: Reading, work: Work, order: Order, place: Path) -> None:
    """Write the files for a printing house, and say what it will ask."""
    from ondongne.publications.booklet.printing import press_copy  # loads what edits PDFs

    made = press_copy(work, order, reading.design.press)
    if made.warnings:
        click.echo(diagnostics.as_text(made.warnings))
    for ending, content in made.files.items():
        _write(place.with_name(f"{place.stem}{ending}"), content)
    click.echo("\n".join(made.about()))


def _as_target(id_: str) -> str:
    holder, _, last = id_.rpartition("/")
    return f"{holder} {last}" if last.isdigit() else f"{holder}/{last}"


@program.command(help=say("new.help", kinds=KIND_NAMES))
@click.argument("kind", metavar="종류")
@click.argument("id_", metavar="id")
@click.option("--name", "--title", "name", metavar="이름", default="", help=say("new.name"))
def new(kind: str, id_: str, name: str) -> None:
    """Make a new record."""
    from ondongne.scaffold import create  # reads every model's fields

    created = create(Path.cwd(), kind, id_, name)
    for path in created.paths:
        click.echo(say("created", path=path))
    click.echo(created.next_step)


@program.command(help=say("schema.help"))
@click.option("--out", metavar="폴더", type=click.Path(path_type=Path), default=Path("schemas"), help=say("schema.out"))
def schema(out: Path) -> None:
    """Write the JSON Schemas."""
    from ondongne.records.schema import write_schemas  # builds every schema

    click.echo(say("schemas-written", count=len(write_schemas(out)), folder=out))


@program.command(help=say("sample.help"))
@click.argument("out", metavar="폴더", type=click.Path(path_type=Path))
@click.option(
    "--councils", metavar="수", type=click.IntRange(1, 400), default=20, show_default=False, help=say("sample.councils")
)
@click.option("--years", metavar="수", type=click.IntRange(1, 20), default=5, help=say("sample.years"))
@click.option("--seed", metavar="수", type=int, default=1, help=say("sample.seed"))
def sample(out: Path, councils: int, years: int, seed: int) -> None:
    """Write a fictional town as a whole project."""
    from ondongne.sample import make_sample  # loads the sentence material
    from ondongne.scaffold import write_project

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Failure(say("not-empty", folder=out), say("not-empty.hint"))
    write_project(out, "가람시 온동네")
    records = make_sample(out, councils, years, seed)
    click.echo(say("sample-written", records=records, folder=out))


def _read(project: Path, as_of: date | None, cities: tuple[str, ...] = (), before: Reading | None = None) -> Reading:
    _need_records(project)
    reading = pipeline.read(project, as_of or clock.today(), cities, before)
    pipeline.check_choice(cities, reading.outcomes.links)
    return reading


def _need_records(project: Path) -> None:
    if not (project / pipeline.RECORDS).is_dir():
        raise Failure(say("no-councils", folder=project.resolve()), say("no-councils.hint"))


def _sound(reading: Reading) -> Reading:
    """The reading when it has no errors; its report goes to the console in any case."""
    tell(reading)
    if reading.failed:
        raise Failure(say("not-built"))
    click.echo(say("as-of", day=reading.outcomes.as_of.isoformat()))
    return reading


def main() -> None:
    """Run the program; whatever goes wrong is said in Korean, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        return program(standalone_mode=False) or 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo(say("stopped"), err=True)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return 2
    except Exception as error:
        tell_failure(error)
    return 1
