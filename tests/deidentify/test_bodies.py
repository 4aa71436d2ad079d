"""Names of bodies stay as printed; names of people in a body's place do not."""

import msgspec
import pytest

from learnt.deidentify import deidentify
from learnt.deidentify.bodies import is_partnership, is_plain_body, plain_partnership, trimmed
from learnt.records import Action, Addressee, Held
from tests.deidentify.factories import CSP, recommendation, review


@pytest.mark.parametrize(
    "printed",
    [
        "Tarnshire Constabulary",
        "Zellreach and District NHS Foundation Trust",
        "Norfolk County Council, Children’s Social Care",
        # An unknown part of the country behind a word of the compass.
        "Crown Prosecution Service (Eastern Zells)",
    ],
)
def test_bodies_stay(printed: str) -> None:
    assert is_plain_body(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "Zellaphine",
        "Police / Zellaphine",
        "Tarnshire Constabulary (Zellaphine)",
        "Tarnshire Constabulary – DI Mark Winterbourne",
        "Tarnshire Constabulary. Raised by Zellaphine",
        "The force told Zellaphine’s school",
    ],
)
def test_people_in_a_bodys_place_do_not(printed: str) -> None:
    assert not is_plain_body(printed)


def test_a_pair_is_two_where_the_second_stands_elsewhere() -> None:
    pair = "Zellaphine and Tarnshire Constabulary"
    assert not is_plain_body(pair, others={"Tarnshire Constabulary"})
    assert pair[slice(*trimmed(pair, 0, len(pair), ()))] == "Tarnshire Constabulary"
    known = "Zellreach and Tarnshire Police"
    assert trimmed(known, 0, len(known), {"zellreach"}) == (0, len(known))


@pytest.mark.parametrize(
    ("csp", "expected"),
    [
        (CSP, True),
        ("Norfolk", True),
        ("Safer Zellreach", True),
        ("Zellaphine Quill", False),
        ("Grace Abernathy", False),
        (f"{CSP}. Zellaphine was not told", False),
    ],
)
def test_partnerships(csp: str, expected: bool) -> None:
    assert is_partnership(csp) == expected


def test_what_was_run_into_a_partnership_is_cut_off() -> None:
    assert plain_partnership(f"{CSP}. Zellaphine was not told") == CSP
    assert plain_partnership(CSP) == CSP
    assert plain_partnership(None) is None


@pytest.mark.parametrize(
    "words",
    ["Zellaphine", "Zellaphine (CSP)", "Sarah Quillmore", "Tarnshire Constabulary – DI Mark Quill"],
)
@pytest.mark.parametrize("field", ["lead", "addressees", "panel", "csp"])
def test_no_person_is_left_in_a_bodys_place(words: str, field: str) -> None:
    given = review()
    one = recommendation("To train staff.")
    if field == "addressees":
        one = msgspec.structs.replace(one, addressees=(Addressee(words),))
    told = given.review
    if field in ("panel", "csp"):
        value = (words,) if field == "panel" else words
        told = msgspec.structs.replace(told, **{field: value})
    actions = (Action(id="a1", lead=words),) if field == "lead" else ()
    answer = deidentify(
        msgspec.structs.replace(given, review=told, recommendations=(one,), actions=actions)
    )
    public = "" if isinstance(answer, Held) else msgspec.json.encode(answer).decode()
    assert not [name for name in ("Zellaphine", "Sarah", "Quill", "Mark") if name in public]
