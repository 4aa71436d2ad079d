"""Form: a label opens the recommendation: `Recommendation 1:`, `R12`, as run-in words or as a heading.

The label may stand in a sentence's line, on a line of its own, in a box, or be Word's automatic number. A heading
with a title (`Recommendation 4 - Training`) gives the title apart. Mentions ("Recommendation 3
was closed") are no labels.
"""

import re

from learnt.agencies import is_body
from learnt.extract.asking import asks, is_mention, opens_like_an_ask, performs
from learnt.extract.claims import Claim, Findings, evidence_of
from learnt.extract.labels import Label, named_label, short_label
from learnt.extract.outline import Outline, Passage, level_of, section_of
from learnt.extract.recommendations.body import Body, gather, usual_paragraph
from learnt.records import Block

RULE = "headed"
_AFTER_MENTION = re.compile(
    r"^(?:was|is|has|have|above|below|of|from|in|and|to|relates|refers|addresses|seeks|covers)\b"
)
_BRACKET = re.compile(r"^[(\[](?P<who>[^)\]]{2,120})[)\]]\s*[:.–—-]?\s*")


def find_labelled(outline: Outline, findings: Findings) -> None:
    """Add a claim for each labelled recommendation of the document."""
    usual = usual_paragraph(outline)
    shorts = _short_labels_count(outline)
    for passage in outline.passages:
        if findings.is_taken(passage.index) or passage.block.kind == "table":
            continue
        label = _label(passage, shorts)
        if label is None or passage.section in ("response", "previous"):
            continue
        claim = _claim(outline, passage, label, usual)
        if claim is None:
            findings.doubt(outline, passage, "a label without the words of a recommendation")
        else:
            findings.add(claim)


def _short_labels_count(outline: Outline) -> int:
    return sum(
        1
        for p in outline.passages
        if p.block.kind != "table" and short_label(p.block.printed) is not None
    )


def _label(passage: Passage, shorts: int) -> Label | None:
    """Read the passage's label, if it has one that opens a recommendation."""
    block = passage.block
    label = named_label(block.printed)
    if label is None:
        short = short_label(block.printed)
        wanted = passage.section in ("recommendations", "action-plan") or shorts >= 3
        return short if short and wanted and _is_opening(passage, short) else None
    if (
        not label.ref
        and label.rest
        and passage.section != "recommendations"
        and not asks(label.rest)
    ):
        return None
    return label if _is_opening(passage, label) else None


def _is_opening(passage: Passage, label: Label) -> bool:
    """Whether the label opens a recommendation here, and does not only name one."""
    if not label.rest:
        return True
    if _AFTER_MENTION.match(label.rest):
        return False
    if is_mention(label.rest) and not asks(label.rest):
        return False
    if label.strong or passage.block.style.bold:
        return True
    return passage.section in ("recommendations", "action-plan") or asks(label.rest)


def _is_title(rest: str, block: Block, after: Block | None) -> bool:
    """Whether the words after the label are a title and the recommendation follows below."""
    if not rest or after is None or after.kind == "table":
        return False
    if after.kind == "heading" and block.kind != "heading":
        return False
    if len(rest) > 110 or named_label(after.printed):
        return False
    if block.kind == "heading":
        return not (rest.endswith(".") and asks(rest)) or asks(after.text)
    if rest.endswith((".", ";", ":")) or performs(rest) or opens_like_an_ask(rest):
        return False
    return asks(after.text) and len(rest.split()) <= 12


def _claim(outline: Outline, passage: Passage, label: Label, usual: Block | None) -> Claim | None:
    """Gather one labelled recommendation: title, bodies in brackets, words, lines about it."""
    rest, who = _cut_bracket(label.rest)
    following = outline.passages[passage.index + 1 : passage.index + 2]
    after = following[0].block if following else None
    title, start = "", passage.index + 1
    body = Body(indices=[passage.index])
    if rest and (is_body(rest) or _is_title(rest, passage.block, after)):
        title = rest
    elif rest:
        body.parts.append(rest)
    elif after is not None and _is_title_line(outline, passage, after):
        title, start = after.text, passage.index + 2
        body.indices.append(passage.index + 1)
    gather(outline, body, start, usual, whole=_is_answered(outline, passage))
    if not body.text:
        if not title or is_body(title):
            return None
        body.parts, title = [title], ""
    if not label.ref and not asks(body.text):
        return None
    addressees = [*who, *([title] if title and is_body(title) else []), *body.addressees]
    if label.before and is_body(label.before):
        addressees.insert(0, label.before)
    return Claim(
        text=body.text,
        rule=RULE,
        spots=tuple((index, -1) for index in body.indices),
        evidence=evidence_of(outline, _longest(outline, body), RULE, body.text),
        ref=label.ref,
        title="" if is_body(title) else title,
        addressees=tuple(addressees),
        level=level_of(label.before) if label.before else "",
        scope=body.scope,
        series=(RULE, passage.start),
        confidence=_confidence(passage, label, body),
    )


def _is_answered(outline: Outline, passage: Passage) -> bool:
    """Whether the label is a heading and the next heading opens the answer to it.

    What stands between the two is the recommendation, all of it.
    """
    if not passage.is_heading:
        return False
    after = (p.block.text for p in outline.passages[passage.index + 1 :] if p.is_heading)
    return section_of(next(after, "")) == "response"


def _longest(outline: Outline, body: Body) -> Block:
    blocks = [outline.passages[index].block for index in body.indices]
    return next((b for b in blocks if body.parts[0] in b.printed), blocks[0])


def _is_title_line(outline: Outline, passage: Passage, after: Block) -> bool:
    """Whether the block after a bare label is a title line, with the words below it."""
    beyond = outline.passages[passage.index + 2 : passage.index + 3]
    if not beyond or beyond[0].is_heading or named_label(after.printed) or after.number:
        return False
    if named_label(beyond[0].block.printed):
        return False
    short = len(after.text) <= 90 and not after.text.endswith((".", ";", ":"))
    looks = after.kind == "heading" or after.style.bold
    return short and looks and not performs(after.text) and asks(beyond[0].block.text)


def _cut_bracket(rest: str) -> tuple[str, list[str]]:
    """Cut a bracket with a body off the head: `(Police): Review ...`."""
    match = _BRACKET.match(rest)
    if match and is_body(match["who"]):
        return rest[match.end() :].strip(), [match["who"]]
    return rest, []


def _confidence(passage: Passage, label: Label, body: Body) -> float:
    if passage.section == "recommendations" and label.ref:
        return 0.98
    if label.ref and asks(body.text):
        return 0.95
    return 0.85 if asks(body.text) else 0.7
