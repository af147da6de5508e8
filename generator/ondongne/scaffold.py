"""New projects and new records: files filled as far as they can be, with every field named for whoever goes on."""

import re
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
from ondongne.records.council import Council
from ondongne.records.finding import FIRST_YEAR, LAST_YEAR
from ondongne.records.kinds import KINDS, OF_A_YEAR, RESERVED_SLUGS
from ondongne.records.record import Named, Record
from ondongne.records.text import SLUG_LENGTH
from ondongne.records.year import Year

SLUG = rf"(?![a-z0-9-]{{{SLUG_LENGTH + 1}}})[a-z0-9]+(?:-[a-z0-9]+)*"
YEAR = f"(?:{'|'.join(map(str, range(FIRST_YEAR, LAST_YEAR + 1)))})"


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
    match = re.fullmatch(form.pattern, id_)
    if match is None:
        raise Failure(say("wrong-id", id=id_), _hint(model, form))
    owner = _owner(model, match.groupdict())
    if taken := sorted(filter(_is_taken, owner.split("/"))):
        raise Failure(say("reserved-id", id=id_), say("reserved-id.hint", names=", ".join(taken)))
    path = project / "councils" / form.file.format(**match.groupdict())
    if path.exists():
        raise Failure(say("exists", path=path.relative_to(project).as_posix()))
    made = write_project(project, f"{name} 온동네".strip()) if model is City else ()
    _holder_exists(project, model, owner)
    write_whole(path, _text(model, name or path.stem).encode("utf-8"))
    paths = tuple(file.relative_to(project) for file in (*made, path))
    return Created(paths, say(form.next_step, id=id_))


def write_project(folder: Path, site_name: str) -> tuple[Path, ...]:
    """Write mkdocs.yml and content/ where they are missing, and return the files written."""
    template = project_folder()
    made = []
    for source in (template / "mkdocs.yml", *sorted((template / "content").glob("*.md"))):
        target = folder / source.relative_to(template)
        if not target.exists():
            content = source.read_bytes()
            write_whole(target, _named(content, site_name) if target.name == "mkdocs.yml" else content)
            made.append(target)
    return tuple(made)


def _named(config: bytes, site_name: str) -> bytes:
    line = f"site_name: {_quoted(site_name)}"
    return re.sub(r"(?m)^site_name:.*$", lambda _: line, config.decode("utf-8"), count=1).encode("utf-8")


def _model(kind: str) -> type[Record]:
    for model in KINDS.values():
        if kind in (model.kind, model.__name__.lower(), model.label):
            return model
    choices = [model.__name__.lower() for model in KINDS.values()]
    near = korean.nearest(kind, choices)
    hint = say("usage.near", name=near) if near else say("unknown-kind.hint", choices=", ".join(choices))
    raise Failure(say("unknown-kind", kind=kind), hint)


def _hint(model: type[Record], form: _Form) -> str:
    limits = {"most": SLUG_LENGTH, "first": FIRST_YEAR, "last": LAST_YEAR}
    return say("wrong-id.hint", kind=model.label, form=form.example, **limits)


def _owner(model: type[Record], parts: dict[str, str]) -> str:
    """The id of the city or council that a record is, or belongs to."""
    if model in (City, Council):
        return parts["id"]
    return parts.get("owner") or (parts.get("home") or parts["id"]).rpartition("/")[0]


def _is_taken(name: str) -> bool:
    """Whether no city or council may bear a name, since kinds, years or other pages do."""
    return name in RESERVED_SLUGS or re.fullmatch("[0-9]{4}", name) is not None


def _holder_exists(project: Path, model: type[Record], owner: str) -> None:
    if model is City:
        return
    holder = owner.rpartition("/")[0] if model is Council else owner
    kind = "council" if "/" in holder else "city"
    if not (project / "councils" / holder / f"{kind}.yml").is_file():
        wanted = say("no-holder", holder=f"councils/{holder}/{kind}.yml")
        raise Failure(wanted, say("no-holder.hint", kind=kind, id=holder))


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
