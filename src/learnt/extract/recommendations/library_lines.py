"""Form: a published library page whose table lost its cells: number, words and addressee run together.

The addressee is the name of a body (or several with `|` between) at the line's end. Names that end several
lines, and words that begin a name after a finished sentence, are the witnesses.
"""

import re
from collections import Counter
from collections.abc import Sequence

from learnt.agencies import is_body
from learnt.extract.claims import Claim, Findings, evidence_of
from learnt.extract.labels import named_label, number_ref, short_label
from learnt.extract.outline import Outline, Passage
from learnt.words import fold

RULE = "library-line"
_PAGE = re.compile(
    r"extracted recommendations|recommendations pulled from|extracted from the published"
)
_WORDS = r"recommendation\s+(?:addressed to|agency|addressee)"
_HEAD = re.compile(rf"^\W*(?:#|no\.?|ref\.?)\s+{_WORDS}|^{_WORDS}$", re.I)
"""In Markdown the `#` over the numbers makes the row a heading, and is gone."""
_LINK = re.compile(r"^(?:and|of|for|the|in|to|on|&|with|\|)$", re.IGNORECASE)
_NAME_WORD = re.compile(r"^[(\[]?[A-Z0-9&|]")
_ENDS = re.compile(r"[.!?:;)’”\"']$")
LONGEST_PHRASE = 6
"""Most words of a phrase such as "All agencies represented on the panel"."""
LONGEST = 30
"""Most words that an addressee (or several) may have at a line's end."""


def find_library_lines(outline: Outline, findings: Findings) -> None:
    """Add a claim for each line of a library page whose table lost its cells."""
    start = _start(outline)
    if start is None:
        return
    lines = [p for p in outline.passages[start:] if _is_entry(p) and not findings.is_taken(p.index)]
    if len(lines) < 2:
        return
    known = _ends(lines)
    for passage in lines:
        ref, words = _ref_and_words(passage)
        text, bodies = cut_addressee(words, known)
        findings.add(
            Claim(
                text=text,
                rule=RULE,
                spots=((passage.index, -1),),
                evidence=evidence_of(outline, passage.block, RULE),
                ref=ref,
                addressees=(bodies,) if bodies else (),
                series=(RULE,),
                confidence=0.93 if bodies else 0.7,
            )
        )


def _start(outline: Outline) -> int | None:
    """Find where the page's run-together lines begin: after the row that was the table's head."""
    folded = [fold(p.block.printed) for p in outline.passages]
    if not any(_PAGE.search(text) for text in folded):
        return None
    heads = [i for i, p in enumerate(outline.passages) if _HEAD.match(p.block.printed)]
    return heads[0] + 1 if heads else None


def _is_entry(passage: Passage) -> bool:
    ref, words = _ref_and_words(passage)
    return bool(ref) and len(words.split()) >= 5 and passage.block.kind != "table"


def _ref_and_words(passage: Passage) -> tuple[str, str]:
    block = passage.block
    if number_ref(block.number):
        return number_ref(block.number), block.text
    label = named_label(block.printed) or short_label(block.printed)
    if label and label.ref:
        return label.ref, label.rest
    head, _, rest = block.printed.partition(" ")
    return number_ref(head), rest


def _suffixes(words: Sequence[str]) -> list[tuple[int, str]]:
    """Give the line's endings that could be a name or several: each begins with a capital."""
    found = []
    for start in range(max(len(words) - LONGEST, 1), len(words)):
        tail = words[start:]
        if (
            words[start - 1] != "|"
            and tail[0] != "|"
            and _is_name(tail)
            and _NAME_WORD.match(tail[0])
        ):
            found.append((start, " ".join(tail)))
    return found


def _is_name(words: Sequence[str]) -> bool:
    """Whether words may be names: capitals and links, or a phrase for all bodies of a kind."""
    if all(_NAME_WORD.match(word) or _LINK.match(word) for word in words):
        return True
    return len(words) <= LONGEST_PHRASE and is_body(" ".join(words))


def _ends(lines: Sequence[Passage]) -> Counter[str]:
    """Count how many lines end in each possible name."""
    counts: Counter[str] = Counter()
    for passage in lines:
        words = _ref_and_words(passage)[1].split()
        counts.update({part for _, suffix in _suffixes(words) for part in _parts(suffix)})
    return counts


def _parts(suffix: str) -> list[str]:
    return [part.strip() for part in suffix.split("|") if part.strip()]


def cut_addressee(text: str, known: Counter[str]) -> tuple[str, str]:
    """Cut the addressee off the end of a line; empty where no body's name stands there.

    `known` counts the endings of all lines: a name that ends several is trusted more. Among the endings that
    are names of bodies the longest wins that follows a sentence's end or a word in lower case.
    """
    words = text.split()
    best: tuple[tuple[int, int, int], int] | None = None
    for start, suffix in _suffixes(words):
        parts = _parts(suffix)
        after_end = int(bool(_ENDS.search(words[start - 1])))
        if not all(is_body(part) or (after_end and known[part] > 1) for part in parts):
            continue
        after_lower = int(words[start - 1][:1].islower() and not _LINK.match(words[start - 1]))
        recurs = int(any(known[part] > 1 for part in parts))
        score = (recurs, after_end * 2 + after_lower, len(words) - start)
        if best is None or score > best[0]:
            best = (score, start)
    if best is None:
        return text, ""
    return " ".join(words[: best[1]]), " ".join(words[best[1] :])
