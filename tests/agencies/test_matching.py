"""Who is meant: type, body then, body now; and what is left open, with the reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.agencies import match_agency
from learnt.agencies.kinds import kinds
from learnt.agencies.register import built_in
from tests.agencies.factory import review_of

REGISTER = built_in()

# printed, type, agency
BY_NAME = [
    ("Norfolk Constabulary", "police", "norfolk-police"),
    ("Norfolk Police", "police", "norfolk-police"),
    ("Chief Constable of Norfolk", "police", "norfolk-police"),
    ("Police (Norfolk)", "police", "norfolk-police"),
    ("Norfolk Constabulary, Control Room", "police", "norfolk-police"),
    ("Loxley Constabulary", "police", "loxley-police"),
    ("LOXLEY POLICE", "police", "loxley-police"),
    ("Ashmere Valley NHS Foundation Trust", "nhs-trust", "ashmere-valley-nhs-trust"),
    ("The Ashmere Valley NHS Trust (AVT)", "nhs-trust", "ashmere-valley-nhs-trust"),
    ("Ashmere Valley NHS Trust - Maternity Services", "nhs-trust", "ashmere-valley-nhs-trust"),
    ("Brannock University Hospitals NHS Trust", "nhs-trust", "brannock-university-hospital"),
    ("Brannock University Hospital", "nhs-trust", "brannock-university-hospital"),
    ("Loxley County Council", "local-authority", "loxley-council"),
    ("London Borough of Loxley", "local-authority", "loxley-council"),
    ("LB Loxley", "local-authority", "loxley-council"),
    ("Loxley County Council Community Safety Team", "local-authority", "loxley-council"),
    ("Loxley County Council, Children’s Services", "childrens-social-care", "loxley-council-childrens-social-care"),
    ("Children's Social Care, Loxley County Council", "childrens-social-care", "loxley-council-childrens-social-care"),
    ("Loxley Childrens Social Care", "childrens-social-care", "loxley-council-childrens-social-care"),
    ("Director of Adult Services, Loxley County Council", "adult-social-care", "loxley-council-adult-social-care"),
    ("London Borough of Loxley Adult Services", "adult-social-care", "loxley-council-adult-social-care"),
    ("Loxley County Council, Education Department", "education", "loxley-council-education"),
    ("NHS Loxley and Arden ICB", "health-commissioner", "loxley-and-arden-icb"),
    ("Loxley & Arden Integrated Care Board", "health-commissioner", "loxley-and-arden-icb"),
    ("Safer Loxley Partnership", "community-safety-partnership", "loxley-community-safety-partnership"),
    ("Loxley Community Safety Board", "community-safety-partnership", "loxley-community-safety-partnership"),
    ("Loxley Safeguarding Adults Board", "safeguarding-board", "loxley-safeguarding-adults-board"),
    ("Loxley SAB", "safeguarding-board", "loxley-safeguarding-adults-board"),
    ("Loxley LSCP", "safeguarding-board", "loxley-safeguarding-children-partnership"),
    ("Crown Prosecution Service (North Marches)", "prosecution", "crown-prosecution-service"),
    ("North Marches CPS", "prosecution", "crown-prosecution-service"),
    ("Loxley Magistrates’ Court", "courts", "loxley-magistrates-court"),
    ("Ashmere Medical Centre", "gp-practice", "ashmere-medical-centre"),
    ("Severn Reach Ambulance Service NHS Trust", "ambulance", "severn-reach-ambulance-service"),
    ("Circle 33 Housing Group", "housing", "circle-33-housing-trust"),
    ("Harbour 41 Housing Trust Ltd", "housing", "harbour-41-housing-trust"),
    ("Loxley Women’s Aid", "domestic-abuse-service", "loxley-womens-aid"),
    ("Stepping Stones Domestic Abuse Service", "domestic-abuse-service", "stepping-stones-domestic-abuse-service"),
    ("Clearwater Recovery Services", "substance-misuse-service", "clearwater-recovery-service"),
    ("Loxley Academy", "education", "loxley-academy"),
    ("University of Loxley", "education", "university-of-loxley"),
    ("HMP Loxley", "justice-body", "hmp-loxley"),
    ("Serco", "supplier", "serco"),
    ("Loxley Fire & Rescue Service", "other", "loxley-fire-and-rescue-service"),
    ("Lead agency: Loxley Police", "police", "loxley-police"),
    ("Loxley ICB on behalf of GP practices", "health-commissioner", "loxley-icb"),
    ("Croydon Police", "police", "metropolitan-police"),  # an area of a force, not a force
    ("Royal Ashmere NHS Foundation Trust", "nhs-trust", "royal-ashmere-nhs-trust"),
    ("Herts Constabulary", "police", "hertfordshire-police"),
    ("Clarion tenancy team", "housing", "clarion-housing-group"),  # a part of a body of the register
    ("Loxley Children’s Trust", "childrens-social-care", "loxley-childrens-trust"),
    ("Loxley Digital Ltd", "supplier", "loxley-digital"),  # a firm, and nothing tells what for
    ("Loxley Credit Union", "other", "loxley-credit-union"),  # a body by its shape only
]  # fmt: skip


@pytest.mark.parametrize(("printed", "kind", "agency"), BY_NAME)
def test_a_name_tells_type_and_body(printed: str, kind: str, agency: str) -> None:
    match = match_agency(printed, register=REGISTER)
    assert (match.type, match.agency) == (kind, agency), match.why


# printed, type; the body stays open
OPEN = [
    ("the Constabulary", "police"),  # no review to tell the area
    ("Medical Centre", "gp-practice"),  # an area has many
    ("GP Practice 1", "gp-practice"),  # a code that hides a name
    ("GP3", "gp-practice"),
    ("School A", "education"),
    ("All GP practices", "gp-practice"),  # all of one kind
    ("Schools in Loxley", "education"),
    ("Universities and colleges", "education"),  # all of one type
    ("All GP practices and hospitals", "collective"),  # of two
    ("Neighbouring forces", "police"),
    ("Ambulance services", "ambulance"),  # several, not the one of the area
    ("Health and social care agencies", "collective"),
    ("The service", None),  # not "services"
    ("Adult A", None),  # a person
    ("The perpetrator", None),
    ("a refuge", "domestic-abuse-service"),
    ("specialist domestic abuse service", "domestic-abuse-service"),  # describes, names none
    ("Police and Probation", "collective"),  # several bodies of several types
    ("Safeguarding Adults Board and Safeguarding Children Partnership", "safeguarding-board"),
    ("Norfolk and Suffolk Police", "police"),  # two forces of the register
    ("All agencies", "collective"),
    ("All health agencies", "collective"),
    ("All agencies represented on the panel", "collective"),
    ("All agencies providing reports", "collective"),
    ("Police in partnership with the CPS", "collective"),  # several, though no comma parts them
    ("Multi-agency Safeguarding Hub (MASH)", "childrens-social-care"),
    ("Health (Maternity)", "nhs-trust"),
    ("Strategic Director of Children's Services", "childrens-social-care"),
    ("MARAC Steering Group", "marac"),  # a meeting is no body
    ("MAPPA", "probation"),
    ("Task and finish group", "other"),
    ("framework", None),  # the common noun
    ("a turning point", None),
    ("respect for others", None),
    ("Haven", None),  # a name that tells nothing is not guessed
    ("Training", None),
    ("TBC", None),
    ("N/A", None),
    ("", None),
    ("—", None),
]


@pytest.mark.parametrize(("printed", "kind"), OPEN)
def test_what_cannot_be_told_is_left_open_with_a_reason(printed: str, kind: str | None) -> None:
    match = match_agency(printed, register=REGISTER)
    assert (match.type, match.agency, match.agency_now) == (kind, None, None)
    assert match.why
    assert not match.resolved


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Refuge", "refuge"),
        ("Respect", "respect"),
        ("Framework", "framework"),
        ("Equation", "equation"),
        ("Turning Point", "turning-point"),
    ],
)
def test_common_nouns_are_bodies_where_they_stand_as_names(name: str, agency: str) -> None:
    assert match_agency(name, register=REGISTER).agency == agency
    assert match_agency(name.lower(), register=REGISTER).agency is None
    assert match_agency(f"a {name}", register=REGISTER).agency is None


# printed, body then, body now
SUCCESSION = [
    ("National Probation Service", "national-probation-service", "probation-service"),
    ("Arden and Loxley Community Rehabilitation Company", "arden-and-loxley-crc", "probation-service"),
    ("DCLG", "dclg", "mhclg"),
    ("Department for Levelling Up, Housing & Communities", "dluhc", "mhclg"),
    ("CAADA", "caada", "safelives"),
    ("Circle 33 Housing Trust Ltd", "circle-33-housing-trust", "clarion-housing-group"),
    ("NHS Norwich CCG", "norwich-ccg", "norfolk-and-waveney-icb"),  # two steps
    ("Arden LSCB", "arden-safeguarding-children-board", "arden-safeguarding-children-partnership"),
    ("Powys LSCB", "powys-safeguarding-children-board", "powys-safeguarding-children-board"),
    ("NHS Devon CCG", "devon-ccg", "devon-icb"),  # a board of the same name
    ("NHS Loxley CCG", "loxley-ccg", None),  # nobody told who followed
    ("Loxley Primary Care Trust", "loxley-pct", None),
    ("Public Health England", "public-health-england", None),  # parted among two
    ("Home Office", "home-office", "home-office"),
    ("Waveney District Council", "waveney-council", "east-suffolk-council"),
    ("Waveney District Council, Housing", "waveney-council-housing", "east-suffolk-council-housing"),
    ("Cumbria County Council, Adult Social Care", "cumbria-council-adult-social-care", None),
    ("Leeds City Council, Housing", "leeds-council-housing", "leeds-council-housing"),
    ("Cumbria County Council", "cumbria-council", None),  # parted among two
    ("Lancashire Care NHS Foundation Trust", "lancashire-care-nhs-trust", "lancashire-and-south-cumbria-nhs-trust"),
    ("North West Boroughs Healthcare NHS FT", "north-west-boroughs-healthcare-nhs-trust", "mersey-care-nhs-trust"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "then", "now"), SUCCESSION)
def test_body_then_and_body_now_are_kept_apart(printed: str, then: str, now: str | None) -> None:
    match = match_agency(printed, register=REGISTER)
    assert (match.agency, match.agency_now) == (then, now), match.why


# area, printed, agency
IN_AREA = [
    ("Norfolk", "the Constabulary", "norfolk-police"),
    ("Norfolk", "Children's Social Care", "norfolk-council-childrens-social-care"),
    ("Norfolk County Community Safety Partnership", "Adult Social Care", "norfolk-council-adult-social-care"),
    ("Norfolk", "the CSP", "norfolk-community-safety-partnership"),
    ("Norfolk", "ICB", "norfolk-and-waveney-icb"),
    ("Norfolk", "Housing Options", None),  # a county has several housing authorities
    ("Norfolk", "the Council", None),  # county or district
    ("Norfolk", "the Trust", None),  # several
    ("Norfolk", "MARAC", "norfolk-marac"),
    ("Norwich", "Police", "norfolk-police"),  # a district that is no partnership of the dataset
    ("Norwich", "Housing", "norwich-council-housing"),
    ("Leeds", "the Council", "leeds-council"),
    ("Leeds", "Housing Options", "leeds-council-housing"),
    ("Leeds", "LSCB", "leeds-safeguarding-children-board"),
    ("Plymouth", "Ambulance Service", "south-western-ambulance-service"),
    ("Isle of Wight", "Ambulance Service", None),  # its own trust's, which the register lacks
    ("Gwynedd", "the Health Board", "betsi-cadwaladr-health-board"),
    ("Gwynedd", "LSCB", None),  # the boards of Wales cover several councils
    ("Kent", "PCC", "kent-police-and-crime-commissioner"),
    ("Ealing", "PCC", None),  # London has none
    ("Loxley", "Police", None),  # an area nobody knows
    ("Loxley", "the Community Safety Partnership", "loxley-community-safety-partnership"),  # its own
    ("Norfolk", "Suffolk Constabulary", "suffolk-police"),  # the area is not that of all addressees
]  # fmt: skip


@pytest.mark.parametrize(("area", "printed", "agency"), IN_AREA)
def test_the_area_tells_bare_names(area: str, printed: str, agency: str | None) -> None:
    match = match_agency(printed, review_of(area), register=REGISTER)
    assert match.agency == agency, match.why


@pytest.mark.parametrize(
    ("year", "printed", "agency", "now"),
    [
        ("March 2023", "Probation Service", "probation-service", "probation-service"),
        ("March 2016", "Probation Service", None, "probation-service"),  # National or a company
        ("March 2016", "ICB", None, None),  # there were none
        (None, "Probation Service", "probation-service", "probation-service"),
    ],
)
def test_the_date_is_looked_at(
    year: str | None, printed: str, agency: str | None, now: str | None
) -> None:
    match = match_agency(printed, review_of("Norfolk", published=year), register=REGISTER)
    assert (match.agency, match.agency_now) == (agency, now)


def test_a_body_before_its_time_is_told_as_doubtful() -> None:
    match = match_agency("NHS Devon ICB", review_of("Exeter", published="2016"), register=REGISTER)
    assert match.agency == "devon-icb"
    assert "began in 2022" in match.why


def test_several_bodies_are_named_in_the_reason() -> None:
    match = match_agency("Police | CPS | Court Service", review_of("Norfolk"), register=REGISTER)
    assert match.several == ("Police", "CPS", "Court Service")
    assert match.agency is None


@pytest.mark.parametrize(
    "printed",
    ["x: " * 500, "Loxley Police, " * 26, "(" * 300, "Director of " * 33 + "Housing", "A" * 5000],
)
def test_odd_lists_and_long_texts_do_no_harm(printed: str) -> None:
    match_agency(printed, register=REGISTER)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_nothing_printed_makes_it_fail(printed: str) -> None:
    match = match_agency(printed, review_of("Norfolk"), register=REGISTER)
    assert match.type is None or match.type in kinds().types
    assert match.why


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([row[0] for row in BY_NAME]),
    st.sampled_from(["the {}", "{}.", " {} ", "{} (lead)", "{}\n"]),
)
def test_trifles_of_printing_change_nothing(printed: str, form: str) -> None:
    plain = match_agency(printed, register=REGISTER)
    assert match_agency(form.format(printed), register=REGISTER).agency == plain.agency
