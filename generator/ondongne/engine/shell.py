"""The page shell: the page template is rendered once for each shape of page, and other pages fill its blanks.

The template itself decides what a shape is, by what it asks of a page (see `questions`). The first pages of each shape
are rendered whole too and compared. A shape that differs, or asks what is not understood, is rendered whole.
"""

import logging
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Final

from jinja2 import Environment, Template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ondongne.engine.pages import TEMPLATE, Family, RecordPage
from ondongne.engine.questions import (
    Expression,
    NotUnderstoodError,
    Probe,
    Question,
    Reader,
    is_of_family,
    split_at_marks,
    watched,
)
from ondongne.engine.search import PLUGIN
from ondongne.messages import say

log = logging.getLogger("mkdocs.plugins.ondongne")

_COMPARED: Final = 2
"""Pages of each shape that are rendered whole too."""
_FEW: Final = 50
"""Shapes that a template may have before they must be fewer than half its pages."""
_KNOWN: Final = frozenset({"ondongne", PLUGIN})
"""Plugins whose part in a build the shell allows for."""
_APART: Final = frozenset({"startup", "shutdown", "serve", "config", "pre_build", "build_error"})
"""Events at which a plugin sees no page."""

Check = tuple[Reader, Callable[..., Hashable], tuple[object, ...], Hashable]
"""A question in parts: what reads a value, what is asked of it, with what; and the answer."""


def stands_alone(config: MkDocsConfig) -> bool:
    """Whether no plugin that the shell does not know has a say in what pages are, and what they are rendered with."""
    known = [config.plugins[name] for name in _KNOWN & config.plugins.keys()]
    heard = [method for event, methods in config.plugins.events.items() if event not in _APART for method in methods]
    return all(getattr(method, "__self__", None) in known for method in heard)


class Shell:
    """Makes the HTML of pages of records with the page template of MkDocs' environment.

    `context` gives what MkDocs renders a page with.
    """

    def __init__(self, environment: Environment, context: Callable[[Page], Mapping[str, Any]]) -> None:
        self._template = environment.get_template(TEMPLATE)
        self._shapes = Shapes(watched(environment).get_template(TEMPLATE))
        self._context = context

    def html(self, page: RecordPage) -> bytes:
        """Render a page that has its content; the bytes of its file."""
        shape = self._shapes.find(page, self._context)
        if not shape.whole and shape.compared >= _COMPARED:
            return shape.fill(page)
        whole = self.whole(page)
        if not shape.whole:
            shape.compare(page, whole)
        return whole

    def whole(self, page: Page) -> bytes:
        """Render a page as MkDocs would; the bytes of its file."""
        return _encoded(self._template.render(self._context(page)))


class Shape:
    """HTML with blanks, for all pages that answer a template's questions alike; or no HTML, to render them whole."""

    def __init__(self, html: str = "", blanks: Iterable[Expression] = ()) -> None:
        parts = split_at_marks(html)
        self.whole = not html
        self.compared = 0
        self._pieces = [*map(_encoded, parts)]
        self._order = [int(number) for number in parts[1::2]]
        self._blanks = [blank.reader() for blank in blanks]

    def fill(self, page: RecordPage) -> bytes:
        """The file of a page; what all pages have in common was encoded once."""
        texts = [_encoded(str(read(page))) for read in self._blanks]
        pieces = self._pieces.copy()
        pieces[1::2] = [texts[number] for number in self._order]
        return b"".join(pieces)

    def compare(self, page: RecordPage, expected: bytes) -> None:
        """Give the shape up if a page does not come out as expected."""
        self.compared += 1
        if self.fill(page) != expected:
            self.whole = True
            log.info(say("shell.differs", page=page.url))


class Fork:
    """A question that a template asks, and where each answer leads."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.ways: dict[Hashable, Fork | Shape] = {}


class Shapes:
    """The shapes of a template's pages, found by asking a page what the template asked of others."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._root: dict[Hashable, Fork | Shape] = {}
        self._last: dict[Family, tuple[list[Check], Shape]] = {}
        self._pages = self._learned = 0
        self._lost = False

    def find(self, page: RecordPage, context: Callable[[Page], Mapping[str, Any]]) -> Shape:
        """The shape of a page; one that was not seen before is learned from it in its context."""
        self._pages += 1
        try:
            # Most pages are of the shape of the last one of their family, which few questions tell.
            checks, shape = self._last.get(page.family, ((), None))
            if shape is None or not all(ask(read(page), *given) == answer for read, ask, given, answer in checks):
                shape = self._look_up(page)
        except NotUnderstoodError:
            return Shape()
        return shape or self._learn(page, context(page))

    def _look_up(self, page: RecordPage) -> Shape | None:
        """The shape of a page if it was learned; raises NotUnderstoodError."""
        checks: list[Check] = []
        found = self._root.get(None)
        while isinstance(found, Fork):
            question = found.question
            answer = question.answer(page)
            if not is_of_family(question):
                checks.append((question.expression.reader(), question.operation, question.given, answer))
            found = found.ways.get(answer)
        if found is not None:
            self._last[page.family] = checks, found
        return found

    def _learn(self, page: RecordPage, context: Mapping[str, Any]) -> Shape:
        if self._lost:
            return Shape()
        probe, shape = Probe(page), Shape()
        try:
            shape = Shape(probe.render(self._template, context), probe.blanks)
        except (
            Exception
        ) as error:  # Stand-ins make any code fail; what fails without them fails for the whole page too.
            log.info(say("shell.not-understood", page=page.url, reason=error))
        self._learned += 1
        self._lost = not self._keep(probe, shape) or self._learned > max(_FEW, self._pages // 2)
        if self._lost:
            log.info(say("shell.lost"))
        return shape

    def _keep(self, probe: Probe, shape: Shape) -> bool:
        """Put a shape where the answers lead; fails if the template asks differently after like answers."""
        ways: dict[Hashable, Fork | Shape] = self._root
        answer: Hashable = None
        for question, given in probe.answers.items():
            fork = ways.setdefault(answer, Fork(question))
            if not isinstance(fork, Fork) or fork.question != question:
                return False
            ways, answer = fork.ways, given
        ways.setdefault(answer, shape)
        return True


def _encoded(text: str) -> bytes:
    """A text as MkDocs writes it."""
    return text.encode(errors="xmlcharrefreplace")
