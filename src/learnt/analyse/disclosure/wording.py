"""Sentences and notes of an analysis: which may stand in public."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.measures import measures
from learnt.records.finding import Analysis, Quality, Tally

_NUMBERS = re.compile(r"\d+")


def public_definition(tally: Tally, outcome: Outcome, rules: Settings) -> str:
    """Give the definition of a protected table without a note that counts a few people.

    Of a part, and of a table that is withheld whole, every note goes, whatever it counts.
    """
    known = measures().get(tally.measure)
    if known is None:
        return tally.definition
    note = tally.definition.removeprefix(known.definition)
    few = any(int(number) < rules.small for number in _NUMBERS.findall(note))
    hidden = few or outcome.whole or tally.section in rules.parts
    return known.definition if hidden else tally.definition


def say_of_others(tally: Tally, whole: Tally | None, rules: Settings) -> Tally:
    """Give a public table with a note on its merged groups; of a part, whether the table of the `whole` names more."""
    groups = {one.group for one in tally.findings}
    more = whole is not None and any(one.group not in groups for one in whole.findings)
    sentence = rules.sentences["others_apart" if more else "others"].format(small=rules.small)
    findings = tuple(
        msgspec.structs.replace(one, note=sentence, named_elsewhere=more)
        if one.group == rules.other and not one.withheld
        else one
        for one in tally.findings
    )
    return msgspec.structs.replace(tally, findings=findings)


def public_quality(
    analysis: Analysis, decided: Mapping[str, Outcome], rules: Settings
) -> tuple[Quality, ...]:
    """Give what is said about the data, without ids: only what concerns no single people.

    What is not recorded is told of the tables that are told; the kinds of death where these are.
    """
    apart = not any(one.whole == "populations" for one in decided.values())
    whole = [one for one in analysis.tallies if one.section not in rules.parts]
    hidden = {one.title for one in whole if _is_hidden(one, decided)}
    return tuple(
        msgspec.structs.replace(one, ids=())
        for one in analysis.quality
        if one.code in rules.quality
        or (apart and one.code in rules.quality_apart)
        or (one.code == rules.quality_tables and not _about(one, hidden))
    )


def _is_hidden(tally: Tally, decided: Mapping[str, Outcome]) -> bool:
    return tally.id in decided and decided[tally.id].whole is not None


def _about(one: Quality, titles: set[str]) -> bool:
    return any(one.says.startswith(f"{title}:") for title in titles)


def public_gaps(gaps: Sequence[str], titles: Sequence[str]) -> tuple[str, ...]:
    """Give the sentences on what could not be counted, but for those of sections that are not told."""
    return tuple(one for one in gaps if not titles or not one.startswith(tuple(titles)))
