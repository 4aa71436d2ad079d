"""What an outsider knows of the tables from the report's own appendix of definitions: of whom each is."""

import re

PARTS = ("homicides", "suicides")
OTHERS = {"Other groups"}
SIGN = " × "
OPEN = (
    "area",
    "csp",
    "region",
    "area_rate",
    "area_rate_a_year",
    "status",
    "time_to_publication",
    "counted",
    "deaths",
    "homicides",
    "suicides",
    "published",
    "kind",
)
"""Tables of deaths by place and time, and of reviews: no characteristics of people."""
AVERAGES = ["mean_age_of_victim", "mean_age_of_perpetrator", "minimum_term"]
ORDERED = ["age_of_victim", "age_of_perpetrator"]
CATEGORIES = (
    "death_type",
    "place_of_death",
    "sub_type",
    "method",
    "sex_of_victim",
    "victim_ethnicity",
    "nationality",
    "tenure",
    "relationship_to_perpetrator",
    "sexual_orientation_of_victim",
    "victim_religion",
    "victim_vulnerability_number",
    "victim_vulnerability_mentions",
    "role",
    "sex_of_perpetrator",
    "perpetrator_ethnicity",
    "relationship_to_victim",
    "court_verdict",
    "sexual_orientation_of_perpetrator",
    "perpetrator_vulnerability_number",
    "perpetrator_vulnerability_mentions",
)
CROSSED = ["sex_of_victim_by_age_of_victim", "sex_of_perpetrator_by_age_of_perpetrator"]
OF_HOMICIDES = ["homicide_suicide", "hospital_order", "minimum_term"]
"""Facts that the report counts of homicides and of all deaths, and of suicides by nobody."""
OF_DEATHS = (
    "death_type",
    "multiple_victims",
    "place_of_death",
    "sub_type",
    "method",
    "homicide_suicide",
    "children_present",
    "known_to_domestic_abuse_services",
    "heard_at_marac",
    "previous_domestic_abuse_recorded",
    "incident_tags",
    "alcohol",
    "drugs",
    "mental_health_of_both",
)
OF_PERPETRATORS = [
    "role",
    "relationship_to_victim",
    "court_verdict",
    "minimum_term",
    "hospital_order",
]
BELOW, ABOVE = re.compile(r"under|below|younger"), re.compile(r"over|above|older|\+")


def people_of(measure: str) -> str:
    """Give whom a table counts: deaths, those who died, those who abused or killed."""
    if measure in OF_DEATHS:
        return "incidents"
    if (
        "perpetrator" in measure.replace("relationship_to_perpetrator", "")
        or measure in OF_PERPETRATORS
    ):
        return "perpetrators"
    return "victims"


def reach(band: str) -> tuple[int, int]:
    """Give the first and last year of a band: "20 and under", "Under 20", "21–30", "61 and over"."""
    numbers = [int(one) for one in re.findall(r"\d+", band)]
    if len(numbers) > 1:
        return numbers[0], numbers[1]
    if BELOW.search(band.lower()):
        return 0, numbers[0] - (band.lower().startswith(("under", "below")))
    return numbers[0], 120 if ABOVE.search(band.lower()) else numbers[0]
