import pytest

from learnt.extract.outline import build_outline, is_aside, with_counted
from tests.extract.factories import document, heading, para


def numbers(*texts: str) -> list[str]:
    return [block.number for block in with_counted([para(text) for text in texts])]


def test_bare_numbers_that_count_on_are_numbers() -> None:
    assert numbers("1 The Trust acts.", "Background.", "2 To review.", "3 Train staff.") == [
        "1", "", "2", "3",
    ]  # fmt: skip


def test_bare_numbers_that_do_not_count_stay_in_their_sentences() -> None:
    assert numbers("12 Months passed.", "2 Staff left.", "1 Visit was made.") == ["", "", ""]
    assert numbers("1 Visit was made.", "2 Staff left.") == ["", ""]  # two prove nothing


def test_a_recommendations_own_heading_opens_no_section() -> None:
    outline = build_outline(
        document(
            heading("Analysis"),
            heading("Recommendation 1", 2),
            para("The Trust should act."),
            heading("Eastmoor Constabulary", 2),
            para("Officers should have asked."),
        )
    )
    assert {p.section for p in outline.passages} == {"analysis"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Questions for the Board", True),
        ("Pointers for each agency", True),
        ("Recommendations for the Board", False),  # tells who is addressed
        ("Actions for the Trust", False),
        ("Office for the Protection of Clients", False),  # no plural opens it
        ("Friends of the Hospice", False),
    ],
)
def test_lines_on_what_follows_are_told_from_bodies(line: str, expected: bool) -> None:
    assert is_aside(line) is expected
