"""SMART: hits and their false friends, criterion by criterion. All bodies are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.records import Addressee, Recommendation, Review
from learnt.theme.smart import assess, assess_review
from tests.theme.smart import formulations

TIMES = [
    ("The Trust should train its midwives by March 2031.", True, "a month to be done by"),
    ("The Trust should train its midwives within six months.", True, "a period"),
    (
        "The Trust should train its midwives within a year of publication.",
        True,
        "a period from now",
    ),
    ("Over the next twelve months the Trust should train its midwives.", True, "a period ahead"),
    ("A lead should be named with immediate effect.", True, "now"),
    ("A lead should be named before the end of the financial year.", True, "an end of a year"),
    ("Three calls within a 12-month period should be treated as a pattern.", False, "a definition"),
    ("Staff should use the toolkit 'Safe Steps' (April 2022).", False, "the date of a title"),
    ("Minutes should state by whom and by when each task is done.", False, "content of minutes"),
    ("The police should reply in a timely manner.", False, "no date"),
    ("Visits should follow within five working days of a referral.", False, "part of the standard"),
    ("The form should be sent within 24 hours.", False, "part of the standard"),
    ("The policy of May 2018 should be rewritten.", False, "the policy's own date"),
    ("A hub will be in place by December 2013. Staff should use it.", False, "work under way"),
    ("Files should be read each quarter.", False, "how often, not by when"),
]
MEASURES = [
    ("The Board should audit fifty files.", True, "an audit"),
    ("Managers should dip sample records.", True, "a sample"),
    ("The number of homes fitted with alarms should be reported to the board.", True, "figures"),
    ("The pilot should be run and its impact evaluated.", True, "an evaluation"),
    ("Safety measures should be offered to tenants.", False, "measures that protect"),
    ("Records should leave an audit trail.", False, "a trail is no audit"),
    ("Electronic monitoring should be asked for at court.", False, "monitoring of a person"),
    ("The audit found gaps. A lead should be named.", False, "an audit of the past"),
    ("Staff should report abuse to the police.", False, "a report of a crime"),
]
ACTIONS = [
    ("That officers are reminded of the policy.", True, "a reminder can be seen"),
    ("To review the referral form.", True, "a review"),
    ("It is recommended that the Council trains its housing officers.", True, "a verb after that"),
    ("Consideration should be given to training.", False, "thought only"),
    ("The Council should consider a new policy.", False, "thought only"),
    ("The Council should work towards closer links.", False, "a direction"),
    ("Staff should be mindful of coercive control.", False, "a state of mind"),
    ("The Council is asked to display posters.", True, "the verb after asked counts"),
    ("The Council is asked to be aware of the risk.", False, "the verb after asked counts"),
    ("The Trust should ensure that staff are trained.", True, "the verb after ensure counts"),
    ("The Trust should ensure that awareness is improved.", False, "the verb after ensure counts"),
    ("The Trust should adopt a more holistic approach.", False, "an approach is no thing made"),
    ("The Trust should adopt the regional protocol.", True, "near miss of an approach"),
    ("Better communication is needed.", False, "no act"),
    ("The Trust should consider its position and publish a plan.", True, "the second verb"),
]
OWNERS = [
    ("Training should be given.", ("Marlow Vale Police",), True, "an addressee"),
    ("Training should be given.", (), False, "nobody"),
    ("Training should be given.", ("All agencies",), False, "everybody is nobody"),
    ("Staff should be trained.", (), False, "staff of whom"),
    ("Marlow Vale Constabulary should train its officers.", (), True, "named as the one that acts"),
    ("Posters about Marlow Vale Constabulary should be put up.", (), False, "only mentioned"),
]
ALONE = [(text, (), wanted, reason) for text, wanted, reason in formulations.OWNERS]


@pytest.mark.parametrize(("text", "wanted", "reason"), [*TIMES, *formulations.TIMES])
def test_time(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).time.met is wanted, reason


@pytest.mark.parametrize(("text", "wanted", "reason"), [*MEASURES, *formulations.MEASURES])
def test_measure(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).measure.met is wanted, reason


@pytest.mark.parametrize(("text", "wanted", "reason"), [*ACTIONS, *formulations.ACTIONS])
def test_action(text: str, wanted: bool, reason: str) -> None:
    assert assess(text).action.met is wanted, reason


@pytest.mark.parametrize(("text", "addressees", "wanted", "reason"), [*OWNERS, *ALONE])
def test_owner(text: str, addressees: tuple[str, ...], wanted: bool, reason: str) -> None:
    assert assess(text, addressees).owner.met is wanted, reason


def test_why_gives_the_words_or_what_is_missing() -> None:
    found = assess("The Trust should train its midwives by March 2031.", ["Marlow Trust"])
    assert found.owner.why == "“Marlow Trust”"
    assert found.time.why == "“by March 2031”"
    assert found.measure.why == "does not say how one will know it is done"


def test_curly_quotes_change_nothing() -> None:
    straight, curly = "The 'Trust' should audit its files.", "The ‘Trust’ should audit its files."
    assert assess(straight) == assess(curly)


def test_every_recommendation_of_a_review_is_assessed() -> None:
    item = Recommendation(
        id="a", ref="1", text="Files should be audited.", addressees=(Addressee("Marlow Police"),)
    )
    done = assess_review(Review(recommendations=(item,))).recommendations[0]
    assert done.smart == assess(item.text, ["Marlow Police"])


@given(st.text(max_size=300))
def test_any_text_can_be_assessed(text: str) -> None:
    found = assess(text)
    assert found.owner.why
    assert found.action.why
