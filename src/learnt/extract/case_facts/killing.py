"""Who killed, as the text itself tells it; a charge or an arrest tells nothing."""

from collections.abc import Iterator

from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.stance import is_said
from learnt.extract.case_facts.values import forms, values

STATED = 0.9


def find_killing(read: Read) -> Iterator[Claim]:
    """Give a claim `killed` (which only serves to find the role) for who is told to have killed."""
    text = read.full
    for match, _ in forms(values().death.killing).matches(text):
        tags = [t[1] for t in TAG.finditer(text, match.start(), match.end()) if t[1][0] == "P"]
        who = tags[-1] if tags else _before(text, match.start())
        if not is_said(text, match.start(), match.end()):
            continue
        for table, person in owner_of(who):
            place, quote = read.sentence.place, read.sentence.printed
            yield Claim(table, person, "killed", True, place, quote, "killed", STATED)


def _before(text: str, at: int) -> str:
    tags = [t[1] for t in TAG.finditer(text, 0, at) if t[1][0] == "P"]
    return tags[-1] if tags else ""
