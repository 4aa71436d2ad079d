"""What a review says in so many words of its people: rows of names, "known as", the panel."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from learnt.agencies import is_body
from learnt.deidentify.names.codes import find_codes
from learnt.deidentify.names.initials import spelt_out
from learnt.deidentify.names.people import find_runs
from learnt.deidentify.names.record import PUBLIC_ROLE, Kind, Known, NameMemory, key_of
from learnt.deidentify.names.tokens import classify, tokenise
from learnt.deidentify.names.vocabulary import either, names, not_names

_OPEN = r"[\"'“‘(]?"
_LABEL = r"[\"'“‘]?((?:[A-Z][\w'’‑-]*\.?)(?:\s(?:[A-Z][\w'’‑-]*|\d{1,2})){0,2})[\"'”’]?"
_CELL = re.compile(r"[A-Z][\w'’‑-]*(?:\s(?:[A-Z][\w'’‑-]*|\d{1,2})){0,2}")
_BETWEEN = r"(?:\s?[-–—:=|(,][-–—:=|(,\s]{0,6}|\s{2,12}|\t)"
_ROW = re.compile(rf"^[\W_]{{0,8}}{_LABEL}{_BETWEEN}(\S.{{2,140}})$")
_TURNED = re.compile(rf"^[\W_]{{0,8}}(\w[^|:=–—\n]{{2,60}}?){_BETWEEN}{_LABEL}[\s.|,;)]{{0,8}}$")


LONGEST_CELL = 90
"""Characters of the longest cell that tells a role; a longer one tells a story."""

_CODE = re.compile(r"[A-Z]{1,3}\d{0,2}|(?:[A-Z]\.){2,3}|(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]")
_OWNER = re.compile(r"\b(?:of|to)\s+(?:the\s+)?([\w-]+)|\b([\w-]+)['’]s?\s")
_STORY = re.compile(r"\s[a-z]+ed\b(?!\s(?:of|to)\b)")
"""What a relative did, right after the word for her."""
SPELT_OUT = "spelt out"
"""The rule by which an acronym is known to be no person's initials."""


def tell(texts: Sequence[str]) -> NameMemory:
    """Give what `texts` say in so many words: rows of names, definitions, acronyms spelt out."""
    acronyms = {word for text in texts for word in spelt_out(text)}
    memory = _gather(texts, NameMemory(), acronyms)
    if memory.known:
        memory = _gather(texts, memory, acronyms)  # "Nadia's mother" needs to know who Nadia is
    spelt = {key_of(word): Known(word, "public", SPELT_OUT) for word in sorted(acronyms)}
    return memory.plus(NameMemory(spelt))


def _gather(texts: Sequence[str], before: NameMemory, acronyms: set[str]) -> NameMemory:
    memory = NameMemory()
    for known in (*from_lines(texts, before), *from_defined(texts)):
        if known.text not in acronyms:
            memory = memory.plus(NameMemory({key_of(known.text): known}))
    return memory


@cache
def role_opening() -> re.Pattern[str]:
    """Match the start of a cell that tells a role: "the victim's older sister"."""
    people = either(names().kin + names().roles)
    return re.compile(
        rf"(?:(?:the|a|an|his|her|their|our|[A-Z][\w-]*['’]s?|\w+['’]s?)\s+)?(?:(?!to\b|of\b|and\b|with\b|by\b|for\b|in\b|from\b)[\w-]+\s+){{0,3}}?({people})\b",
        re.IGNORECASE,
    )


def from_lines(texts: Iterable[str], before: NameMemory) -> Iterator[Known]:
    """Read rows such as "Sarah | the victim" and "Perpetrator: John", and the panel's.

    `before` is what is known already, so that "Sarah's mother" is the victim's.
    """
    for text in texts:
        for line in text.split("\n"):
            if len(line) < 160:
                yield from _from_line(line, before)


def _from_line(line: str, before: NameMemory) -> Iterator[Known]:
    row, turned = _ROW.match(line), _TURNED.match(line)
    if row and _is_full_name(row.group(1)) and _is_professional(row.group(2)):
        yield Known(_untitled(row.group(1)), "public", "panel", PUBLIC_ROLE)
    elif turned and _is_full_name(turned.group(2)) and _is_signed(turned.group(1)):
        yield Known(_untitled(turned.group(2)), "public", "panel", PUBLIC_ROLE)
    elif (
        row and (role := _role(row.group(2), before)) and _is_row(row.group(1), row.group(2), role)
    ):
        yield Known(row.group(1), _kind(row.group(1)), "table of names", role)
    elif turned and (role := _role(turned.group(1), before)) and _is_label(turned.group(2), role):
        yield Known(turned.group(2), _kind(turned.group(2)), "table of names", role)
    else:
        yield from _from_cells(line, before)


def _from_cells(line: str, before: NameMemory) -> Iterator[Known]:
    """Read a row of three cells and more, with the name after the role: "Victim | Sarah | 40s"."""
    cells = [cell.strip(" \"'“”‘’") for cell in line.strip(" |").split("|")]
    if len(cells) < 3 or not _CELL.fullmatch(cells[1]):
        return
    role = _role(cells[0], before) if role_opening().fullmatch(cells[0]) else ""
    if role and _is_label(cells[1], role):
        yield Known(cells[1], _kind(cells[1]), "table of names", role)


