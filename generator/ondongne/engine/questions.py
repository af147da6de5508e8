"""What a template asks of the page it is rendered for: the texts it prints, and the questions it decides by.

A template is rendered for one page with stand-ins in the place of the page and its texts. A stand-in prints a mark,
notes each question that is put to it, and answers as the page does. Any page that gives the same answers gets the same
HTML but for the texts where the marks are.
"""

import operator
import posixpath
import re
from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from functools import wraps
from typing import Any, Final, NamedTuple, NoReturn, TypeAlias

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context
from markupsafe import escape
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

_MARK: Final = re.compile("ondongne7blank([0-9]+)end")
_LINKING: Final = ("url", "script_tag")
"""MkDocs' filters that write a link as seen from the page."""


class NotUnderstoodError(Exception):
    """A template does with a page what no stand-in can answer for."""


class Kind(Enum):
    """What a value is, where that is all that matters."""

    TEXT = 1
    MISSING = 2

    __hash__ = object.__hash__  # An enumeration's own takes far longer.


class Step(NamedTuple):
    """A filter or test that a value goes through, with the arguments before and after the value."""

    function: Callable[..., Any]
    before: tuple[object, ...] = ()
    after: tuple[object, ...] = ()
    named: tuple[tuple[str, object], ...] = ()


class Expression(NamedTuple):
    """A value of a page: itself, an attribute, its front matter or an entry of that; then what filters make of it."""

    path: tuple[str, ...]
    steps: tuple[Step, ...] = ()

    def of(self, page: Page) -> object:
        """The value for a page; Kind.MISSING where the page has none."""
        return self.reader()(page)

    def reader(self) -> "Reader":
        """What gives the value for a page, for asking many."""
        found = _looking(self.path)
        for step in self.steps:
            found = _stepping(found, step)
        return found

    def then(self, step: Step) -> "Expression":
        """The value after one more step."""
        return self._replace(steps=(*self.steps, step))


class Question(NamedTuple):
    """Something a template decides by: an operation on a value of the page."""

    expression: Expression
    operation: Callable[..., Hashable]
    given: tuple[object, ...]

    def answer(self, page: Page) -> Hashable:
        """What a page answers; raises NotUnderstoodError."""
        return self.operation(self.expression.of(page), *self.given)


Reader: TypeAlias = Callable[[Page], object]


_URL: Final = Expression(("url",))
_OF_FAMILY: Final = (("meta", "page_kind"), ("meta", "section"))


class Probe:
    """A page that a template is rendered for: each question with its answer in the order they came, and each blank."""

    def __init__(self, model: Page) -> None:
        self.model = model
        self.answers: dict[Question, Hashable] = {}
        self.blanks: dict[Expression, int] = {}
        self._linked: frozenset[str] = frozenset()

    def render(self, template: Template, context: Mapping[str, Any]) -> str:
        """Render a template of a watched environment; raises whatever comes of what is not understood."""
        self.ask(_URL, str.count, "/")  # `base_url` depends on the depth of a page,
        self._linked = frozenset(_folder(page.url) for page in context["nav"].pages)
        for path in (*context["config"].extra_css, *context["config"].extra_javascript):
            self.link(str(path))  # and the other addresses in its context on where it is.
        return template.render({**context, "page": Stand(self, Expression(()))})

    def ask(self, expression: Expression, operation: Callable[..., Hashable], *given: object) -> Any:
        """Note a question and answer it as the page does."""
        question = Question(expression, operation, given)
        if question not in self.answers:
            self.answers[question] = question.answer(self.model)
        return self.answers[question]

    def link(self, target: str) -> None:
        """Note what a link to `target` depends on beside the page's depth: the folders that both have in common."""
        folder = _folder(posixpath.normpath(f"/{target}")[1:])
        if folder and self._is_in(folder):
            self.ask(_URL, _link, target)

    def _is_in(self, folder: str) -> bool:
        if folder in self._linked:  # One question for all that the navigation links to.
            return bool(self.ask(_URL, _folder_among, self._linked) == folder)
        return bool(self.ask(_URL, str.startswith, f"{folder}/"))

    def mark(self, expression: Expression) -> str:
        """What stands for a text where the template prints it."""
        return f"ondongne7blank{self.blanks.setdefault(expression, len(self.blanks))}end"

    def value(self, path: tuple[str, ...]) -> object:
        """A value as the template gets it: a stand-in for a text, and anything else as it is."""
        expression = Expression(path)
        kind = self.ask(expression, _kind)
        return Hole(self, expression) if kind is Kind.TEXT else expression.of(self.model)


class StandIn:
    """Stands for a value of the page; what a template does with it beyond what is written here is not understood."""

    __slots__ = ("_expression", "_probe")

    def __init__(self, probe: Probe, expression: Expression) -> None:
        self._probe = probe
        self._expression = expression

    def tested(self, step: Step) -> Any:
        """What a test says of the value."""
        return self._probe.ask(self._expression.then(step), _frozen)

    def filtered(self, step: Step) -> object:
        """The value after a filter."""
        raise NotUnderstoodError(step.function)

    def __bool__(self) -> bool:
        return bool(self._probe.ask(self._expression, bool))

    def __iter__(self) -> NoReturn:
        raise NotUnderstoodError(self._expression.path)


class Stand(StandIn):
    """Stands for the page."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def __getattr__(self, name: str) -> object:
        if name == "meta":
            return FrontMatter(self._probe, Expression(("meta",)))
        value = self._probe.value((name,))
        if value is Kind.MISSING:
            raise AttributeError(name)
        return value


class FrontMatter(StandIn):
    """Stands for the page's front matter."""

    __slots__ = ()

    def __getattr__(self, name: str) -> NoReturn:
        if hasattr(dict, name):
            raise NotUnderstoodError(name)
        raise AttributeError(name)

    def __getitem__(self, name: str) -> object:
        value = self._probe.value(("meta", name))
        if value is Kind.MISSING:
            raise KeyError(name)
        return value

    def __contains__(self, name: str) -> bool:
        return self._probe.ask(Expression(("meta", name)), _kind) is not Kind.MISSING


