"""Cards whose fields were copied one a line."""

from learnt.read.cards import find_cards, read_card

CARD = "Recommendation {0}|Training|What is asked|Train staff {0}.|Agency|Longham Council"


def cards(*numbers: int) -> list[str]:
    return [line for n in numbers for line in (*CARD.format(n).split("|"), "")]


def test_card_has_a_row_for_each_field() -> None:
    lines = cards(1, 2, 3)
    rows, end = read_card(lines, 7, find_cards([lines]))
    assert [row.texts for row in rows] == [
        ("Recommendation 2", "Training"),
        ("What is asked", "Train staff 2."),
        ("Agency", "Longham Council"),
    ]
    assert end == 13


def test_two_of_a_kind_are_no_cards() -> None:
    assert not find_cards([cards(1, 2)])


def test_other_lines_are_no_card() -> None:
    lines = [*cards(1, 2, 3), "The panel met four times in all.", "It heard from nine.", "A", "B"]
    assert read_card(lines, 21, find_cards([lines])) == ((), 21)


def test_wrapped_paragraphs_are_no_cards() -> None:
    line = "went on over the end of the line and the next one too, as text does"
    assert not find_cards([[f"Paragraph {n} {line}", line, line, line, ""] for n in range(4)])


def test_list_of_names_is_no_card() -> None:
    assert not find_cards([["Longham Council", "Police", "Longham Council", "Housing", ""] * 4])
