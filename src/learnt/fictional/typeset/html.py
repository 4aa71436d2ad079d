"""Web pages: clean semantic HTML, or (by seed) bold paragraphs where headings should be."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from random import Random

from learnt.fictional.manuscript import (
    Bullets,
    Contents,
    Element,
    Frame,
    Heading,
    Manuscript,
    NewPage,
    Paragraph,
    Table,
)
from learnt.fictional.typeset.html_tables import html_table
from learnt.fictional.typeset.wording import (
    contents_title,
    heading_line,
    is_contents_title,
    listed_headings,
    opens_with_title,
    subject,
)

_TYPES = {"a": "a", "i": "i", "1": "1", "A": "A"}
_STYLE = """body{{font-family:{font};font-size:{size}pt;line-height:1.4;margin:2em auto;
max-width:48em;text-align:{align}}}
h1,h2,h3,h4{{color:{ink};line-height:1.2}} table{{border-collapse:collapse;width:100%}}
.all td,.all th{{border:1px solid #555}} .horizontal td,.horizontal th{{border-bottom:1px solid #555}}
.shading tr:nth-child(odd) td{{background:#e8edf3}} th{{background:#dde3ea;text-align:left}}
td,th{{padding:.3em .5em;vertical-align:top}} .framed{{border:1px solid {ink};padding:.5em 1em;
margin:1em 0}} .shaded{{background:#eef1f5;padding:.5em 1em;margin:1em 0}} .centred{{text-align:center}}
.footnotes{{font-size:85%;border-top:1px solid #999}} .contents li{{list-style:none}}
@media print{{.page{{break-before:page}} body{{margin:0;max-width:none}}
thead.once{{display:table-row-group}} h1,h2,h3{{break-after:avoid}} .wide{{page:wide}}
.columns{{columns:2}} .columns h2{{column-span:all}}}} @page wide{{size:A4 landscape}}
@page{{size:A4}}"""
_FONTS = {
    "sans": "Arial, 'Liberation Sans', sans-serif",
    "serif": "Georgia, 'Liberation Serif', serif",
}
_INKS = ("#000", "#1f3864", "#4b2e6f", "#00594f", "#0b0c0c")


def typeset_html(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    """Write `manuscript` as one HTML page to `path`; a quarter of seeds have no real headings."""
    path.write_text(html_page(manuscript, seed), encoding="utf-8")


def html_page(manuscript: Manuscript, seed: int) -> str:
    """Give the page as text."""
    draw = Random(f"html {seed}")  # nosec B311 # seeded on purpose, no secret
    maker = _Maker(manuscript, semantic=draw.random() < 0.75)
    ink = draw.choice(_INKS)
    body = "\n".join(maker.body())
    style = _STYLE.format(
        font=_FONTS[manuscript.font],
        size=f"{manuscript.size:g}",
        ink=ink,
        align="justify" if manuscript.justified else "left",
    )
    author = escape(manuscript.properties.get("author", ""))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(manuscript.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{escape(manuscript.title)}</title>\n'
        f'<meta name="description" content="{escape(subject(manuscript))}">\n'
        f'<meta name="author" content="{author}">\n<style>\n{style}\n</style>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


@dataclass
class _Maker:
    manuscript: Manuscript
    semantic: bool
    notes: list[str] = field(default_factory=list)
    headings: int = 0
    depth: int = 0

    def body(self) -> Iterator[str]:
        """Give the lines of the body."""
        if self.manuscript.header:
            yield f"<header><p>{_text(self.manuscript.header)}</p></header>"
        yield "<main>"
        if not opens_with_title(self.manuscript):
            yield f"<h1>{_text(self.manuscript.title)}</h1>"
        yield from self._pages()
        yield "</main>"
        yield from self._footnotes()
        if self.manuscript.footer:
            yield f"<footer><p>{_text(self.manuscript.footer)}</p></footer>"

    def _pages(self) -> Iterator[str]:
        opened = False
        for element in _nested(self.manuscript.elements):
            if isinstance(element, NewPage):
                if opened:
                    yield "</div>"
                kind = "wide" if element.landscape else "columns" if element.columns > 1 else ""
                yield f'<div class="page {kind}">'.replace(' "', '"')
                opened = True
            else:
                yield from self._blocks(element)
        if opened:
            yield "</div>"

    def _blocks(self, element: "Element | tuple[Bullets, ...]") -> Iterator[str]:
        if isinstance(element, tuple):
            yield from self._lists(element)
        elif isinstance(element, Heading):
            yield self._heading(element)
        elif isinstance(element, Paragraph):
            yield self._paragraph(element)
        elif isinstance(element, Table):
            yield html_table(element)
        elif isinstance(element, Frame):
            yield from self._frame(element)
        elif isinstance(element, Contents):
            yield from self._contents()

    def _heading(self, heading: Heading) -> str:
        line = _text(heading_line(heading))
        key = ""
        if not is_contents_title(heading.text):
            self.headings += 1
            key = f' id="h{self.headings}"'
        if not self.semantic:
            return f"<p{key}><strong>{line}</strong></p>"
        level = min(heading.level + 1, 6)
        return f"<h{level}{key}>{line}</h{level}>"

    def _paragraph(self, paragraph: Paragraph) -> str:
        text = _text(paragraph.text)
        if paragraph.bold:
            text = f"<strong>{text}</strong>"
        if paragraph.italic:
            text = f"<em>{text}</em>"
        if paragraph.label:
            text = f"<strong>{_text(paragraph.label)}</strong> {text}"
        if paragraph.number:
            text = f"{_text(paragraph.number)} {text}"
        if paragraph.footnote:
            self.notes.append(paragraph.footnote)
            n = len(self.notes)
            text += f'<sup><a href="#fn{n}" id="ref{n}">{n}</a></sup>'
        return f"<p{_paragraph_style(paragraph)}>{text}</p>"

    def _lists(self, lists: tuple[Bullets, ...]) -> Iterator[str]:
        """Give lists that follow each other, deeper ones inside the last item of the one above."""
        first, *rest = lists
        inner: list[tuple[Bullets, ...]] = []
        while rest and rest[0].level > first.level:
            deeper = [rest.pop(0)]
            while rest and rest[0].level > first.level:
                deeper.append(rest.pop(0))
            inner.append(tuple(deeper))
        tag, attributes, typed = _list_kind(first)
        yield f"<{tag}{attributes}>"
        values = _item_values(first) if tag == "ol" else [""] * len(first.items)
        last = len(first.items) - 1
        for index, (item, mark) in enumerate(zip(first.items, first.marks, strict=True)):
            text = f"{_text(mark)} {_text(item)}" if typed else _text(item)
            nested = [line for group in inner for line in self._lists(group)]
            yield f"<li{values[index]}>{text}{''.join(nested) if index == last else ''}</li>"
        yield f"</{tag}>"
        if rest:
            yield from self._lists(tuple(rest))

    def _frame(self, frame: Frame) -> Iterator[str]:
        kind = "shaded" if frame.shaded else "framed"
        tag = "aside" if self.semantic else "div"
        yield f'<{tag} class="{kind}">'
        for element in _nested(frame.elements):
            yield from self._blocks(element)
        yield f"</{tag}>"

    def _contents(self) -> Iterator[str]:
        yield f'<nav class="contents"><h2>{contents_title(self.manuscript)}</h2>\n<ul>'
        for index, heading in enumerate(listed_headings(self.manuscript, 9), 1):
            if heading.level <= 2:
                yield f'<li><a href="#h{index}">{_text(heading_line(heading))}</a></li>'
        yield "</ul></nav>"

    def _footnotes(self) -> Iterator[str]:
        if self.notes:
            yield '<section class="footnotes"><ol>'
            for number, note in enumerate(self.notes, 1):
                back = f'<a href="#ref{number}">↩</a>'
                yield f'<li id="fn{number}">{_text(note)} {back}</li>'
            yield "</ol></section>"


def _nested(elements: tuple[Element, ...]) -> Iterator["Element | tuple[Bullets, ...]"]:
    """Give the elements, lists that follow each other together."""
    for is_list, group in groupby(elements, lambda e: isinstance(e, Bullets)):
        if is_list:
            yield tuple(e for e in group if isinstance(e, Bullets))
        else:
            yield from group


def _item_values(bullets: Bullets) -> list[str]:
    """Give ` value="n"` for each item whose number does not follow the one before."""
    numbers = [mark.strip("().:") for mark in bullets.marks]
    values = [""]
    for before, here in pairwise(numbers):
        jumps = here.isdigit() and before.isdigit() and int(here) != int(before) + 1
        values.append(f' value="{here}"' if jumps else "")
    return values


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _paragraph_style(paragraph: Paragraph) -> str:
    styles = []
    if paragraph.size:
        styles.append(f"font-size:{paragraph.size:g}pt")
    if paragraph.indent:
        styles.append(f"margin-left:{paragraph.indent:g}pt")
    style = f' style="{";".join(styles)}"' if styles else ""
    return (' class="centred"' if paragraph.centred else "") + style


def _list_kind(bullets: Bullets) -> tuple[str, str, bool]:
    """Give the tag, its attributes and whether the marks must be typed."""
    core = bullets.marks[0].strip("().:") if bullets.marks else ""
    if not core or not core.isalnum():
        return "ul", "", False
    if not bullets.automatic:
        return "ul", ' style="list-style:none"', True
    if core.isdigit():
        start = "" if core == "1" else f' start="{core}"'
        return "ol", start, False
    kind = core[0] if core[0] in _TYPES else "a" if core[0].islower() else "A"
    return "ol", f' type="{kind}"', False
