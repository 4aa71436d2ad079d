"""Weighs what is claimed: one value is a fact, several are a doubt for a person to settle."""

from collections import defaultdict
from collections.abc import Sequence

from learnt.extract.case_facts.claims import Claim
from learnt.records import CaseFact, CaseFacts, Evidence, FactDoubt, Value
from learnt.records.facts import FactTable

MOST_EVIDENCE = 5
SURE = 0.99
CLEAR = 1.6
"""How many times as much as all others a value must weigh to stand although another was claimed."""
FINER = ("death_date",)
Key = tuple[FactTable, int, str]


def weigh(claims: Sequence[Claim]) -> CaseFacts:
    """Give the facts and doubts that claims make, in the order of their first words."""
    groups: dict[Key, dict[Value, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        groups[(claim.table, claim.person, claim.variable)][claim.value].append(claim)
    facts: list[CaseFact] = []
    doubts: list[FactDoubt] = []
    for key, told in groups.items():
        settled = _settle(key, told)
        candidates = [_fact(key, value, found) for value, found in told.items()]
        if settled is not None:
            facts.append(_fact(key, settled, told[settled]))
        else:
            reason = "the report tells it in more than one way"
            doubts.append(
                FactDoubt(
                    table=key[0],
                    person=key[1],
                    variable=key[2],
                    values=tuple(candidates),
                    reason=reason,
                )
            )
    return CaseFacts(facts=tuple(facts), doubts=tuple(doubts))


def _settle(key: Key, told: dict[Value, list[Claim]]) -> Value | None:
    """Give the value that stands; None where the report contradicts itself."""
    if len(told) == 1:
        return next(iter(told))
    if key[2] in FINER:
        return _finest(told)
    weights = {value: sum(c.weight for c in found) for value, found in told.items()}
    strongest = {value: max(c.weight for c in found) for value, found in told.items()}
    best = max(weights, key=lambda value: (strongest[value], weights[value]))
    others = [value for value in told if value != best]
    if key[2] == "age_years" and all(strongest[best] > strongest[v] for v in others):
        return best
    if all(weights[best] >= CLEAR * 2 * weights[v] for v in others) and not isinstance(best, bool):
        return best
    return None


def _finest(told: dict[Value, list[Claim]]) -> Value | None:
    """Give the most precise date where all agree as far as they go, else that of the report's field."""
    printed = [str(v) for v, found in told.items() if any(c.rule == "date-of-death" for c in found)]
    if printed:
        return printed[0]
    dates = sorted((str(value) for value in told), key=len)
    finest = dates[-1]
    if all(finest.startswith(date) for date in dates):
        return finest
    weights = {str(value): len(found) for value, found in told.items()}
    best = max(weights, key=lambda date: (weights[date], len(date)))
    rest = sum(
        count for date, count in weights.items() if not best.startswith(date) and date != best
    )
    return best if weights[best] >= 3 * rest else None


def _fact(key: Key, value: Value, claims: Sequence[Claim]) -> CaseFact:
    ordered = sorted(claims, key=lambda claim: -claim.weight)
    missing = 1.0
    for claim in ordered[:3]:
        missing *= 1 - claim.weight
    return CaseFact(
        table=key[0],
        person=key[1],
        variable=key[2],
        value=value,
        evidence=_evidence(ordered),
        confidence=round(min(1 - missing, SURE), 2),
        rule=ordered[0].rule,
    )


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    found: dict[tuple[str, str], Evidence] = {}
    for claim in claims:
        evidence = claim.place.evidence(claim.quote, claim.rule, claim.page)
        found.setdefault((evidence.document, evidence.quote), evidence)
    return tuple(found.values())[:MOST_EVIDENCE]
