"""Form: numbered paragraphs or list items under a heading of recommendations: `10.4a`, `11.10`, `1.`.

Where a list's every number opens a recommendation, one that only observes is one too. Where a whole report
numbers its paragraphs, only those that ask are taken; the rest are background and are listed as such.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from learnt.agencies import is_body
from learnt.extract.asking import (
    asks,
    asks_plainly,
    introduces_list,
    is_mention,
    is_reply,
    performs,
)
from learnt.extract.claims import Claim, Findings, evidence_of
from learnt.extract.labels import natural_key, number_ref, split_trailing_ref
from learnt.extract.outline import Outline, Passage
from learnt.extract.recommendations.body import Body, gather, usual_paragraph

RULE = "numbered"


def find_numbered(outline: Outline, findings: Findings) -> None:
    """Add a claim for each numbered recommendation in the document's sections of recommendations."""
    usual = usual_paragraph(outline)
    for _, group in groupby(_numbered(outline, findings), key=_list_of):
        passages = list(group)
        whole_list = _is_whole_list(passages)
        plain = _speaks_plainly(passages) and not whole_list
        for passage in passages:
            if findings.is_taken(passage.index):
                continue
            if _is_background(passage, whole_list) or (
                plain and not asks_plainly(passage.block.text)
            ):
                if asks(passage.block.text) or is_mention(passage.block.text):
                    findings.doubt(
                        outline, passage, "numbered under recommendations, but background"
                    )
                continue
            body = Body([passage.block.text], [passage.index])
            gather(outline, body, passage.index + 1, usual)
            findings.add(_claim(outline, passage, body))


def _numbered(outline: Outline, findings: Findings) -> Iterable[Passage]:
    before = ""
    for passage in outline.passages:
        block = passage.block
        if passage.section != "recommendations" or passage.is_heading or block.kind == "table":
            continue
        if not number_ref(block.number) or findings.is_taken(passage.index):
            continue
        if block.level == 0 or _follows(before, block.number):
            before = block.number
            yield passage


def _follows(before: str, number: str) -> bool:
    """Whether a printed number is the next after another of the same shape, however deep it stands."""
    one, other = natural_key(before), natural_key(number)
    same_shape = re.sub(r"\d+", "0", before) == re.sub(r"\d+", "0", number)
    return same_shape and one[:-1] == other[:-1] and other[-1][1] == one[-1][1] + 1


def _list_of(passage: Passage) -> tuple[int, str, bool]:
    """Tell lists apart: by section, by shape of the number (`10.4` or `3`), by kind."""
    ref = number_ref(passage.block.number)
    return passage.start, re.sub(r"\d+", "0", ref), passage.block.kind == "item"


def _is_whole_list(passages: list[Passage]) -> bool:
    """Whether each number of the run opens a recommendation: nearly all of them ask."""
    told = [p for p in passages if not introduces_list(p.block.text)]
    asking = sum(_asks_here(p) for p in told)
    dotted = (
        bool(passages) and re.fullmatch(r"[\d.]+", number_ref(passages[0].block.number)) is not None
    )
    dotted = dotted and "." in passages[0].block.number.rstrip(".")
    return bool(told) and asking / len(told) >= (0.93 if dotted else 0.5)


def _speaks_plainly(passages: list[Passage]) -> bool:
    """Whether the list recommends in so many words, so that a mere "should" in it is background."""
    return sum(asks_plainly(p.block.text) and _asks_here(p) for p in passages) >= 2


def _asks_here(passage: Passage) -> bool:
    return asks(passage.block.text) and not is_reply(passage.block.text)


def _is_background(passage: Passage, whole_list: bool) -> bool:
    """Whether a numbered paragraph is an introduction, a reply or background."""
    text = passage.block.text
    if introduces_list(text) and text.rstrip().endswith((":", ".")) and not performs(text[:-1]):
        return True
    if is_body(text.rstrip(":")) or len(text.split()) < 4:
        return True
    if is_mention(text) or is_reply(text):
        return True
    return not whole_list and not asks(text)


def _claim(outline: Outline, passage: Passage, body: Body) -> Claim:
    text, trailing = split_trailing_ref(body.text)
    return Claim(
        text=text,
        rule=RULE,
        spots=tuple((index, -1) for index in body.indices),
        evidence=evidence_of(outline, passage.block, RULE, body.text),
        ref=trailing or number_ref(passage.block.number),
        addressees=tuple(body.addressees),
        scope=body.scope,
        series=("listed", passage.start),
        confidence=0.96 if asks(body.text) else 0.75,
    )
