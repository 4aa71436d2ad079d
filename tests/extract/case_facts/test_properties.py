"""What holds whatever a report says: no crash, quotes that stand in it, one value a variable."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.extract import find_case_facts
from learnt.records import CaseFacts
from learnt.words import tidy
from tests.extract.case_facts.told import doc

SENTENCES = [
    "Petra, the victim, was killed by her husband, Odo.",
    "The perpetrator, Odo, was 44 years old.",
    "She was 39 when she died on 3 May 2014.",
    "He was convicted of murder and must serve at least 18 years.",
    "Odo had no previous convictions.",
    "Petra and Lena were both killed at the house.",
    "The second victim, Lena, was a woman of 60.",
    "Adult A was stabbed by Adult B.",
    "It is not known whether Petra was depressed.",
    "No coercive control was found.",
    "Her mother, Mrs C. The panel met twice.",
    "Neither Petra nor Odo drank alcohol.",
    "The review runs from 1 January 2008 to the date of the death.",
    "He, his, she, her and they were there.",
    "Killed by by her her husband's son's wife",
]
NEUTRAL = "The panel met four times and thanks all who wrote to it."
words = st.text(alphabet="abAB PO.,'’⟦⟧()|\n1é-", max_size=60)
paragraphs = st.lists(
    st.one_of(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), words),
    min_size=1,
    max_size=6,
)


def facts(parts: list[str]) -> CaseFacts:
    return find_case_facts([doc("\n\n".join(parts))])


@settings(max_examples=60, deadline=None)
@given(paragraphs)
def test_any_text_is_read_and_every_quote_stands_in_it(parts: list[str]) -> None:
    found = facts(parts)
    whole = tidy(" ".join(parts))
    told = [*found.facts, *(fact for doubt in found.doubts for fact in doubt.values)]
    for fact in told:
        assert fact.evidence, fact
        assert 0 < fact.confidence <= 1
        assert (fact.person == 0) == (fact.table == "incidents")
        for evidence in fact.evidence:
            assert tidy(evidence.quote.removesuffix("…")) in whole


@settings(max_examples=60, deadline=None)
@given(paragraphs)
def test_a_variable_has_one_value_or_is_in_doubt(parts: list[str]) -> None:
    found = facts(parts)
    keys = [(f.table, f.person, f.variable) for f in found.facts]
    assert max(Counter(keys).values(), default=0) <= 1
    assert not {(d.table, d.person, d.variable) for d in found.doubts} & set(keys)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES[:8]), min_size=1, max_size=5),
    st.integers(min_value=0, max_value=5),
)
def test_a_paragraph_that_tells_nothing_changes_nothing(parts: list[str], at: int) -> None:
    def values(found: CaseFacts) -> set[tuple[str, int, str, object]]:
        return {(f.table, f.person, f.variable, f.value) for f in found.facts}

    assert values(facts(parts)) == values(facts([*parts[:at], NEUTRAL, *parts[at:]]))


@settings(max_examples=30, deadline=None)
@given(st.permutations([*SENTENCES[:2], SENTENCES[4], SENTENCES[9]]))
def test_paragraphs_that_name_their_people_may_stand_in_any_order(parts: list[str]) -> None:
    def values(found: CaseFacts) -> dict[tuple[str, int, str], object]:
        return {(f.table, f.person, f.variable): f.value for f in found.facts}

    assert values(facts(parts)) == values(facts(sorted(parts)))


def test_the_same_text_gives_the_same_facts_twice() -> None:
    assert facts(SENTENCES) == facts(SENTENCES)
