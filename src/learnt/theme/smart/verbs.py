"""Judges the verbs of a recommendation: can what they ask be seen to be done, or do they only point?

Verbs of direction ("consider", "improve", "work towards") are listed; any other verb that carries
the ask can be seen to be done. "Ensure that ..." and "is asked to ..." pass the question on to the
verb that follows; "give attention", "adopt a better approach" are judged by their object.
"""

import re
from dataclasses import dataclass

from learnt.theme.smart.duty import (
    MODAL,
    SUBORDINATE,
    after_that,
    finite,
    later_clause,
    lays_duty,
    start_of_ask,
)
from learnt.theme.smart.forms import WORD, is_known, is_participle, lemmas, starts
from learnt.theme.smart.rules import pattern, rules
from learnt.theme.smart.sentences import asking

_AND = re.compile(
    r"\b(?:and|or|then)(?: then| also| to| be| that| is| are| should| must| will)*\s+",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s+")
_MARGIN = 60
"""How many letters may stand between "is asked" and "to"."""
_DEEPEST = 3
"""How often a verb may pass the question on."""
_NOT_ADVERBS = frozenset({"apply", "supply", "comply", "rely", "reply"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action was found, and the words or the reason."""

    met: bool
    why: str


@dataclass(frozen=True, slots=True)
class _Verb:
    words: str
    vague: bool


def find_action(text: str) -> Verdict:
    """Judge the verbs of the asking sentences; `text` has straight quotes."""
    vague = ""
    for sentence in _asking(text):
        for verb in _governing(sentence):
            if not verb.vague:
                return Verdict(True, f"“{verb.words}”")
            vague = vague or verb.words
    if vague:
        return Verdict(False, f"“{vague}” cannot be seen to be done")
    return Verdict(False, "asks for nothing that can be seen to be done")


def _asking(text: str) -> list[str]:
    """Give the sentences that lay a duty on somebody; all that ask where none clearly does."""
    every = [sentence for _, sentence in asking(text)]
    wishes = pattern("action", "wishes")
    return [s for s in every if lays_duty(s) or wishes.search(s)] or every


def _governing(sentence: str) -> list[_Verb]:
    """Give the verbs that carry the ask of a sentence."""
    at = start_of_ask(sentence)
    if at is None or _only_wishes(sentence, at):
        return [] if at is None else [_Verb(_shown(sentence, at), True)]
    first = _judge(sentence, at)
    if first and _only_measures(_subject(sentence, at), first):
        first = _Verb(first.words, True)
    found = [first] if first else []
    end = _end_of_clause(sentence, at)
    found += _joined(sentence, at, end) + _asked_again(sentence, max(at, end))
    later = later_clause(sentence, at)
    if later is not None:
        again = _judge(sentence, later)
        found += [again] if again else []
    return found


def _only_wishes(sentence: str, at: int) -> bool:
    """Whether a sentence asks for more of something, or hopes: "there needs to be more trust"."""
    subject = _subject(sentence, at)
    if pattern("action", "wishes").search(sentence):
        return True
    whole = sentence if re.match(r"\W*there\b", subject, re.IGNORECASE) else subject
    return bool(pattern("action", "comparatives").search(whole))


def _only_measures(subject: str, verb: _Verb) -> bool:
    """Whether something is only counted or judged: a measure, and no action of its own."""
    words = verb.words.casefold().removeprefix("be ").removeprefix("is ").removeprefix("are ")
    forms = [f"{lemma} {words.partition(' ')[2]}" for lemma in lemmas(words.split(" ")[0])]
    measured = re.match(rules().action.measured, subject.casefold())
    return bool(measured) and starts(forms, rules().action.measuring)


def _subject(sentence: str, at: int) -> str:
    """Give the words between what introduces the recommendation and its verb."""
    words = sentence[min(after_that(sentence), at) : at].strip()
    return (
        words.rpartition(", ")[2]
        if words.casefold().startswith(("in ", "where ", "when "))
        else words
    )


def _shown(sentence: str, at: int) -> str:
    return " ".join(sentence[at:].split()[:4]).rstrip(".,;:")


def _end_of_clause(sentence: str, at: int) -> int:
    """Give where the clause that the verb opens ends: at the next subordinate word."""
    for found in SUBORDINATE.finditer(sentence, at):
        if found.start() > at + 3:
            return found.start()
    return len(sentence)


def _asked_again(sentence: str, start: int) -> list[_Verb]:
    """Judge what a second "should" asks: ", and the results should be published"."""
    found: list[_Verb] = []
    for modal in MODAL.finditer(sentence, start):
        before = sentence[start : modal.start()]
        joint = re.search(r"[,;] (?:and|but)\b[^,]*$", before)
        if joint and not SUBORDINATE.search(joint.group()):
            verb = _judge(sentence, modal.end())
            found += [verb] if verb else []
    return found


def _joined(sentence: str, at: int, end: int) -> list[_Verb]:
    """Judge the verbs joined by "and" in the same clause."""
    found: list[_Verb] = []
    for joint in _AND.finditer(sentence, at, end):
        word = WORD.match(sentence, joint.end())
        marked = joint.group().split()[1:]
        if word and (marked or is_known(word.group())):
            verb = _judge(sentence, joint.end())
            found += [verb] if verb else []
    return found


def _judge(sentence: str, at: int, depth: int = 0) -> _Verb | None:
    """Judge the verb that starts at or soon after `at`."""
    words = list(WORD.finditer(sentence, at))[:30]
    place = _skip(words)
    if place >= len(words) or depth > _DEEPEST:
        return None
    token = words[place].group().casefold()
    if token in ("be", "is", "are", "been", "being"):
        return _passive(sentence, words, _skip(words, place + 1), depth)
    if (
        token in ("have", "has")
        and place + 1 < len(words)
        and is_participle(words[place + 1].group())
    ):
        place += 1
        if words[place].group().casefold() == "been":
            return _passive(sentence, words, _skip(words, place + 1), depth)
    return _active(sentence, words[place], depth)


def _skip(words: list[re.Match[str]], place: int = 0) -> int:
    """Step over adverbs and over what stands between commas."""
    while place < len(words):
        token = words[place].group().casefold()
        if token == ",":  # nosec B105 # a word of a sentence
            later = [i for i in range(place + 1, len(words)) if words[i].group() == ","]
            place = later[0] + 1 if later else place + 1
        elif (
            token.endswith("ly") and token not in _NOT_ADVERBS
        ) or token in rules().action.adverbs:
            place += 1
        else:
            return place
    return place


def _passive(sentence: str, words: list[re.Match[str]], place: int, depth: int) -> _Verb | None:
    """Judge what follows "be": something done, or a state to be in."""
    if place >= len(words):
        return None
    token = words[place].group().casefold()
    shown = _shown(sentence, words[max(place - 1, 0)].start())
    if token not in rules().action.states and is_participle(token):
        verb = _active(sentence, words[place], depth, passive=True)
        light = starts(list(lemmas(token)), rules().action.light)
        subject = _subject(sentence, words[0].start()).removesuffix(" be").strip()
        subject = re.sub(r"\s*\b(?:should|must|is|are|to|needs?|shall|will|be)\b\s*$", "", subject)
        if verb and light and pattern("action", "vague_subjects").search(subject):
            return _Verb(verb.words, True)
        return verb
    a_thing = token in rules().action.things
    after = sentence[words[place].start() :].casefold()
    return _Verb(shown, not a_thing or bool(re.match(rules().action.no_things, after)))


def _active(sentence: str, word: re.Match[str], depth: int, *, passive: bool = False) -> _Verb:
    """Judge a verb by its own words, its object, or the verb it passes the question on to."""
    action = rules().action
    object_ = sentence[word.end() :].strip()
    rest = " ".join(re.sub(r"[,;:()]", " ", object_).split()[:4]).casefold()
    forms = [f"{lemma} {rest}".strip() for lemma in lemmas(word.group())]
    shown = _shown(sentence, word.start())
    if starts(forms, action.ensuring):
        return _inner(sentence, word.end(), depth) or _Verb(shown, True)
    to = _TO.search(sentence, word.end())
    if to and to.start() - word.end() < _MARGIN and starts(forms, action.passing):
        inner = _judge(sentence, to.end(), depth + 1)
        return _Verb(shown, bool(inner and inner.vague and passive))
    vague = starts(forms, action.vague) or bool(re.match(action.degrees, rest))
    if not vague and not passive and starts(forms, action.makes):
        vague = bool(pattern("action", "vague_objects").search(object_))
    return _Verb(shown, vague)


def _inner(sentence: str, at: int, depth: int) -> _Verb | None:
    """Judge the clause after "ensure (that)"."""
    that = re.compile(r"\s*that\b").match(sentence, at)
    start = that.end() if that else at
    modal = MODAL.search(sentence, start)
    verb = finite(sentence, start)
    if modal and (verb is None or modal.start() < verb):
        verb = modal.end()
    return _judge(sentence, verb, depth + 1) if verb is not None else None
