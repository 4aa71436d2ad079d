"""Labels read two or three ways: the likely one is taken, and only digits are made of letters."""

import pytest

from learnt.read.ocr.labels import choose_label, is_dust, mend_label, mend_word


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        ("5.l0", "5.10"),
        ("l.2", "1.2"),
        ("1O", "10"),
        ("5:8", "5.8"),
        ("5. .1", "5.1"),
        ("10. 4a", "10.4a"),
        ("RI", "R1"),
        ("Rl:", "R1:"),
        ("8.4°", "8.4"),
        ("8.15’", "8.15"),
        # near misses: degrees, Roman numbers, letters, codes and words stay
        ("20°", "20°"),
        ("I", "I"),
        ("II.", "II."),
        ("(i)", "(i)"),
        ("l)", "l)"),
        ("R10", "R10"),
        ("RIO", "RIO"),
        ("10a", "10a"),
        ("IMR", "IMR"),
        ("No.", "No."),
    ],
)
def test_letters_among_digits_are_mended(read: str, wanted: str) -> None:
    assert mend_label(read) == wanted


@pytest.mark.parametrize(
    ("readings", "wanted"),
    [
        (["5.2", "5.2", "$2"], "5.2"),
        (["53", "5.3", "5.3"], "5.3"),
        # no two agree: what looks like a label
        (["$2", "a2", "5.2"], "5.2"),
        (["Chair:", "Chair:", "Chair"], "Chair:"),
        (["Sid", "Se"], "Sid"),
        # a figure is not given up for a word
        (["On", "On", "On3"], "On3"),
        ([""], ""),
    ],
)
def test_likely_reading_is_taken(readings: list[str], wanted: str) -> None:
    assert choose_label(readings) == wanted


@pytest.mark.parametrize(
    ("read", "wanted"),
    [
        ("lvy", "Ivy"),
        ("ln", "In"),
        ("‘lt", "‘It"),
        # near misses: words in l, Welsh ll, units, capitals, inside a word
        ("lives", "lives"),
        ("lyric", "lyric"),
        ("llawer", "llawer"),
        ("l", "l"),
        ("5l", "5l"),
        ("LSCB", "LSCB"),
        ("also", "also"),
    ],
)
def test_opening_l_before_a_consonant_is_an_i(read: str, wanted: str) -> None:
    assert mend_word(read) == wanted


@pytest.mark.parametrize(
    ("before", "text", "after", "confidence", "wanted"),
    [
        ("8.17", "–", "All", 0.25, True),
        ("8.17", "–", "All", 0.9, False),  # plainly read: it was printed
        ("2.5", "–", "to", 0.25, False),  # a range, or a sentence that goes on
        ("17", "–", "All", 0.25, False),  # no paragraph's number
        ("8.17", "All", "staff", 0.25, False),
    ],
)
def test_dash_behind_a_number_may_be_dust(
    before: str, text: str, after: str, confidence: float, wanted: bool
) -> None:
    assert is_dust(before, text, after, confidence) is wanted
