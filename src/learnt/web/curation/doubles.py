"""The same review in another version: found by its texts, offered to publishers (`merging`).

Two reviews are taken for one where the partnership is the same, the years of death do not differ, and
at least half of the texts of the shorter one stand in the other, letter for letter or nearly so. It is
an offer only. The thresholds are of our choosing and not measured.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from learnt.records import Recommendation
from learnt.web.curation import publishing
from learnt.web.curation.models import Intake
from learnt.words import fold

ALIKE = 92.0
"""How alike two folded texts are, of 100 (`rapidfuzz.fuzz.ratio`)."""
SHARE = 0.5
"""The part of the shorter review's texts that must stand in the other."""


def doubles_of(intake: Intake) -> list[Intake]:
    """Give the reviews that may be another version of this one, the oldest first."""
    if not intake.partnership:
        return []
    mine = publishing.as_decided(intake).review
    found = []
    others = Intake.objects.filter(partnership=intake.partnership).exclude(pk=intake.pk)
    for other in others.order_by("id"):
        theirs = other.proposed()
        years = {mine.review.year_of_death, theirs.review.year_of_death} - {None}
        shorter = min(len(mine.recommendations), len(theirs.recommendations))
        alike = len(pairs(theirs.recommendations, mine.recommendations)) if len(years) < 2 else 0
        if shorter and alike >= SHARE * shorter:
            found.append(other)
    return found


def pairs(ours: Sequence[Recommendation], theirs: Sequence[Recommendation]) -> dict[str, str]:
    """Give for the id of each of `ours` that of the one of `theirs` that says the same, each once."""
    left = {item.id: fold(item.text) for item in theirs}
    found: dict[str, str] = {}
    for item in ours:
        best = process.extractOne(fold(item.text), left, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            found[item.id] = best[2]
            del left[best[2]]
    return found
