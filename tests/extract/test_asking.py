import pytest

from learnt.extract.asking import (
    asks,
    introduces_list,
    is_mention,
    label_line,
    needs_context,
    performs,
    sentences,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the usual opening
        ("It is recommended that the Trust reviews its induction.", True),
        # an adverb between
        ("It is therefore recommended that staff are trained.", True),
        # after a long background, in the middle of a sentence
        (
            "Both schools found the reports confusing and it is recommended that one contact exists.",
            True,
        ),
        # the panel speaks
        ("The panel recommends that the guidance is rewritten.", True),
        # medicine, not advice
        ("He was taking more than the recommended dose.", False),
        # release, not a review's recommendation
        ("It was recommended for release by the board.", False),
        # past, told of others
        ("The Commission recommended that the operator relocate the pole.", False),
    ],
)
def test_performs_only_when_writer_recommends(text: str, expected: bool) -> None:
    assert performs(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To review the pathway for older people.", True),  # infinitive opener
        ("That officers are reminded of the duty to record.", True),  # reminder
        ("Review the information given to locum doctors.", True),  # imperative
        ("Eastmoor Constabulary should audit its records.", True),  # duty
        ("For the Trust to share its findings.", True),  # "For X to do"
        ("The panel considered whether a recommendation was needed.", False),  # a mention
        ("No further recommendations are made on this point.", False),  # a mention
        ("To date the service has had no feedback.", False),  # an opener's false friend
        ("Review of the records showed three visits.", False),  # a noun, not a verb
        ("She moved to Saltby in the spring of that year.", False),  # narrative
        ("Recommendation 4 of the earlier review was closed in the autumn.", False),  # history
    ],
)
def test_asks_only_when_something_is_asked(text: str, expected: bool) -> None:
    assert asks(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The panel discussed making a recommendation on housing.",
        "This led to recommendation 3.",
        "The recommendations are set out below.",
        "The previous review had recommended a new form.",
    ],
)
def test_speaking_of_recommendations_is_a_mention(text: str) -> None:
    assert is_mention(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The panel makes the following recommendations:", True),
        ("It is recommended that:", True),
        ("Recommendations for Eastmoor Constabulary:", True),
        ("The Trust should review its induction.", False),
    ],
)
def test_introduction_brings_in_a_list(text: str, expected: bool) -> None:
    assert introduces_list(text) is expected


def test_sentences_survive_abbreviations() -> None:
    text = (
        "Dr. Grey wrote to St. Bride's. No. 4 was empty. It was recommended that J. Moor be told."
    )
    assert sentences(text) == [
        "Dr. Grey wrote to St. Bride's.",
        "No. 4 was empty.",
        "It was recommended that J. Moor be told.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lead agency: Eastmoor Constabulary", ("addressee", "Eastmoor Constabulary")),
        ("Scope: Local and national", ("scope", "Local and national")),
        ("Rationale: the tool was not known.", ("other", "the tool was not known.")),
        ("The Trust should: review and audit.", None),  # a sentence with a colon
    ],
)
def test_label_line_reads_known_labels(text: str, expected: tuple[str, str] | None) -> None:
    assert label_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is recommended that these tools are revisited.", True),
        ("It is recommended that, in these instances, calls are made weekly.", True),
        ("It is recommended that the impact of this post is evaluated.", True),
        ("This review recommends that the Trust trains its staff.", False),
        ("The Trust should train staff such as nurses.", False),
    ],
)
def test_words_that_point_back_need_context(text: str, expected: bool) -> None:
    assert needs_context(text) is expected
