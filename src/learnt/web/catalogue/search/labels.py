"""Ids as words for a reader."""

import re

from learnt.deidentify.titles import kind_in_words
from learnt.words import capital

OWNED = re.compile(r"\b(children)s\b", re.IGNORECASE)
ABBREVIATIONS = re.compile(r"\b(?:nhs|gp|marac|csp)\b", re.IGNORECASE)


def humane(value: str) -> str:
    """Give an id as words: `nhs-trust` → `NHS trust`, `childrens-services` → `Children's services`."""
    words = OWNED.sub(r"\1's", value.replace("-", " ").capitalize())
    return ABBREVIATIONS.sub(lambda found: found.group().upper(), words)


def kind_name(kind: str) -> str:
    """Give what a kind of review is called: `dhr` → `Domestic homicide review`."""
    return capital(kind_in_words(kind))
