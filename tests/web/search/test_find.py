"""What a search finds, in which order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from learnt.web.catalogue.search import fts
from learnt.web.catalogue.search.asked import Asked
from learnt.web.catalogue.search.find import search
from learnt.web.catalogue.search.index import rebuild
from learnt.web.curation.models import Decision, Intake
from learnt.web.curation.publishing import publish, withdraw
from tests.web.search.shelf import full_text, keys, shelf

pytestmark = pytest.mark.django_db
POLICE = "The force should train call handlers in risk assessment."
GP = "Practices should ask patients routinely about domestic abuse."
HOUSING = "The housing service should assess each risk to tenants and keep records."


@pytest.fixture
def shelved() -> Intake:
    return shelf(1, POLICE, GP, HOUSING)


@full_text
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("handlers", ["rec-1-1"]),
        ("handler", ["rec-1-1"]),  # another form of the word
        ("training", ["rec-1-1"]),
        ("handlars", ["rec-1-1"]),  # a slip of the pen
        ("zeppelin", []),
        ('"risk assessment"', ["rec-1-1"]),
        ('"assessment risk"', []),
        ('"risk assessments"', []),  # within quotes the words stand as typed
        ("risk", ["rec-1-1", "rec-1-3"]),
        ("risk -tenants", ["rec-1-1"]),
        ("risk -tenant", ["rec-1-1"]),  # all forms of an excluded word
        ('risk -"risk assessment"', ["rec-1-3"]),
        ("-risk", ["rec-1-2"]),
        ("surgeries", ["rec-1-2"]),  # a lay word for practices
        ("what should they", ["rec-1-1", "rec-1-2", "rec-1-3"]),
    ],
)
@pytest.mark.usefixtures("shelved")
def test_what_is_found(asked: str, found: list[str]) -> None:
    assert sorted(keys(asked)) == found


@full_text
@pytest.mark.usefixtures("shelved")
def test_a_word_put_right_is_told() -> None:
    assert search(Asked("handlars")).meaning.corrected == {"handlars": "handlers"}


@full_text
@pytest.mark.usefixtures("shelved")
def test_a_question_that_nothing_holds_whole_gives_the_nearest() -> None:
    found = search(Asked("are switchboard people taught about dangers and purple zeppelins?"))
    assert found.loose
    assert not found.exact
    assert keys(found.asked.q)[0] == "rec-1-1"


@pytest.mark.usefixtures("shelved")
def test_the_place_is_searched_too() -> None:
    shelf(2, "Staff should be trained.", csp="Tarnbrook Community Safety Partnership")
    assert keys("tarnbrook") == ["rec-2-1"]


def test_the_newest_first_by_date_and_without_words() -> None:
    shelf(1, POLICE, published="2031-02")
    shelf(2, POLICE, published="2033-04")
    shelf(3, POLICE, published="2033-01")
    newest = ["rec-2-1", "rec-3-1", "rec-1-1"]
    assert keys("handlers", order="date") == newest
    assert keys() == newest


def test_the_order_is_the_same_at_each_call() -> None:
    for number in range(1, 8):
        shelf(number, POLICE, POLICE + " ", HOUSING)
    assert keys("risk") == keys("risk")


def test_reviews_are_found_by_their_place() -> None:
    shelf(1, POLICE)
    shelf(2, POLICE, csp="Tarnbrook Community Safety Partnership")
    assert search(Asked("tarnbrook", show="reviews")).total == 1
    assert search(Asked(show="reviews")).total == 2


def test_what_was_withdrawn_or_corrected_is_not_found_by_its_old_words(shelved: Intake) -> None:
    Decision.objects.create(
        intake=shelved, record="rec-1-1", action="correct", value={"text": "Staff should listen."}
    )
    publish(shelved)
    assert keys("handlers") == []
    assert keys("listen") == ["rec-1-1"]
    withdraw(shelved)
    assert keys("listen") == keys() == []
    assert search(Asked(show="reviews")).total == 0
    # Not in the list of words either, from which spellings are put right.
    assert not fts.is_here() or not list(fts.words_from("listen"))


def test_rebuilding_gives_what_shelving_gave(shelved: Intake) -> None:
    before = {asked: keys(asked) for asked in ("risk", "surgeries", "handlars", "")}
    assert rebuild() == 1
    assert {asked: keys(asked) for asked in before} == before


def test_a_failed_shelving_leaves_the_index_as_it_was(
    shelved: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fts, "insert", lambda rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(shelved)
    assert keys("handlers") == ["rec-1-1"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("handlers", ["rec-1-1"]),
        ('"risk assessment"', ["rec-1-1"]),
        ("risk -tenants", ["rec-1-1"]),
        ("zeppelin", []),
        ("", ["rec-1-1", "rec-1-2", "rec-1-3"]),
    ],
)
@pytest.mark.usefixtures("shelved")
def test_a_store_without_full_text_table(
    asked: str, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fts, "is_here", lambda: False)
    assert sorted(keys(asked)) == found


class AnyInput(TestCase):
    """Whatever is typed gives an answer, not an error."""

    @classmethod
    def setUpTestData(cls) -> None:
        shelf(1, POLICE, GP, HOUSING)

    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.text(max_size=120)
        | st.lists(
            st.sampled_from(
                ['"', "-", "*", "(", ")", ":", "^", "NEAR(", "AND", "OR", "NOT", "risk", "'", "{",
                 "stems", "\\", "%", "_", ";", "²", "ß", "handlars", "\u0301", "\ud7ff"]
            ),
            max_size=40,
        ).map(" ".join)
    )  # fmt: skip
    def test_no_input_is_an_error(self, typed: str) -> None:
        search(Asked(typed))
        search(Asked(typed, show="reviews", order="date"))
