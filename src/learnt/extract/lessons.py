"""Finds the lessons and findings of a review and the recommendations that follow from them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from learnt.extract.columns import role_of
from learnt.extract.labels import named_label, number_ref
from learnt.extract.lesson_labels import (
    LessonLabel,
    brings_in_lessons,
    is_introduction,
    is_lesson_heading,
    lesson_column,
    lesson_label,
    lesson_rules,
    named_recommendations,
)
from learnt.extract.outline import Outline, Passage, build_outline
from learnt.extract.plan_match import Matcher, ref_key
from learnt.records import Block, Document, Evidence, Lesson, Recommendation
from learnt.words import fold

SAME_LESSON = 90.0
"""Least likeness (0-100, rapidfuzz ratio of folded words) of one lesson printed in two places."""
SHORTEST = 5
"""Words in the shortest bullet or paragraph taken for a lesson."""
_SENTENCE = re.compile(r"[.!?;:]['\"’”)]*$")


@dataclass(slots=True)
class Found:
    """A lesson as one place prints it; `form` is `labelled`, `listed` or `plain`."""

    text: str
    ref: str
    form: str
    evidence: Evidence
    follows: list[str] = field(default_factory=list)


def find_lessons(
    documents: Sequence[Document], recommendations: Sequence[Recommendation]
) -> list[Lesson]:
    """Give the lessons of all documents, one each, with the recommendations that follow from them.

    Lessons are labelled anywhere ("Learning point 3: ..."), or bullets, numbered paragraphs, rows or
    plain paragraphs of a section of lessons. Introductions and recommendations are none.
    """
    stem = documents[0].sha256[:10] if documents else ""
    matcher = Matcher(recommendations)
    kept: list[Found] = []
    for document in documents:
        for found in _in_document(build_outline(document), matcher):
            if found.text and not _is_known(found, kept):
                kept.append(found)
    return [
        Lesson(
            id=f"{stem}-l{order}",
            ref=found.ref,
            text=found.text,
            recommendations=tuple(_linked(found, recommendations)),
            evidence=(found.evidence,),
        )
        for order, found in enumerate(kept, start=1)
    ]


def _is_known(found: Found, kept: Sequence[Found]) -> bool:
    text = fold(found.text)
    return any(fuzz.ratio(text, fold(k.text), score_cutoff=SAME_LESSON) for k in kept)


def _linked(found: Found, recommendations: Sequence[Recommendation]) -> Iterator[str]:
    named = {ref_key(ref) for ref in named_recommendations(found.text)}
    named_by = re.compile(
        rf"\b(?:lesson|learning point|finding)s?\s+{re.escape(found.ref)}\b", re.I
    )
    for recommendation in recommendations:
        told = bool(found.ref) and named_by.search(recommendation.text) is not None
        if recommendation.id in found.follows or ref_key(recommendation.ref) in named or told:
            yield recommendation.id


def _in_document(outline: Outline, matcher: Matcher) -> list[Found]:
    labelled = _labelled(outline, matcher)
    listed: list[Found] = []
    plain: list[Found] = []
    for passages in _sections(outline).values():
        first, last = passages[0].index, passages[-1].index
        if any(lesson_label(p.block) for p in outline.passages[first - 1 : last + 1]):
            listed += _tabled(outline, passages, matcher)
            continue
        found = list(_listed(outline, passages, matcher))
        listed += found
        if not found:
            plain += _plain(outline, passages, matcher)
    listed += _beside_recommendations(outline, matcher)
    return [*labelled, *listed] or plain


def _tabled(outline: Outline, passages: Sequence[Passage], matcher: Matcher) -> Iterator[Found]:
    for passage in passages:
        if passage.block.kind == "table":
            yield from _rows(outline, passage.block, matcher)


def _beside_recommendations(outline: Outline, matcher: Matcher) -> Iterator[Found]:
    """Give the lessons of tables, wherever they stand, that set recommendations beside them."""
    for passage in outline.passages:
        heads = [text for row in passage.block.rows[:3] for text in row.texts]
        beside = any(role_of(head.replace("\n", " ")) == "recommendation" for head in heads)
        if beside and passage.section not in lesson_rules().elsewhere:
            yield from _rows(outline, passage.block, matcher)


def _sections(outline: Outline) -> dict[int, list[Passage]]:
    """Give the passages of each section of lessons, by the index of its heading."""
    found: dict[int, list[Passage]] = {}
    at = {id(passage.block): passage.index for passage in outline.passages}
    under = _small_lists(outline)
    small = set(under.values())
    for passage in outline.passages:
        start = under.get(passage.index, _section_start(passage, at, small))
        if start >= 0 and not passage.is_heading:
            found.setdefault(start, []).append(passage)
    return found


def _small_lists(outline: Outline) -> dict[int, int]:
    """Give the items under a small heading ("Learning points:"): their index to the heading's."""
    under: dict[int, int] = {}
    for passage in outline.passages:
        if brings_in_lessons(passage.block):
            for below in outline.passages[passage.index + 1 :]:
                if below.block.kind != "item":
                    break
                under[below.index] = passage.index
    return under


