"""What does not fit together is told by file, row and column, and nothing is half read."""

from pathlib import Path

import pytest

from learnt.records.case import Register
from learnt.register import ReadRegister, read_register, schema

INCIDENT = "incident_id\nI1\n"


def read(tmp_path: Path, **tables: str) -> ReadRegister:
    for name, text in tables.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return read_register(tmp_path)


def told(read: ReadRegister) -> list[tuple[str, int, str, str]]:
    return [(one.file, one.row, one.column, one.severity) for one in read.problems]


CASES = [
    # ids and links
    ({"incidents": "incident_id\nI1\nI1\n"}, ("incidents.csv", 3, "incident_id", "error")),
    (
        {"incidents": "incident_id,csp\n,Fallowmere\n"},
        ("incidents.csv", 2, "incident_id", "error"),
    ),
    ({"incidents": "csp\nFallowmere\n"}, ("incidents.csv", 1, "incident_id", "error")),
    (
        {"incidents": "incident_id,csp,CSP\nI1,a,b\n"},
        ("incidents.csv", 1, "csp", "error"),
    ),
    (
        {"incidents": INCIDENT, "victims": "victim_id,incident_id\nV1,I1\nV2,I2\n"},
        ("victims.csv", 3, "incident_id", "error"),
    ),
    (
        {"incidents": INCIDENT, "perpetrators": "perpetrator_id,incident_id\nP1,\n"},
        ("perpetrators.csv", 2, "incident_id", "error"),
    ),
    (
        {"incidents": INCIDENT, "perpetrators": "perpetrator_id\nP1\n"},
        ("perpetrators.csv", 1, "incident_id", "error"),
    ),
    (
        {
            "incidents": INCIDENT,
            "recommendations": "recommendation_id\nR1\n",
            "actions": "action_id,recommendation_id\nA1,R2\n",
        },
        ("actions.csv", 2, "recommendation_id", "error"),
    ),
    (
        {"incidents": INCIDENT, "recommendations": "recommendation_id,document_id\nR1,D1\n"},
        ("recommendations.csv", 0, "document_id", "warning"),  # there are no documents to check by
    ),
    # values
    (
        {"incidents": "incident_id,death_type\nI1,accident\n"},
        ("incidents.csv", 2, "death_type", "error"),  # a closed list
    ),
    (
        {"incidents": "incident_id,cause_of_death\nI1,witchcraft\n"},
        ("incidents.csv", 2, "cause_of_death", "warning"),
    ),
    (
        {"incidents": INCIDENT, "victims": "victim_id,incident_id,age_years\nV1,I1,130\n"},
        ("victims.csv", 2, "age_years", "error"),
    ),
    ({"incidents": "incident_id,shoe_size\nI1,7\n"}, ("incidents.csv", 0, "shoe_size", "warning")),
    ({"incidents": "incident_id,\nI1,7\n"}, ("incidents.csv", 2, "", "warning")),
    ({"incidents": "incident_id\nI1,7\n"}, ("incidents.csv", 2, "", "warning")),
    # a row
    (
        {"incidents": "incident_id,death_date,published_on\nI1,2021-03,2021-02-11\n"},
        ("incidents.csv", 2, "death_date", "error"),
    ),
    (
        {"incidents": "incident_id,commissioned_on,submitted_on\nI1,2022,2021\n"},
        ("incidents.csv", 2, "submitted_on", "warning"),
    ),
    (
        {
            "incidents": INCIDENT,
            "victims": "victim_id,incident_id,age_years,age_at_death\nV1,I1,35,25-34\n",
        },
        ("victims.csv", 2, "age_years", "error"),
    ),
    (
        {
            "incidents": INCIDENT,
            "victims": "victim_id,incident_id,parent,children_under_18\nV1,I1,FALSE,TRUE\n",
        },
        ("victims.csv", 2, "children_under_18", "warning"),
    ),
    (
        {
            "incidents": INCIDENT,
            "perpetrators": "perpetrator_id,incident_id,charged,court_verdict\nP1,I1,no,Murder\n",
        },
        ("perpetrators.csv", 2, "court_verdict", "error"),
    ),
    (
        {
            "incidents": INCIDENT,
            "perpetrators": "perpetrator_id,incident_id,charged,minimum_term_years\nP1,I1,no,9\n",
        },
        ("perpetrators.csv", 2, "minimum_term_years", "error"),
    ),
    (
        {
            "incidents": INCIDENT,
            "perpetrators": "perpetrator_id,incident_id,court_verdict,minimum_term_years\n"
            "P1,I1,Not guilty,9\n",
        },
        ("perpetrators.csv", 2, "minimum_term_years", "error"),
    ),
    # what an incident adds up to
    (
        {
            "incidents": "incident_id,multiple_victims\nI1,FALSE\n",
            "victims": "victim_id,incident_id\nV1,I1\nV2,I1\n",
        },
        ("incidents.csv", 2, "multiple_victims", "warning"),
    ),
    (
        {
            "incidents": "incident_id,multiple_victims\nI1,TRUE\n",
            "victims": "victim_id,incident_id\nV1,I1\n",
        },
        ("incidents.csv", 2, "multiple_victims", "warning"),
    ),
    (
        {"incidents": INCIDENT, "victims": "victim_id,incident_id\n"},
        ("incidents.csv", 2, "", "warning"),
    ),
    (
        {
            "incidents": INCIDENT,
            "perpetrators": "perpetrator_id,incident_id,hospital_order,minimum_term_years\n"
            "P1,I1,TRUE,9\n",
        },
        ("perpetrators.csv", 2, "minimum_term_years", "warning"),
    ),
    (
        {
            "incidents": "incident_id,homicide_suicide\nI1,TRUE\n",
            "perpetrators": "perpetrator_id,incident_id,court_verdict\nP1,I1,Murder\n",
        },
        ("perpetrators.csv", 2, "court_verdict", "warning"),
    ),
    (
        {
            "incidents": "incident_id,death_type\nI1,suicide\n",
            "victims": "victim_id,incident_id,victim_suicide\nV1,I1,FALSE\n",
        },
        ("victims.csv", 2, "victim_suicide", "warning"),
    ),
    (
        {
            "incidents": "incident_id,death_type\nI1,suicide\n",
            "perpetrators": "perpetrator_id,incident_id,role\nP1,I1,both\n",
        },
        ("perpetrators.csv", 2, "role", "warning"),
    ),
    (  # one person with two verdicts
        {
            "incidents": INCIDENT,
            "perpetrators": "perpetrator_id,incident_id,age_years,sex_of_perpetrator,"
            "relationship_to_victim,court_verdict\n"
            "P1,I1,44,Male,husband,Murder\nP2,I1,44,Male,husband,Manslaughter\n",
        },
        ("perpetrators.csv", 3, "perpetrator_id", "warning"),
    ),
    (
        {"incidents": "incident_id,place_of_death,location_of_death\nI1,shared home,other\n"},
        ("incidents.csv", 2, "location_of_death", "warning"),
    ),
    (
        {
            "incidents": "incident_id,death_date\nI1,2021\n",
            "documents": "document_id,incident_id,upload_date\nD1,I1,2020-05\n",
        },
        ("documents.csv", 2, "upload_date", "warning"),
    ),
]


