"""Fronts differ from seed to seed, and the answer holds what they print and nothing else."""

import re

from learnt.fictional.facts import make_case
from learnt.fictional.front import front_metadata, plan_front
from learnt.fictional.generate import make_draft
from learnt.fictional.grammar import say_date
from learnt.fictional.layouts import all_layouts
from learnt.fictional.manuscript import Element, Heading, Paragraph, Table

SEEDS = range(1, 41)


def _words(elements: tuple[Element, ...]) -> str:
    texts: list[str] = []
    for element in elements:
        if isinstance(element, Heading | Paragraph):
            texts.append(element.text)
        elif isinstance(element, Table):
            texts += [cell or "" for row in element.rows for cell in row]
    return re.sub(r"\s+", " ", "\n".join(texts))


def test_places_vary() -> None:
    plans = [plan_front(make_case(seed, size="brief")) for seed in SEEDS]
    assert len({plan.csp for plan in plans}) == 4
    assert len({plan.death for plan in plans}) >= 4
    assert {plan.published for plan in plans} == {"label", "line", "nowhere"}
    assert len({plan.form for plan in plans}) == 5


def test_answer_is_printed_or_null() -> None:
    for seed in SEEDS:
        draft = make_draft(all_layouts()["headed-inline"], seed, "brief")
        told, printed = draft.answer.metadata, _words(draft.parts[0].manuscript.elements)
        assert None not in (told.csp, told.chair, told.author)
        for name in filter(None, (told.csp, told.chair, told.author)):
            assert name in printed, seed
        for date in (told.published, told.completed, told.death_date):
            assert date is None or say_date(date) in printed, seed


def test_what_is_not_printed_is_null() -> None:
    silent = [
        case
        for case in (make_case(seed, size="brief") for seed in SEEDS)
        if plan_front(case).published == "nowhere"
    ]
    assert silent
    assert all(front_metadata(case, "").published is None for case in silent)