def _section_start(passage: Passage, at: dict[int, int], small: set[int]) -> int:
    """Give the index of the heading of the section of lessons that a passage is in, else -1.

    A small heading such as "Learning points:" opens a list, and no section.
    """
    if passage.section == "lessons":
        return -1 if passage.start in small else passage.start
    if passage.section in lesson_rules().elsewhere or passage.section == "recommendations":
        return -1
    heads = (h for h in passage.headings if is_lesson_heading(h.text) and not lesson_label(h))
    return next((at[id(head)] for head in heads), -1)


def _evidence(outline: Outline, block: Block, quote: str, rule: str) -> Evidence:
    return Evidence(outline.document.name, block.page or None, block.box, quote, rule)


def _labelled(outline: Outline, matcher: Matcher) -> list[Found]:
    """Give what is labelled as a lesson, with what follows from it.

    Recommendations after the last lesson alone are a list of their own, which follows from all of them.
    """
    elsewhere = lesson_rules().elsewhere
    found: list[Found] = []
    for passage in outline.passages:
        label = None if passage.section in elsewhere else lesson_label(passage.block)
        if label is not None:
            found.append(_one_labelled(outline, passage, label, matcher))
    if len(found) > 1 and not any(lesson.follows for lesson in found[:-1]):
        found[-1].follows.clear()
    return found


def _one_labelled(
    outline: Outline, passage: Passage, label: LessonLabel, matcher: Matcher
) -> Found:
    after = outline.passages[passage.index + 1 :]
    text, block = label.rest, passage.block
    if not text or (passage.is_heading and not _SENTENCE.search(text)):
        body = list(_body(after, matcher))
        text, block = "\n".join(body) or text, after[0].block if body else block
    elif text.endswith(":"):
        text = "\n".join([text, *_items(after)])
    evidence = _evidence(outline, block, text, "labelled")
    follows = list(_following(passage, after, matcher))
    return Found(text, label.ref, "labelled", evidence, follows)


def _body(after: Sequence[Passage], matcher: Matcher) -> Iterator[str]:
    """Give the first paragraph below a lesson's heading, with the list that it brings in."""
    for at, passage in enumerate(after[:3]):
        block = passage.block
        if passage.is_heading or block.kind == "table" or _is_recommendation(block, matcher):
            return
        if not block.text:
            continue
        yield block.text
        if block.text.endswith(":"):
            yield from _items(after[at + 1 :])
        return


def _items(after: Sequence[Passage]) -> Iterator[str]:
    for passage in after:
        if passage.block.kind != "item":
            return
        yield passage.block.printed


def _is_recommendation(block: Block, matcher: Matcher) -> bool:
    if block.kind == "table":
        return False
    return named_label(block.printed) is not None or bool(_enacted(block, matcher))


def _enacted(block: Block, matcher: Matcher) -> str | None:
    """Give the recommendation that a block prints; a block of a few words prints none."""
    if len(block.text.split()) < SHORTEST:
        label = named_label(block.printed)
        return matcher.find(block.printed) if label and label.ref else None
    return matcher.find(block.printed)


