import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.link import Entry, find_repeats
from tests.link.factories import BACKGROUND, entry, library


def groups(*entries: Entry) -> list[list[str]]:
    """Give the texts of each group found among `entries` and a background."""
    found = find_repeats(library(*entries))
    return [sorted(one.text for one in repeat.entries) for repeat in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # abbreviation and full name; predecessor and successor
        (
            entry("The CCG should fund IRIS in general practice.", to="Fenholme CCG"),
            entry("IRIS should be commissioned for GP surgeries.", to="Fenholme ICB"),
        ),
        # everyday words
        (
            entry(
                "Posters with helpline numbers should be put up in toilets.", to="Ashby Hospital"
            ),
            entry(
                "Leaflets on the helpline should be displayed in lavatories.", to="Wick NHS Trust"
            ),
        ),
        # the same ask of another kind of body
        (
            entry("Each surgery should have a domestic abuse champion.", to="Fenholme ICB"),
            entry("Wards should each have a domestic abuse champion.", to="Ashby Hospital"),
        ),
        # behind a long background
        (
            entry(
                "Non-fatal strangulation should be part of officers' training.", to="Wick Police"
            ),
            entry(
                "Six in ten calls came at night. It is recommended that officers receive training"
                " on strangulation.",
                to="Ashby Constabulary",
            ),
        ),
    ],
)
def test_the_same_ask_in_other_words_is_a_repeat(one: Entry, other: Entry) -> None:
    assert groups(one, other) == [sorted([one.text, other.text])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same agency and verb, another topic
        (
            entry("Officers should be trained in stalking.", to="Wick Police"),
            entry("Officers should be trained to drive boats in winter floods.", to="Wick Police"),
        ),
        # the same topic, another ask
        (
            entry("The firearms unit should speak to former partners.", to="Wick Police"),
            entry("Fees for shotgun certificates should rise.", to="Home Office"),
        ),
        # only the phrases of the genre are shared
        (
            entry("It is recommended that the policy on pets is reviewed by the agency."),
            entry("It is recommended that the policy on visas is reviewed by the agency."),
        ),
        # the same place
        (
            entry("Marrowdale should mend the quay.", area="Marrowdale"),
            entry("Marrowdale should dredge its canal.", area="Marrowdale"),
        ),
    ],
)
def test_a_near_miss_is_left_apart(one: Entry, other: Entry) -> None:
    assert groups(one, other) == []


def test_one_review_does_not_repeat_itself() -> None:
    text = "Staff should be trained in coercive control."
    one = entry(text, "review-1", id="a", to="Wick Police")
    other = entry(text, "review-1", id="b", to="Wick Probation Service")
    assert groups(one, other) == []


def test_two_of_one_review_may_both_repeat_another() -> None:
    text = "Staff should be trained in coercive control."
    one = entry(text, "review-1", id="a", to="Wick Police")
    other = entry(text, "review-1", id="b", to="Ashby Police")
    third = entry(text, "review-2", id="c", to="Holt Police")
    assert groups(one, other, third) == [[text] * 3]


def test_many_copies_are_one_group() -> None:
    text = "Health visitors should see mothers alone."
    copies = [entry(text, id=f"copy-{n}", year=2010 + n) for n in range(12)]
    found = find_repeats(library(*copies))
    assert [len(repeat.entries) for repeat in found] == [12]
    assert [one.year for one in found[0].entries] == list(range(2010, 2022))


def test_a_repeat_tells_its_words_and_score() -> None:
    one = entry("Schools should be told of incidents under Operation Encompass.")
    other = entry("Operation Encompass incidents should be told to schools.")
    repeat = find_repeats(library(one, other))[0]
    assert "operation encompass" in repeat.words
    assert 0.5 < repeat.score <= 1
    assert not {"should", "be"} & set(repeat.words)


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_to_repeat(count: int) -> None:
    assert find_repeats([entry("That a gate is mended.")] * count) == []


def test_nothing_in_common_is_no_group() -> None:
    assert find_repeats(library()) == []


@settings(max_examples=25, deadline=None)
@given(st.permutations(list(range(6))))
def test_the_order_given_does_not_matter(order: list[int]) -> None:
    texts = [
        "Each ward should have a domestic abuse champion.",
        "A domestic abuse champion should be named on every ward.",
        *BACKGROUND[:4],
    ]
    found = find_repeats([entry(texts[position]) for position in order])
    assert [sorted(one.text for one in repeat.entries) for repeat in found] == [sorted(texts[:2])]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_text_is_borne(texts: list[str]) -> None:
    entries = [entry(text, id=str(n)) for n, text in enumerate(texts)]
    for repeat in find_repeats(entries):
        assert len({one.review for one in repeat.entries}) > 1


def test_a_long_background_does_not_drown_the_ask() -> None:
    ask = "Strangulation should be part of officers' training."
    long = " ".join(f"The {thing} was old and the {thing} keeper had left." for thing in THINGS)
    assert groups(entry(ask, to="Wick Police"), entry(f"{long} {ask}", to="Ashby Police"))


THINGS = ("harbour", "quarry", "orchard", "chapel", "windmill", "tannery", "brewery", "viaduct")


def test_copies_are_found_however_common_their_words_are() -> None:
    text = "Health visitors should see mothers alone."
    copies = [entry(text, f"review-{n // 2}", id=f"copy-{n}") for n in range(900)]
    assert [len(repeat.entries) for repeat in find_repeats(copies)] == [900]


def test_a_review_that_touches_neither_moves_their_score() -> None:
    """Why all is compared each time: an answer for what a new review touches would not be the same."""
    one = entry("The CCG should fund IRIS in general practice.", to="Fenholme CCG")
    other = entry("IRIS should be commissioned for GP surgeries.", to="Fenholme ICB")
    far = [entry(f"The housing team of {place} should fund locks.") for place in "ABCDEFGH"]
    alone, amid = (
        next(repeat for repeat in find_repeats(library(one, other, *more)) if one in repeat.entries)
        for more in ([], far)
    )
    assert alone.entries == amid.entries
    assert alone.score != amid.score
