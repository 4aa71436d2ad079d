"""The steps between extracting and publishing: whom it addresses, its themes, can it be acted on."""

from collections.abc import Callable, Iterable

from learnt.records import Review

Step = Callable[[Review], Review]


def _agencies(review: Review) -> Review:
    from learnt.agencies.resolving import resolve

    return resolve(review)


def _themes(review: Review) -> Review:
    import msgspec

    from learnt.theme.rule_coder import rule_coder

    coder = rule_coder()
    coded = []
    for item in review.recommendations:
        bodies = tuple(body.printed for body in item.addressees)
        found = coder.code(item.text, item.title, item.context, bodies)
        coded.append(msgspec.structs.replace(item, themes=found.codings, main_theme=found.main))
    return msgspec.structs.replace(review, recommendations=tuple(coded))


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
