"""Words of a measure in a sentence: nouns, populations, groups, what is not recorded."""

from collections.abc import Sequence

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.grammar import fill, lower_first, one_of, together, upper_first
from learnt.publish.report.rules import MeasureRule, rules
from learnt.records.finding import Finding, Tally

FEWEST_TOLD = 5
"""A withheld small number is less than this."""
SMALL_BASE = 10
"""A share of fewer cases moves by more than ten points with one case."""


def closed(said: Sentence) -> Sentence:
    """Begin with a capital and end with a full stop."""
    said = upper_first(said)
    return said if said.text.endswith(".") else together(said, ".")


def noun_of(tally: Tally) -> str:
    """Give the noun for what a tally counts by, in lower case; a measure without a rule has groups."""
    return rules().of_measure(tally.measure).noun or rules().words["noun"]


def head_of(tally: Tally) -> str:
    """Say what a table counts, as its heading."""
    rule = rules().of_measure(tally.measure)
    return rule.caption or rule.nouns or tally.title


def caption(tally: Tally) -> str:
    """Say what a table or picture counts, and of whom: "Sex of the people who died by homicide"."""
    head, of = head_of(tally), tally.of
    if not of or of in head.lower():
        return head
    for people, narrower in rules().populations.items():
        if people in head and of.startswith(narrower):
            inside = f"{of}," if "," in of else of
            return head.replace(people, inside).removesuffix(",")
    return f"{head}: {of}"


def label_of(tally: Tally, group: str) -> str:
    """Give what heads a group's row and stands at its bar."""
    rule = rules().of_measure(tally.measure)
    return upper_first(Sentence(word_for(rule, group) if rule.labels else group)).text


def population(tally: Tally, finding: Finding) -> str:
    """Give the words for a finding's population, in the singular for one; mentions are no people."""
    of = tally.unit if tally.unit == "mentions" else tally.of or tally.unit
    return one_of(of) if finding.denominator == 1 else of


def recorded(tally: Tally, *, goes_on: bool = False, known: bool = False) -> str:
    """Give " for whom the sex is recorded" where only those are the base; "it" where the noun is `known`.

    Set off by commas where need be: a population with a comma in its words is closed by another where
    the sentence goes on.
    """
    commas = "," in tally.of
    of_all = any(one.denominator == tally.total for one in tally.findings if one.denominator)
    words = _only_recorded(tally, known) if tally.not_recorded and not of_all else ""
    if commas and words:
        words = f",{words}"
    return words + ("," if commas and goes_on else "")


def _only_recorded(tally: Tally, known: bool) -> str:
    words = rules().words
    persons = tally.of.split(" ", 1)[0] in rules().grammar.persons
    noun = noun_of(tally)
    what = words["it"] if known else noun if noun == words["this"] else f"the {noun}"
    return words["recorded"].format(which=words["whom" if persons else "which"], noun=what)


def in_brackets(said: Sentence) -> Sentence | str:
    """Put a share in brackets after a count."""
    return together(" (", said, ")") if said.text else ""


def unrecorded(tally: Tally) -> Sentence | str:
    """Say for how many a fact is not recorded, at the end of a sentence; nothing where there are none."""
    if not tally.not_recorded:
        return ""
    return fill(rules().words["not_recorded"], m=numbers.not_recorded(tally))


def never_recorded(tally: Tally) -> tuple[Sentence, ...]:
    """Say that a fact is recorded for nobody."""
    if not tally.not_recorded:
        return ()
    said = fill(
        rules().words["never_recorded"],
        noun=noun_of(tally),
        total=numbers.total(tally),
        of=tally.of,
    )
    return (closed(said),)


def word_for(rule: MeasureRule, group: str, *, one: bool = False) -> str:
    """Give the words for a group in a sentence, as the rules have them, else as printed."""
    words = rule.groups.get(group) or rules().groups.get(group)
    if words:
        return words[0] if one else words[1]
    return lower_first(group) if rule.lower else group


def words_for(rule: MeasureRule, finding: Finding) -> dict[str, str]:
    """Give the words for a group, and the clause with them where the measure has one."""
    one = finding.numerator == 1
    group = word_for(rule, finding.group, one=one)
    clause = rule.clause if one else rule.clauses or rule.clause
    if clause and is_lumped(finding):
        # What stands for several groups is no kind of its own: "5 were in other groups".
        clause = rules().words["lumped_one" if one else "lumped"]
    return {"group": group, "clause": clause.format(group=group) if clause else ""}


def without_cut_ties(ranked: Sequence[Finding], most: int) -> list[Finding]:
    """Give the first `most` of ranked groups, or fewer: of groups alike in size, all or none."""
    chosen = list(ranked[:most])
    if len(ranked) > most and chosen:
        least = ranked[most].numerator
        chosen = [one for one in chosen if one.numerator != least]
    return chosen


def of_everybody(finding: Finding) -> str:
    """Name the pattern for a group that holds everybody: of one case, of two, of more."""
    return {1: "only", 2: "both"}.get(finding.numerator or 0, "all")


def small_numbers(tally: Tally, finding: Finding) -> tuple[Sentence, ...]:
    """Warn of a share of few cases: of all that follows, or of this fact alone where others have more."""
    few = 0 < (finding.denominator or 0) < SMALL_BASE and numbers.has_share(finding)
    if not few or tally.unit == "mentions":
        return ()
    everywhere = (tally.total or 0) < SMALL_BASE
    return (Sentence(rules().words["few" if everywhere else "few_here"]),)


def is_lumped(finding: Finding) -> bool:
    """Whether a group holds others that were put together for the public: it is the largest of nothing."""
    return finding.group in rules().groups


def may_be_larger(present: Sequence[Finding], top: Finding) -> bool:
    """Whether a group that is withheld, or one of those put together, may be larger than `top`."""
    most = top.numerator or 0
    small = any(one.withheld == "small" for one in present) and most < FEWEST_TOLD
    lumped = any(is_lumped(one) and (one.numerator or 0) > most for one in present)
    return small or lumped or any(one.withheld == "linked" for one in present)


def size(finding: Finding) -> int:
    """Sort the largest first."""
    return -(finding.numerator or 0)
