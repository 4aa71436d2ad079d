import pytest

from learnt.link.lexicon import lexicon
from learnt.link.settings import glossary
from learnt.link.stems import find_words, stems_of
from learnt.words import fold


def concepts(text: str) -> set[str]:
    """Give the concepts that the words of `text` name."""
    named = lexicon().find(find_words(fold(text)))
    return {sense.concept for one in named for sense in one.senses}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("an IDVA in court", "=idva"),
        ("the independent domestic violence adviser", "=idva"),
        ("family doctors", "=gp"),  # what a lay person says
        ("General Practitioners", "=gp"),
        ("A&E", "=emergency-department"),
        ("Clare’s Law", "=clares-law"),
        ("the Domestic Violence Disclosure Scheme", "=clares-law"),
        ("so-called ‘honour’-based abuse", "=honour-based"),
        ("grabbed by the throat", "=strangulation"),
        ("not written down", "=record-keeping"),
    ],
)
def test_words_of_field_and_street_name_the_concept(text: str, concept: str) -> None:
    assert concept in concepts(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("the policy on parking", "=police"),
        ("a marathon was run", "=marac"),
        ("the domestic flight", "=domestic-abuse"),
        ("their refusal", "=refuge"),
    ],
)
def test_words_that_only_look_alike_do_not(text: str, concept: str) -> None:
    assert concept not in concepts(text)


def test_the_longest_phrase_is_taken() -> None:
    words = find_words("domestic abuse champion")
    assert [(one.first, one.last) for one in lexicon().find(words)] == [(0, 2)]


def test_every_neighbour_knows_its_neighbour() -> None:
    near = lexicon().near
    assert all(name in near[other] for name, others in near.items() for other in others)


def test_the_glossary_is_large_and_sourced() -> None:
    groups = glossary().values()
    assert sum(len(group.concepts) for group in groups) >= 150
    assert all(len(group.source) > 20 for group in groups)


def test_no_form_is_all_stop_words() -> None:
    stop = lexicon().stop
    alone = [
        form
        for group in glossary().values()
        for concept in group.concepts.values()
        for form in (*concept.forms, *concept.lay)
        if stop.issuperset(stems_of(form))
    ]
    assert not alone
