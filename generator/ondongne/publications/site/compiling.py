"""Templates compiled to plainer Python than Jinja's own: attributes and calls without detours.

Jinja's compiler allows for what our templates never do: keys asked for as attributes, functions that take the context,
macros whose text is not HTML. Without it the same HTML takes little more than half the time.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef, find_undeclared
from jinja2.idtracking import VAR_LOAD_ALIAS, VAR_LOAD_UNDEFINED
from jinja2.runtime import Context

from ondongne.publications.html import Html, escape_text

T = TypeVar("T")


def escape(value: object) -> str:
    """A value as HTML: what is HTML already stays as it is, all else is text."""
    if type(value) is Html:
        return value
    if type(value) is str:
        return escape_text(value)
    return str(value) if isinstance(value, int) else markupsafe.escape(value)


class Macro:
    """A macro of a template; its text is HTML. `body` gives that text to a template that writes it at once."""

    __slots__ = ("body",)

    def __init__(self, body: Callable[..., str]) -> None:
        self.body = body

    def __call__(self, *given: object, **named: object) -> Html:
        """Write it."""
        return Html(self.body(*given, **{_parameter(name): value for name, value in named.items()}))


def _parameter(name: str) -> str:
    """What Jinja's compiler calls a parameter of a macro that stands in nothing else."""
    return f"l_1_{name}"


