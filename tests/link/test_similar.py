import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.link import Entry, Hit, Index, WordIndex, find_similar
from tests.link.factories import entry, library

ENTRIES = library(
    entry("GPs should enquire routinely about domestic abuse.", id="gp"),
    entry("Schools should teach pupils about healthy relationships.", id="school"),
    entry("Call handlers should be trained to recognise stalking.", id="stalking"),
    entry("Officers should photograph injuries.", id="photos", to="Marrowdale Constabulary"),
    entry("An independent domestic violence adviser should work in casualty.", id="idva"),
    entry("Letters should go to a safe address.", id="letters"),
)
INDEX = WordIndex.of(ENTRIES)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("do family doctors ask about violence at home?", "gp"),  # lay words
        ("IDVA in A&E", "idva"),  # abbreviations
        ("teaching teenagers what a good relationship looks like", "school"),
        ("an ex who won't leave her alone", "stalking"),
        ("pictures of bruises", "photos"),
        ("police evidence of injuries", "photos"),  # the addressee's name counts
        ("stalkng", "stalking"),  # a slip of the pen
    ],
)
def test_a_question_in_other_words_finds_its_answer(question: str, answer: str) -> None:
    assert find_similar(question, INDEX, 3)[0].entry.id == answer


@pytest.mark.parametrize("question", ["", "the of and", "qqqq zzzz", "?!", "1999"])
def test_what_shares_nothing_gives_nothing(question: str) -> None:
    assert find_similar(question, INDEX) == []


def test_an_id_gives_the_neighbours_without_itself() -> None:
    twin = entry("General practitioners should ask about domestic violence.", id="twin")
    found = find_similar("gp", WordIndex.of([*ENTRIES, twin]), 2)
    assert found[0].entry.id == "twin"
    assert "gp" not in [one.entry.id for one in found]


def test_the_words_tell_why() -> None:
    words = find_similar("family doctors and stalking", INDEX, 1)[0].words
    assert ("family doctors", "gps") in [(one.asked, one.found) for one in words] or (
        "stalking",
        "stalking",
    ) in [(one.asked, one.found) for one in words]


def test_an_empty_library_gives_nothing() -> None:
    assert find_similar("stalking", WordIndex.of([])) == []


def test_any_index_will_do() -> None:
    class Fixed:
        entries = ENTRIES

        def search(self, text: str, k: int) -> list[Hit]:
            return [Hit(1, 0.5)][:k]

    index: Index = Fixed()
    assert [one.entry.id for one in find_similar("anything", index)] == ["school"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ENTRIES), unique_by=lambda one: one.id, max_size=8), st.text())
def test_scores_are_shares_and_fall(entries: list[Entry], question: str) -> None:
    scores = [one.score for one in find_similar(question, WordIndex.of(entries), 9)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ENTRIES))
def test_its_own_words_find_an_entry_first(one: Entry) -> None:
    assert find_similar(one.text, INDEX, 1)[0].entry.text == one.text
