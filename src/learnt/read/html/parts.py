"""Tells the report from what stands around it on a web page: menus, banners, footers, notes."""

import re

import msgspec
from selectolax.lexbor import LexborNode

from learnt.records import FurnitureKind
from learnt.rulebook import load

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHORT_PART = 1500
"""Letters of the longest part that is set apart for its class name alone: no report is so short."""


class PageWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in class names, ids and roles, by the part of a page they tell of."""

    source: str
    navigation: tuple[str, ...]
    banners: tuple[str, ...]
    footnotes: tuple[str, ...]
    contents: tuple[str, ...]
    invisible: tuple[str, ...]
    roles: dict[str, FurnitureKind]


def part_of(node: LexborNode) -> FurnitureKind | None:
    """The kind of furniture that `node` is, or None where it belongs to the text."""
    words = load("webpages.toml", PageWords)
    tag, role = node.tag or "", node.attributes.get("role") or ""
    if role in words.roles:
        return words.roles[role]
    if tag == "nav":
        return "contents"
    if tag in ("header", "footer") and not _within(
        node, ("main", "article", "section", "blockquote")
    ):
        return "header" if tag == "header" else "footer"
    if tag == "aside" and _is_mostly_links(node):
        return "note"
    return _by_name(node, words)


def is_contents_list(node: LexborNode) -> bool:
    """Whether a list holds three items or more, each one link into the same page."""
    items = [child for child in node.iter() if child.tag == "li"]
    links = [link for item in items for link in item.css("a")]
    inner = [link for link in links if (link.attributes.get("href") or "").startswith("#")]
    return len(items) >= 3 and len(inner) >= len(items) and _is_mostly_links(node)


def is_note_mark(node: LexborNode) -> bool:
    """Whether `node` is a raised figure that leads to a footnote."""
    if node.tag not in ("sup", "a"):
        return False
    link = node if node.tag == "a" else node.css_first("a")
    if link is None:
        return False
    target = link.attributes.get("href") or ""
    raised = (
        node.tag == "sup" or "ftn" in target or "footnote" in (node.attributes.get("class") or "")
    )
    return (
        raised
        and "#" in target
        and bool(re.fullmatch(r"\s*\[?(?:note )?\w{1,4}\]?\s*", node.text()))
    )


def is_invisible(node: LexborNode) -> bool:
    """Whether a class says that only screen readers meet the element."""
    names = (node.attributes.get("class") or "").split()
    words = load("webpages.toml", PageWords).invisible
    return any(name.removeprefix("govuk-") in words for name in names)


def _by_name(node: LexborNode, words: PageWords) -> FurnitureKind | None:
    names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    if not names.strip() or node.tag in ("html", "body", "main", "article"):
        return None
    found = {word.casefold() for word in _WORDS.findall(names)} | set(names.split())
    found |= {name.rstrip("0123456789") for name in names.split()}
    if found & set(words.footnotes):
        return "footnote"
    if found & set(words.contents):
        return "contents"
    if node.tag in ("table", "td", "th", "tr") or len(node.text()) > _SHORT_PART:
        return None
    if found & set(words.navigation) and _is_mostly_links(node):
        return "contents"
    if found & set(words.banners) and node.tag in (
        "div",
        "section",
        "form",
        "aside",
        "ul",
        "dialog",
    ):
        return "note"
    return None


def _within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags or parent.attributes.get("role") == "main":
            return True
        parent = parent.parent
    return False


def _is_mostly_links(node: LexborNode) -> bool:
    total = len("".join(node.text().split()))
    linked = sum(len("".join(link.text().split())) for link in node.css("a"))
    return linked * 10 >= total * 6