@pytest.mark.parametrize(("tables", "problem"), CASES)
def test_a_problem_is_told_where_it_is(
    tables: dict[str, str], problem: tuple[str, int, str, str], tmp_path: Path
) -> None:
    answer = read(tmp_path, **tables)
    assert told(answer) == [problem]
    if problem[3] == "error":
        assert answer.register == Register()
    else:
        assert answer.register.incidents


NEAR = [
    {  # two sons, of whom one's age is not known
        "incidents": INCIDENT,
        "perpetrators": "perpetrator_id,incident_id,age_years,sex_of_perpetrator,"
        "relationship_to_victim\nP1,I1,24,Male,son\nP2,I1,,Male,son\nP3,I1,24,Male,husband\n",
    },
    {"incidents": "incident_id,death_date,published_on\nI1,2021-03,2021\n"},
    {"incidents": "incident_id,death_date,published_on\nI1,2021-03,2021-03\n"},
    {
        "incidents": INCIDENT,
        "victims": "victim_id,incident_id,age_years,age_at_death\nV1,I1,34,25-34\n",
    },
    {
        "incidents": INCIDENT,
        "victims": "victim_id,incident_id,age_years,age_at_death\nV1,I1,70,65+\n",
    },
    {
        "incidents": INCIDENT,
        "victims": "victim_id,incident_id,parent,children_under_18\nV1,I1,,TRUE\n",
    },
    {  # not charged, and no hospital order: nothing contradicts
        "incidents": INCIDENT,
        "perpetrators": "perpetrator_id,incident_id,charged,hospital_order\nP1,I1,FALSE,FALSE\n",
    },
    {  # charged is not recorded
        "incidents": INCIDENT,
        "perpetrators": "perpetrator_id,incident_id,charged,court_verdict\nP1,I1,,Murder\n",
    },
    {  # not guilty by reason of insanity
        "incidents": INCIDENT,
        "perpetrators": "perpetrator_id,incident_id,court_verdict,hospital_order\n"
        "P1,I1,Not guilty,TRUE\n",
    },
    {
        "incidents": "incident_id,multiple_victims\nI1,TRUE\n",
        "victims": "victim_id,incident_id\nV1,I1\nV2,I1\n",
    },
    {"incidents": "incident_id,homicide_suicide\nI1,TRUE\n"},
    {  # one of two killed herself
        "incidents": "incident_id,death_type\nI1,homicide\n",
        "victims": "victim_id,incident_id,victim_suicide\nV1,I1,TRUE\nV2,I1,FALSE\n",
    },
    {
        "incidents": "incident_id,death_type\nI1,suicide\n",
        "victims": "victim_id,incident_id,victim_suicide\nV1,I1,\n",
        "perpetrators": "perpetrator_id,incident_id,role\nP1,I1,abused\n",
    },
    {"incidents": "incident_id,place_of_death,location_of_death\nI1,outside,public place\n"},
]


