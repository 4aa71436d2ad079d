"""The steps between extracting and publishing: whom it addresses, its themes, can it be acted on."""

from collections.abc import Callable, Iterable

from learnt.records import Review

Step = Callable[[Review], Review]


def _agencies(review: Review) -> Review:
    from learnt.agencies import resolve

    return resolve(review)


def _themes(review: Review) -> Review:
    from learnt.theme import code_review

    return code_review(review)


def _smart(review: Review) -> Review:
    from learnt.theme.smart import assess_review

    return assess_review(review)


STEPS: dict[str, Step] = {"agencies": _agencies, "themes": _themes, "smart": _smart}
"""Each step by the name that `--with` takes, in the order in which they are done."""


def enrich(review: Review, steps: Iterable[str] = tuple(STEPS)) -> Review:
    """Give the review with what the chosen steps say; raises `KeyError` for an unknown step."""
    chosen = set(steps)
    unknown = chosen - set(STEPS)
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    for name, step in STEPS.items():
        if name in chosen:
            review = step(review)
    return review
