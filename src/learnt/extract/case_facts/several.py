"""That more than one person died."""

from collections.abc import Iterator, Sequence

from learnt.extract.case_facts.cast import Cast
from learnt.extract.case_facts.claims import Claim
from learnt.extract.case_facts.names import forms_of
from learnt.extract.case_facts.rules import people
from learnt.extract.case_facts.sentences import Place, Sentence
from learnt.extract.case_facts.tables import Entry

STATED = 0.9


def find_several(
    sentences: Sequence[Sentence], entries: Sequence[Entry], cast: Cast
) -> Iterator[Claim]:
    """Give `multiple_victims` with the words that name the victims together, or a further one."""
    victims = cast.of("victims")
    if len(victims) < 2:
        return
    told = forms_of(people().victim.several)
    for sentence in sentences:
        if any(True for _ in told.matches(sentence.text)):
            yield _claim(sentence.place, sentence.printed, 0)
    for entry in entries:
        if entry.party == "victims":
            yield _claim(entry.place, entry.quote, entry.page)


def _claim(place: Place, quote: str, page: int) -> Claim:
    rule = "several-victims"
    return Claim("incidents", 0, "multiple_victims", True, place, quote, rule, STATED, page)
