"""What partnerships are called."""

import pytest

from learnt.web.naming import partnership_name


@pytest.mark.parametrize(
    ("partnership", "name", "reason"),
    [
        (
            "norfolk-community-safety-partnership",
            "Norfolk County Community Safety Partnership",
            "listed: its own name",
        ),
        ("rookhythe-and-sorrel-on-the-wold", "Rookhythe and Sorrel on the Wold", "small words"),
        ("the-andover-board", "The Andover Board", "the first word, and words that begin so"),
        ("", "", "none"),
    ],
)
def test_partnership_name(partnership: str, name: str, reason: str) -> None:
    assert partnership_name(partnership) == name, reason
