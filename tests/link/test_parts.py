import pytest

from learnt.link.parts import split_parts


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        # the ask after its background
        (
            "Only nine of forty files were complete. It is therefore recommended that files are audited.",
            [
                ("background", "only nine of forty files were complete."),
                ("background", "it is therefore"),
                ("ask", "files are audited."),
            ],
        ),
        # what for
        (
            "Staff should be trained so that they notice.",
            [("ask", "staff should be trained"), ("purpose", "so that they notice.")],
        ),
        # no sentence asks: the list it stands in does
        ("Audit of files. Twice a year.", [("ask", "audit of files."), ("ask", "twice a year.")]),
        ("That a lead is named.", [("ask", "that a lead is named.")]),
        # sub-points belong to the ask
        (
            "The panel recommends:\n(a) a review of files\n(b) one lead.",
            [
                ("background", "the panel"),
                ("ask", ":"),
                ("ask", "(a) a review of files"),
                ("ask", "(b) one lead."),
            ],
        ),
        # what takes up the ask is not the ask
        (
            "The Trust to appoint a lead. This should be done by May.",
            [("ask", "the trust to appoint a lead."), ("purpose", "this should be done by may.")],
        ),
        # what was is background, though nothing is recommended in so many words
        (
            "Two rooms were opened. Staff should be told.",
            [("background", "two rooms were opened."), ("ask", "staff should be told.")],
        ),
        # a bare heading is no sentence of its own
        ("To review the policy", [("ask", "to review the policy")]),
    ],
)
def test_ask_background_and_purpose(text: str, pieces: list[tuple[str, str]]) -> None:
    assert [tuple(piece) for piece in split_parts(text)] == pieces


def test_nothing_gives_nothing() -> None:
    assert split_parts("  ") == []
