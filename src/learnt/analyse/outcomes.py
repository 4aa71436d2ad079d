"""What a death was: its kind, its sub-type, and what followed in court."""

from collections.abc import Sequence

from learnt.analyse.cases import Case, recorded, truth
from learnt.analyse.counting import Frame, categories, one_spelling
from learnt.analyse.measures import in_group
from learnt.analyse.rows import Row
from learnt.records.finding import Tally
from learnt.words import fold

KINDS = {
    "homicide": "homicide",
    "untagged": "homicide (or not tagged as suicide)",
    "suicide": "suicide",
    "other": "other",
}
PARTNER, FAMILY, BOTH = "intimate partner", "familial", "intimate partner and familial"
OTHER, NEITHER = "other", "neither tagged"
NOT_CHARGED = "not charged"
NO_TRIAL = "no trial: homicide followed by suicide"


def by_death_type(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count deaths by kind."""
    return categories(frame, [(row.id, KINDS.get(row.case.death_type)) for row in rows])


def by_sub_type(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count deaths by the broad kind of relationship."""
    return categories(frame, [(row.id, sub_type(row.case)) for row in rows])


def sub_type(case: Case) -> str | None:
    """Give the broad kind of relationship of a death, None where nothing tells it."""
    values = case.incident.values
    partner = truth(values, "intimate_partner_violence")
    family = truth(values, "familial_homicide")
    by_tags = _of_kinds(bool(partner), bool(family))
    tagged = partner is not None and family is not None
    if by_tags or (case.tagged and tagged):
        return by_tags or NEITHER
    return _by_relationship(case) or (OTHER if tagged else None)


def _by_relationship(case: Case) -> str | None:
    sides = (
        (case.perpetrators, "relationship_to_victim", "relationship_of_perpetrator"),
        (case.victims, "relationship_to_perpetrator", "relationship_of_victim"),
    )
    for people, variable, known in sides:
        said = [recorded(person.values, variable) for person in people]
        found = [str(value) for value in said if value is not None]
        if found:
            partner = any(in_group(known, "intimate-partner", value) for value in found)
            family = any(in_group(known, "familial", value) for value in found)
            return _of_kinds(partner, family) or OTHER
    return None


def _of_kinds(partner: bool, family: bool) -> str:
    if partner and family:
        return BOTH
    return PARTNER if partner else FAMILY if family else ""


def by_verdict(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count people by what followed in court, each once."""
    found = {row.id: verdict(row) for row in rows}
    spelling = one_spelling(found.values())
    cases = [(case, spelling[fold(text)] if text else None) for case, text in found.items()]
    return categories(frame, cases)


def verdict(row: Row) -> str | None:
    """Give the verdict; else that there was no charge, or no trial; else None."""
    said = recorded(row.values, "court_verdict")
    if said is not None:
        return str(said)
    if truth(row.values, "charged") is False:
        return NOT_CHARGED
    died = truth(row.case.incident.values, "homicide_suicide")
    return NO_TRIAL if died and row.case.death_type != "suicide" else None
