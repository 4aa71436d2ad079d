"""The generator's answers are whole, the same for the same seed, and stand in the documents."""

import re
from collections import Counter

import msgspec
import pytest

from learnt.fictional.draft import Draft
from learnt.fictional.generate import make_answer, make_draft
from learnt.fictional.layouts import all_layouts
from learnt.fictional.lists import Traps, Wordings, load
from learnt.fictional.manuscript import Bullets, Element, Frame, Heading, Paragraph, Table
from learnt.records import Review

LAYOUTS = list(all_layouts())
RESTARTING = {"agency-restart", "appendix-own"}
"""Layouts in which numbers begin again, so that a reference is not unique."""
SILENT = {"prevention-of-death"}
"""Layouts that recommend nothing, whatever they sound like."""
SEEDS = (1, 2, 3, 4)


def _draft(name: str, seed: int = 1) -> Draft:
    return make_draft(all_layouts()[name], seed, "brief")


def _texts(elements: tuple[Element, ...]) -> list[str]:
    found: list[str] = []
    for element in elements:
        if isinstance(element, Heading | Paragraph):
            found.append(element.text)
        elif isinstance(element, Bullets):
            pairs = zip(element.marks, element.items, strict=True)
            found.extend(f"{mark} {item}" for mark, item in pairs)
        elif isinstance(element, Table):
            found.extend(cell or "" for row in element.rows for cell in row)
        elif isinstance(element, Frame):
            found.extend(_texts(element.elements))
    return found


def _everything(draft: Draft) -> str:
    whole = "\n".join(text for part in draft.parts for text in _texts(part.manuscript.elements))
    return re.sub(r"\s+", " ", whole)


def test_there_are_layouts_enough() -> None:
    assert len(LAYOUTS) >= 20


@pytest.mark.parametrize("name", LAYOUTS)
def test_same_seed_same_review(name: str) -> None:
    assert make_answer(_draft(name), name) == make_answer(_draft(name), name)
    assert _draft(name).parts == _draft(name).parts
    assert _draft(name).parts != _draft(name, 2).parts


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_answer_is_a_review(name: str, seed: int) -> None:
    answer = make_answer(_draft(name, seed), name)
    review = msgspec.convert(answer, Review)
    if name in SILENT:
        assert not review.recommendations
        return
    assert len(review.recommendations) >= 3
    assert all(item.text.strip() for item in review.recommendations)
    assert all(len(item.text.split()) >= 5 for item in review.recommendations)
    assert all(body.printed for item in review.recommendations for body in item.addressees)
    texts = Counter(item.text for item in review.recommendations)
    assert max(texts.values()) == 1, "a wording came twice"
    known = {item.id for item in review.recommendations}
    assert {action.recommendation for action in review.actions} <= known
    assert "{" not in msgspec.json.encode(answer["recommendations"]).decode()[2:].replace('{"', "")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", [name for name in LAYOUTS if name not in RESTARTING])
def test_references_are_unique(name: str, seed: int) -> None:
    refs = [item.ref for item in _draft(name, seed).answer.review().recommendations if item.ref]
    assert len(set(refs)) == len(refs)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_answer_stands_in_the_documents(name: str, seed: int) -> None:
    draft = _draft(name, seed)
    printed = _everything(draft)
    for item in draft.answer.review().recommendations:
        assert re.sub(r"\s+", " ", item.text) in printed, item.text
        for body in item.addressees:
            assert body.printed.casefold() in printed.casefold()
        if item.context:
            assert item.context in printed


@pytest.mark.parametrize("name", [name for name in LAYOUTS if all_layouts()[name].full])
def test_every_mention_is_set_in_every_report(name: str) -> None:
    draft = _draft(name)
    printed = _everything(draft)
    kinds = {trap.kind for trap in draft.answer.traps}
    assert set(load("traps.toml", Traps).mentions) <= kinds
    for trap in draft.answer.traps:
        if trap.kind in load("traps.toml", Traps).mentions:
            assert trap.text in printed


def test_no_mention_is_a_recommendation() -> None:
    for name in LAYOUTS:
        draft = _draft(name)
        mentions = {
            trap.text
            for trap in draft.answer.traps
            if trap.kind in {*load("traps.toml", Traps).mentions, "letter-wishes", "translation"}
        }
        texts = {item.text for item in draft.answer.review().recommendations}
        assert not mentions & texts


def test_every_awkward_form_occurs() -> None:
    kinds = {
        trap.kind for name in LAYOUTS for seed in SEEDS for trap in _draft(name, seed).answer.traps
    }
    awkward = {f"form:{form.kind}" for form in load("recommendations.toml", Wordings).special}
    expected = awkward | {
        "typing-error-kept",
        "not-a-deadline",
        "comma-or-and-in-name",
        "collective-addressee",
        "one-body-two-names",
        "stands-in-several-places",
        "closing-row",
        "earlier-section",
        "footnote",
        "printed-count-differs",
        "body-without-its-place",
        "numbers-begin-again",
        "heading-fused-with-text",
        "several-actions",
        "background-between",
        "paragraph-before",
    }
    assert expected <= kinds


def test_wordings_are_many() -> None:
    words = load("recommendations.toml", Wordings)
    plain = {text for group in words.group for text in (*group.cores, *group.wholes)}
    assert len(plain) + len(words.special) >= 150


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_document_says_fictional(name: str) -> None:
    for part in _draft(name).parts:
        assert part.manuscript.properties["subject"] == "Fictional"
        assert "ictional" in " ".join(_texts(part.manuscript.elements)[:12])


def test_full_reports_are_long_and_vary() -> None:
    lengths = [
        len(_everything(make_draft(all_layouts()["table-three"], seed)).split())
        for seed in range(1, 16)
    ]
    assert min(lengths) >= 5_000
    assert max(lengths) >= 2 * min(lengths)
