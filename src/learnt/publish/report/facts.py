"""Sentences on facts that hold or not, each by itself: tags, parents, themes, owners."""

from collections.abc import Sequence

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.grammar import fill, listed, lower_first, one_of, together, upper_first
from learnt.publish.report.rules import MeasureRule, rules
from learnt.publish.report.wording import (
    closed,
    head_of,
    in_brackets,
    label_of,
    may_be_larger,
    never_recorded,
    of_everybody,
    population,
    recorded,
    size,
    small_numbers,
    unrecorded,
    without_cut_ties,
    word_for,
    words_for,
)
from learnt.records.finding import Finding, Tally

MENTIONED = 3
OF_HOW_MANY = "{n} of the {d} {of}"
EVERYBODY = {"only": "the one {of}", "both": "both {of}", "all": "all {d} {of}"}
"""What stands in a pattern for "3 of the 3 deaths"."""
EACH = 4
"""Up to so many facts with a clause of their own are all said."""


def say_tags(tally: Tally) -> tuple[Sentence, ...]:
    """Give the sentence on a table whose rows stand alone; none where nothing can be told."""
    if not any(one.denominator or one.withheld for one in tally.findings):
        return never_recorded(tally)
    rule = rules().of_measure(tally.measure)
    if len(tally.findings) == 1:
        only = tally.findings[0]
        warning = small_numbers(tally, only) if is_part(only) and not tally.tagged else ()
        return (_one_fact(tally, only, rule), *warning)
    told = [one for one in tally.findings if numbers.is_told(one)]
    ranked = [one for one in sorted(told, key=size) if one.numerator]
    if not ranked:
        return ()
    if tally.tagged:
        chosen = without_cut_ties(ranked, MENTIONED) or ranked[:MENTIONED]
        parts = [_tagged(tally, one) for one in chosen]
        facts = listed(parts, "; ", "; ")
        return (closed(fill(rules().words["tags_tagged"], head=head_of(tally), facts=facts)),)
    if rule.clause and len(told) <= EACH and len({one.denominator for one in told}) == 1:
        return (_each_fact(tally, told, rule), *small_numbers(tally, ranked[0]))
    return (_largest(tally, ranked, rule), *small_numbers(tally, ranked[0]))


def _one_fact(tally: Tally, finding: Finding, rule: MeasureRule) -> Sentence:
    """Say a fact that holds or not: "10 of the 15 people who died were parents (67%)"."""
    clause = words_for(rule, finding)["clause"]
    small = finding.withheld == "small" and bool(rule.say or clause) and not tally.tagged
    told = finding.least is not None or not finding.withheld
    if tally.tagged and told:
        said = fill(
            rules().words["tagged_one"],
            head=_head(tally, finding, rule),
            n=numbers.count(tally, finding),
            d=numbers.base(tally, finding),
            of=population(tally, finding),
        )
        return closed(together(said, unrecorded(tally)))
    words = rules().words
    pattern = rule.say or words["fact" if clause else "mentioned"]
    of = tally.of if is_one_sided(finding) else population(tally, finding)
    said = fill(
        _pattern(finding, rule, pattern) if told or small else words[f"fact_{finding.withheld}"],
        group=upper_first(Sentence(word_for(rule, finding.group))).text,
        caption=_head(tally, finding, rule),
        n=words["nobody"] if finding.numerator == 0 else numbers.count(tally, finding),
        d=numbers.base(tally, finding),
        of=of,
        recorded=recorded(tally, goes_on=True),
        clause=clause,
        total=numbers.total(tally),
        share=in_brackets(numbers.share(tally, finding)) if is_part(finding) else "",
    )
    return closed(said if is_one_sided(finding) else together(said, unrecorded(tally)))


def _head(tally: Tally, finding: Finding, rule: MeasureRule) -> str:
    """Name a fact: by its measure where that is of this fact alone, else by its own row."""
    alone = rule.clause or rule.say
    return head_of(tally) if alone else label_of(tally, finding.group)


