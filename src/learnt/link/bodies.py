"""Whether two recommendations are addressed to the same body, one of its type, or its neighbours."""

from functools import cache

from learnt.link.entries import Entry
from learnt.link.lexicon import lexicon
from learnt.link.settings import link_rules
from learnt.link.stems import find_words
from learnt.words import fold

SAME, SECTOR, UNKNOWN, OTHER = 1.0, 0.6, 0.4, 0.0
COLLECTIVE = "collective"


class Addressed:
    """To whom a recommendation goes: bodies and types, resolved or by the words of their names."""

    def __init__(self, entry: Entry) -> None:
        self.bodies = entry.bodies
        self.types = entry.types or _types_of(entry.addressed_to)


@cache
def _types_of(printed: str) -> frozenset[str]:
    """Give the types that the words of a name mean, where nobody resolved it."""
    types = link_rules().types
    named = lexicon().find(find_words(fold(printed)))
    concepts = {one.concept[1:] for phrase in named for one in phrase.senses if not one.lay}
    return frozenset(types[concept] for concept in concepts if concept in types)


def nearness(first: Addressed, second: Addressed) -> float:
    """Give 1 for the same body or type, less for the same sector or where it is not known, else 0."""
    if first.bodies & second.bodies or first.types & second.types:
        return SAME
    if not first.types or not second.types:
        return UNKNOWN
    for sector in link_rules().sectors.values():
        if first.types.intersection(sector) and second.types.intersection(sector):
            return SECTOR
    return UNKNOWN if COLLECTIVE in first.types | second.types else OTHER
