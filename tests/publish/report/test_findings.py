import json

from learnt.publish.report.findings import to_findings
from learnt.records.finding import Analysis, Finding, ShareOfPeople, Tally

SHARE = ShareOfPeople(value=13 / 15, low=0.6212, high=0.9626)
WOMEN = Finding(
    measure="sex_of_victim",
    group="Female",
    numerator=13,
    denominator=15,
    not_recorded=0,
    value=13,
    share=SHARE,
    ids=("V-1",),
)


def analysis(*findings: Finding, **changes: object) -> Analysis:
    tally = Tally(
        id="homicides.sex_of_victim",
        section="homicides",
        measure="sex_of_victim",
        title="Sex",
        of="people who died by homicide",
        form="categories",
        findings=findings,
        withheld=str(changes.pop("withheld", "")),
    )
    return Analysis(tallies=(tally,), **changes)  # type: ignore[arg-type]  # a factory's changes


def test_a_finding_says_what_it_counts() -> None:
    (row,) = json.loads(to_findings(analysis(WOMEN)))
    wanted = {
        "measure": "sex_of_victim",
        "group": "Female",
        "numerator": 13,
        "denominator": 15,
        "not_recorded": 0,
        "value": 13,
        "unit": "people",
        "ids": ["V-1"],
    }
    assert wanted.items() <= row.items()
    assert row["share"]["of"] == "people"


def test_public_findings_have_no_ids() -> None:
    (row,) = json.loads(to_findings(analysis(WOMEN, public=True)))
    assert "ids" not in row


def test_a_withheld_table_tells_no_number() -> None:
    (row,) = json.loads(to_findings(analysis(WOMEN, public=True, withheld="Too few.")))
    assert row["withheld"] == "Too few."
    assert {row[name] for name in ("numerator", "denominator", "not_recorded", "value")} == {None}
