"""Whether a statement is made: neither denied, nor doubted, nor told of people in general."""

import re

from learnt.extract.case_facts.rules import any_of, reading

_ACT = re.compile(r"\bmental health act\b|\bcare act\b", re.IGNORECASE)


def is_general(text: str) -> bool:
    """Whether a sentence asks, tells of people in general or of what ought to be."""
    if text.rstrip().endswith("?"):
        return True
    return any_of(reading().cues.general).search(_ACT.sub("", text)) is not None


def clause_start(text: str, at: int) -> int:
    """Give where the clause begins in which position `at` stands."""
    starts = [m.end() for m in any_of(reading().cues.breaks).finditer(text, 0, at)]
    return starts[-1] if starts else 0


def is_said(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` of an annotated sentence is stated as so."""
    cues = reading().cues
    opens = clause_start(text, start)
    before = text[opens:end]
    if any_of(cues.denial).search(before) or any_of(cues.doubt).search(before):
        return False
    if any_of(cues.doubt).search(text, 0, opens) and not _closed(text, opens):
        return False
    rest = text[end:]
    return not any(re.search(form, rest, re.IGNORECASE) for form in cues.after)


def _closed(text: str, at: int) -> bool:
    """Whether what stands before a clause is a clause of its own (ended by `;`, `:` or "but")."""
    return (
        re.search(r"(?:;|:|\bbut|\bhowever|\balthough|\bthough|, ?|\band ?)\s*$", text[:at])
        is not None
    )


def is_denied(text: str, start: int, end: int) -> bool:
    """Whether the words themselves are denied outright, with no doubt about it."""
    cues = reading().cues
    before = text[clause_start(text, start) : end]
    return any_of(cues.doubt).search(before) is None
