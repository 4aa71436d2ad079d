"""Codes all recommendations of a review."""

from functools import cache

import msgspec

from learnt.records import Recommendation, Review
from learnt.theme.coder import Coder, Codings
from learnt.theme.rule_coder import Rules, rule_coder


def code_review(review: Review, coder: Coder | None = None) -> Review:
    """Give `review` with the themes and the main theme of each recommendation.

    `coder` is the coder by rules with the project's codebook if none is given.
    """
    coder = coder or _own_coder()
    coded = []
    for one in review.recommendations:
        found = code_recommendation(one, coder)
        coded.append(msgspec.structs.replace(one, themes=found.codings, main_theme=found.main))
    return msgspec.structs.replace(review, recommendations=tuple(coded))


def code_recommendation(one: Recommendation, coder: Coder | None = None) -> Codings:
    """Code one recommendation with all that is known of it."""
    printed = tuple(addressee.printed for addressee in one.addressees)
    return (coder or _own_coder()).code(one.text, one.title, one.context, printed)


@cache
def _own_coder() -> Rules:
    return rule_coder()
