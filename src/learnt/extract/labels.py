"""Reads the label that opens a printed recommendation: `Recommendation 3:`, `R12`, `10.4a`.

A label's reference is what is printed without the word "Recommendation" and its punctuation.
"""

import re
from dataclasses import dataclass

_REF = r"(?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:[./]\d{1,4})*[a-z]?(?:\([a-z0-9]{1,3}\))?"
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
_QUALIFIER = r"(?:[A-Z][\w&'’/-]*|and|of|the|for|report)"
_NAMED = re.compile(
    rf"(?P<before>(?:{_QUALIFIER}\s+){{0,6}}?)"
    r"(?P<word>(?i:recommendation|argymhelliad|rec\b\.?))(?![A-Za-z])\s*"
    r"(?:(?i:no\.?|number|#|rhif)\s*)?"
    rf"(?P<ref>{_REF}|(?i:{_WORDS}|[ivx]{{1,5}}|[A-Z])(?=\s*(?:[:.)–—-]|$)))?"
    r"(?P<sep>\s*[:.)\]]+(?=\s|$)|\s*[–—-]\s+|\s*$|\s+)"
)
_SHORT = re.compile(
    r"[(\[]?(?P<ref>(?:R|Rec|REC|MA|SA|NR|LR|N|L|M|S|OR|AR|PR|DHR|DA|H|P|C|A|G)[ .-]?\d{1,3}(?:\.\d{1,3})?[a-z]?)"
    r"(?P<sep>\s*[:.)\]]+\s|\s*[–—-]\s+|\s*$|\s+(?=[\"'‘“(]?[A-Z]))"
)
_PLAIN_NUMBER = re.compile(
    r"^[(\[]?(?P<ref>[A-Z]{0,4}[ .-]?\d{1,3}(?:[.\-/]\d{1,4})*(?:\.?[a-z])?)[.):\]]*$"
)
_LETTER = re.compile(r"^[(\[]?(?P<ref>[a-z]|[ivx]{1,5}|[A-Z])[.):\]]+$")
_TRAILING_REF = re.compile(
    r"\s*[(\[](?P<ref>[A-Z]{0,4}[ -]?\d{1,4}[/-]\d{1,4}[a-z]?|(?:R|Rec(?:ommendation)?\.?)\s?\d{1,3}[a-z]?)[)\]]\.?$"
)
_INNER_REF = re.compile(r"[(\[]\d{2,4}/\d{2,4}[)\]](?=\s+[A-Z])")
_LOWER_START = re.compile(r"[\"'‘“(]*[a-z]")


@dataclass(frozen=True, slots=True)
class Label:
    """A recommendation's label: its reference, the words before it, and what follows it."""

    ref: str
    rest: str
    before: str = ""
    strong: bool = False
    """The label ends in a colon, dash, full stop or the end of the line."""
    named: bool = True
    """The word "Recommendation" (or an abbreviation) is printed."""


def named_label(text: str) -> Label | None:
    """Read a label that says "Recommendation" at the head of `text`; None where none stands.

    Words of the sentence that follows ("Recommendation 3 was closed") make it a mention: None.
    """
    match = _NAMED.match(text)
    if not match:
        return None
    ref, sep, rest = match["ref"] or "", match["sep"], text[match.end() :].strip()
    strong = bool(sep.strip()) or not rest
    if not strong and (not ref or _LOWER_START.match(rest)):
        return None
    if not ref and rest and sep.strip() != ":":
        return None
    return Label(ref.strip(" ."), rest.lstrip(":–—- "), match["before"].strip(), strong)


def short_label(text: str) -> Label | None:
    """Read a label such as `R12` or `MA3:` at the head of `text`."""
    match = _SHORT.match(text)
    if not match:
        return None
    strong = bool(match["sep"].strip()) or not text[match.end() :]
    return Label(match["ref"].strip(), text[match.end() :].strip(), "", strong, named=False)


def number_ref(number: str) -> str:
    """Give the reference in a printed paragraph number (`10.4a.` gives `10.4a`), else empty."""
    match = _PLAIN_NUMBER.match(number.strip())
    return match["ref"] if match else ""


def letter_ref(number: str) -> str:
    """Give the letter or roman numeral of a printed mark such as `(a)` or `iv.`, else empty."""
    match = _LETTER.match(number.strip())
    return match["ref"] if match else ""


def split_trailing_ref(text: str) -> tuple[str, str]:
    """Cut a reference in brackets off the end: `... speed. (018/14)` gives text and `018/14`.

    Where a reply ran into the same paragraph (`... speed. (018/14) The operator replied`), it goes too.
    """
    inner = _INNER_REF.search(text)
    match = _TRAILING_REF.search(text[: inner.end()] if inner else text)
    if not match:
        return text, ""
    ref = re.sub(r"^(?:Recommendation|Rec)\.?\s*", "", match["ref"])
    return text[: match.start()].rstrip(), ref


_PIECES = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def natural_key(ref: str) -> tuple[tuple[int, int, str], ...]:
    """Sort references as a reader counts: 2 before 10, 10.4a before 10.4b, R9 before R10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece.casefold())
        for piece in _PIECES.findall(ref)
    )
