"""Puts the four criteria together."""

from collections.abc import Iterable

import msgspec

from learnt.records import Criterion, Review, Smart
from learnt.theme.smart.owner import find_owner
from learnt.theme.smart.phrases import first_phrase
from learnt.theme.smart.verbs import find_action
from learnt.words import fold_quotes


def assess(text: str, addressees: Iterable[str] = ()) -> Smart:
    """Say of a recommendation whether it names owner, action, measure and time, and why.

    `addressees` are the bodies as printed; `text` is the recommendation as printed.
    """
    plain = "\n".join(fold_quotes(line) for line in text.splitlines())
    action = find_action(plain)
    return Smart(
        owner=_criterion(find_owner(plain, addressees), "names nobody who is to act"),
        action=Criterion(met=action.met, why=action.why),
        measure=_criterion(
            first_phrase(plain, "measure"), "does not say how one will know it is done"
        ),
        time=_criterion(first_phrase(plain, "time"), "names no date or period"),
    )


def _criterion(words: str | None, missing: str) -> Criterion:
    return Criterion(met=words is not None, why=f"“{words}”" if words else missing)


def assess_review(review: Review) -> Review:
    """Give the review with each recommendation's `smart` filled in."""
    done = tuple(
        msgspec.structs.replace(item, smart=assess(item.text, [a.printed for a in item.addressees]))
        for item in review.recommendations
    )
    return msgspec.structs.replace(review, recommendations=done)
