"""A composed report as one self-contained, accessible HTML page: no script, no outside request."""

import base64
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from learnt.publish.report.composed import (
    Block,
    Composed,
    Figure,
    Run,
    TableBlock,
    Written,
)
from learnt.publish.report.draw import to_svg
from learnt.publish.report.rules import rules

TEMPLATE = "report.html.jinja"
AMOUNT = r"((less|more) than |at least )?[\d.,]+%?"
NUMERIC = re.compile(rf"{AMOUNT}( to {AMOUNT}| or more)?|–|")
TOP = 3
"""The level of an analyst's first heading: below the section's own."""


class Item(msgspec.Struct):
    """An item of a list, with the lists inside it."""

    runs: tuple[Run, ...]
    lists: list["Items"] = msgspec.field(default_factory=list)


class Items(msgspec.Struct):
    """A list of an analyst, whole."""

    tag: str
    start: int
    items_of: list[Item] = msgspec.field(default_factory=list)


def to_html(composed: Composed, *, opened: bool = False) -> str:
    """Print a composed report as HTML; `opened` shows the data of pictures, as on paper."""
    page = _template().render(
        report=composed,
        rules=rules(),
        css=css(composed.notice),
        opened=opened,
        numeric=is_numeric,
        picture=picture,
        shaped=shaped,
    )
    return re.sub(r"\n\s*\n+", "\n", page).lstrip() + "\n"


@cache
def _template() -> Template:
    env = Environment(
        loader=PackageLoader("learnt.publish.report", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return env.get_template(TEMPLATE)


def css(notice: str) -> Markup:
    """Give the style of the page; `notice` stands at the head of every printed page."""
    plain = (files("learnt.publish.report") / "templates" / "report.css").read_text("utf-8")
    if notice:
        said = re.sub(r"[^\w ,.;:()-]", "", notice)
        box = 'font: bold 9pt Arial, "Liberation Sans", sans-serif; color: #942514;'
        plain += f'@page {{ @top-center {{ content: "{said}"; {box} }} }}\n'
    return Markup(plain)  # nosec B704 # our own file, and a notice of plain words


def picture(figure: Figure) -> Markup:
    """Give a picture as an image that holds its own data, with its words."""
    svg = to_svg(figure.spec)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    wide, high = (size[1], size[2]) if size else ("", "")
    data = base64.b64encode(svg.encode()).decode()
    return Markup(
        '<img src="data:image/svg+xml;base64,{}" alt="{}" width="{}" height="{}">'
    ).format(data, figure.alternative.text, wide, high)


def is_numeric(table: TableBlock, column: int) -> bool:
    """Whether a column holds numbers and is set to the right."""
    cells = [row[column].text for row in table.rows if len(row) > column]
    return (
        column > 0
        and any(row[column].numbers for row in table.rows if len(row) > column)
        and all(NUMERIC.fullmatch(text) or text in withheld_words() for text in cells)
    )


def withheld_words() -> tuple[str, str]:
    """Give the words that stand in place of a withheld number."""
    return rules().words["small"], rules().words["linked"]


def shaped(blocks: Sequence[Block]) -> Iterator[tuple[str, object]]:
    """Give blocks with their kind; an analyst's list items are gathered into lists."""
    lists: list[Items] = []
    for block in blocks:
        if isinstance(block, Written) and block.kind in ("bullet", "numbered"):
            _into(lists, block)
            continue
        if lists:
            yield "list", lists[0]
            lists = []
        if not isinstance(block, Written):
            yield type(block).__name__, block
        elif block.kind == "heading":
            yield "heading", msgspec.structs.replace(block, depth=TOP)
        else:
            yield block.kind, block
    if lists:
        yield "list", lists[0]


def _into(lists: list[Items], item: Written) -> None:
    """Put an item where its depth belongs; `lists` are those that are open, outermost first."""
    tag = "ul" if item.kind == "bullet" else "ol"
    del lists[item.depth :]
    while len(lists) < item.depth:
        inner = Items(tag, item.number)
        if lists:
            if not lists[-1].items_of:
                lists[-1].items_of.append(Item(()))
            lists[-1].items_of[-1].lists.append(inner)
        lists.append(inner)
    lists[-1].items_of.append(Item(item.runs))
