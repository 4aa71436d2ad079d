"""What an element of a web page looks like, as far as its tag, its style and simple rules tell.

Only what reading needs is understood: bold, italic, underlined, hidden, boxed, list marks and size;
and of style sheets only rules for a tag, a class, or a tag with a class.
"""

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?\.[\w-]+", re.IGNORECASE)
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|px|em|rem|cm|mm|in)?")
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "cm": 28.35, "mm": 2.835, "in": 72.0}
_PALE = {"", "none", "transparent", "inherit", "initial", "white", "#fff", "#ffffff", "0", "unset"}
_BOLD_TAGS = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_ITALIC_TAGS = {"i", "em", "cite", "dfn", "var"}
_MOST_RULES = 5000

Declarations = dict[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of an element look; it is handed down to the elements within."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 0.0


class StyleSheet:
    """The rules of a page's own `<style>` elements."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._rules: dict[str, Declarations] = {}
        text = "\n".join(node.text() for node in page.css("style"))
        for count, found in enumerate(_RULE.finditer(_COMMENT.sub("", text))):
            if count > _MOST_RULES:
                break
            declarations = _declarations(found.group(2))
            for selector in found.group(1).split(","):
                if _SELECTOR.fullmatch(selector.strip()):
                    self._rules.setdefault(selector.strip(), {}).update(declarations)

    def of(self, node: LexborNode) -> Declarations:
        """What is declared for `node`: by its tag, its classes, and itself, the later stronger."""
        tag, found = node.tag or "", dict[str, str]()
        names = (node.attributes.get("class") or "").split()
        for key in (tag, *(f".{name}" for name in names), *(f"{tag}.{name}" for name in names)):
            found.update(self._rules.get(key, {}))
        found.update(_declarations(node.attributes.get("style") or ""))
        return found


def inherit(look: Look, node: LexborNode, declared: Declarations) -> Look:
    """Give the look of the letters in `node`, which stands within letters of `look`."""
    tag = node.tag or ""
    weight = declared.get("font-weight", "")
    slant = declared.get("font-style", "")
    line = declared.get("text-decoration", declared.get("text-decoration-line", ""))
    if weight:
        look = replace(look, bold=weight in ("bold", "bolder") or weight[:1] in "6789")
    elif tag in _BOLD_TAGS:
        look = replace(look, bold=True)
    if slant or tag in _ITALIC_TAGS:
        look = replace(look, italic=slant in ("italic", "oblique") if slant else True)
    if tag != "a" and ("underline" in line or tag in ("u", "ins")):
        look = replace(look, underline=tag != "ins")
    size = points(declared.get("font-size", ""))
    return replace(look, size=size) if size else look


def points(length: str) -> float:
    """A CSS length in points; 0 for a percentage or a word."""
    found = _LENGTH.match(length)
    if not found or not found.group(2):
        return 0.0
    try:
        return round(float(found.group(1)) * _POINTS[found.group(2)], 1)
    except ValueError:
        return 0.0


def is_hidden(node: LexborNode, declared: Declarations) -> bool:
    """Whether a browser shows nothing of `node`."""
    if "hidden" in node.attributes or (node.tag == "dialog" and "open" not in node.attributes):
        return True
    return declared.get("display") == "none" or declared.get("visibility") == "hidden"


def is_box(node: LexborNode, declared: Declarations) -> bool:
    """Whether `node` is drawn as a box or shaded panel."""
    if node.tag in (
        "body",
        "html",
        "main",
        "article",
        "header",
        "footer",
        "table",
        "td",
        "th",
        "tr",
    ):
        return False
    if node.tag == "fieldset":
        return True
    shade = declared.get("background-color", declared.get("background", "")).split(" ")[0]
    if shade not in _PALE and not shade.startswith("url"):
        return True
    return any(
        _is_line(declared.get(side, "")) for side in ("border", "border-left", "mso-border-alt")
    )


def _is_line(value: str) -> bool:
    return any(word in value for word in ("solid", "dashed", "dotted", "double", "groove", "ridge"))


def _declarations(text: str) -> Declarations:
    found = {}
    for part in text.split(";"):
        key, colon, value = part.partition(":")
        if colon:
            found[key.strip().casefold()] = value.replace("!important", "").strip().casefold()
    return found
