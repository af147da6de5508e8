"""New projects and new records: files filled as far as they can be, with every field named for whoever goes on."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic.fields import FieldInfo

from ondongne import korean
from ondongne.building.store import write_whole
from ondongne.failure import Failure
from ondongne.messages import say
from ondongne.paths import project_folder
from ondongne.records.city import City
from ondongne.records.kinds import KINDS, OF_A_YEAR, RESERVED_SLUGS
from ondongne.records.record import Named, Record
from ondongne.records.year import Year

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True)
class Created:
    """Files that were made, and what to do next, in Korean."""

    paths: tuple[Path, ...]
    next_step: str


@dataclass(frozen=True)
class _Form:
    """How the id of a kind is given to the command, and where its file goes."""

    pattern: str
    example: str
    file: str
    next_step: str


_OF_OWNER = rf"(?P<owner>{SLUG}(?:/{SLUG})?)"
_FORMS = {
    "city": _Form(rf"(?P<id>{SLUG})", "garam", "{id}/city.yml", "next.city"),
    "council": _Form(rf"(?P<id>{SLUG}/{SLUG})", "garam/narae", "{id}/council.yml", "next.council"),
    "year": _Form(rf"(?P<id>{SLUG}(?:/{SLUG})?/{YEAR})", "garam/narae/2025", "{id}/year.yml", "next.year"),
    "practices": _Form(
        rf"{_OF_OWNER}/(?P<slug>{SLUG})", "garam/narae/birthday", "{owner}/practices/{slug}.yml", "next.record"
    ),
    "organisations": _Form(
        rf"(?P<owner>{SLUG})/(?P<slug>{SLUG})", "garam/centre", "{owner}/organisations/{slug}.yml", "next.record"
    ),
    "editions": _Form(
        rf"(?P<owner>{SLUG})/(?P<slug>{SLUG})", "garam/best", "{owner}/editions/{slug}.yml", "next.record"
    ),
    **{
        kind: _Form(
            rf"(?P<home>{SLUG}(?:/{SLUG})?/{YEAR})/(?P<slug>{SLUG})",
            "garam/narae/2025/birthday",
            "{home}/" + kind + "/{slug}.yml",
            "next.record",
        )
        for kind in OF_A_YEAR
    },
}


def create(project: Path, kind: str, id_: str, name: str) -> Created:
    """Make a record's file, and around a first city the project itself; raises Failure.

    `kind` may be singular (`project`), plural (`projects`) or Korean (`사업`); `id_` may lack the kind's folder.
    """
    model = _model(kind)
    form = _FORMS[model.kind]
    id_ = id_.strip("/").replace(f"/{model.kind}/", "/")
    if taken := sorted(RESERVED_SLUGS.intersection(id_.split("/"))):
        raise Failure(say("reserved-id", id=id_), say("reserved-id.hint", names=", ".join(taken)))
    match = re.fullmatch(form.pattern, id_)
    if match is None:
        raise Failure(say("wrong-id", id=id_), say("wrong-id.hint", kind=model.label, form=form.example))
    path = project / "councils" / form.file.format(**match.groupdict())
    if path.exists():
        raise Failure(say("exists", path=path.relative_to(project).as_posix()))
    made = write_project(project, f"{name} 온동네".strip()) if model is City else ()
    _holder_exists(project, model, match.groupdict())
    write_whole(path, _text(model, name or path.stem).encode("utf-8"))
    paths = tuple(file.relative_to(project) for file in (*made, path))
    return Created(paths, say(form.next_step, id=id_))


def write_project(folder: Path, site_name: str) -> tuple[Path, ...]:
    """Write mkdocs.yml and content/ where they are missing, and return the files written."""
    template = project_folder()
    made = []
    for source in (template / "mkdocs.yml", *sorted((template / "content").glob("*.md"))):
        target = folder / source.relative_to(template)
        if target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        made.append(target)
    if folder / "mkdocs.yml" in made:
        _name_site(folder / "mkdocs.yml", site_name)
    return tuple(made)


def _name_site(config: Path, site_name: str) -> None:
    text = config.read_text(encoding="utf-8")
    named = re.sub(r"(?m)^site_name:.*$", lambda _: f"site_name: {_quoted(site_name)}", text, count=1)
    write_whole(config, named.encode("utf-8"))


def _model(kind: str) -> type[Record]:
    for model in KINDS.values():
        if kind in (model.kind, model.__name__.lower(), model.label):
            return model
    choices = [model.__name__.lower() for model in KINDS.values()]
    near = korean.nearest(kind, choices)
    hint = say("usage.near", name=near) if near else say("unknown-kind.hint", choices=", ".join(choices))
    raise Failure(say("unknown-kind", kind=kind), hint)


def _holder_exists(project: Path, model: type[Record], parts: dict[str, str]) -> None:
    if model is City:
        return
    whole = parts.get("owner") or parts.get("home") or parts["id"].rpartition("/")[0]
    owner = re.sub(rf"/{YEAR}$", "", whole)
    file = "council.yml" if "/" in owner else "city.yml"
    if not (project / "councils" / owner / file).is_file():
        raise Failure(say("no-holder", holder=f"councils/{owner}/{file}"))


def _text(model: type[Record], name: str) -> str:
    lines = [f"# {model.label}", *_first_lines(model, name), "state: draft", "", f"# {say('scaffold.rest')}"]
    return "\n".join((*lines, *_optional_lines(model), ""))


def _first_lines(model: type[Record], name: str) -> Iterator[str]:
    if model is not Year:
        yield f"{'name' if issubclass(model, Named) else 'title'}: {_quoted(name)}"
    for key, info in model.model_fields.items():
        if info.is_required() and key not in ("name", "title"):
            yield f"{key}:  # {info.title}: {info.description}"


def _optional_lines(model: type[Record]) -> Iterator[str]:
    own = [key for key in model.model_fields if key not in Record.model_fields]
    for key in (*own, *Record.model_fields):
        info = model.model_fields[key]
        if not info.is_required() and key != "state":
            yield f"# {key}:{_form(info)}  # {info.title}: {info.description}"


def _form(info: FieldInfo) -> str:
    return " []" if info.default == () else ""


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
