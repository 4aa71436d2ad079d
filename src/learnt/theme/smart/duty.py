"""Finds where a sentence starts to ask: after "should", "to", "that ...", or at its opening."""

import re

from learnt.theme.smart.forms import WORD, is_known, is_participle
from learnt.theme.smart.rules import rules

MODAL = re.compile(
    r"\b(?:should|must|shall|will|ought to|needs? to|(?:is|are) (?:\w+ly )?to|has to|have to|(?-i:may))\b",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"\b(?:so that|so as to|in order (?:to|that)|whether|how|which|who|whom|whose|where|when|what|why"
    r"|because|as to|to ensure|thereby|with a view|if|unless|until|while|whilst|since|that)\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:^|(?:\brecommend(?:s|ed)?|^\W*(?:we|the (?:panel|review|chair))"
    r" (?:asks?|proposes?|suggests?|urges?|requests?|advises?))\b[^.]{0,60}?\b)that\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"(?:^|\b(?<!need )(?<!needs )(?<!ought ))to (?=[a-z])", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:[a-z0-9]{1,3}[.)]|[ivx]+[.)])\s*)?(?:to\s+)?", re.IGNORECASE)
_ADDRESSED = re.compile(r"\W*[A-Z][^.;:]{2,90}: (?=[a-z])")
"""Who is asked, before a colon and an order: "Governor, the prison: open a room"."""
_CONDITION = re.compile(
    r"\W*(?:and |that |in cases )?(?:where|when|whenever|if|once)\b", re.IGNORECASE
)
_ASKED = {"whether", "how", "what", "who", "why"}
"""Words that open a clause which is itself the subject: "Whether staff know it should be tested"."""
_RELATIVE = {"who", "which", "whose", "that", "where", "when"}
_PAST_RELATIVE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|with|receives?|leaves?|discloses?|\w+ed|\w+s)\b"
)
_BE = {"is", "are", "be", "been", "has", "have"}


def main_modal(sentence: str) -> re.Match[str] | None:
    """Give the first modal that is not inside an opening condition or a relative clause."""
    for modal in MODAL.finditer(sentence):
        before = sentence[: modal.start()]
        opened = list(SUBORDINATE.finditer(before))
        if not opened or "," in before[opened[-1].end() :]:
            return modal
        word = opened[-1].group().casefold()
        if word in _ASKED and not before[: opened[-1].start()].strip():
            return modal
        if word == "that" and _THAT.search(before):
            return modal
        if word in _RELATIVE and _PAST_RELATIVE.search(before[opened[-1].end() :]):
            return modal
    return None


def after_that(sentence: str) -> int:
    """Give where the clause starts that "(it is recommended) that" brings in; 0 without one."""
    that = _THAT.search(sentence)
    return that.end() if that else 0


def start_of_ask(sentence: str) -> int | None:
    """Give where the verb (or its "be") stands that carries the ask, or None."""
    addressed = _ADDRESSED.match(sentence)
    if addressed and _opens(sentence, addressed.end()):
        return addressed.end()
    modal = main_modal(sentence)
    opening = _OPENING.match(sentence)
    begin = opening.end() if opening else 0
    that = after_that(sentence)
    if not that and (not modal or modal.start() > begin) and _opens(sentence, begin):
        return begin
    if modal:
        return modal.end()
    found = finite(sentence, that)
    return found if found is not None else _infinitive(sentence)


def lays_duty(sentence: str) -> bool:
    """Whether a sentence asks in so many words: a modal, an order, "to" with a verb, or "that"."""
    opening = _OPENING.match(sentence)
    begin = opening.end() if opening else 0
    return bool(
        _ADDRESSED.match(sentence)
        or after_that(sentence)
        or main_modal(sentence)
        or _opens(sentence, begin)
        or _infinitive(sentence) is not None
    )


def first_duty(sentence: str) -> int | None:
    """Give where the word stands that lays a duty on somebody, or None."""
    modal = main_modal(sentence)
    return modal.start() if modal else start_of_ask(sentence)


def later_clause(sentence: str, at: int) -> int | None:
    """Give where the main verb stands if the one at `at` is inside an opening condition.

    "When a victim says that she is thinking of going the adviser is told": no comma parts them.
    """
    begin = after_that(sentence)
    if not _CONDITION.match(sentence, begin):
        return None
    passives = [
        word.start()
        for word in re.finditer(r"\b(?:is|are|be)\b", sentence[at + 3 :])
        if _passive_after(sentence, at + 3 + word.end())
    ]
    return at + 3 + passives[-1] if passives else None


def _passive_after(sentence: str, at: int) -> bool:
    word = WORD.search(sentence, at)
    return bool(word) and is_participle(word.group()) if word else False


def _opens(sentence: str, at: int) -> bool:
    word = WORD.match(sentence, at)
    return word is not None and is_known(word.group()) and not word.group().endswith(("s", "ed"))


def _infinitive(sentence: str) -> int | None:
    found = _INFINITIVE.search(sentence)
    return found.end() if found else None


def finite(sentence: str, start: int) -> int | None:
    """Give where the first verb stands that says what somebody does or what is done."""
    for word in WORD.finditer(sentence, start):
        token = word.group().casefold()
        if token in _BE or _is_finite(sentence, word):
            return word.start()
        if word.start() > start and token == "to":  # nosec B105 # a word of a sentence
            return None
    return None


def _is_finite(sentence: str, word: re.Match[str]) -> bool:
    """Whether a word reads as a verb in the third person or subjunctive: "reviews", "review"."""
    if not is_known(word.group()):
        return False
    before = sentence[: word.start()].rstrip().rpartition(" ")[2].casefold()
    if not before:
        return True
    if before in rules().action.nouns or before.endswith("'s"):
        return False
    after = sentence[word.end() :].lstrip().split(" ", 1)[0].casefold().strip(",.;")
    return after not in ("of", "and", "or", "is", "are", "") or word.group().endswith("s")
