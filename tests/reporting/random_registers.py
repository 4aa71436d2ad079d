"""Random registers of invented deaths, written as an outsider writes them: a folder of CSV files."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

Row = dict[str, str]

AREAS = ("Ashmere", "Brackenford", "Coldwick", "Dunholt", "Elmbury")
REGIONS = ("East", "Wales")
PLACES = ("victim's home", "shared home", "outside", "perpetrator's home", "friend's home")
METHODS = (
    "sharp instrument",
    "strangulation with ligature",
    "blunt instrument",
    "drowning",
    "other",
)
ETHNICITIES = (
    "White - British",
    "Any other white background",
    "Black - African",
    "Asian British - Indian",
    "Asian British - Chinese",
)
PARTNERS = ("husband", "partner", "ex-partner", "ex-husband", "wife")
FAMILY = ("son", "brother", "daughter")
VERDICTS = ("Murder", "Manslaughter", "Manslaughter w/ diminished responsibility", "Not guilty")
BACK = {
    "husband": "Spouse (incl civil partner)",
    "wife": "Spouse (incl civil partner)",
    "partner": "Common-law spouse",
    "ex-partner": "Ex-boyfriend or ex-girlfriend",
    "ex-husband": "Ex-spouse",
    "son": "Parent",
    "daughter": "Parent",
    "brother": "Sibling",
}
STATUS = ("published", "with-quality-assurance", "in-progress", "commissioned", "notified")
KINDS = [
    "adjustment_disorder",
    "anxiety",
    "dementia",
    "depression",
    "panic_attacks",
    "ptsd",
    "psychosis",
    "selfharm",
    "suicidal_thoughts",
    "suicide_attempts",
    "other",
]
VULNERABLE = [
    "alcohol",
    "housing",
    "neurodiversity",
    "physical_disability",
    "substance_misuse",
    "other",
]
INCIDENT_TAGS = [
    "parricide",
    "children_present",
    "coercive_control",
    "economic_abuse",
    "faith_based_marriage",
    "forced_marriage",
    "honour_based_violence",
    "physical_abuse",
    "emotional_abuse",
    "separation",
    "sexual_abuse",
    "stalking",
    "known_to_domestic_abuse_services",
    "heard_at_marac",
    "previous_domestic_abuse_recorded",
]
THEMES = ("training", "policy", "records", "risk", "information-sharing", "learning", "referral")
SUBJECTS = ("children", "equality", "perpetrators")
TYPES = ("police", "nhs-trust", "gp-practice", "housing", "marac")
LEVELS = ("single-agency", "multi-agency", "national")


def write_register(folder: Path, seed: int, size: int = 0, asks: int = 0) -> Path:
    """Write a register of `size` deaths (0: 5 to 40) with `asks` recommendations into `folder`."""
    chance = Random(seed)
    size = size or chance.randint(5, 40)
    gaps = chance.choice((0.0, 0.08, 0.15, 0.4))
    suicides = chance.choice((0.1, 0.25, 0.4))
    rows: dict[str, list[Row]] = {"incidents": [], "victims": [], "perpetrators": []}
    for number in range(1, size + 1):
        suicide = chance.random() < suicides
        relation = _some(chance, PARTNERS) if chance.random() < 0.75 else _some(chance, FAMILY)
        parts = (
            _incident(chance, number, suicide, relation),
            _victim(chance, number, relation),
            _perpetrator(chance, number, suicide, relation),
        )
        for name, row in zip(rows, parts, strict=True):
            rows[name].append(_with_gaps(chance, row, gaps))
        if several := chance.random() < 0.06:
            second = _victim(chance, number, relation) | {"victim_id": f"died-{number:03}-b"}
            rows["victims"].append(_with_gaps(chance, second, gaps))
        rows["incidents"][-1]["multiple_victims"] = "TRUE" if several else "FALSE"
    if asks:
        rows |= _asks(chance, rows["incidents"], asks)
    folder.mkdir(parents=True, exist_ok=True)
    for name, every in rows.items():
        write_rows(folder / f"{name}.csv", every)
    return folder


def write_rows(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write rows as CSV with the columns that any of them has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _some(chance: Random, values: Sequence[str]) -> str:
    """Give the first of the values most often, the last seldom, as real groups are."""
    return values[min(int(chance.expovariate(0.9)), len(values) - 1)]


def _truth(chance: Random, part: float) -> str:
    return "TRUE" if chance.random() < part else "FALSE"


KEPT = ("incident_id", "victim_id", "perpetrator_id", "death_date", "area", "origin", "csp")


def _with_gaps(chance: Random, row: Row, gaps: float) -> Row:
    """Leave values out: as empty cells, or as `Unknown` in the words of others."""
    missing = ("", "Unknown", "not_known")
    return {
        name: value if name in KEPT or chance.random() >= gaps else _some(chance, missing)
        for name, value in row.items()
    }


def _incident(chance: Random, number: int, suicide: bool, relation: str) -> Row:
    month, year = chance.randint(1, 12), chance.randint(2012, 2019)
    status = _some(chance, STATUS)
    row = {
        "incident_id": f"case-{number:03}",
        "csp": "Elmbury and Ashmere",
        "region": _some(chance, REGIONS),
        "area": _some(chance, AREAS),
        "death_date": chance.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-03")),
        "death_type": "suicide" if suicide else "homicide",
        "cause_of_death": _some(chance, METHODS),
        "place_of_death": _some(chance, PLACES),
        "intimate_partner_violence": "TRUE" if relation in PARTNERS else "FALSE",
        "familial_homicide": "TRUE" if relation in FAMILY else "FALSE",
        "homicide_suicide": "FALSE" if suicide else _truth(chance, 0.12),
        "review_status": status,
        "review_kind": _some(chance, ("dhr", "dardr")),
        "origin": "register",
    }
    if status == "published":
        row["published_on"] = f"{year + chance.randint(1, 4)}-{chance.randint(1, 12):02}-17"
    return row | {name: _truth(chance, chance.choice((0.1, 0.3, 0.6))) for name in INCIDENT_TAGS}


def _health(chance: Random, side: str) -> Row:
    many = {f"{side}_vuln_{kind}": _truth(chance, 0.25) for kind in VULNERABLE}
    if side == "victim":
        many["victim_vuln_pregnancy"] = _truth(chance, 0.1)
    ill = chance.random() < 0.5
    many[f"{side}_mental_health_issues"] = "TRUE" if ill else "FALSE"
    for kind in KINDS:
        many[f"{side}_mh_{kind}"] = _truth(chance, 0.25) if ill else "FALSE"
    return many


def _victim(chance: Random, number: int, relation: str) -> Row:
    parent = chance.random() < 0.6
    row = {
        "victim_id": f"died-{number:03}",
        "incident_id": f"case-{number:03}",
        "age_years": str(chance.randint(17, 88)),
        "sex_of_victim": "Female" if chance.random() < 0.8 else "Male",
        "sexual_orientation_of_victim": _some(chance, ("Heterosexual/Straight", "Bisexual")),
        "victim_religion": _some(chance, ("No religion", "Christian", "Muslim", "Hindu")),
        "victim_ethnicity": _some(chance, ETHNICITIES),
        "nationality": _some(chance, ("British", "Lithuanian", "Polish")),
        "tenure": _some(chance, ("private-rented", "social-rented", "owned", "no-fixed-abode")),
        "relationship_to_perpetrator": BACK[relation],
        "prev_offence_history": _truth(chance, 0.3),
        "victim_carer_responsibilities": _truth(chance, 0.2),
        "parent": "TRUE" if parent else "FALSE",
        "children_under_18": _truth(chance, 0.6) if parent else "FALSE",
        "care_needs": _truth(chance, 0.2),
    }
    return row | _health(chance, "victim")


def _perpetrator(chance: Random, number: int, suicide: bool, relation: str) -> Row:
    verdict = "" if suicide or chance.random() < 0.15 else _some(chance, VERDICTS)
    carer = chance.random() < 0.3
    row = {
        "perpetrator_id": f"other-{number:03}",
        "incident_id": f"case-{number:03}",
        "age_years": str(chance.randint(18, 80)),
        "sex_of_perpetrator": "Male" if chance.random() < 0.85 else "Female",
        "sexual_orientation_of_perpetrator": _some(chance, ("Heterosexual/Straight", "Bisexual")),
        "perpetrator_ethnicity": _some(chance, ETHNICITIES),
        "relationship_to_victim": relation,
        "role": "abused" if suicide else _some(chance, ("both", "killed")),
        "court_verdict": verdict,
        "charged": "TRUE" if verdict else "FALSE",
        "minimum_term_years": str(chance.randint(12, 33)) if verdict == "Murder" else "",
        "hospital_order": _truth(chance, 0.5) if "diminished" in verdict else "FALSE",
        "prev_offence_history": _truth(chance, 0.5),
        "perpetrator_carer_responsibilities": "TRUE" if carer else "FALSE",
        "perpetrator_carer_for_victim": _truth(chance, 0.5) if carer else "FALSE",
        "care_needs": _truth(chance, 0.2),
        "known_to_mental_health_services": _truth(chance, 0.4),
        "known_to_substance_services": _truth(chance, 0.3),
    }
    return row | _health(chance, "perpetrator")


def _asks(chance: Random, incidents: Sequence[Row], many: int) -> dict[str, list[Row]]:
    """Give documents for about two deaths in three, and recommendations for most documents."""
    reviewed = [row["incident_id"] for row in incidents if chance.random() < 0.66]
    documents = [{"document_id": f"doc-{one}", "incident_id": one} for one in reviewed]
    asked: list[Row] = []
    for number in range(many if reviewed else 0):
        document = documents[int(len(documents) * chance.random() ** 2)]["document_id"]
        themes = chance.sample(THEMES, chance.choice((1, 1, 2, 3)))
        subjects = chance.sample(SUBJECTS, chance.choice((0, 0, 1)))
        types = chance.sample(TYPES, chance.choice((0, 1, 1, 2)))
        asked.append(
            {
                "recommendation_id": f"rec-{number:04}",
                "document_id": document,
                "reference": str(number + 1),
                "text": f"The bodies named should make change {number} by March 2024.",
                "addressees": " | ".join(f"Body of {one}" for one in types),
                "agency_types": " | ".join(types),
                "level": chance.choice((*LEVELS, "")),
                "themes": "" if number % 17 == 0 else " | ".join(themes + subjects),
                "main_theme": "" if number % 17 == 0 else themes[0],
                "checked": chance.choice(("machine", "person")),
                "repeat_group": f"group-{chance.randint(1, many // 4)}" if number % 3 else "",
            }
        )
    return {"documents": documents, "recommendations": asked}
