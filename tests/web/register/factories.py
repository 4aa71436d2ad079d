"""Small cases of an invented partnership."""

from learnt.records.case import Value
from learnt.web.register.models import Incident, Perpetrator, Victim
from tests.web.factories import CSP

HERE = "fallowmere-community-safety-partnership"


def case(number: int = 1, partnership: str = HERE, **values: Value) -> Incident:
    """Store an incident with one victim and one perpetrator."""
    told: dict[str, Value] = {"csp": CSP, "death_date": "2030-03", "death_type": "homicide"}
    made = Incident.objects.create(
        key=f"CASE-{number}", partnership=partnership, values=told | values
    )
    Victim.objects.create(
        key=f"VICTIM-{number}", incident=made, values={"age_years": 41, "sex_of_victim": "Female"}
    )
    Perpetrator.objects.create(
        key=f"PERSON-{number}", incident=made, values={"role": "both", "charged": True}
    )
    return made
