from learnt.extract.plan_lines import find_labelled
from learnt.records import Block
from tests.extract.factories import document, para


def cells(*blocks: Block) -> list[dict[str, str]]:
    return [found for _, found, _ in find_labelled(document(*blocks), set())]


def test_lines_belong_to_the_action_above() -> None:
    assert cells(para("Action: Write"), para("Lead: A"), para("Action: Meet"), para("Lead: B")) == [
        {"action": "Write", "lead": "A"},
        {"action": "Meet", "lead": "B"},
    ]


def test_labels_in_one_line_are_parted() -> None:
    (found,) = cells(para("Action: Write. Lead agency: Marsh Trust; Target date: June 2024"))
    assert found["lead"] == "Marsh Trust"
    assert found["target"] == "June 2024"


def test_line_alone_is_no_plan() -> None:
    # a sentence with a colon, and an action of which nothing is told
    assert cells(para("Action: the officer made an arrest.")) == []
    assert cells(para("The panel asked: who was the lead?"), para("Lead: A")) == []
