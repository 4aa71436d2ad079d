from learnt.extract.plan_cards import is_cards, read_cards
from learnt.records import Block
from tests.extract.factories import table


def cells(card: Block) -> list[dict[str, str]]:
    assert is_cards(card)
    return [found.cells for found in read_cards(card)]


def test_several_cards_stand_in_one_table() -> None:
    plan = table(
        ("Recommendation 1", "Train staff"), ("Action", "Write"), ("Lead", "A"),
        ("Recommendation 2", "Share more"), ("Action", "Meet"), ("Lead", "B"), header=False,
    )  # fmt: skip
    assert cells(plan) == [
        {"recommendation": "Recommendation 1: Train staff", "action": "Write", "lead": "A"},
        {"recommendation": "Recommendation 2: Share more", "action": "Meet", "lead": "B"},
    ]


def test_second_action_shares_the_recommendation() -> None:
    plan = table(
        ("Recommendation 1", "Train staff"), ("Action 1", "Write"), ("Lead", "A"),
        ("Action 2", "Meet"), ("Lead", "B"), header=False,
    )  # fmt: skip
    first, second = cells(plan)
    assert first["recommendation"] == second["recommendation"]
    assert (second["action"], second["lead"]) == ("Meet", "B")


def test_words_follow_the_title_beside_the_label() -> None:
    plan = table(
        ("Recommendation 1", "Training"), ("Recommendation", "Train staff"), ("Action", "Write"),
        ("Lead", "A"), header=False,
    )  # fmt: skip
    (card,) = cells(plan)
    assert card["recommendation"] == "Recommendation 1: Training\nTrain staff"


def test_two_labels_stand_in_one_row() -> None:
    plan = table(
        ("Recommendation 1: Train staff",),
        ("Action", "Write", "Scope", "Local"),
        ("Lead", "A", "Target date", "June 2024"),
        ("Progress", "Ongoing", "", ""),
        header=False,
    )
    (card,) = cells(plan)
    assert (card["action"], card["target"], card["status"]) == ("Write", "June 2024", "Ongoing")


def test_row_without_label_goes_on() -> None:
    plan = table(
        ("Recommendation 1", "Train staff"), ("Action", "Write"), ("", "Meet"), ("Lead", "A"),
        header=False,
    )  # fmt: skip
    (card,) = cells(plan)
    assert card["action"] == "Write\nMeet"


def test_tables_of_facts_are_no_cards() -> None:
    # a table of two columns with one known label, and a plan with heads
    facts = table(("Name", "Ada"), ("Action", "Arrest"), ("Outcome", "Bail"), header=False)
    assert not is_cards(facts)
    assert not is_cards(table(("Action", "Lead"), ("Write", "A"), ("Meet", "B")))
