"""Paragraphs that go on in the next column or on the next page, and lines to running text."""

from collections.abc import Sequence

from learnt.read.pdf.lines import Line
from learnt.read.pdf.marks import text_after
from learnt.read.pdf.paragraphs import Draft, fits, has_ended, opens_with_label
from learnt.read.pdf.spacing import Spacing
from learnt.read.pdf.vocabulary import Vocabulary, joins_on
from learnt.words import tidy

_AHEAD = 3
"""How many paragraphs (a caption, a box) may stand between the parts of one."""


def join_over_breaks(drafts: Sequence[Draft], spacing: Spacing) -> list[Draft]:
    """Join paragraphs whose sentence goes on after a column's or page's end."""
    joined: list[Draft] = []
    for draft in drafts:
        earlier = _open_before(joined, draft, spacing)
        if earlier is None:
            joined.append(draft)
        else:
            earlier.breaks.append(len(earlier.lines))
            earlier.lines.extend(draft.lines)
            earlier.right, earlier.left = draft.right, draft.left
    return joined


def _open_before(joined: list[Draft], draft: Draft, spacing: Spacing) -> Draft | None:
    if not joined or (draft.mark is not None and draft.mark.certain):
        return None
    if opens_with_label(draft.lines[0]):
        return None
    last = joined[-1]
    if _broken(last, draft) and _goes_on(last, draft, spacing):
        return last
    line = draft.lines[0]
    if not line.text[0].islower() or draft.frame:
        return None
    for earlier in reversed(joined[-_AHEAD:-1]):
        if not _broken(earlier, draft) or earlier.frame:
            continue
        after = joined[joined.index(earlier) + 1 :]
        if all(_may_intervene(other, earlier, spacing) for other in after):
            end = earlier.lines[-1]
            unfinished = not has_ended(end.text) and _alike(end, line)
            if unfinished and not fits(end, line, earlier.right):
                return earlier
    return None


def _may_intervene(other: Draft, earlier: Draft, spacing: Spacing) -> bool:
    """Whether a box or a caption may part a sentence: not text of the same kind."""
    return bool(other.frame) or not _alike(other.lines[0], earlier.lines[-1])


def _broken(earlier: Draft, draft: Draft) -> bool:
    """Whether a page's or column's end lies between the two."""
    a, b = earlier.lines[-1], draft.lines[0]
    return a.page != b.page or b.baseline < a.baseline - a.size


def _goes_on(earlier: Draft, draft: Draft, spacing: Spacing) -> bool:
    a, b = earlier.lines[-1], draft.lines[0]
    if earlier.frame != draft.frame and (earlier.frame == 0 or draft.frame == 0):
        return False
    if spacing.tags_tell and a.tag >= 0 and a.tag == b.tag and a.bold == b.bold:
        return True
    if not _alike(a, b):
        return False
    if joins_on(a.text) and b.text[0].islower():
        return True
    if a.text[-1] == ";" and b.text[0].islower() and not fits(a, b, earlier.right):
        return draft.mark is None
    if has_ended(a.text):
        return draft.mark is None and _ends_full(earlier, draft, spacing)
    if draft.mark is not None and (b.bold or fits(a, b, earlier.right)):
        return False
    if b.text[0].islower() or a.text[-1] in ",-–(&":
        return True
    if a.role.startswith("H") or (spacing.tags_tell and a.tag >= 0 <= b.tag):
        return False
    dressed = (a.bold and not spacing.bold_body) or a.size > 1.08 * spacing.body
    return not dressed and a.text[-1] != ")" and not fits(a, b, earlier.right) and len(a.words) > 3


def _ends_full(earlier: Draft, draft: Draft, spacing: Spacing) -> bool:
    """Whether a sentence's end is no paragraph's end: its line is full to the margin.

    In justified text the last line of a paragraph hardly ever ends at the margin exactly; below a
    label, text that hangs at the same indent goes on the labelled paragraph.
    """
    a, b = earlier.lines[-1], draft.lines[0]
    if a.text[-1] in ":;" or fits(a, b, earlier.right):
        return False
    hangs = earlier.mark is not None and earlier.text_x > earlier.left + a.size
    if hangs:
        return abs((b.x0 - draft.left) - (earlier.text_x - earlier.left)) < 2.0
    if len(earlier.lines) > 1 and spacing.justified and abs(a.x1 - earlier.right) < 1.0:
        return abs((b.x0 - draft.left) - (a.x0 - earlier.left)) < 2.0
    return False


def _alike(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) < 0.08 * a.size and (
        a.bold == b.bold or a.words[-1].bold == b.words[0].bold
    )


def running_text(draft: Draft, vocabulary: Vocabulary) -> str:
    """Give the draft's lines as one text without its label, hyphens at line ends undone."""
    first = text_after(draft.lines[0], draft.mark) if draft.mark else draft.lines[0].text
    text = first
    for line in draft.lines[1:]:
        text = join_text(text, line.text, vocabulary)
    return tidy(text)


def join_text(text: str, following: str, vocabulary: Vocabulary) -> str:
    """Give two lines' texts as one."""
    if not text or not following:
        return text or following
    if joins_on(text) and following[0].isalnum():
        head, _, rest = following.partition(" ")
        start, _, tail = text.rpartition(" ")
        word = vocabulary.join(tail, head)
        return f"{start} {word} {rest}".strip()
    if text.endswith("/") or (text.endswith(("–", "—")) and not text.endswith((" –", " —"))):
        return text + following
    return f"{text} {following}"
