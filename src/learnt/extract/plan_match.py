"""Finds the recommendation that a row of an action plan enacts: by its words, else its reference."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from learnt.extract.labels import named_label, number_ref, short_label
from learnt.records import Recommendation
from learnt.words import fold

SAME_TEXT = 85.0
"""Least likeness (0-100, rapidfuzz ratio of folded words) of a cell with a recommendation."""
SAME_REF = 50.0
"""Least likeness where the references are the same."""
SAME_REF_AGAIN = 75.0
"""The same where several recommendations of the review have one reference."""
SAME_BODY = 90.0
"""Least likeness (token set ratio) of two names of one body."""
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
        printed = [ref for ref in self._refs if ref]
        self._again = len(set(printed)) < len(printed)
        self._known: dict[tuple[str, str, str, str], str | None] = {}

    def find(self, text: str, ref: str = "", group: str = "", lead: str = "") -> str | None:
        """Give the id of the recommendation that a cell, a reference or both name.

        `group` is the agency's name over the rows, which tells lists apart whose numbers begin again;
        `lead` is who acts, which does where nothing stands over the rows.
        """
        key = (text, ref, group, lead)
        if key not in self._known:
            found = self._find(text, ref, group, lead)
            self._known[key] = None if found is None else self._all[found].id
        return self._known[key]

    def _find(self, text: str, ref: str, group: str, lead: str) -> int | None:
        printed, words = split_reference(text)
        wanted = [key for key in (ref_key(printed), ref_key(ref)) if key]
        folded = fold(words)
        same = [i for i, known in enumerate(self._refs) if known in wanted]
        if not folded or ref_key(folded) in wanted:
            found = (self._by_ref(key, group, lead) for key in wanted)
            return next((index for index in found if index is not None), None)
        best = self._by_text(folded, group, lead)
        least = SAME_REF_AGAIN if self._again else SAME_REF
        near = [(self._likeness(folded, i), self._is_of(i, group or lead), i) for i in same]
        likeness, _, index = max(near, default=(0.0, False, -1))
        if likeness >= least and (best is None or likeness >= best[0] - 5):
            rivals = [(of, -i) for score, of, i in near if score >= likeness - 1]
            return -max(rivals)[1] if group or lead else index
        return best[1] if best else None

    def _likeness(self, folded: str, index: int) -> float:
        text = self._texts[index]
        return max(fuzz.ratio(folded, text), _part(folded, text))

    def _by_text(self, folded: str, group: str, lead: str) -> tuple[float, int] | None:
        """Give the likest recommendation, of those alike the one of the body that is named."""
        whole = process.extract(
            folded, self._texts, scorer=fuzz.ratio, score_cutoff=SAME_TEXT, limit=None
        )
        scores = [(score, index) for _, score, index in whole]
        if not scores:
            parts = [(_part(folded, text), i) for i, text in enumerate(self._texts)]
            scores = [(score, index) for score, index in parts if score >= PART]
        best = max((score for score, _ in scores), default=0.0)
        rivals = [(score, index) for score, index in scores if score >= best - 1]
        mine = [found for found in rivals if self._is_of(found[1], group or lead)]
        return min(mine or rivals, key=lambda found: (-found[0], found[1]), default=None)

    def _by_ref(self, wanted: str, group: str, lead: str) -> int | None:
        """Give the one that has the reference; where numbers begin again, the one of the body."""
        same = [i for i, known in enumerate(self._refs) if known == wanted] or self._parents(wanted)
        if len(same) > 1 or (group and self._again):
            same = [index for index in same if self._is_of(index, group or lead)]
        return same[0] if len(same) == 1 else None

    def _parents(self, wanted: str) -> list[int]:
        """Find `3` for an action numbered `3.1` or `3a`, where no recommendation is numbered so."""
        opened = re.match(r"\d+(?=\.\d|[a-z]$)", wanted)
        if opened is None or any(not ref.isdigit() for ref in self._refs if ref):
            return []
        return [index for index, known in enumerate(self._refs) if known == opened[0]]

    def _is_of(self, index: int, body: str) -> bool:
        """Whether a recommendation addresses a body, by the words of its name."""
        name = fold(body)
        return bool(name) and any(
            fuzz.token_set_ratio(name, fold(a.printed)) >= SAME_BODY
            for a in self._all[index].addressees
        )


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
