"""Whole tables of known truth: drawn, found page by page, joined, and compared cell by cell."""

import random

import pytest

from learnt.read.pdf.ink import Page
from learnt.read.pdf.load import load_pages
from learnt.read.pdf.tables import FoundTable, find_tables, join_tables
from tests.read.pdf.tables.plans import (
    WIDTHS,
    Plan,
    Rules,
    action_plan,
    as_pdf,
    recommendation_table,
)

STYLES: tuple[Rules, ...] = ("all", "horizontal", "shading", "none")


def furniture(page: Page) -> list[int]:
    """Give the words of the running header and footer that `as_pdf` draws."""
    inside = range(40, int(page.height) - 40)
    return [i for i, word in enumerate(page.words) if int(word.top) not in inside]


def read(data: bytes) -> list[tuple[tuple[str, ...], ...]]:
    found: list[FoundTable] = []
    for page in load_pages(data, "plan.pdf"):
        found += find_tables(page, before=found, ignore=furniture(page))
    return [
        tuple(tuple(" ".join(t.split()) for t in row.texts) for row in joined.block.rows)
        for joined in join_tables(found)
    ]


def whole(plan: Plan) -> list[tuple[tuple[str, ...], ...]]:
    return [(plan.header, *plan.rows)]


@pytest.mark.parametrize("repeat", [True, False], ids=["repeated", "once"])
@pytest.mark.parametrize("rules", STYLES)
@pytest.mark.parametrize("numbered", [True, False], ids=["numbered", "bare"])
def test_reads_action_plans_cut_by_pages(rules: Rules, repeat: bool, numbered: bool) -> None:
    plan = action_plan(random.Random(7), 12, numbered)
    assert read(as_pdf(plan, rules, WIDTHS, repeat=repeat)) == whole(plan)


@pytest.mark.parametrize("rules", STYLES)
def test_reads_recommendation_tables(rules: Rules) -> None:
    plan = recommendation_table(random.Random(3), 25)
    assert read(as_pdf(plan, rules, (40, 350, 120), wide=False)) == whole(plan)


@pytest.mark.parametrize("rules", STYLES)
def test_reads_columns_in_any_order(rules: Rules) -> None:
    rng = random.Random(11)
    plan = recommendation_table(rng, 18)
    turned = Plan(plan.header[::-1], tuple(row[::-1] for row in plan.rows))
    assert read(as_pdf(turned, rules, (120, 350, 40), wide=False)) == whole(turned)
