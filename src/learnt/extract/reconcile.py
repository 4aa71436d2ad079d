"""One list from several places: the list of recommendations, the summary, the action plan, boxes.

Two claims of one list are never the same recommendation. Across lists they are when their words are the same, or
nearly so under the same reference. The place that readers quote gives the words: the report's own list, then a
box or heading in the text, the summary, the action plan.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from learnt.extract.addressees import same_bodies
from learnt.extract.claims import Claim
from learnt.words import fold

SAME_TEXT = 92.0
"""Least likeness (0-100, rapidfuzz ratio of folded words) of one text in two places."""
SAME_REF = 60.0
"""Least likeness under one and the same reference."""
PARTIAL = 95.0
"""Least likeness of a text with a part of a longer one."""


@dataclass(slots=True)
class Entry:
    """A recommendation with all the claims that are it; the first gives its words."""

    claims: list[Claim] = field(default_factory=list)
    rank: tuple[int, ...] = ()

    @property
    def first(self) -> Claim:
        """The claim whose words are kept."""
        return self.claims[0]


def merge(series: Sequence[Sequence[Claim]]) -> list[Entry]:
    """Merge lists of claims, the most trusted first, into one list of entries.

    Takes each list's claims in printed order; gives entries in the order of the first list, with those
    that only later lists hold after them.
    """
    entries: list[Entry] = []
    for claims in series:
        fresh: list[Entry] = []
        matched = _matches(entries, claims)
        for index, claim in enumerate(claims):
            if index in matched:
                entries[matched[index]].claims.append(claim)
            else:
                fresh.append(Entry([claim]))
        entries.extend(fresh)
    return entries


def _matches(entries: Sequence[Entry], claims: Sequence[Claim]) -> dict[int, int]:
    """Pair the claims of one list with the entries so far, one to one, the likest first."""
    if not entries or not claims:
        return {}
    held = [fold(entry.first.text) for entry in entries]
    told = [fold(claim.text) for claim in claims]
    pairs: list[tuple[float, int, int]] = []
    for index, claim in enumerate(claims):
        for at, entry in enumerate(entries):
            score = _likeness(claim, entry.first, told[index], held[at])
            if score:
                pairs.append((-score, index, at))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, index, at in sorted(pairs):
        if index not in taken and at not in used:
            taken[index] = at
            used.add(at)
    return taken


def _likeness(claim: Claim, held: Claim, told: str, text: str) -> float:
    """Say how sure it is that two claims are one recommendation (0: they are not)."""
    same_ref = bool(claim.ref) and _bare(claim.ref) == _bare(held.ref)
    other_ref = bool(claim.ref and held.ref) and not same_ref
    one_manner = (claim.rule, claim.evidence.document) == (held.rule, held.evidence.document)
    if other_ref and one_manner:
        return 0.0
    ratio = fuzz.ratio(told, text, score_cutoff=SAME_REF)
    if same_ref and ratio >= SAME_REF:
        return ratio + 100
    if ratio >= SAME_TEXT:
        if not same_bodies(claim.addressees, held.addressees):
            return 0.0
        return ratio
    short, long = sorted((told, text), key=len)
    if len(short) > 60 and not other_ref and _is_part(short, long):
        return PARTIAL
    if same_ref and len(short) > 30 and _is_part(short, long):
        return PARTIAL
    return 0.0


def _bare(ref: str) -> str:
    """Give a reference without the letter that stands for "recommendation": `R4` is `4` elsewhere."""
    return re.sub(r"^(?:r|rec)[ .-]?(?=\d)", "", fold(ref))


def _is_part(short: str, long: str) -> bool:
    """Whether one text is nearly all within the other, and not just a few words of it."""
    if len(long) < len(short):
        return False
    if short in long:
        return True
    if len(short) < 0.35 * len(long):
        return False
    return fuzz.partial_ratio(short, long) >= PARTIAL


def group_by(claims: Sequence[Claim], key: Callable[[Claim], object]) -> list[list[Claim]]:
    """Group claims that follow each other or not by `key`, groups in order of their first claim."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return list(groups.values())
