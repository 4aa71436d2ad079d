"""What asks in a recommendation, and which of its words are the verb and the object."""

import pytest

from learnt.theme.asks import find_asks
from learnt.theme.parts import Part, parts_of
from learnt.theme.tokens import tokenise

VERB, OBJECT = Part.VERB, Part.OBJECT


def words_that_are(part: Part, text: str) -> list[str]:
    tokens = tokenise(text)
    return [
        token.word
        for ask in find_asks(tokens, text)
        for token, is_part in zip(ask.tokens, ask.parts, strict=True)
        if is_part is part
    ]


@pytest.mark.parametrize(
    ("text", "verbs", "objects"),
    [
        # the plain forms: imperative, duty, `to`, a name to do something
        ("Review the policy on training.", ["review"], ["policy"]),
        ("The Trust should review its policy.", ["review"], ["policy"]),
        ("To review the policy.", ["review"], ["policy"]),
        ("Larkshire Police to review the policy.", ["review"], ["policy"]),
        # recommended that: with a duty, with the bare verb, as a passive
        ("It is recommended that the Board must review the policy.", ["review"], ["policy"]),
        ("It is recommended that the Board review the policy.", ["review"], ["policy"]),
        ("It is recommended that the Board reviews the policy.", ["reviews"], ["policy"]),
        ("That the policy is reviewed.", ["reviewed"], ["policy"]),
        ("The policy on leave should be reviewed yearly.", ["reviewed"], ["policy"]),
        # verbs that pass on: the ask is what comes after them
        ("Ensure that the policy is reviewed.", ["reviewed"], ["policy"]),
        ("The Trust should ensure that staff complete the form.", ["complete"], ["form"]),
        ("The Trust should take steps to review the policy.", ["review"], ["policy"]),
        ("Officers are reminded to record the address.", ["reminded", "record"], ["address"]),
        ("Arrangements should be made to review the policy.", ["made", "review"], ["arrangements"]),
        ("Agree who will chair the meeting.", ["agree", "chair"], ["meeting"]),
        ("Agree a process for following up letters.", ["agree", "following"], ["letters"]),
        ("Include abuse in the staff induction.", ["include"], ["induction"]),
        ("Consideration should be given to a new policy.", [], ["policy"]),
        # a name that ends like a verb is none
        ("Care managers should use supervision.", ["use"], ["supervision"]),
        # joined verbs and a second ask
        ("Review and update the policy.", ["review", "update"], ["policy"]),
        ("Review the policy and audit the files.", ["review", "audit"], ["policy", "files"]),
        # what is inside a clause of the subject is no verb of the ask
        ("The file of a patient who does not attend should be audited.", ["audited"], ["file"]),
        ("Staff (where they are asked) should review the policy.", ["review"], ["policy"]),
        # of: a light noun hands on to what comes after it
        ("Audit the use of the policy.", ["audit"], ["use", "policy"]),
        # a subject that cannot act is what is asked about
        ("The policy should include a section on risk.", ["include"], ["policy", "section"]),
    ],
)
def test_verb_and_object(text: str, verbs: list[str], objects: list[str]) -> None:
    assert words_that_are(VERB, text)[: len(verbs)] == verbs
    found = words_that_are(OBJECT, text)
    assert [word for word in found if word in objects] == objects
    assert set(objects) <= set(found)


@pytest.mark.parametrize(
    ("text", "part", "word"),
    [
        ("The Trust should review its policy on training.", Part.COMPLEMENT, "training"),
        ("The Trust should review its policy so that staff are trained.", Part.PURPOSE, "trained"),
        ("The Trust should tell the police when a threat is made.", Part.CONDITION, "threat"),
        ("The Trust should review its policy.", Part.ADDRESSEE, "trust"),
        ("Where a victim moves, the Trust should tell the police.", Part.CONDITION, "victim"),
        ("Review the training policy.", Part.MODIFIER, "training"),
    ],
)
def test_what_stands_beside(text: str, part: Part, word: str) -> None:
    assert word in words_that_are(part, text)


@pytest.mark.parametrize(
    ("text", "asked", "told"),
    [
        # the ask comes after the findings
        (
            "In one year 4,100 people attended. The panel found that records were poor. It is "
            "therefore recommended that the Trust audit its files.",
            "audit",
            "attended",
        ),
        # `However` may open one
        ("Training is in place. However, managers should audit its use.", "audit", "place"),
        # what it would lead to is no ask
        ("Audit the files. This would help managers to see risk.", "audit", "risk"),
        # what somebody should have done is a finding
        ("The officer should have asked. Train all officers.", "train", "asked"),
        ("The panel noted that staff must log calls. Officers should check them.", "check", "log"),
        # but `should have` something is an ask
        ("The panel met. The Trust should have a policy.", "policy", "met"),
    ],
)
def test_only_what_asks_is_read(text: str, asked: str, told: str) -> None:
    words = [token.word for ask in find_asks(tokenise(text), text) for token in ask.tokens]
    assert asked in words
    assert told not in words


def test_a_text_that_does_not_say_that_it_asks_is_an_ask() -> None:
    assert "training" in words_that_are(OBJECT, "Further training for midwives.")


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "The Trust (e.g. Dr. Marl) should review the policy. Files should be kept."
    assert len(find_asks(tokenise(text), text)) == 2


@pytest.mark.parametrize(
    "text", ["", ".", "Should.", "It is recommended that", "to", "ensure that"]
)
def test_odd_texts_are_read_without_a_fault(text: str) -> None:
    tokens = tokenise(text)
    assert len(parts_of(tokens)[0]) == len(tokens)
    find_asks(tokens, text)


@pytest.mark.parametrize(
    "part",
    [", and ensure that", "the use of ", "to ensure to ", "process for ", "( ", "is reminded to "],
)
def test_endless_sentences_are_read(part: str) -> None:
    tokens = tokenise("The Trust should " + part * 3000)
    assert len(parts_of(tokens)[0]) == len(tokens)
