from learnt.extract.action_plan import find_actions
from learnt.records import Action, Block, Recommendation
from tests.extract.factories import document, heading, merged, para, recommendation, table

HEAD = (
    "Recommendation",
    "Scope",
    "Action to take",
    "Lead agency",
    "Key milestones",
    "Target date",
    "Date of completion and outcome",
)
TRAIN = "The Trust should train its staff in asking about abuse at home."
SHARE = "The Partnership should agree how its members share what they know."
RECS = (recommendation("1", TRAIN), recommendation("2", SHARE))


def read(*blocks: Block, recs: tuple[Recommendation, ...] = RECS) -> list[Action]:
    return find_actions([document(*blocks)], recs)[0]


def links(actions: list[Action]) -> list[tuple[str, str | None]]:
    return [(action.action, action.recommendation) for action in actions]


def test_seven_columns_are_read() -> None:
    row = (f"1. {TRAIN}", "Local", "Commission the course", "Marsh Trust", "40 trained",
           "End of March 2024", "Completed June 2024. All staff trained.")  # fmt: skip
    (action,) = read(table(HEAD, row))
    assert action.recommendation == "r1"
    assert (action.scope, action.action, action.lead) == (
        "local",
        "Commission the course",
        "Marsh Trust",
    )
    assert (action.milestones, action.target_printed) == ("40 trained", "End of March 2024")
    assert action.target_date == "2024-03"
    assert (action.completed, action.completed_printed) == ("2024-06", "Completed June 2024")
    assert action.outcome == "All staff trained."
    assert action.evidence[0].page == 1
    assert "Marsh Trust | 40 trained" in action.evidence[0].quote


def test_columns_stand_in_any_order() -> None:
    head = ("By when", "By whom", "Action required", "No.", "Progress")
    (action,) = read(table(head, ("Immediate", "Marsh Police", "Brief officers", "2", "Ongoing")))
    assert (action.recommendation, action.lead, action.action) == (
        "r2",
        "Marsh Police",
        "Brief officers",
    )
    assert (action.target_printed, action.target_date) == ("Immediate", None)
    assert (action.completed, action.outcome) == (None, "Ongoing")


def test_list_of_recommendations_is_no_plan() -> None:
    assert read(table(("No.", "Recommendation", "Agency"), ("1", TRAIN, "Marsh Trust"))) == []


def test_cells_over_several_rows_share_their_recommendation() -> None:
    head = ("Recommendation", "Action", "Lead", "Target date")
    flagged = merged(head, (TRAIN, "First", "A", "2024"), (None, "Second", "B", "2025"))
    empty = table(head, (TRAIN, "First", "A", "2024"), ("", "Second", "B", "2025"))
    for plan in (flagged, empty):
        assert links(read(plan)) == [("First", "r1"), ("Second", "r1")]


def test_rest_of_a_row_goes_to_its_cells() -> None:
    plan = table(
        HEAD,
        ("1. The Trust should train its staff", "Local", "Commission the course and", "Marsh",
         "40 trained", "March", "June 2024. Staff are"),
        ("in asking about abuse at home.", "", "tell all wards", "Trust", "", "2024", "confident"),
        (f"2. {SHARE}", "Local", "Write to all", "Marsh Board", "", "2025", ""),
    )  # fmt: skip
    first, second = read(plan)
    assert first.action == "Commission the course and tell all wards"
    assert (first.recommendation, first.lead, first.target_date) == ("r1", "Marsh Trust", "2024-03")
    assert first.outcome == "Staff are confident"
    assert second.recommendation == "r2"


def test_action_in_lower_case_with_its_own_date_is_another() -> None:
    head = ("Recommendation", "Action", "Lead", "Target date")
    plan = table(head, (TRAIN, "write", "A", "May 2024"), ("", "train", "B", "June 2025"))
    assert links(read(plan)) == [("write", "r1"), ("train", "r1")]


def test_table_without_head_goes_on_with_the_one_before() -> None:
    first = table(HEAD, (f"1. {TRAIN}", "Local", "Write", "A", "", "2024", "Policy is"))
    second = table(
        ("", "", "", "", "", "", "in use"),
        (f"2. {SHARE}", "Local", "Meet", "B", "", "2025", ""),
        page=2,
        header=False,
    )
    actions = read(first, second)
    assert links(actions) == [("Write", "r1"), ("Meet", "r2")]
    assert actions[0].outcome == "Policy is in use"
    assert actions[1].evidence[0].page == 2


def test_table_after_other_text_does_not_go_on() -> None:
    first = table(HEAD, (f"1. {TRAIN}", "Local", "Write", "A", "", "2024", ""))
    other = table(("a", "b", "c", "d", "e", "f", "g"), header=False)
    assert len(read(first, para("The panel met as follows. " * 8), other)) == 1


