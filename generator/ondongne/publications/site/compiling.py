"""Templates compiled to plainer Python than Jinja's own: attributes and calls without detours.

Jinja's compiler allows for what our templates never do: keys asked for as attributes, functions that take the context,
macros whose text is not HTML. Without it the same HTML takes two thirds of the time.
"""

from collections.abc import Iterator
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing
from markupsafe import escape as escape_any

from ondongne.publications.html import Html


def escape(value: object) -> str:
    """A value as HTML: what is HTML already stays as it is, all else is text."""
    if type(value) is Html:
        return value
    if type(value) is not str:
        return str(value) if type(value) is int else escape_any(value)
    # Most texts have none of these, and looking for each is faster than one look for all.
    if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
        return escape_any(value)
    return value


class Macro:
    """A macro of a template; its text is HTML. `body` gives that text to a template that writes it at once."""

    __slots__ = ("_names", "body")

    # Compiled templates make it with what Jinja's own class takes.
    def __init__(self, _environment: object, body: Any, _name: object, names: tuple[str, ...], *options: bool) -> None:
        _, _, asks_caller, _ = options
        self._names = (*names, "caller") if asks_caller else names
        # The code of a macro knows the default of what is missing.
        body.__defaults__ = (missing,) * len(self._names)
        self.body = body

    def __call__(self, *given: object, **named: object) -> Html:
        """Write it."""
        return Html(self.named(*given, **named) if named else self.body(*given))

    def named(self, *given: object, **named: object) -> str:
        """Write it with what is given by name."""
        rest = [named.pop(name, missing) for name in self._names[len(given) :]]
        if named:
            raise TypeError(f"a macro without parameters of these names: {', '.join(named)}")
        text: str = self.body(*given, *rest)
        return text


class PlainCode(CodeGenerator):
    """Writes the Python code of a template."""

    _macros: frozenset[str] = frozenset()
    _written: nodes.Expr | None = None
    """A call of a macro whose text is written where it stands."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the module, and put our names over those of Jinja's runtime."""
        self._macros = frozenset(_macros_of(node))
        super().visit_Template(node, frame)
        self.writeline(f"from {Html.__module__} import Html as Markup")
        self.writeline(f"from {__name__} import Macro, escape")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Write an attribute as one."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call as one."""
        self.visit(node.node, frame)
        if node is self._written or forward_caller:
            self.write(".named" if node.kwargs or forward_caller else ".body")
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        """Escape what is printed, unless it is the text of a macro."""
        if self._is_macro(node):
            self._written = node
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not self._is_macro(node):
            super()._output_child_post(node, frame, finalize)

    def _is_macro(self, node: nodes.Expr) -> bool:
        return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in self._macros


def _macros_of(template: nodes.Template) -> Iterator[str]:
    """The names by which a template calls macros."""
    yield "caller"
    yield from (macro.name for macro in template.find_all(nodes.Macro))
    for imported in template.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in imported.names)
