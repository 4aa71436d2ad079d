"""Form: a recommendation within the running text: "It is recommended that ...", outside any list.

Its words begin with the sentence that recommends and go on to the end of the paragraph. Where the document
has a list of its recommendations, a sentence in the text that the list does not hold is set aside for a
person, not counted.
"""

from learnt.extract.asking import asks, has_duty, performs, sentences
from learnt.extract.claims import Claim, Findings, evidence_of
from learnt.extract.labels import number_ref, split_trailing_ref
from learnt.extract.outline import Outline, Passage
from learnt.extract.recommendations.body import Body, gather

RULE = "prose"
_NOT_HERE = ("response", "previous", "contents", "terms-of-reference", "appendix")


def find_prose(outline: Outline, findings: Findings) -> None:
    """Add a claim for each paragraph of running text in which the writer recommends."""
    for passage in outline.passages:
        block = passage.block
        if block.kind == "table" or passage.is_heading or passage.section in _NOT_HERE:
            continue
        if findings.is_taken(passage.index) or "ecommend" not in block.text:
            continue
        if performs(block.text) and asks(block.text):
            findings.add(_claim(outline, passage))
        elif passage.section == "recommendations" and asks(block.text):
            continue
        elif has_duty(block.text) and "recommendation" not in block.text:
            findings.doubt(
                outline, passage, "speaks of something recommended, not of this review's asks"
            )


def _claim(outline: Outline, passage: Passage) -> Claim:
    before, words = split_at_ask(passage.block.text)
    body = Body([words], [passage.index])
    if words.rstrip().endswith(":"):
        gather(outline, body, passage.index + 1, passage.block)
    text, ref = split_trailing_ref(body.text)
    number = number_ref(passage.block.number) if passage.section == "recommendations" else ""
    return Claim(
        text=text,
        rule=RULE,
        spots=tuple((index, -1) for index in body.indices),
        evidence=evidence_of(outline, passage.block, RULE, body.text),
        ref=ref or number,
        addressees=tuple(body.addressees),
        context=before,
        series=(RULE, passage.index),
        confidence=0.8,
    )


def split_at_ask(text: str) -> tuple[str, str]:
    """Cut a paragraph into what stands before the recommending sentence and the ask.

    The sentences after it in the same paragraph say how or why, and stay with it.
    """
    told = sentences(text)
    start = next((i for i, sentence in enumerate(told) if performs(sentence)), 0)
    return " ".join(told[:start]), " ".join(told[start:])