def test_head_repeated_on_each_page_is_no_row() -> None:
    plan = table(
        HEAD,
        (f"1. {TRAIN}", "Local", "Write", "A", "", "2024", ""),
        (*HEAD[:6], "Date of completion\nand outcome"),
        (f"2. {SHARE}", "Local", "Meet", "B", "", "2025", ""),
    )
    assert links(read(plan)) == [("Write", "r1"), ("Meet", "r2")]


def test_row_of_a_recommendation_alone_is_no_action() -> None:
    empty = (f"1. {TRAIN}", "", "", "", "", "", "")
    full = (f"2. {SHARE}", "Local", "Meet", "B", "", "2025", "")
    assert links(read(table(HEAD, empty, full))) == [("Meet", "r2")]


def test_numbers_that_begin_again_are_told_by_the_body_over_them() -> None:
    recs = (
        recommendation("1", TRAIN, "Marsh NHS Trust", identity="trust"),
        recommendation("1", SHARE, "Marsh Police", identity="police"),
    )
    head = ("Ref", "Action", "Lead", "Target date")
    lines = (
        head,
        ("Marsh Police",),
        ("1", "Meet", "Chief Officer", "2024"),
        ("Marsh Probation Service",),
        ("1", "Write", "Head of Service", "2024"),
    )
    plain = [(*line, *("",) * (4 - len(line))) for line in lines]
    for plan in (table(*lines), table(*plain)):
        # nothing is said of probation: its number 1 is not the Trust's
        assert links(read(plan, recs=recs)) == [("Meet", "police"), ("Write", None)]


def test_recommendation_over_its_actions_is_theirs() -> None:
    head = ("Action", "Lead", "Target date", "Status")
    plan = table(
        (f"Recommendation 1: {TRAIN}",),
        head,
        ("Write", "A", "2024", ""),
        (f"Recommendation 2: {SHARE}",),
        head,
        ("Meet", "B", "2025", ""),
        ("Recommendation 7: The Council should publish its policy on lettings.",),
        ("Publish", "C", "2025", ""),
    )
    assert links(read(plan)) == [("Write", "r1"), ("Meet", "r2"), ("Publish", None)]


def test_small_tables_stand_under_their_recommendation() -> None:
    head = ("Action", "Lead", "Target date")
    blocks = (
        heading("Recommendation 1"), para(TRAIN), table(head, ("Write", "A", "2024")),
        heading("Recommendation 2"), para(SHARE), table(head, ("Meet", "B", "2024")),
    )  # fmt: skip
    assert links(read(*blocks)) == [("Write", "r1"), ("Meet", "r2")]


def test_cards_are_read() -> None:
    def card(number: int, text: str, action: str) -> Block:
        return table(
            (f"Recommendation {number}", text), ("Action", action), ("Lead agency", "Marsh Trust"),
            ("Target date", "June 2024"), header=False,
        )  # fmt: skip

    actions = read(card(1, TRAIN, "Write"), card(2, SHARE, "Meet"))
    assert links(actions) == [("Write", "r1"), ("Meet", "r2")]
    assert {(a.lead, a.target_date) for a in actions} == {("Marsh Trust", "2024-06")}


def test_paragraphs_with_labels_are_read() -> None:
    blocks = (
        heading("Recommendation 2"), para(SHARE), para("Action: Agree a protocol"),
        para("Lead agency: Marsh Board"), para("Target date: Within 6 months of publication"),
    )  # fmt: skip
    (action,) = read(*blocks)
    assert (action.recommendation, action.lead) == ("r2", "Marsh Board")
    assert (action.target_printed, action.target_date) == ("Within 6 months of publication", None)


def test_ids_hang_on_the_recommendation() -> None:
    head = ("Recommendation", "Action", "Lead", "Target date")
    rows = ((TRAIN, "One", "A", "2024"), ("", "Two", "A", "2024"), (SHARE, "Three", "B", "2024"))
    other = ("The Council should publish its lettings policy.", "Four", "C", "2024")
    assert [a.id for a in read(table(head, *rows, other))] == [
        "r1-a1", "r1-a2", "r2-a1", "0123456789-a1",
    ]  # fmt: skip
    # a row that is found later moves no other recommendation's ids
    assert [a.id for a in read(table(head, rows[0], rows[2]))] == ["r1-a1", "r2-a1"]


def test_plan_printed_twice_counts_once() -> None:
    head = ("Recommendation", "Action", "Lead", "Target date")
    row = (TRAIN, "Revise the ward’s policy", "A", "2024")
    broken = (TRAIN, "Revise the\nward's policy", "A", "2024")
    both = [
        document(table(head, row), name="overview.pdf"),
        document(table(head, broken), name="plan.pdf"),
    ]
    assert len(find_actions(both, RECS)[0]) == 1
    # the same action twice in one table is two rows
    assert len(read(table(head, row, row))) == 2
