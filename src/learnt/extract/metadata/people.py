"""Who chaired the review and who wrote its report."""

import re
from collections.abc import Iterator, Sequence

from learnt.agencies import is_body
from learnt.extract.metadata.found import Value, best
from learnt.extract.metadata.lines import Line, Pair
from learnt.extract.metadata.rules import either, rules
from learnt.words import fold_quotes

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Captain|Reverend|Rev)\.?\s+)"
_NAME = r"(?:[A-Z][\w’'-]+|[A-Z]\.?)"
_LETTERS = r"(?:,?\s+(?:[A-Z]{2,4}|QPM|CBE|OBE|MBE|KC|QC|PhD|JP))*"
_NOT_FIRST = r"(?!(?:The|This|An?|It|In|On|By)\b)"
_PARTICLE = r"de|van|von|ap|ab|ferch|al|der|la|bin"
PERSON = rf"{_TITLE}?{_NOT_FIRST}{_NAME}(?:\s+(?:{_NAME}|{_PARTICLE})){{1,3}}{_LETTERS}"
_PERSON = re.compile(PERSON)
_NOT_PEOPLE = re.compile(
    r"\b(?:Review|Panel|Report|Chair|Author|Partnership|Council|Service|Police|Board|Domestic|"
    r"Community|Safety|Independent|Overview|Home Office|Trust|Homicide|Ltd|Limited)\b"
)
_OFFICE = re.compile(r"chair|author|written|compiled|prepared|led by|reviewer", re.IGNORECASE)
LABELLED, LATER, PROSE = 10.0, 4.0, 3.0


def find_person(field: str, lines: Sequence[Line], pairs: Sequence[Pair]) -> Value[str] | None:
    """Give the name of the review's `chair` or `author`, as printed."""
    return best([*_labelled(field, pairs), *_told(field, lines)])


def _labelled(field: str, pairs: Sequence[Pair]) -> Iterator[Value[str]]:
    for pair in pairs:
        if pair.field in (field, "both"):
            name = read_name(pair.value)
            weight = LABELLED if pair.line.front else LATER
            if name:
                yield Value(name, pair.line.evidence(f"{field}-label"), weight)


def read_name(value: str) -> str:
    """Give the person's name that opens a value, empty where none does."""
    match = _PERSON.match(value.strip())
    if match is None or _NOT_PEOPLE.search(match.group()) or is_body(match.group()):
        return ""
    return match.group().strip(" ,")


def _told(field: str, lines: Sequence[Line]) -> Iterator[Value[str]]:
    """Read prose; a sentence that appoints one person to both offices counts for each."""
    prose = rules().prose
    forms = prose.chair if field == "chair" else prose.author
    patterns = [re.compile(_form(form)) for form in forms]
    both = either(prose.both)
    other = prose.author if field == "chair" else prose.chair
    others = [re.compile(_form(form)) for form in other]
    for line in lines:
        if not _OFFICE.search(line.text):
            continue
        text = fold_quotes(line.text)
        used = [*patterns, *(others if both.search(text) else [])]
        for pattern in used:
            match = pattern.search(text)
            name = read_name(match["person"]) if match else ""
            if name:
                yield Value(name, line.evidence(f"{field}-prose"), PROSE)
                break


def _form(form: str) -> str:
    """Make the words of a form blind to case, and the person's name not."""
    before, _, after = form.partition("{p}")
    return f"(?i:{before})(?P<person>{PERSON})" + (f"(?i:{after})" if after else "")
