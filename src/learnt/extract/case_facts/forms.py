"""Fills the places in a rule's pattern: `{v}` a victim's tag, `{p}` a perpetrator's, `{who}` either's."""

import re
from functools import cache

from learnt.extract.case_facts.needles import Form
from learnt.extract.case_facts.owners import ADVERB

_PLACES = {
    "{v}": r"⟦V\d⟧",
    "{p}": r"⟦P\d⟧",
    "{who}": r"⟦(?P<who>[VP]\d|B)⟧",
    "{both}": r"⟦B⟧",
    "{o}": r"⟦[OGX]⟧",
    "{any}": r"⟦\w+⟧",
    "{link}": rf"(?:\s*\([^)]*\))?(?:,[^,;:⟦⟧]{{1,60}},)?{ADVERB}*",
    "{s}": r"[^⟦⟧.;:]{0,60}?",
    "{none}": (
        r"(?:found|saw|identified|was|were|had|has|have|is|heard|held) no (?:\w+ )?(?:evidence|records?|reports?|signs?"
        r"|indications?|suggestion|history) of (?:any )?(?:(?:[\w-]+(?: abuse| violence)?,?|or|of|nor) ){0,9}?"
    ),
    "{no}": r"(?:^|,? (?:and|but) |; |that )no (?:evidence of )?(?:(?:[\w-]+(?: abuse| violence)?,?|or|nor) ){0,5}?",
    "{unfound}": (
        r" (?:was|were|had been|has been|is) (?:\w+ )?(?:found|identified|seen|evident|present|established|apparent"
        r"|uncovered|a feature)\b"
    ),
    "{absent}": (
        r" (?:was|were|had) (?:not|never) (?:been )?(?:\w+ )?(?:found|identified|seen|evident|present|established"
        r"|a feature|part of)\b"
    ),
    "{sought}": r"did not (?:find|identify|see|uncover) (?:any )?(?:evidence|signs?|indications?)? ?(?:of )?(?:any )?",
    "{g}": r"(?:[^.;⟦⟧]|⟦[VXO]\d?⟧(?:'s)?){0,120}?",
    "{w}": r"(?:[\w'-]+,? ){0,4}?",
}


def fill(pattern: str) -> str:
    """Give the pattern with its places filled."""
    for place, form in _PLACES.items():
        pattern = pattern.replace(place, form)
    return pattern


@cache
def compiled(pattern: str) -> Form:
    """Compile a filled pattern, whatever case it is printed in."""
    return Form(fill(pattern), re.IGNORECASE)