def _pattern(finding: Finding, rule: MeasureRule, usual: str) -> str:
    """Give the words for a fact that is so of all; or that nobody is recorded of whom it is not so."""
    words = rules().words
    if finding.withheld:
        return usual
    if is_one_sided(finding):
        return words["fact_one_sided"]
    if finding.numerator == 0 and finding.denominator == 1:
        return words["fact_none_of_one"]
    if finding.numerator == finding.denominator and finding.numerator:
        everybody = of_everybody(finding)
        if rule.clause and not rule.say:
            return words[everybody]
        return usual.replace(OF_HOW_MANY, EVERYBODY[everybody])
    return usual


def is_part(finding: Finding) -> bool:
    """Whether a fact holds of some, not of nobody and not of everybody: only then is a share said."""
    return bool(finding.numerator) and finding.numerator != finding.denominator


def is_one_sided(finding: Finding) -> bool:
    """Whether a fact is recorded only where it is so, and of others nothing: there is no share of that."""
    return bool(finding.numerator) and finding.share is None


def _tagged(tally: Tally, finding: Finding) -> Sentence:
    return fill(
        rules().words["tagged_first"],
        group=lower_first(word_for(rules().of_measure(tally.measure), finding.group)),
        n=numbers.count(tally, finding),
        d=numbers.base(tally, finding),
    )


def _each_fact(tally: Tally, told: Sequence[Finding], rule: MeasureRule) -> Sentence:
    facts = [
        fill(
            rules().words["next"],
            n=numbers.count(tally, one) if one.numerator else rules().words["nobody"],
            share=in_brackets(numbers.share(tally, one)) if one.numerator else "",
            **words_for(rule, one),
        )
        for one in told
    ]
    said = fill(
        rules().words["tags_each"],
        d=numbers.base(tally, told[0]),
        of=population(tally, told[0]),
        recorded=recorded(tally),
        facts=listed(facts),
    )
    return closed(said)


def _largest(tally: Tally, ranked: Sequence[Finding], rule: MeasureRule) -> Sentence:
    """Name the largest rows: as such only where there are others, none of which may be larger."""
    words = rules().words
    present = [one for one in tally.findings if one.withheld or one.numerator]
    chosen = list(ranked)
    if len(chosen) > EACH:
        chosen = without_cut_ties(ranked, MENTIONED) or list(ranked[:MENTIONED])
    bare = all(is_one_sided(one) for one in chosen)
    same = len({(one.denominator, one.not_recorded) for one in ranked}) == 1
    groups = [
        _row(tally, rule, one, bare, first=not (place and same)) for place, one in enumerate(chosen)
    ]
    nouns = rule.nouns or rule.caption or tally.title
    kind = "tags_most" if len(chosen) < len(present) else "tags_all"
    if may_be_larger(present, chosen[0]):
        kind = "tags_some"
    said = fill(words[kind], nouns=nouns, groups=listed(groups, "; ", "; "))
    if bare:
        said = together(said, words["all_one_sided"])
    elif same and chosen[0].not_recorded:
        said = together(said, fill(words["not_recorded"], m=numbers.unrecorded(tally, chosen[0])))
    return closed(said)


def _row(tally: Tally, rule: MeasureRule, finding: Finding, bare: bool, *, first: bool) -> Sentence:
    """Say "alcohol (5 of 15 people, 33%)"; of how many only of the `first`, where that is the same."""
    words = rules().words
    alone = finding.denominator == 1
    share = Sentence("") if alone else numbers.share(tally, finding)
    unit = rules().units[tally.unit].lower()
    usual = "tag_of" if first else "tag_next"
    pattern = "tag_next" if bare else "tag_one_sided" if is_one_sided(finding) else usual
    return fill(
        words[pattern],
        group=word_for(rule, finding.group),
        n=numbers.count(tally, finding),
        d=numbers.base(tally, finding),
        unit=one_of(unit) if alone else unit,
        share=together(", ", share) if share.text else "",
    )
