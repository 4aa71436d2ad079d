"""What the cues make of invented recommendations, near misses beside hits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.records import Addressee, Recommendation, Review
from learnt.theme import code_recommendation, code_review
from learnt.theme.coder import Coder, Codings
from learnt.theme.rule_coder import Rules, rule_coder


@pytest.fixture(scope="module")
def coder() -> Rules:
    return rule_coder()


@pytest.mark.parametrize(
    ("text", "main", "also", "never"),
    [
        # the object of the verb is the main theme, whatever it is about
        ("The Trust should review its policy on risk assessment.", "policy", [], ["training"]),
        ("The Trust should audit its risk assessments.", "assurance", ["risk"], []),
        ("The Trust should provide training in risk assessment.", "training", ["risk"], ["policy"]),
        ("Develop a training programme for receptionists.", "training", [], ["resources"]),
        # what an ask is for is not what it asks
        ("Staff should be trained so that policies are followed.", "training", [], ["policy"]),
        # findings before the ask carry no theme
        (
            "The panel found that training was poor and that no audit had been made. It is therefore "
            "recommended that Larkshire Police appoint a second detective inspector.",
            "resources",
            [],
            ["training", "assurance"],
        ),
        # a champion is training, another post is resources
        ("Each practice should appoint a domestic abuse champion.", "training", [], ["resources"]),
        # a referral to support is no support; support is
        ("Midwives should refer survivors to the IDVA.", "referral", [], ["victim-support"]),
        ("Provide refuge places for survivors.", "victim-support", [], ["referral"]),
        # sharing information, and sharing lessons
        ("The Trust should share information with GPs.", "information-sharing", [], ["learning"]),
        ("The Trust should share the learning from this review.", "learning", [],
         ["information-sharing"]),
        # learning disabilities are no learning, mental capacity is no capacity of a service
        ("Easy read leaflets for people with a learning disability.", "public-awareness",
         ["equality"], ["learning"]),
        ("Mental capacity should be assessed.", "assessment", [], ["resources"]),
        # a reminder is training, but its duty leads
        ("Officers are reminded to record the rationale.", "records", ["training"], []),
        # a safety partnership is neither safety nor a community
        ("The Community Safety Partnership should fund an outreach worker.", "resources",
         ["victim-support"], ["risk", "public-awareness", "multi-agency"]),
        # a protection order is justice; an order of a list is none
        ("Officers should apply for a stalking protection order.", "justice", [], ["risk"]),
        ("Interpreters should be used at each visit.", "equality", [], ["referral"]),
    ],
)  # fmt: skip
def test_codes(coder: Coder, text: str, main: str, also: list[str], never: list[str]) -> None:
    codings = coder.code(text)
    assert codings.main == main
    assert set(also) <= set(codings.ids)
    assert not set(never) & set(codings.ids)


@pytest.mark.parametrize(
    "text",
    [
        "The position should be kept in mind.",
        "Nothing more is needed.",
        "",
        "The hall must be painted.",
    ],
)
def test_no_coding_is_better_than_a_guess(coder: Coder, text: str) -> None:
    assert coder.code(text) == Codings()


def test_every_coding_gives_its_words_as_printed(coder: Coder) -> None:
    text = "The Trust should Train all Staff\nin professional  curiosity."
    codings = coder.code(text)
    assert {one.id for one in codings.codings} == {"training", "enquiry"}
    for one in codings.codings:
        assert one.words
        assert all(words in " ".join(text.split()) for words in one.words)


@pytest.mark.parametrize("marks", [("• ", "• "), ("(a) ", "(b) "), ("1. ", "2. "), ("- ", "- ")])
def test_the_points_of_a_list_are_asks(coder: Coder, marks: tuple[str, str]) -> None:
    first, second = marks
    text = f"The Trust should:\n{first}audit its case files\n{second}train its midwives"
    assert {"assurance", "training"} <= set(coder.code(text).ids)


def test_words_are_told_once(coder: Coder) -> None:
    [coding] = coder.code("Run an awareness raising campaign, and another campaign.").codings
    assert coding.words == ("awareness raising campaign",)


def test_the_likeliest_theme_stands_alone_where_it_is_near_enough(coder: Coder) -> None:
    alone = coder.code("Tenants should be rung whenever an appointment is missed.")
    assert alone.ids == ("referral",)
    beside = coder.code("Files should be audited whenever an appointment is missed.")
    assert beside.ids == ("assurance",)


def test_the_axes_are_apart(coder: Coder) -> None:
    codings = coder.code("Officers should be trained to support disabled survivors.")
    assert {one.id for one in codings.subject} == {"equality"}
    assert {one.id for one in codings.change} | {"equality"} == set(codings.ids)


def test_the_name_of_an_addressee_is_no_theme(coder: Coder) -> None:
    text = "The Alcohol and Drugs Recovery Service in Elmshire should rewrite its policy."
    name = ("Alcohol and Drugs Recovery Service",)
    assert "health-needs" not in coder.code(text, addressees=name).ids


def test_a_title_counts_less_than_the_words(coder: Coder) -> None:
    codings = coder.code("The Trust should audit its case files.", title="Staff training")
    assert codings.main == "assurance"
    assert "training" in codings.ids


def test_a_context_alone_is_not_enough(coder: Coder) -> None:
    context = "The panel saw the training."
    assert "training" not in coder.code("These should be audited.", context=context).ids


def test_a_review_is_coded_with_any_coder() -> None:
    class Always:
        name = "always"

        def code(
            self,
            text: str,
            title: str | None = None,
            context: str | None = None,
            addressees: tuple[str, ...] = (),
        ) -> Codings:
            return Codings(main=f"{text}|{title}|{context}|{addressees[0]}")

    one = Recommendation(
        id="1", ref="1", text="A", title="B", context="C", addressees=(Addressee("D"),)
    )
    coded = code_review(Review(recommendations=(one,)), Always())
    assert coded.recommendations[0].main_theme == "A|B|C|D"
    assert coded.recommendations[0].themes == ()


def test_a_review_is_coded_by_the_rules_where_no_coder_is_given() -> None:
    one = Recommendation(id="1", ref="1", text="Train all staff.")
    assert code_review(Review(recommendations=(one,))).recommendations[0].main_theme == "training"


SOME = """. , ; : ( ) • the Trust should must to ensure that review policy train staff and or of on
risk when who is are be recommended so share information audited it"""
WORDS = st.sampled_from(SOME.split())


@given(st.lists(WORDS, max_size=40))
def test_any_words_are_coded_without_a_fault(parts: list[str]) -> None:
    one = Recommendation(id="1", ref="1", text=" ".join(parts))
    codings = code_recommendation(one)
    assert (codings.main is None) == (not codings.codings)
    assert len(set(codings.ids)) == len(codings.ids)
