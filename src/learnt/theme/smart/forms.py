"""The forms of a verb: which words of a sentence may be one, and its base form."""

import re
from functools import cache

from learnt.theme.smart.rules import rules

WORD = re.compile(r"[A-Za-z]+(?:[-'][A-Za-z]+)*|,|\(|\)|:")
_ENDINGS = (("ied", ("y",)), ("ies", ("y",)), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)))


@cache
def lemmas(token: str) -> tuple[str, ...]:
    """Give the base forms that a word may have: "reviewed" → "review", "reviewe"."""
    word = token.casefold().removeprefix("re-")
    irregular = rules().action.irregular.get(word)
    found = [irregular] if irregular else [word]
    for ending, swaps in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            found += [stem + swap for swap in swaps]
            if ending == "ed" and len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def is_participle(token: str) -> bool:
    """Whether a word after "be" or "have" reads as what is done: "reviewed", "written"."""
    word = token.casefold().removeprefix("re-")
    return (word.endswith("ed") and word != "need") or word in rules().action.irregular


@cache
def known_verbs() -> frozenset[str]:
    """Give the first words of all verbs that the rules know."""
    action = rules().action
    listed = {p.partition(" ")[0] for p in (*action.vague, *action.ensuring, *action.passing)}
    return frozenset({*action.verbs, *listed} - {"be", "to"})


def is_known(token: str) -> bool:
    """Whether a word may be a form of a verb that the rules know."""
    return any(lemma in known_verbs() for lemma in lemmas(token))


def starts(forms: list[str], phrases: tuple[str, ...]) -> bool:
    """Whether one of the `forms` of a phrase opens with one of `phrases`, in whole words."""
    known, longest = _phrase_set(phrases)
    return any(
        " ".join(words[:length]) in known
        for words in (form.split(" ") for form in forms)
        for length in range(1, min(longest, len(words)) + 1)
    )


@cache
def _phrase_set(phrases: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """Give the phrases as a set, and how many words the longest has."""
    return frozenset(phrases), max((len(phrase.split(" ")) for phrase in phrases), default=0)
