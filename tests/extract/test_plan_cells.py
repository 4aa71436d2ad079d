import pytest

from learnt.extract.plan_cells import read_scope, split_completion, tidy_lines

COMPLETION = [
    ("Completed March 2023. All staff trained.", "2023-03", "Completed March 2023", "All staff trained."),
    ("31/03/2023", "2023-03-31", "31/03/2023", ""),
    ("31/03/2023: Policy in use", "2023-03-31", "31/03/2023", "Policy in use"),
    ("Achieved – June 2022", "2022-06", "Achieved – June 2022", ""),
    ("Completed on 3 May 2022\nAudit found no gaps", "2022-05-03", "Completed on 3 May 2022", "Audit found no gaps"),
    # the word alone tells of the completion, nothing of the outcome
    ("Complete", None, "Complete", ""),
    ("Completed.", None, "Completed.", ""),
    # the date stands at the end
    ("All staff trained – completed March 2023", "2023-03", "completed March 2023", "All staff trained"),
    # near misses: not done yet, whatever the date
    ("Ongoing", None, "", "Ongoing"),
    ("Not yet due", None, "", "Not yet due"),
    ("Not completed by March 2023", None, "", "Not completed by March 2023"),
    ("To be completed by June 2024", None, "", "To be completed by June 2024"),
    ("June 2023: ongoing, next review in May", None, "", "June 2023: ongoing, next review in May"),
    ("Due March 2024", None, "", "Due March 2024"),
    # a date inside the outcome is no completion
    ("Training in June 2022 reached 40 staff", None, "", "Training in June 2022 reached 40 staff"),
    ("Completeness is audited", None, "", "Completeness is audited"),
    ("", None, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "iso", "date", "outcome"), COMPLETION)
def test_completion_is_cut_into_date_and_outcome(
    printed: str, iso: str | None, date: str, outcome: str
) -> None:
    assert split_completion(printed) == (iso, date, outcome)


SCOPES = [
    ("Local", "local"),
    ("NATIONAL", "national"),
    ("regional (county)", "regional"),
    # several or none: not known
    ("Local and national", None),
    ("Police", None),
    ("locality", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "scope"), SCOPES)
def test_scope_is_read_where_one_is_printed(printed: str, scope: str | None) -> None:
    assert read_scope(printed) == scope


def test_lines_stay_apart() -> None:
    assert tidy_lines(" one  two \n\n three") == "one two\nthree"