def _following(lesson: Passage, after: Sequence[Passage], matcher: Matcher) -> Iterator[str]:
    """Give the recommendations after a lesson, up to the next lesson or a heading not below its own."""
    over = lesson.headings
    for passage in after:
        block = passage.block
        if lesson_label(block):
            return
        named = named_label(block.printed)
        if passage.is_heading and not named and passage.headings[: len(over)] != over:
            return
        found = _enacted(block, matcher) if block.text else None
        if found:
            yield found


def _listed(outline: Outline, passages: Sequence[Passage], matcher: Matcher) -> Iterator[Found]:
    """Give bullets, numbered paragraphs and rows of a section of lessons."""
    lead = ""
    for at, passage in enumerate(passages):
        block = passage.block
        if block.kind == "table":
            yield from _rows(outline, block, matcher)
        elif _is_recommendation(block, matcher):
            lead = ""
        elif block.kind == "item" and block.level == 0 and not lead:
            if len(block.text.split()) >= SHORTEST:
                text = "\n".join([block.text, *_deeper(passages[at + 1 :])])
                evidence = _evidence(outline, block, block.printed, "listed")
                yield Found(text, number_ref(block.number), "listed", evidence)
        elif block.kind == "paragraph":
            lead = ""
            if block.number and len(block.text.split()) >= SHORTEST:
                yield from _numbered(outline, passages, at)
                lead = block.text if block.text.endswith(":") else ""


def _numbered(outline: Outline, passages: Sequence[Passage], at: int) -> Iterator[Found]:
    """Give a numbered paragraph with the list it brings in; an introduction gives that list alone."""
    block = passages[at].block
    items = list(_items(passages[at + 1 :]))
    evidence = _evidence(outline, block, block.printed, "numbered")
    if not is_introduction(block.text):
        yield Found(block.text, number_ref(block.number), "listed", evidence)
    elif items and block.text.endswith(":"):
        if is_introduction(block.text.rstrip(": ")):
            for passage in passages[at + 1 : at + 1 + len(items)]:
                own = _evidence(outline, passage.block, passage.block.printed, "listed")
                yield Found(passage.block.text, number_ref(passage.block.number), "listed", own)
        else:
            text = "\n".join([block.text, *items])
            yield Found(text, number_ref(block.number), "listed", evidence)


def _deeper(after: Sequence[Passage]) -> Iterator[str]:
    for passage in after:
        if passage.block.kind != "item" or passage.block.level == 0:
            return
        yield passage.block.printed


def _rows(outline: Outline, table: Block, matcher: Matcher) -> Iterator[Found]:
    """Give the rows of a table that has a column of lessons, with the recommendations beside them."""
    for index, row in enumerate(table.rows[:3]):
        column = lesson_column(row.texts)
        if column >= 0 and len(row.cells) > 1:
            for below in table.rows[index + 1 :]:
                text = below.texts[column].strip()
                if below.spans_all or len(text.split()) < SHORTEST:
                    continue
                ref = next((number_ref(t) for t in below.texts if number_ref(t)), "")
                name, page = outline.document.name, below.page or None
                evidence = Evidence(name, page, table.box, text, "table")
                beside = [t for i, t in enumerate(below.texts) if i != column and t.strip()]
                long = [t for t in beside if len(t.split()) >= SHORTEST]
                follows = [found for t in long if (found := matcher.find(t))]
                yield Found(text, ref, "listed", evidence, follows)
            return


def _plain(outline: Outline, passages: Sequence[Passage], matcher: Matcher) -> Iterator[Found]:
    """Give the paragraphs of a section of lessons that has no list."""
    for passage in passages:
        block = passage.block
        if block.kind != "paragraph" or len(block.text.split()) < SHORTEST + 3:
            continue
        if not is_introduction(block.text) and not _is_recommendation(block, matcher):
            yield Found(block.text, "", "plain", _evidence(outline, block, block.text, "plain"))
