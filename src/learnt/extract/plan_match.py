"""Finds the recommendation that a row of an action plan enacts: by its words, else its reference."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from learnt.agencies import is_body
from learnt.extract.labels import named_label, number_ref, short_label
from learnt.records import Recommendation
from learnt.words import fold

SAME_TEXT = 85.0
"""Least likeness (0-100, rapidfuzz ratio of folded words) of a cell with a recommendation."""
SAME_REF = 50.0
"""Least likeness where the references are the same."""
PART = 93.0
"""Least likeness of a cell of 30 letters or more with a part of a recommendation."""
_OPENING = re.compile(
    r"^\(?(?P<ref>[A-Za-z]{0,4}[ .-]?\d{1,3}(?:[./]\d{1,4})*[a-z]?)[.):]*\s+(?=\S)"
)
_PREFIX = re.compile(r"^(?:recommendation|rec|r)[ .-]*(?=\d)")


class Matcher:
    """Recommendations in a form that cells are compared with."""

    def __init__(self, recommendations: Sequence[Recommendation]) -> None:
        self._all = recommendations
        self._texts = [fold(r.text) for r in recommendations]
        self._refs = [ref_key(r.ref) for r in recommendations]
        self._known: dict[tuple[str, str, str], str | None] = {}

    def find(self, text: str, ref: str = "", group: str = "") -> str | None:
        """Give the id of the recommendation that a cell, a reference or both name.

        `group` is the agency's name over the rows, which tells lists apart whose numbers begin again.
        """
        key = (text, ref, group)
        if key not in self._known:
            self._known[key] = self._find(text, ref, group)
        return self._known[key]

    def _find(self, text: str, ref: str, group: str) -> str | None:
        printed, words = split_reference(text)
        wanted = ref_key(ref) or ref_key(printed)
        folded = fold(words)
        same = [i for i, known in enumerate(self._refs) if wanted and known == wanted]
        if not folded or ref_key(folded) == wanted:
            return self._by_ref(same, group)
        best = self._by_text(folded)
        for index in same:
            likeness = max(
                fuzz.ratio(folded, self._texts[index]), _part(folded, self._texts[index])
            )
            if likeness >= SAME_REF and (best is None or likeness >= best[1] - 5):
                return self._all[index].id
        return self._all[best[0]].id if best else None

    def _by_text(self, folded: str) -> tuple[int, float] | None:
        whole = process.extractOne(folded, self._texts, scorer=fuzz.ratio, score_cutoff=SAME_TEXT)
        if whole:
            return whole[2], whole[1]
        scores = [(_part(folded, text), i) for i, text in enumerate(self._texts)]
        score, index = max(scores, default=(0.0, -1))
        return (index, score) if score >= PART else None

    def _by_ref(self, same: Sequence[int], group: str) -> str | None:
        if len(same) > 1 and group:
            name = fold(group)
            same = [i for i in same if name in [fold(a.printed) for a in self._all[i].addressees]]
        return self._all[same[0]].id if len(same) == 1 else None


def _part(folded: str, text: str) -> float:
    shorter = min(len(folded), len(text))
    return fuzz.partial_ratio(folded, text) if shorter >= 30 else 0.0


def ref_key(ref: str) -> str:
    """Give a reference for comparing: `Recommendation 03.` and `R3` give `3`."""
    plain = _PREFIX.sub("", fold(ref).strip(" .:)(]["))
    return re.sub(r"(?<![\d.])0+(?=\d)", "", plain).replace(" ", "")


def split_reference(text: str) -> tuple[str, str]:
    """Cut the reference off a cell ("Recommendation 3: ...", "R3 ...", "3. ...")."""
    text = text.strip()
    if number_ref(text) and len(text) < 12:
        return number_ref(text), ""
    label = named_label(text) or short_label(text)
    if label is not None:
        return label.ref, label.rest
    match = _OPENING.match(text)
    return (match["ref"], text[match.end() :]) if match else ("", text)


def is_group_title(text: str) -> bool:
    """Whether a row that spans the table names the agency whose rows follow."""
    return is_body(text.rstrip(": "))
