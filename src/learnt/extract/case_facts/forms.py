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
