"""To whom a predicate belongs: the subject of the verb, or the owner of the noun, by the tags before it."""

import re

TAG = re.compile(r"⟦(\w+)⟧")

ADVERB = (
    r"(?:,? ?(?:also|had|has|have|was|is|were|been|being|having|previously|often|sometimes|then|later|first|clearly|"
    r"regularly|both|did|long|always|only|already|frequently|occasionally|who|which|himself|herself|still|"
    r"too|initially|subsequently|reportedly|by then|at the time|at that time|began to|started to|continued to|used to|"
    r"came to|\w+ly|once|in turn|that|by \d{4}|in \d{4}|since \d{4})\b)"
)
_NEAR = re.compile(
    rf"(?:'s (?:medical |GP |health |hospital |police |mental health )?(?:records?|notes|history|partner agencies)\b)?"
    rf"(?:\s*\([^)]*\))?(?:,? (?:aged |now )?\d{{1,3}},?)?(?:,[^,;:⟦⟧]{{1,60}},)?{ADVERB}*\s*",
    re.IGNORECASE,
)
_JOINED = re.compile(
    rf"(?:,|\band|\bbut|\bor|\bthen|,? who|,? and who){ADVERB}*\s*$", re.IGNORECASE
)
_OPENERS = re.compile(
    r"(?:^|[,;:(\"–-]|\b(?:that|when|while|whilst|because|and|but|if|where|which|as|although|since|after|before|until|"
    r"though|both|neither|whom|how|what))\s*$",
    re.IGNORECASE,
)


def subject_of(text: str, verb: int) -> str:
    """Give the tag of the subject of the verb that begins at `verb`; empty where it cannot be told."""
    start = max(text.rfind(mark, 0, verb) for mark in (";", ":")) + 1
    tags = list(TAG.finditer(text, start, verb))
    if not tags:
        return ""
    last = tags[-1]
    between = text[last.end() : verb]
    if _together(text, tags, between):
        return "B"
    if _NEAR.fullmatch(between):
        return last[1]
    if between.startswith("'s"):
        return ""
    if _JOINED.search(between):
        heads = [t for t in tags if is_head(text, t.start()) and not text.startswith("'s", t.end())]
        return heads[-1][1] if heads else (last[1] if len(tags) == 1 else "")
    return last[1] if is_head(text, last.start()) and len(between) < 90 else ""


def _together(text: str, tags: list[re.Match[str]], between: str) -> bool:
    """Whether the subject is "both the victim and the perpetrator"."""
    if len(tags) < 2 or {tags[-1][1][0], tags[-2][1][0]} != {"V", "P"}:
        return False
    if not _NEAR.fullmatch(between):
        return False
    middle = text[tags[-2].end() : tags[-1].start()]
    lead = text[: tags[-2].start()]
    return re.fullmatch(r",? and ", middle) is not None and (
        re.search(r"\bboth\s*$", lead, re.IGNORECASE) is not None
    )


def is_head(text: str, at: int) -> bool:
    """Whether a tag stands where a subject does: at the start of a sentence or clause."""
    return _OPENERS.search(text[:at]) is not None