class PlainContext(Context):
    """What a template is given; a name that it is not given can be looked up, and fails where it is used."""

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a name."""
        for held in (self.vars, self.parent):
            if key in held:
                return held[key]
        return self.environment.undefined(name=key)


class Loop:
    """Where a loop of a template is, as far as our templates ask."""

    __slots__ = ("index0", "length")

    index0: int
    length: int

    @property
    def index(self) -> int:
        """The number of the item, from 1."""
        return self.index0 + 1

    @property
    def first(self) -> bool:
        """Whether this is the first item."""
        return self.index0 == 0

    @property
    def last(self) -> bool:
        """Whether this is the last item."""
        return self.index0 == self.length - 1


def looped(given: Iterable[T], _undefined: object) -> Iterator[tuple[T, Loop]]:
    """Each item, and where the loop is."""
    items, loop = tuple(given), Loop()
    loop.length = len(items)
    for loop.index0, item in enumerate(items):
        yield item, loop


class PlainCode(CodeGenerator):
    """Writes the Python code of a template."""

    _macros: frozenset[str] = frozenset()
    _taken: dict[str, str]
    """Macros of other templates by the names that they have here, with what our code calls them."""
    _written: nodes.Expr | None = None
    """A call of a macro whose text is written where it stands."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the module, and put our names over those of Jinja's runtime."""
        imports = [each for each in node.body if isinstance(each, nodes.FromImport)]
        node.body = [each for each in node.body if not isinstance(each, nodes.FromImport)]
        self._take_over(imports)
        found = [*node.find_all((nodes.Macro, nodes.Filter, nodes.Test, nodes.Name))]
        self._macros = frozenset(("caller", *self._taken, *_names(found, nodes.Macro)))
        self._look_up(_names(found, nodes.Filter), "filters", self.filters)
        self._look_up(_names(found, nodes.Test), "tests", self.tests)
        self._look_up(_names(found, nodes.Name) & self.environment.globals.keys(), "globals", self._taken)
        super().visit_Template(node, frame)
        self.writeline(f"from {Html.__module__} import Html as Markup, escape_text")
        self.writeline(f"from {__name__} import Macro, escape, looped as LoopContext")

    def _take_over(self, imports: Iterable[nodes.FromImport]) -> None:
        """Take over macros of other templates once for the whole module: they are the same for every page."""
        self._taken = {}
        for imported in imports:
            self.writeline(f"imported = environment.get_template({imported.template.as_const()!r}).module")
            for name, own in _names_of(imported):
                self._taken[own] = self.temporary_identifier()
                self.writeline(f"{self._taken[own]} = imported.{name}")

    def _look_up(self, names: Iterable[str], where: str, known: dict[str, str]) -> None:
        """Look up filters, tests or globals once for the whole module."""
        for name in sorted(names):
            known[name] = self.temporary_identifier()
            self.writeline(f"{known[name]} = environment.{where}[{name!r}]")

    def pull_dependencies(self, nodes: object) -> None:
        """Look nothing up: the module has."""

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Write a line, unless it keeps names for functions that ask for them, which ours do not."""
        if not x.startswith(("_loop_vars", "_block_vars")):
            super().writeline(x, node, extra)

    def enter_frame(self, frame: Frame) -> None:
        """Write first where names come from: those that the module took over or looked up are known."""
        loads = frame.symbols.loads
        for ref, (_, name) in loads.items():
            if name in self._taken:
                loads[ref] = VAR_LOAD_ALIAS, self._taken[name]
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """Write a name as one; only what a template sets may be missing."""
        ref = frame.symbols.ref(node.name)
        source, _ = frame.symbols.find_load(ref) or (None, None)
        if node.ctx == "load" and (source != VAR_LOAD_UNDEFINED or node.name in self._macros):
            self.write(ref)
        else:
            super().visit_Name(node, frame)

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        """Write a macro, or what stands in a call of one, as a function with its defaults."""
        inner, macro = frame.inner(), MacroRef(node)
        inner.symbols.analyze_node(node)
        inner.require_output_check = False
        self.writeline("def macro(", node)
        self._write_parameters(node, inner)
        self.write("):")
        self.indent()
        self.buffer(inner)
        self.enter_frame(inner)
        self.blockvisit(node.body, inner)
        self.return_buffer_contents(inner, force_unescaped=True)
        self.leave_frame(inner, with_python_scope=True)
        self.outdent()
        return inner, macro

    def _write_parameters(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> None:
        required = len(node.args) - len(node.defaults)
        for at, argument in enumerate(node.args):
            self.write(frame.symbols.ref(argument.name))
            if at >= required:
                self.write("=")
                self.visit(node.defaults[at - required], frame)
            self.write(", ")
        if find_undeclared(node.body, ("caller",)):
            self.write(f"{frame.symbols.declare_parameter('caller')}=None")

    def macro_def(self, macro_ref: MacroRef, *_: Any) -> None:
        """Write what a macro is called by: what stands in a call of one is called by that one alone."""
        self.write("macro" if isinstance(macro_ref.node, nodes.CallBlock) else "Macro(macro)")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write an attribute as one."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """Write what stands in brackets as it stands."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """Write a look for none as one."""
        if node.name == "none":
            self.write("(")
            self.visit(node.node, frame)
            self.write(" is None)")
        else:
            super().visit_Test(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call as one; a macro that is written where it stands is called by what Jinja's compiler makes it."""
        is_written = node is self._written or forward_caller
        self.visit(node.node, frame)
        self.write(".body(" if is_written and not _is_caller(node) else "(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{_parameter(named.key) if is_written else named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(f"{_parameter('caller')}=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, *_: Any) -> None:
        """Escape what is printed, unless it is the text of a macro."""
        if self._is_macro(node):
            self._written = node
        else:
            self.write("(escape_text(text) if type(text := (")

    def _output_child_post(self, node: nodes.Expr, *_: Any) -> None:
        if not self._is_macro(node):
            self.write(")) is str else escape(text))")

    def _is_macro(self, node: nodes.Expr) -> bool:
        return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in self._macros


def _is_caller(node: nodes.Call) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == "caller"


def _names(found: Iterable[nodes.Node], kind: type[nodes.Macro | nodes.Filter | nodes.Test | nodes.Name]) -> set[str]:
    return {each.name for each in found if isinstance(each, kind)}


def _names_of(imported: nodes.FromImport) -> Iterator[tuple[str, str]]:
    """The names that a template takes over, as they are there and here."""
    yield from ((name, name) if isinstance(name, str) else name for name in imported.names)
