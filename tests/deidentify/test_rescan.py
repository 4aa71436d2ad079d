"""The second look finds what the first did not, and leaves what is explained."""

import pytest

from learnt.deidentify import make_context
from learnt.deidentify.cast import Cast
from learnt.deidentify.rescan import Rescan
from tests.deidentify.factories import document, review

pytestmark = pytest.mark.usefixtures("blind")


def doubtful(text: str) -> list[str]:
    rescan = Rescan(Cast(make_context(review("The system Zellbox holds it."), (document(),))))
    return [text[doubt.start : doubt.end] for doubt in rescan.doubts(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a leaflet for Zellaphine and others", ["Zellaphine"]),
        ("Zellaphine had no phone", ["Zellaphine"]),
        # Words that are names too, alone inside a sentence.
        ("the form was revised with Hyacinth in mind", ["Hyacinth"]),
        ("no one asked Mrs Charity", ["Charity"]),
        # What the documents told is found however it is written.
        ("see vellorina_report and VELLORINA", ["vellorina", "VELLORINA"]),
    ],
)
def test_what_may_be_a_name_is_doubtful(text: str, words: list[str]) -> None:
    assert doubtful(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The police should train all staff at Tarnshire Constabulary.",
        "a change to Zellbox",
        "the Zellmere hospital near Zellmere in Zellshire",
        "Officers on Monday and in September",
        "Domestic Abuse Champions in each Service",
        "MARAC, DASH and IDVA",
        "the person who died, in their thirties",
        "",
    ],
)
def test_what_is_explained_is_not(text: str) -> None:
    assert doubtful(text) == []
