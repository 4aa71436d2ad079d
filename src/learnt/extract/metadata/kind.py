"""The kind of review: by the title page, else by what the text calls itself."""

from collections import Counter
from collections.abc import Sequence

from learnt.extract.metadata.found import Value
from learnt.extract.metadata.lines import Line
from learnt.extract.metadata.rules import either, rules
from learnt.records import Kind
from learnt.words import fold_quotes

ENOUGH = 3
"""Mentions outside the title page from which a text is taken for a review of that kind."""


def find_kind(lines: Sequence[Line]) -> Value[Kind] | None:
    """Give the kind; `other` where the document is an answer to a review or names no kind."""
    if not lines:
        return None
    other = either(rules().kinds["not_reviews"])
    for line in [line for line in lines if line.front][:20]:
        titled = len(line.text) < 200 and not line.text.endswith((".", ";"))
        if titled and other.search(fold_quotes(line.text)):
            return Value("other", line.evidence("kind-title"))
    front = next((v for line in lines if line.front and (v := _in_title(line))), None)
    return front or _by_count(lines) or Value("other", lines[0].evidence("kind-none"), 0.1)


def _in_title(line: Line) -> Value[Kind] | None:
    if len(line.text) > 250 or line.text.endswith((".", ":")):
        return None
    found = [
        (match.start(), kind)
        for kind in ("susr", "dardr", "dhr")
        if (match := either(rules().kinds[kind]).search(fold_quotes(line.text)))
    ]
    return Value(_kind(min(found)[1]), line.evidence("kind-title")) if found else None


def _kind(name: str) -> Kind:
    kinds: dict[str, Kind] = {"dhr": "dhr", "dardr": "dardr", "susr": "susr"}
    return kinds.get(name, "other")


def _by_count(lines: Sequence[Line]) -> Value[Kind] | None:
    """Give the kind most named; a text that speaks more of such reviews in the plural is about many."""
    counts: Counter[str] = Counter()
    first: dict[str, Line] = {}
    plural = 0
    for line in lines:
        for kind in ("susr", "dardr", "dhr"):
            found = list(either(rules().kinds[kind]).finditer(line.text))
            several = sum(line.text[m.end() :][:1] == "s" for m in found)
            if found:
                counts[kind] += len(found) - several
                plural += several
                first.setdefault(kind, line)
    kind, number = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    if number < ENOUGH or plural > number:
        return None
    return Value(_kind(kind), first[kind].evidence("kind-text"))
