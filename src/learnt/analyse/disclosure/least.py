"""What a withheld number is at least, where a reader who knows the rules can tell it anyway.

Of 20 people "fewer than 5" were of other groups, so 16 or more were of the one that is not shown. To print that
gives nothing away, and keeps the main thing that a small table has to say.
"""

import msgspec

from learnt.analyse.disclosure.settings import Settings
from learnt.records.finding import Tally


def with_least(tally: Tally, rules: Settings) -> Tally:
    """Give a public table with the least number of the row that nearly everybody is in."""
    recorded = (tally.total or 0) - (tally.not_recorded or 0)
    if recorded < rules.least() or not _nearly_everybody(tally, rules):
        return tally
    first = msgspec.structs.replace(tally.findings[0], least=recorded - rules.small + 1)
    return msgspec.structs.replace(tally, findings=(first, *tally.findings[1:]))


def _nearly_everybody(tally: Tally, rules: Settings) -> bool:
    """Whether the first row is withheld for one reason only: fewer than so many people are outside of it.

    A group beside a small rest; or a fact that stands alone in its table, of all deaths. Why a row of several facts
    or of a part is withheld, nobody can know.
    """
    marks = [one.withheld for one in tally.findings]
    if tally.form == "categories":
        return marks == ["linked", "small"]
    return tally.form == "tags" and marks == ["linked"] and tally.section not in rules.parts
