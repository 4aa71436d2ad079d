"""Rows bound by `either = one side + other side - both`: never is a single one of the four withheld."""

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.measures import measures
from learnt.records.finding import Tally


def protect_sides(tally: Tally, outcome: Outcome, rules: Settings) -> Outcome:
    """Give the decision on a table of sides: none or all of its four rows are told.

    The sides themselves are told in tables of their own. What is then left open of `both` is wide
    only where the marks of the rows tell nothing, so the table is withheld whole. Other tables pass.
    """
    measure = measures().get(tally.measure)
    if measure is None or measure.derived != "sides" or outcome.complete():
        return outcome
    return Outcome(whole="plain")
