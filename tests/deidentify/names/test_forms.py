"""Fixed forms: codes, days, contacts and addresses, with near misses beside hits."""

import pytest

from learnt.deidentify.names import Name, find_names


def found(text: str) -> list[tuple[str, str]]:
    return [(name.kind, name.text) for name in find_names(text) if name.kind != "public"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children 1 and 2 were seen.", ["Children 1 and 2"]),  # one code for two people
        ("Children 5 to 11 years old were seen.", []),  # an age
        ("GP3 referred Adult B.", ["GP3", "Adult B"]),
        ("The GP 3 weeks later referred him.", []),  # a time
        ("Ms X and Mr A.B. attended.", ["Ms X", "Mr A.B."]),
        ("PC 4471 and DC 2208 attended.", ["PC 4471", "DC 2208"]),
        ("The officer, collar number 4471, attended.", []),  # a number of its own
        ("MGM looked after the children.", ["MGM"]),  # maternal grandmother
        ("M returned and told T to leave.", ["M", "T"]),
        ("Class A drugs and hepatitis B were noted.", []),
        ("The IMR was late and the CSP told the Home Office.", []),
        ("KL recalled that AB would not let her daughter call.", ["KL", "AB"]),
    ],
)
def test_codes(text: str, expected: list[str]) -> None:
    assert [words for kind, words in found(text) if kind == "code"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She died on 3rd March 2019.", ["3rd March 2019"]),
        ("On Saturday 9 November 2013 he called.", ["Saturday 9 November 2013"]),
        ("DOB 04/05/1987.", ["04/05/1987"]),
        ("He was born in June 1971.", ["June 1971"]),  # a month of birth is too much
        ("Paragraph 2.1.10 applies.", []),  # not 2 January 2010
        ("The review was published in June 2021.", []),  # months and years stay
        ("The duty came into force on 1 April 2014.", []),  # a law's day
        ("The score was 24/7 and 3/4 of staff.", []),
    ],
)
def test_days(text: str, expected: list[str]) -> None:
    assert [words for kind, words in found(text) if kind == "date"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 01603 555123 or mail a.b@example.org.", ["01603 555123", "a.b@example.org"]),
        ("The line is 0808 2000 247.", []),  # a helpline
        ("PC 4471 attended.", []),  # a rank and number stand for the officer: a code
        ("The officer, collar number 4471, attended.", ["4471"]),  # apart from a rank
        ("She lived at Flat 2, 14 Orchard Row, NR99 1AA.", ["Flat 2, 14 Orchard Row", "NR99 1AA"]),
        ("There were 14 Orchard trees.", []),
        ("The Orchard Road clinic closed.", []),  # a clinic
    ],
)
def test_contacts_and_places(text: str, expected: list[str]) -> None:
    kinds = ("contact", "place")
    assert [words for kind, words in found(text) if kind in kinds] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Clare's Law should be promoted.", "Clare's Law"),
        ("Operation Encompass should be used.", "Operation Encompass"),
        ("Records on Athena were not shared.", "Athena"),
        ("The Munro Review is relevant.", "Munro Review"),
        ("Professor Jane Oldcastle advised.", "Jane Oldcastle"),
    ],
)
def test_public_names_stay(text: str, words: str) -> None:
    assert [n.text for n in find_names(text) if n.kind == "public"] == [words]


def test_offsets_are_of_the_text_as_given() -> None:
    text = "\ufeff  \r\nThe victim,\u00a0Nadia\u2019s GP"
    assert find_names(text) == [Name(17, 22, "Nadia", "name", "kin-before")]
