"""Facts of the case from the text of a report: proposals for an editor, each with its evidence.

Sentences are read with the people of the case as tags; rules (as data) tell what each states. What is
asked, feared, hedged, said of others or of people in general is no fact; FALSE needs a denial.
"""

from collections.abc import Iterator, Sequence
from itertools import compress

import msgspec

from learnt.extract.case_facts.cast import Cast, find_cast, people_listed
from learnt.extract.case_facts.casting import Party
from learnt.extract.case_facts.claims import Claim
from learnt.extract.case_facts.court import find_outcomes, find_terms, find_verdicts
from learnt.extract.case_facts.deaths import find_death_facts, is_dated
from learnt.extract.case_facts.derived import derive
from learnt.extract.case_facts.events import find_events
from learnt.extract.case_facts.killing import find_killing
from learnt.extract.case_facts.mentions import Annotator, Read
from learnt.extract.case_facts.persons import find_ages, find_groups, from_table
from learnt.extract.case_facts.relations import find_relation, from_entries
from learnt.extract.case_facts.sentences import Place, read_told
from learnt.extract.case_facts.several import find_several
from learnt.extract.case_facts.sexes import learn_sexes, sexes_told
from learnt.extract.case_facts.stance import is_general
from learnt.extract.case_facts.statements import find_statements
from learnt.extract.case_facts.tables import Entry
from learnt.extract.case_facts.traits import find_traits
from learnt.extract.case_facts.weigh import weigh
from learnt.extract.metadata.death import find_death
from learnt.extract.metadata.lines import lines_of, pairs_of
from learnt.records import CaseFact, CaseFacts, Document

__all__ = ["find_case_facts"]

ROUNDS = 2
"""Relations tell sexes, sexes tell who a pronoun is, and pronouns tell more relations."""


def find_case_facts(documents: Sequence[Document]) -> CaseFacts:
    """Give the facts of the case that the documents of one review tell, and what they contradict."""
    told = read_told(documents)
    cast = find_cast(told)
    entries = people_listed(told)
    tabled = from_entries(entries, cast)
    relation: list[Claim] = []
    sexes: list[Claim] = []
    stated = [not is_general(sentence.text) for sentence in told.sentences]
    annotator = Annotator(cast, told.sentences)
    reads, known = list(compress(annotator.run(), stated)), _known(cast)
    for _ in range(ROUNDS):
        sexes += learn_sexes(reads, cast)
        relation = find_relation(reads, cast)
        if _known(cast) == known:
            break
        reads, known = list(compress(annotator.run(), stated)), _known(cast)
    claims = [
        *tabled,
        *relation,
        *_agreed(sexes, cast),
        *sexes_told(cast, sexes),
        *_in_tables(entries, cast),
        *find_several(told.sentences, entries, cast),
        *_in_sentences(reads),
        *find_events(reads),
        *find_outcomes(reads),
    ]
    claims = [*_dates(documents, cast), *claims]
    found = weigh(claims)
    return _whole(found, cast)


def _dates(documents: Sequence[Document], cast: Cast) -> Iterator[Claim]:
    """Give the date of death that the report prints as a field or tells best, as the metadata do."""
    lines = [line for document in documents for line in lines_of(document)]
    pairs = [p for d in documents for p in pairs_of(d, [x for x in lines if x.document is d])]
    found = find_death(lines, pairs)
    if found is not None:
        evidence = found.evidence
        block = next(
            (x for x in lines if x.document.name == evidence.document and evidence.quote in x.text),
            None,
        )
        labelled = evidence.rule != "death-prose"
        told = labelled or (
            _names_victim(evidence.quote, cast) and is_dated(evidence.quote, found.value)
        )
        if block is not None and told:
            place = Place(block.document, block.block, "", -1)
            yield Claim(
                "incidents",
                0,
                "death_date",
                found.value,
                place,
                evidence.quote,
                "date-of-death",
                3.0,
            )


def _known(cast: Cast) -> tuple[str, ...]:
    """Give what pronouns are read by: the relation and the sexes."""
    return (cast.relation, *(person.sex for person in cast.people))


def _agreed(sexes: Sequence[Claim], cast: Cast) -> list[Claim]:
    """Give the claims on sexes that agree with what all rounds together came to."""
    known = {(p.table, p.number): p.sex for p in cast.people}
    return [claim for claim in sexes if known.get(_party(claim)) == claim.value]


def _party(claim: Claim) -> tuple[Party, int]:
    return ("victims" if claim.table == "victims" else "perpetrators", claim.person)


def _names_victim(quote: str, cast: Cast) -> bool:
    names = [name for person in cast.of("victims") for name in person.names]
    return "victim" in quote.casefold() or any(name in quote for name in names)


def _in_tables(entries: Sequence[Entry], cast: Cast) -> Iterator[Claim]:
    for entry in entries:
        yield from from_table(entry, cast)


def _in_sentences(reads: Sequence[Read]) -> Iterator[Claim]:
    for read in reads:
        yield from find_ages(read)
        yield from find_groups(read)
        yield from find_death_facts(read)
        yield from find_killing(read)
        yield from find_verdicts(read)
        yield from find_terms(read)
        yield from find_traits(read)
        yield from find_statements(read)


def _whole(found: CaseFacts, cast: Cast) -> CaseFacts:
    """Add what follows from the facts, and leave out what only served to find it."""
    held = {(f.table, f.person, f.variable) for f in found.facts}
    held |= {(d.table, d.person, d.variable) for d in found.doubts}
    new: list[CaseFact] = []
    for fact in derive(found.facts, cast):
        key = (fact.table, fact.person, fact.variable)
        if key not in held:
            held.add(key)
            new.append(fact)
    facts = [fact for fact in (*found.facts, *new) if fact.variable != "killed"]
    return msgspec.structs.replace(found, facts=tuple(facts))
