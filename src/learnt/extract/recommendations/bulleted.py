"""Form: bullets or plain paragraphs under a heading of recommendations, often under an agency's name.

A bullet that hangs on a recommendation ("... should:") is a sub-point of it and no entry of its own; bullets brought
in by "the following recommendations are made:" or by an agency's name are.
"""

from learnt.agencies import is_body
from learnt.extract.addressees import from_fused
from learnt.extract.asking import asks, introduces_list, is_mention, is_reply, performs
from learnt.extract.claims import Claim, Findings, evidence_of
from learnt.extract.labels import named_label, split_trailing_ref
from learnt.extract.memory import Memory
from learnt.extract.outline import Outline, Passage
from learnt.extract.recommendations.body import Body, gather, is_sub_mark, usual_paragraph
from learnt.records import Block

RULE = "bulleted"


def find_bulleted(outline: Outline, findings: Findings) -> None:
    """Add a claim for each bullet or paragraph that is a recommendation of its own."""
    usual = usual_paragraph(outline)
    ruled = _ruled_by_references(outline, findings)
    memory = Memory(outline)
    for passage in outline.passages:
        if not _may_open(passage) or findings.is_taken(passage.index):
            continue
        if _over(passage) in ruled:
            if asks(passage.block.text):
                findings.doubt(outline, passage, "asks beside recommendations that have references")
            continue
        bullet = _is_bullet(passage.block)
        if bullet and _is_listed(outline, passage, findings):
            _take(outline, findings, passage, usual, 0.92 if asks(passage.block.text) else 0.7)
        elif not bullet and _is_paragraph_ask(passage, memory):
            _take(outline, findings, passage, usual, 0.85 if performs(passage.block.text) else 0.75)
        elif asks(passage.block.text) and not introduces_list(passage.block.text):
            findings.doubt(outline, passage, "asks under recommendations, but its form is unclear")


def _over(passage: Passage) -> tuple[int, int]:
    """Tell the nearest heading that is no recommendation's own label, within the section."""
    heads = [h for h in passage.headings if h is not passage.block and not named_label(h.text)]
    return passage.start, id(heads[-1]) if heads else 0


def _ruled_by_references(outline: Outline, findings: Findings) -> set[tuple[int, int]]:
    """Give the headings below which recommendations with references of their own stand.

    There, what has none is background, a reply or a sub-point.
    """
    spots = [claim.spots[0][0] for claim in findings.claims if claim.ref]
    return {_over(outline.passages[index]) for index in spots}


def _may_open(passage: Passage) -> bool:
    block = passage.block
    if passage.section != "recommendations" or passage.is_heading or block.kind == "table":
        return False
    if is_reply(block.text) or block.text.rstrip(" ”’\"'").endswith("?"):
        return False
    return len(block.text.split()) >= 4 and not is_body(block.text.rstrip(":"))


def _is_bullet(block: Block) -> bool:
    return block.kind == "item" or (bool(block.number) and is_sub_mark(block.number))


def _is_listed(outline: Outline, passage: Passage, findings: Findings) -> bool:
    """Whether the bullet is an entry of a list of recommendations: what stands before tells."""
    block = passage.block
    if block.level > 0 or is_mention(block.text):
        return False
    before = outline.passages[passage.index - 1] if passage.index else None
    if before is None or before.is_heading or before.block.kind == "table":
        return True
    if _is_bullet(before.block):
        return findings.is_taken(before.index) or asks(block.text)
    text = before.block.text
    return introduces_list(text) or is_body(text.rstrip(":")) or asks(block.text)


def _is_paragraph_ask(passage: Passage, memory: Memory) -> bool:
    """Whether a plain paragraph under the heading asks, and neither introduces nor mentions."""
    text = passage.block.text
    if passage.block.number or introduces_list(text) or is_mention(text):
        return False
    return asks(text) or from_fused(text, memory) is not None


def _take(
    outline: Outline, findings: Findings, passage: Passage, usual: Block | None, confidence: float
) -> None:
    body = Body([passage.block.text], [passage.index])
    if not _is_bullet(passage.block) or passage.block.text.endswith(":"):
        gather(outline, body, passage.index + 1, _never_distinct(passage.block, usual))
    else:
        _gather_nested(outline, body, passage)
    text, ref = split_trailing_ref(body.text)
    findings.add(
        Claim(
            text=text,
            rule=RULE,
            spots=tuple((index, -1) for index in body.indices),
            evidence=evidence_of(outline, passage.block, RULE, body.text),
            ref=ref,
            addressees=tuple(body.addressees),
            scope=body.scope,
            series=("listed", passage.start),
            confidence=confidence,
        )
    )


def _never_distinct(block: Block, usual: Block | None) -> Block | None:
    """Paragraphs without label or number have no look that tells where one ends."""
    return block if not block.frame else usual


def _gather_nested(outline: Outline, body: Body, passage: Passage) -> None:
    """Add the bullets that stand deeper than this one."""
    for after in outline.passages[passage.index + 1 :]:
        if after.block.kind != "item" or after.block.level <= passage.block.level:
            return
        body.parts.append(after.block.printed)
        body.indices.append(after.index)
