"""Which columns each measure counts, for the counting with pandas."""

PEOPLE: dict[str, tuple[str, list[str]]] = {
    "region": ("incidents", ["region"]),
    "area": ("incidents", ["area", "csp"]),
    "csp": ("incidents", ["csp"]),
    "place_of_death": ("incidents", ["place_of_death", "location_of_death"]),
    "method": ("incidents", ["cause_of_death"]),
    "sex_of_victim": ("victims", ["sex_of_victim"]),
    "victim_ethnicity": ("victims", ["victim_ethnicity"]),
    "nationality": ("victims", ["nationality"]),
    "tenure": ("victims", ["tenure"]),
    "relationship_to_perpetrator": ("victims", ["relationship_to_perpetrator"]),
    "sexual_orientation_of_victim": ("victims", ["sexual_orientation_of_victim"]),
    "victim_religion": ("victims", ["victim_religion"]),
    "role": ("perpetrators", ["role"]),
    "sex_of_perpetrator": ("perpetrators", ["sex_of_perpetrator"]),
    "perpetrator_ethnicity": ("perpetrators", ["perpetrator_ethnicity"]),
    "relationship_to_victim": ("perpetrators", ["relationship_to_victim"]),
    "sexual_orientation_of_perpetrator": ("perpetrators", ["sexual_orientation_of_perpetrator"]),
}
MH = [
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
VULN = [
    "alcohol",
    "substance_misuse",
    "housing",
    "neurodiversity",
    "physical_disability",
    "pregnancy",
    "other",
]
CIRCUMSTANCES = [
    "intimate_partner_violence",
    "familial_homicide",
    "parricide",
    "homicide_suicide",
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
]


def kinds(side: str, part: str, names: list[str]) -> list[str]:
    """Give the columns of one side: health (`mh`) or vulnerabilities (`vuln`)."""
    kept = [one for one in names if side == "victim" or one != "pregnancy"]
    return [f"{side}_{part}_{one}" for one in kept]


TAGS: dict[str, tuple[str, list[str]]] = {
    **{
        name: ("incidents", [name])
        for name in (
            "multiple_victims",
            "homicide_suicide",
            "children_present",
            "known_to_domestic_abuse_services",
            "heard_at_marac",
            "previous_domestic_abuse_recorded",
        )
    },
    "incident_tags": ("incidents", CIRCUMSTANCES),
    "parent": ("victims", ["parent"]),
    "children_under_18": ("victims", ["children_under_18"]),
    "care_needs_of_victim": ("victims", ["care_needs"]),
    "victim_previous_offences": ("victims", ["prev_offence_history"]),
    "victim_carer": ("victims", ["victim_carer_responsibilities"]),
    "hospital_order": ("perpetrators", ["hospital_order"]),
    "care_needs_of_perpetrator": ("perpetrators", ["care_needs"]),
    "perpetrator_services": (
        "perpetrators",
        ["known_to_mental_health_services", "known_to_substance_services"],
    ),
    "perpetrator_previous_offences": ("perpetrators", ["prev_offence_history"]),
    "perpetrator_carer": (
        "perpetrators",
        ["perpetrator_carer_responsibilities", "perpetrator_carer_for_victim"],
    ),
    **{
        f"{side}_mental_health": (f"{side}s", [f"{side}_mental_health_issues"])
        for side in ("victim", "perpetrator")
    },
    **{
        f"{side}_mental_health_kinds": (f"{side}s", kinds(side, "mh", MH))
        for side in ("victim", "perpetrator")
    },
    **{
        f"{side}_vulnerabilities": (f"{side}s", kinds(side, "vuln", VULN))
        for side in ("victim", "perpetrator")
    },
}
