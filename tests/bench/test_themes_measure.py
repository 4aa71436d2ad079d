"""How codings are scored: what both coders gave, what one gave, and the main theme."""

import pytest
from benchmarks.measures.themes import Item, Score, score

from learnt.records import ThemeCoding
from learnt.theme.coder import Codings


class Fixed:
    """Gives the same codings to whatever it is asked."""

    name = "fixed"

    def __init__(self, *themes: str) -> None:
        self.themes = themes

    def code(
        self,
        text: str,
        title: str | None = None,
        context: str | None = None,
        addressees: tuple[str, ...] = (),
    ) -> Codings:
        main = self.themes[0] if self.themes else None
        return Codings(codings=tuple(map(ThemeCoding, self.themes)), main=main)


ITEM = Item(
    "1", "", (), frozenset({"risk", "records"}), frozenset({"policy"}), frozenset({"records"})
)


@pytest.mark.parametrize(
    ("themes", "right", "wrong", "missed", "main"),
    [
        (("records", "risk"), 2, 0, 0, 1),
        (("records", "policy"), 1, 0, 1, 1),  # policy: only one coder gave it
        (("risk", "training"), 1, 1, 1, 0),
        ((), 0, 0, 2, 0),
    ],
)
def test_what_counts(
    themes: tuple[str, ...], right: int, wrong: int, missed: int, main: int
) -> None:
    found = score(Fixed(*themes), [ITEM])
    assert (found.right, found.wrong, found.missed, found.main) == (right, wrong, missed, main)


def test_f1_by_hand() -> None:
    assert Score(right=3, wrong=1, missed=2).f1 == pytest.approx(6 / 9)
    assert Score().f1 == 0