class Hole(StandIn):
    """Stands for a text of the page, or for what filters make of it."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return super().__bool__() if self._expression.steps else True  # Only what is not empty is a text.

    def __str__(self) -> str:
        return self._probe.mark(self._expression)

    def __html__(self) -> str:
        return self._probe.mark(self._expression.then(Step(escape)))

    def filtered(self, step: Step) -> object:
        """The text after a filter, which is for each page to apply."""
        return Hole(self._probe, self._expression.then(step))

    def __len__(self) -> int:
        return int(self._probe.ask(self._expression, len))

    def __eq__(self, other: object) -> bool:
        _refuse(other)
        return bool(self._probe.ask(self._expression, operator.eq, other))

    def __hash__(self) -> NoReturn:
        raise NotUnderstoodError(self._expression.path)

    def __contains__(self, part: object) -> bool:
        _refuse(part)
        return bool(self._probe.ask(self._expression, operator.contains, part))

    # Jinja takes a missing attribute or item for nothing, but the text itself may have it.
    def __getattr__(self, name: str) -> NoReturn:
        raise NotUnderstoodError(name)

    def __getitem__(self, key: object) -> NoReturn:
        raise NotUnderstoodError(key)


def watched(environment: Environment) -> Environment:
    """The same templates, with filters and tests that know stand-ins."""
    made = environment.overlay()
    made.template_class = Template
    made.filters = {name: _filter(function) for name, function in environment.filters.items()}
    made.filters |= {name: _linking(environment.filters[name]) for name in _LINKING if name in environment.filters}
    made.tests = {name: _test(function) for name, function in environment.tests.items()}
    return made


def is_of_family(question: Question) -> bool:
    """Whether all pages of a family answer a question alike (see `RecordPage.family`)."""
    is_of_place = question.expression == _URL and question.operation in (str.count, str.startswith, _folder_among)
    return is_of_place or question.expression.path in _OF_FAMILY


def split_at_marks(html: str) -> list[str]:
    """A rendered text in pieces: text, number of a blank, text, and so on."""
    return _MARK.split(html)


def _filter(function: Any) -> Callable[..., Any]:
    @wraps(function)
    def known(*arguments: Any, **named: Any) -> Any:
        value, step = _parted(function, arguments, named)
        return value.filtered(step) if isinstance(value, StandIn) else function(*arguments, **named)

    return known


def _test(function: Any) -> Callable[..., Any]:
    @wraps(function)
    def known(*arguments: Any, **named: Any) -> Any:
        value, step = _parted(function, arguments, named)
        return value.tested(step) if isinstance(value, StandIn) else function(*arguments, **named)

    return known


def _parted(function: Any, arguments: tuple[Any, ...], named: Mapping[str, Any]) -> tuple[object, Step]:
    """Part the value from the other arguments; only the value may be a stand-in, and nothing may hold a mark."""
    lead = 1 if hasattr(function, "jinja_pass_arg") else 0
    value = arguments[lead]
    step = Step(function, arguments[:lead], arguments[lead + 1 :], tuple(named.items()))
    _refuse(step.after, tuple(named.values()))
    if not isinstance(value, StandIn):
        _refuse(value)
    elif any(isinstance(argument, Context) for argument in step.before):
        raise NotUnderstoodError(function)
    return value, step


def _linking(function: Any) -> Callable[..., Any]:
    @pass_context
    @wraps(function)
    def known(context: Context, target: object) -> Any:
        _refuse(target)
        probe: Probe = context["page"]._probe
        probe.link(str(target))
        return function(context.derived({"page": probe.model}), target)

    return known


def _refuse(*values: object) -> None:
    """Raise NotUnderstoodError for what is, holds or was made with a stand-in."""
    for value in values:
        if isinstance(value, StandIn) or (isinstance(value, str) and _MARK.search(value)):
            raise NotUnderstoodError(value)
        if isinstance(value, list | tuple):
            _refuse(*value)
        elif isinstance(value, dict):
            _refuse(*value.values())


def _looking(path: tuple[str, ...]) -> Reader:
    match path:
        case (name,):
            return lambda page: getattr(page, name, Kind.MISSING)
        case (_, name):
            return lambda page: page.meta.get(name, Kind.MISSING)
    return lambda page: page


def _stepping(value: Reader, step: Step) -> Reader:
    function, before, after, named = step.function, step.before, step.after, dict(step.named)
    return lambda page: function(*before, value(page), *after, **named)


def _kind(value: object) -> Hashable:
    return Kind.TEXT if type(value) is str and value else _frozen(value)


def _frozen(value: object) -> Hashable:
    """The value itself, where equal values are alike; raises NotUnderstoodError where they may not be."""
    if value is None or isinstance(value, str | bool | Kind):
        return value
    if isinstance(value, list | tuple):
        return (type(value), *map(_frozen, value))
    if type(value).__eq__ is object.__eq__ or type(value).__hash__ is None:
        raise NotUnderstoodError(type(value))
    return type(value), value


def _folder(url: str) -> str:
    return url.partition("/")[0]


def _folder_among(url: str, folders: frozenset[str]) -> str:
    """The one of some folders at the top in which a page lies; empty when it is in none of them."""
    folder, slash, _ = url.partition("/")
    return folder if slash and folder in folders else ""


def _link(url: str, target: str) -> str:
    return get_relative_url(target, url)
