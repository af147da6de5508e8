"""An article of the site as the Markdown that says the same: headings, text, lists, tables, facts, quotes and links.

Pictures, drawings, buttons and the trail of crumbs are left out: a theme makes navigation of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_LEFT_OUT: Final = frozenset({"svg", "nav", "button", "img", "script", "style", "template"})
_VOID: Final = frozenset({"br", "wbr", "img", "hr", "input"})
_BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "div", "footer", "header", "main", "section"),
        *("blockquote", "figcaption", "figure", "p", "details", "summary"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
        *("dl", "dt", "dd", "ol", "ul", "li"),
        *("caption", "table", "tbody", "td", "th", "thead", "tr"),
    }
)
_MARKS: Final = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_HEADING: Final = re.compile("h[1-6]")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]{}|]")
_ENTITIES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_START: Final = re.compile(r"^(?:(#|[-+:=](?=\s|$))|(\d+)([.)])(?=\s))")
_BREAK: Final = "  \n"


@dataclass
class Element:
    """A tag with what stands in it."""

    tag: str
    link: str = ""
    children: list["Element | str"] = field(default_factory=list)


def to_markdown(html: str) -> str:
    """Convert well-formed HTML of a page; the same HTML gives the same Markdown, which ends with a newline."""
    return "\n\n".join(_blocks(parsed(html).children)) + "\n"


def parsed(html: str) -> Element:
    """Read well-formed HTML into a tree, without what is left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def text_of(element: Element) -> str:
    """The words of an element, parted by single spaces."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    edge = " " if element.tag in _BLOCKS or element.tag == "br" else ""
    yield edge
    for child in element.children:
        yield from [child] if isinstance(child, str) else _texts(child)
    yield edge


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("div")
        self._open = [self.root]
        self._left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out or tag in _LEFT_OUT:
            self._left_out += tag not in _VOID
            return
        made = Element(tag, dict(attrs).get("href") or "")
        self._open[-1].children.append(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= tag not in _VOID
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._open[-1].children.append(data)


def _blocks(children: Iterable[Element | str]) -> Iterator[str]:
    """Blocks of Markdown, each without blank lines around it; loose text between blocks is a paragraph."""
    loose: list[Element | str] = []
    for child in children:
        if isinstance(child, str) or not _holds_blocks(child):
            loose.append(child)
            continue
        yield from _paragraph(loose)
        loose = []
        yield from _block(child)
    yield from _paragraph(loose)


def _holds_blocks(element: Element) -> bool:
    return element.tag in _BLOCKS or any(
        isinstance(child, Element) and _holds_blocks(child) for child in element.children
    )


def _paragraph(children: Iterable[Element | str]) -> Iterator[str]:
    text = _line(children)
    if text:
        yield _START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", text)


def _block(element: Element) -> Iterator[str]:
    match element.tag:
        case heading if _HEADING.fullmatch(heading):
            yield f"{'#' * int(heading[1])} {_line(element.children)}"
        case "ul" | "ol":
            yield _list(element)
        case "dl":
            yield from _terms(element)
        case "table":
            yield from _table(element)
        case "blockquote":
            yield _indented("\n\n".join(_blocks(element.children)), "> ", "> ")
        case _:
            yield from _blocks(element.children)


def _list(element: Element) -> str:
    items = [child for child in element.children if isinstance(child, Element)]
    signs = [f"{number}." if element.tag == "ol" else "-" for number in range(1, len(items) + 1)]
    inner = ["\n\n".join(_blocks(item.children)) for item in items]
    between = "\n\n" if any("\n\n" in text for text in inner) else "\n"
    return between.join(_indented(text, f"{sign:<4}", "    ") for sign, text in zip(signs, inner, strict=True))


def _terms(element: Element) -> Iterator[str]:
    """A term and its definitions a block, as both Markdown dialects read them."""
    lines: list[str] = []
    for part in _parts(element, "dt", "dd"):
        if part.tag == "dt":
            if lines and lines[-1].startswith(":"):
                yield "\n".join(lines)
                lines = []
            lines.append(_line(part.children))
        else:
            lines.append(_indented("\n\n".join(_blocks(part.children)), ":   ", "    "))
    if lines:
        yield "\n".join(lines)


def _table(element: Element) -> Iterator[str]:
    rows = [[_cell(cell) for cell in _parts(row, "th", "td")] for row in _parts(element, "tr")]
    if rows:
        lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
    yield from (text for caption in _parts(element, "caption") for text in _paragraph(caption.children))


def _cell(element: Element) -> str:
    """What a cell says on one line; a table of Markdown has no blocks in its cells."""
    return _line(element.children).replace(_BREAK, " ")


def _parts(element: Element, *tags: str) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield from [child] if child.tag in tags else _parts(child, *tags)


def _indented(text: str, first: str, rest: str) -> str:
    return (
        first
        + "\n".join([rest.rstrip(" ") + line if not line else rest + line for line in text.split("\n")])[len(rest) :]
    )


def _line(children: Iterable[Element | str]) -> str:
    """Inline Markdown on one line, but for line breaks that were asked for."""
    text = "".join(_inline(child) for child in children)
    return _BREAK.join(" ".join(line.split()) for line in text.split("\0")).strip()


def _inline(child: Element | str) -> str:
    if isinstance(child, str):
        return _SPECIAL.sub(r"\\\g<0>", child.translate(_ENTITIES))
    if child.tag == "br":
        return "\0"
    inner = "".join(map(_inline, child.children))
    if child.tag in _BLOCKS:
        return f" {inner} "
    return _marked(child, inner.strip()) if inner.strip() else inner


def _marked(element: Element, inner: str) -> str:
    if element.tag == "a" and element.link:
        return f"[{inner}](<{element.link}>)" if " " in element.link else f"[{inner}]({element.link})"
    if element.tag == "code":
        return f"`{text_of(element)}`"
    mark = _MARKS.get(element.tag, "")
    return f"{mark}{inner}{mark}"