def _untitled(words: str) -> str:
    return re.sub(r"^(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\.?\s", "", words)


def _is_signed(words: str) -> bool:
    """Whether the words before a name tell of the chair or the author."""
    return (
        re.search(rf"\b(?:{either(not_names().lines.signed)})\b", words, re.IGNORECASE) is not None
    )


def _is_professional(words: str) -> bool:
    """Whether a cell tells of a post ("Team Manager | Council"), and of no relative or party."""
    if re.match(
        rf"(?:the\s+|a\s+)?(?:\w+['’]s\s+)?(?:{either(names().kin)}|victim|perpetrator)\b",
        words,
        re.I,
    ):
        return False
    posts = either(not_names().lines.professional)
    return re.search(rf"\b(?:{posts})\b", words, re.IGNORECASE) is not None


def _is_full_name(words: str) -> bool:
    bare = _untitled(words)
    run = next(find_runs(bare, tokenise(bare)), None)
    return (
        run is not None
        and run.start == 0
        and len(run.tokens) > 1
        and run.classes[0].startswith("given")
    )


def _is_label(words: str, role: str = "") -> bool:
    """Whether the words can be a pseudonym or code: short, and no role or heading themselves.

    A plain word is one only where it stands for a relative or a party: "Email: the officer" tells
    of no person called Email.
    """
    if role_opening().fullmatch(words) or words.lower() in not_names().acronyms:
        return False
    if _kind(words) == "code":
        return _CODE.fullmatch(words) is not None or any(find_codes(words))
    kinds = [classify(word) for word in words.split() if word[0].isalpha()]
    if role and all(kind == "word" for kind in kinds) and not _is_close(role):
        return False
    return len(kinds) < 3 and not any(kind in ("stop", "place") for kind in kinds)


def _is_row(label: str, cell: str, role: str) -> bool:
    """Whether a label stands before the cell that tells its role, and no story does.

    A plain word is a heading where a verb follows the role: "Minutes: her sister joined late".
    """
    worded = all(classify(word) == "word" for word in label.split())
    opening = role_opening().match(cell)
    if worded and opening and _STORY.match(cell, opening.end()):
        return False
    return _is_label(label, role)


def _is_close(role: str) -> bool:
    return role.startswith(("victim", "perpetrator")) or role in names().kin


def _kind(words: str) -> Kind:
    return "code" if re.search(r"\d|\b[A-Z]{1,3}$", words) else "name"


def _role(words: str, before: NameMemory) -> str:
    """Give the role that a cell tells: "the victim" → victim, "Mother of the victim" → victim's mother."""
    opening = role_opening().match(words.strip(" ."))
    if not opening or len(words) > LONGEST_CELL:
        return ""
    role = as_role(opening.group(1))
    for match in _OWNER.finditer(words):
        owner = as_role(match.group(1) or match.group(2))
        owner = owner if owner in ("victim", "perpetrator") else before.role_of(owner) or ""
        if owner in ("victim", "perpetrator") and match.start() != opening.start(1):
            return f"{owner}'s {role}" if role != owner else role
    return role


def as_role(words: str) -> str:
    """Give the word that a role is kept by: the deceased is the victim."""
    return words.lower().replace("deceased", "victim")


@cache
def _definitions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    people, naming = either(names().kin + names().roles), either(names().naming)
    label = r"[A-Z][\w-]*(?:\s(?:[A-Z][\w-]*|\d{1,2}))?"
    phrases = (
        r"known\s+(?:in\s+this\s+\w+\s+)?as|referred\s+to\s+(?:[\w\s]{0,30}?)as|hereafter|hereinafter"
        r"|pseudonyms?(?:\s+of|\s+is|\s+was)?"
    )
    known_as = rf"(?:\b({people})\b[^.]{{0,60}}?)?\b(?:{phrases}|{naming})\s*[:,]?\s*{_OPEN}(?:the\s+)?({label})"
    said = r"(?:[Rr]eferred to as |[Kk]nown as |[Hh]ereafter )?"
    bracket = rf"\b({people})[\s,]+\({_OPEN}{said}{_OPEN}({label})[\"'”’]?\)"
    return re.compile(known_as), re.compile(bracket)


@cache
def _defines() -> re.Pattern[str]:
    """Match what a text must hold to define a name."""
    first = {phrase.split()[0] for phrase in names().naming}
    return re.compile(rf"\b(?:{either(first)}|referred|hereafter|hereinafter)\b|\([\"'“‘]?\w")


def from_defined(texts: Iterable[str]) -> Iterator[Known]:
    """Read "the victim, who will be known as Sarah", "hereafter X", "the victim (TL)"."""
    known_as, bracket = _definitions()
    for text in texts:
        if not _defines().search(text):
            continue
        for match in (*known_as.finditer(text), *bracket.finditer(text)):
            label = match.group(2)
            if _is_label(label) and not is_body(label) and _is_meant(label, match.group()):
                role = as_role(match.group(1) or "") or None
                yield Known(label, _kind(label), "defined", role)


def _is_meant(label: str, said: str) -> bool:
    """Whether a defined label can be a person's: no plain word, unless it is a code or quoted."""
    if _kind(label) == "code" or re.search('["“‘]', said):
        return True
    return any(classify(word) not in ("word", "stop", "caps") for word in label.split())
