"""Templates compiled to plainer Python than Jinja's own: attributes and calls without detours.

Jinja's compiler allows for what our templates never do: keys asked for as attributes, functions that take the context,
macros whose text is not HTML. Without it the same HTML takes two thirds of the time.
"""

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
    """A macro of a template; its text is HTML."""

    __slots__ = ("_absent", "_body", "_names")

    # Compiled templates make it with what Jinja's own class takes.
    def __init__(self, _environment: object, body: Any, _name: object, names: tuple[str, ...], *options: bool) -> None:
        _, _, asks_caller, _ = options
        self._body = body
        self._names = (*names, "caller") if asks_caller else names
        self._absent = (missing,) * len(self._names)

    def __call__(self, *given: object, **named: object) -> Html:
        """Write it; the code of a macro knows the default of what is missing."""
        if not named:
            return Html(self._body(*given, *self._absent[len(given) :]))
        rest = [named.pop(name, missing) for name in self._names[len(given) :]]
        if named:
            raise TypeError(f"a macro without parameters of these names: {', '.join(named)}")
        return Html(self._body(*given, *rest))


class PlainCode(CodeGenerator):
    """Writes the Python code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Write the module, and put our names over those of Jinja's runtime."""
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
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")
