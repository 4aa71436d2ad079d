"""What the full-text table holds of a recommendation or a review: runs of tokens, one a column.

A token is a folded word (`exact`), a stem (`stems` and `more`) or a concept of the glossary
(`concepts`, marked `=`; stems of the names of themes stand there too). So that word forms, glossary
and highlighting agree everywhere, `learnt.link` makes the tokens, and the table only splits them at
blanks.
"""

from typing import NamedTuple

from learnt.link.lexicon import lexicon
from learnt.link.stems import find_words
from learnt.web.catalogue.models import Recommendation, Review
from learnt.words import fold

BREAK = "="
"""Stands before each field of `exact`, so that no phrase goes over a border and every row has one."""


class Texts(NamedTuple):
    """The columns of the full-text table.

    `exact`: every word as printed, folded, in order; `stems`: of the text and title; `more`: of the
    context, the bodies and the place; `concepts`: what the words mean, and stems of the themes' names,
    which no report printed.
    """

    exact: str
    stems: str
    more: str
    concepts: str


def texts_of(item: Recommendation, review: Review, labels: list[str], themes: list[str]) -> Texts:
    """Give the columns of a recommendation; `labels` are names of its bodies and its place."""
    bodies = "; ".join(body.printed for body in item.addressees.all())
    more = [item.context, bodies, item.ref, review.csp, *labels]
    texts = _make([item.title, item.text], more)
    stems = " ".join(stem for theme in themes for stem in tokens_of(theme)[1])
    return texts._replace(concepts=f"{texts.concepts} {BREAK} {stems}")


def texts_of_review(review: Review) -> Texts:
    """Give the columns of a review as a whole."""
    return _make([review.title, review.summary], [review.csp, review.region])


def _make(main: list[str], more: list[str]) -> Texts:
    main_words, more_words = _fields(main), _fields(more)
    return Texts(
        exact=f"{BREAK} {_join([words for words, _, _ in main_words + more_words])}",
        stems=_join([stems for _, stems, _ in main_words]),
        more=_join([stems for _, stems, _ in more_words]),
        concepts=_join([concepts for _, _, concepts in main_words + more_words[:2]]),
    )


def _join(fields: list[list[str]]) -> str:
    return f" {BREAK} ".join(" ".join(tokens) for tokens in fields)


def _fields(texts: list[str]) -> list[tuple[list[str], list[str], list[str]]]:
    return [tokens_of(text) for text in texts if text]


def tokens_of(text: str) -> tuple[list[str], list[str], list[str]]:
    """Give the folded words of a text, their stems, and the concepts that they name."""
    folded = fold(text)
    words = find_words(folded)
    named = lexicon().find(words)
    concepts = [sense.concept for phrase in named for sense in phrase.senses]
    return (
        [folded[word.start : word.end] for word in words],
        [word.stem for word in words],
        concepts,
    )
