from learnt.extract.claims import Claim
from learnt.extract.reconcile import merge
from learnt.records import Evidence

LONG = "The Trust should review how it records the views of the people whom it treats on its wards"


def claim(text: str, ref: str = "", *bodies: str) -> Claim:
    return Claim(
        text=text,
        ref=ref,
        rule="headed",
        spots=((0, -1),),
        evidence=Evidence("a.pdf"),
        addressees=bodies,
    )


def sizes(*series: list[Claim]) -> list[int]:
    return [len(entry.claims) for entry in merge(series)]


def test_same_words_in_two_lists_are_one() -> None:
    assert sizes([claim(LONG, "1")], [claim(LONG, "R1")]) == [2]


def test_same_words_twice_in_one_list_stay_two() -> None:
    assert sizes([claim(LONG, "1", "Police"), claim(LONG, "2", "Council")]) == [1, 1]


def test_same_words_to_other_bodies_stay_two() -> None:
    assert sizes([claim(LONG, "1", "Police")], [claim(LONG, "1b", "Council")]) == [1, 1]


def test_same_reference_and_shortened_words_are_one() -> None:
    assert sizes([claim(LONG, "1")], [claim(LONG[:70], "1")]) == [2]


def test_a_part_of_the_words_is_one() -> None:
    assert sizes([claim(LONG + ". It should report by the spring.")], [claim(LONG)]) == [2]


def test_other_words_under_the_same_number_stay_two() -> None:
    other = "Schools are reminded of their duty to tell the council about children who move away"
    assert sizes([claim(LONG, "1")], [claim(other, "1")]) == [1, 1]


def test_each_claim_finds_its_likest_entry() -> None:
    police, council = LONG.replace("Trust", "Police"), LONG.replace("Trust", "Council")
    entries = merge([[claim(police, "1"), claim(council, "2")], [claim(council), claim(police)]])
    assert [[c.text for c in entry.claims] for entry in entries] == [
        [police, police],
        [council, council],
    ]