@pytest.mark.parametrize("tables", NEAR)
def test_what_fits_is_not_told(tables: dict[str, str], tmp_path: Path) -> None:
    assert told(read(tmp_path, **tables)) == []


def test_equal_warnings_are_one_line(tmp_path: Path) -> None:
    rows = "".join(f"I{n},witchcraft\n" for n in range(30)) + "I30,curse\n"
    answer = read(tmp_path, incidents=f"incident_id,cause_of_death\n{rows}")
    first, second = answer.problems
    assert (first.count, first.row, len(first.rows)) == (30, 2, 20)
    assert "rows 2, 3, 4 and 27 more (30 rows)" in str(first)
    assert (second.count, second.row) == (1, 32)
    assert answer.register.incidents[0].values == {"cause_of_death": "witchcraft"}  # it is kept


def test_a_band_of_another_scheme_is_kept_and_told(tmp_path: Path) -> None:
    rows = "V1,I1,31-40\n"
    answer = read(
        tmp_path, incidents=INCIDENT, victims=f"victim_id,incident_id,age_at_death\n{rows}"
    )
    (problem,) = answer.problems
    assert "another scheme" in problem.message
    assert answer.register.victims[0].values == {"age_at_death": "31-40"}


def test_errors_are_told_one_by_one_up_to_a_point(tmp_path: Path) -> None:
    rows = "".join(f"I{n},soon\n" for n in range(1005))
    answer = read(tmp_path, incidents=f"incident_id,death_date\n{rows}")
    assert len(answer.errors) == 1001
    assert answer.errors[-1].message == "and 5 more errors"


def test_a_register_with_dhrds_tags_says_where_it_is_from(tmp_path: Path) -> None:
    names = [one.name for one in schema().table("incidents").columns if one.tag]
    header, row = ",".join(["incident_id", *names]), ",".join(["I1"] + ["FALSE"] * len(names))
    assert read(tmp_path, incidents=f"{header}\n{row}\n").register.incidents[0].origin == "dhrd"
    own = read(tmp_path, incidents=f"{header},origin\n{row},register\n")
    assert own.register.incidents[0].origin == "register"
    few = read(tmp_path, incidents="incident_id,separation\nI1,FALSE\n")
    assert few.register.incidents[0].origin == "register"
