"""A booklet as the HTML that says the same, for typesetters of HTML, with its footnotes, contents and index.

Photos are left out: booklets are compared in towns without any.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

Data = Mapping[str, Any]

_CSS: Final = """
@font-face {{ font-family: serif-ko; src: url("{fonts}/{serif}"); }}
@font-face {{ font-family: sans-ko; src: url("{fonts}/{sans}"); }}
@page {{ size: A4; margin: 24mm 20mm 24mm 50mm;
  @top-left {{ content: string(chapter); font: 8pt sans-ko; }}
  @top-right {{ content: string(booklet); font: 8pt sans-ko; }}
  @bottom-left {{ content: counter(page); font: 9pt sans-ko; }} }}
@page :first {{ @top-left {{ content: none }} @top-right {{ content: none }} @bottom-left {{ content: none }} }}
body {{ font: 10pt/1.7 serif-ko; text-align: justify; }}
h1, h2, h3, h4, dt, table, nav, .sans {{ font-family: sans-ko; text-align: left; }}
h1 {{ string-set: chapter content(); break-before: page; font-size: 22pt; }}
.cover h1 {{ string-set: booklet content(), chapter ""; break-before: avoid; margin-top: 90mm; }}
h2 {{ font-size: 15pt; break-after: avoid; }}
h3, h4 {{ font-size: 11pt; break-after: avoid; }}
table {{ width: 100%; border-collapse: collapse; font-size: 8.5pt; }}
th, td {{ border-bottom: 0.3pt solid; text-align: left; vertical-align: top; }}
.facts {{ border: 0.3pt solid; border-width: 0.3pt 0; font: 9pt sans-ko; }}
.facts dt {{ float: left; width: 26mm; clear: left; }}
.facts dd {{ margin-left: 28mm; }}
.numbers {{ display: flex; flex-wrap: wrap; }}
.numbers > div {{ width: 30%; margin-right: 3%; border-top: 1.2pt solid; }}
.numbers b {{ font-size: 20pt; }}
.bar {{ height: 9pt; background: #eee; }}
.bar div {{ height: 9pt; background: #2b5a83; }}
blockquote {{ border-left: 1.6pt solid; padding-left: 5mm; margin-left: 0; break-inside: avoid; }}
.index {{ columns: 2; font-size: 8.5pt; text-align: left; }}
a {{ color: inherit; text-decoration: none; }}
nav a::after, .index a::after {{ content: " " target-counter(attr(href), page); }}
small, .note, sup {{ font-size: 0.75em; }}
.foot {{ float: footnote; font: 7.5pt sans-ko; text-align: left; }}
.foot::footnote-call, .foot::footnote-marker {{ content: ""; }}
"""


def to_html(booklet: Data, fonts: Path) -> str:
    """Write a booklet's data as an HTML document set in the fonts of a folder."""
    css = _CSS.format(fonts=fonts.as_uri(), serif=_font(fonts, "Serif"), sans=_font(fonts, "Sans"))
    head = f'<meta charset="utf-8"><title>{_text(booklet["title"])}</title><style>{css}</style>'
    head += f'<meta name="author" content="{_text(booklet["author"])}">'
    parts = [
        _cover(booklet["cover"]),
        f"<section>{_facts({'rows': booklet['imprint']})}</section>",
        *map(_chapter, booklet["fronts"]),
        _contents(booklet["chapters"], booklet["depth"]),
        *map(_chapter, booklet["chapters"]),
    ]
    return f'<!doctype html><html lang="ko"><head>{head}</head><body>{"".join(parts)}</body></html>'


def _font(fonts: Path, kind: str) -> str:
    """The regular weight of a kind of type."""
    return next(path.name for path in sorted(fonts.iterdir()) if kind in path.stem and "Regular" in path.stem)


def _text(text: object) -> str:
    return escape(str(text))


def _cover(cover: Data) -> str:
    lines = "".join(f"<p>{_text(cover[name])}</p>" for name in ("place", "year", "note") if cover.get(name))
    return (
        f'<section class="cover"><h1>{_text(cover["title"])} {_text(cover.get("subtitle", ""))}</h1>{lines}</section>'
    )


def _contents(chapters: Sequence[Data], depth: int) -> str:
    """Every chapter, and with a depth of 2 its records, with the pages they are on."""
    lines = []
    for number, chapter in enumerate(chapters):
        lines.append(f'<li><a href="#{_chapter_id(chapter, number)}">{_text(chapter["title"])}</a></li>')
        anchored = [block for block in chapter["blocks"] if block["is"] == "heading" and "anchor" in block]
        if depth > 1:
            lines += [f'<li><a href="#{_text(it["anchor"])}">{_text(it["text"])}</a></li>' for it in anchored]
    return f"<nav><h1>차례</h1><ul>{''.join(lines)}</ul></nav>"


def _chapter_id(chapter: Data, number: int) -> str:
    return _text(chapter.get("anchor") or f"chapter-{chapter['title']}-{number}".replace(" ", "-"))


def _chapter(chapter: Data) -> str:
    name = chapter.get("anchor")
    opening = f'<h1 id="{_text(name)}">' if name else "<h1>"
    kicker = f'<p class="sans">{_text(chapter["kicker"])}</p>' if "kicker" in chapter else ""
    return (
        f"<section>{kicker}{opening}{_text(chapter['title'])}</h1>{''.join(map(_block, chapter['blocks']))}</section>"
    )


def _block(block: Data) -> str:
    return _MAKERS[block["is"]](block)


def _spans(spans: Iterable[Data]) -> str:
    return "".join(map(_span, spans))


def _span(span: Data) -> str:
    if "word" in span:
        return _spans(span["word"])
    if "cite" in span:
        return f'<sup><a href="#source-{span["cite"]}">{span["cite"]}</a></sup>{_foot(span)}'
    text = "<br>" if span["text"] == "\n" else _text(span["text"])
    for name, tag in (("note", "small"), ("strong", "b"), ("emphasis", "em")):
        if name in span:
            text = f"<{tag}>{text}</{tag}>"
    target = f"#{span['to']}" if "to" in span else span.get("url")
    return f'<a href="{_text(target)}">{text}</a>' if target else text


def _foot(span: Data) -> str:
    """The footnote of a citation that has one."""
    return f'<span class="foot">{span["cite"]} {_spans(span["foot"])}</span>' if "foot" in span else ""


def _heading(block: Data) -> str:
    tag = f"h{block.get('level', 3)}"
    kicker = f'<p class="sans">{_text(block["kicker"])}</p>' if "kicker" in block else ""
    name = f' id="{_text(block["anchor"])}"' if "anchor" in block else ""
    return f"{kicker}<{tag}{name}>{_text(block['text'])}</{tag}>"


def _listed(block: Data) -> str:
    tag = "ol" if block.get("ordered") else "ul"
    return f"<{tag}>{''.join(f'<li>{_spans(item)}</li>' for item in block['items'])}</{tag}>"


def _facts(block: Data) -> str:
    return f'<dl class="facts">{"".join(map(_row, block["rows"]))}</dl>'


def _row(row: Data) -> str:
    return f"<dt>{_text(row['label'])}</dt><dd>{'<br>'.join(map(_spans, row['lines']))}</dd>"


def _about(block: Data) -> str:
    return f'<p class="note">{_spans(block["about"])}</p>' if "about" in block else ""


def _numbers(block: Data) -> str:
    made = (f"<div><p>{_text(it['label'])}</p><b>{_text(it['value'])}</b>{_about(it)}</div>" for it in block["numbers"])
    return f'<div class="numbers">{"".join(made)}</div>'


def _bar(block: Data) -> str:
    drawn = f'<div class="bar"><div style="width: {block.get("reached", 0)}%"></div></div>'
    said = f"<p><b>{_text(block['value'])}</b> · 목표 {_text(block['target'])}</p>"
    return f'<div class="sans"><p>{_text(block["label"])}</p>{drawn}{said}{_about(block)}</div>'


def _slogan(block: Data) -> str:
    return (
        f'<p class="sans">{_text(block["kicker"])}</p><p class="sans"><b>{_text(block["text"])}</b></p>{_about(block)}'
    )


def _quotation(block: Data) -> str:
    by = f"<p><small>{_text(block['by'])}</small></p>" if "by" in block else ""
    return f"<blockquote><p>{_spans(block['spans'])}</p>{by}</blockquote>"


def _table(block: Data) -> str:
    head = "".join(f"<th>{_text(name)}</th>" for name in block["head"])
    rows = ("".join(f"<td>{_spans(cell)}</td>" for cell in row) for row in block["rows"])
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    caption = f"<caption>{_text(block['title'])}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _drawings(block: Data) -> str:
    return "".join(f"<figure><p>{_text(it['title'])}</p>{it['svg']}</figure>" for it in block["drawings"])


def _remark(block: Data) -> str:
    return "".join(f'<p class="note">{_spans(line)}</p>' for line in block["lines"])


def _references(block: Data) -> str:
    items = (f'<li id="source-{number}">{_spans(item)}</li>' for number, item in enumerate(block["items"], 1))
    return f"<ol>{''.join(items)}</ol>"


def _index(block: Data) -> str:
    terms = "".join(f"<p>{_text(term['text'])}{_places(term['anchors'])}</p>" for term in block["terms"])
    return f'<div class="index"><h3>{_text(block["initial"])}</h3>{terms}</div>'


def _places(anchors: Iterable[str]) -> str:
    return "".join(f'<a href="#{_text(anchor)}"></a>' for anchor in anchors)


def _photo(_block: Data) -> str:
    return ""


_MAKERS: Final[Mapping[str, Callable[[Data], str]]] = {
    "section": lambda block: f"<h2>{_text(block['text'])}</h2>",
    "picture": _photo,
    "gallery": _photo,
    "drawings": _drawings,
    "heading": _heading,
    "lead": lambda block: f'<p class="sans">{_spans(block["spans"])}</p>',
    "paragraph": lambda block: f"<p>{_spans(block['spans'])}</p>",
    "items": _listed,
    "names": _listed,
    "facts": _facts,
    "numbers": _numbers,
    "bar": _bar,
    "slogan": _slogan,
    "quotation": _quotation,
    "table": _table,
    "remark": _remark,
    "signature": lambda block: f'<p class="sans">{_text(block["text"])}</p>',
    "references": _references,
    "indexgroup": _index,
}
