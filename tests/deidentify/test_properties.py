"""What holds for any names and sentences: none left, nothing found again, none in the ledger."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.deidentify import deidentify, make_context, publish_text
from learnt.deidentify.ages import find_ages
from learnt.deidentify.changes import apply_changes, settle
from learnt.deidentify.dates import find_dates
from learnt.records import Block, Document, Held, PublicReview, PublicText
from tests.deidentify.factories import review

PARTS = (
    ("Zel", "Vor", "Thry", "Ysk", "Drusk", "Kvel"),
    ("ara", "eli", "onda"),
    ("vane", "lisk", "qet"),
)
names = st.builds(lambda a, b, c: a + b + c, *(st.sampled_from(part) for part in PARTS))
SENTENCES = (
    "Letters such as those sent to {x} should be written anew.",
    "{x} was turned away at the desk.",
    "{x}’s GP and {y} were told.",
    "The calls that {x} made on 14 March 2019 were not linked.",
    "A worker met {x} ({x}, aged 34) and {y} together.",
    "It was ‘{x}’ who asked; {y} did not.",
    "Ask {x}, then {y}: both knew.",
    "THE CASE OF {X}",
    "See the note headed {x}/{y}.",
    "Training should include the story of {x}.",
    "{x} and {y} were seen apart. {x} left first.",
)


def told(x: str, y: str) -> Document:
    lines = (f"{x} | The victim", f"{y} | The perpetrator")
    blocks = tuple(Block(kind="paragraph", text=line, page=1) for line in lines)
    return Document(name=f"{x}.pdf", sha256="0", media_type="application/pdf", blocks=blocks)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(names, names, st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_no_name_of_the_memory_is_left(x: str, y: str, forms: list[str]) -> None:
    texts = [form.format(x=x, y=y, X=x.upper()) for form in forms]
    answer = deidentify(review(*texts), (told(x, y),))
    ledger = msgspec.json.encode(answer.ledger).decode().casefold()
    assert x.casefold() not in ledger
    assert y.casefold() not in ledger
    if isinstance(answer, Held):
        reasons = msgspec.json.encode(answer.reasons).decode().casefold()
        assert x.casefold() not in reasons
        assert y.casefold() not in reasons
        return
    public = msgspec.json.encode(answer).decode().casefold()
    assert x.casefold() not in public
    assert y.casefold() not in public


@settings(deadline=None, max_examples=60, derandomize=True)
@given(names, names, st.sampled_from(SENTENCES))
def test_what_is_public_stays_as_it_is(x: str, y: str, form: str) -> None:
    context = make_context(review(), (told(x, y),))
    once = publish_text(form.format(x=x, y=y, X=x.upper()), context)
    if isinstance(once, PublicText):
        twice = publish_text(once.text, context)
        assert isinstance(twice, PublicText)
        assert twice.text == once.text
        assert twice.ledger == ()


@settings(deadline=None, max_examples=150, derandomize=True)
@given(
    st.lists(
        st.sampled_from(
            [
                *("14 March 2019", "3/5/2018", "in May", "2019", "aged 34", "aged 7 and 9", "by "),
                *(
                    "on",
                    "between",
                    "and",
                    "to",
                    "the",
                    "12-year-old",
                    "boy",
                    "Toolkit (April 2022)",
                ),
                *("from", ",", "a", "born", "1 June", "on 2 May", "of 16", "years old", "she", "-"),
            ]
        ),
        max_size=9,
    ).map(", then ".join)
)
def test_days_and_ages_are_taken_out_once(text: str) -> None:
    once = apply_changes(text, settle([*find_dates(text), *find_ages(text)]))
    assert apply_changes(once, settle([*find_dates(once), *find_ages(once)])) == once


def test_the_same_review_gives_the_same_record() -> None:
    given_twice = [deidentify(review("To train staff."), ()) for _ in range(2)]
    assert isinstance(given_twice[0], PublicReview)
    assert given_twice[0] == given_twice[1]
