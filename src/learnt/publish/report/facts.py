"""Sentences on facts that hold or not, each by itself: tags, parents, themes, owners."""

from collections.abc import Sequence

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.grammar import fill, listed, lower_first, together, upper_first
from learnt.publish.report.rules import MeasureRule, rules
from learnt.publish.report.wording import (
    closed,
    head_of,
    in_brackets,
    never_recorded,
    population,
    recorded,
    size,
    unrecorded,
    without_cut_ties,
    word_for,
    words_for,
)
from learnt.records.finding import Finding, Tally

MENTIONED = 3
EACH = 4
"""Up to so many facts with a clause of their own are all said."""


def say_tags(tally: Tally) -> tuple[Sentence, ...]:
    """Give the sentence on a table whose rows stand alone; none where nothing can be told."""
    if not any(one.denominator or one.withheld for one in tally.findings):
        return never_recorded(tally)
    rule = rules().of_measure(tally.measure)
    if len(tally.findings) == 1:
        return (_one_fact(tally, tally.findings[0], rule),)
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
        return (_each_fact(tally, told, rule),)
    return (_most_often(tally, ranked, rule),)


def _one_fact(tally: Tally, finding: Finding, rule: MeasureRule) -> Sentence:
    """Say a fact that holds or not: "10 of the 15 people who died were parents (67%)"."""
    if tally.tagged and not finding.withheld:
        said = fill(
            rules().words["tagged_one"],
            head=head_of(tally),
            n=numbers.count(tally, finding),
            d=numbers.base(tally, finding),
            of=population(tally, finding),
        )
        return closed(together(said, unrecorded(tally, "unrecorded_fact")))
    words = rules().words
    clause = words_for(rule, finding)["clause"]
    pattern = rule.say or words["fact" if clause else "mentioned"]
    of = population(tally, finding)
    said = fill(
        words[f"fact_{finding.withheld}"] if finding.withheld else pattern,
        group=upper_first(Sentence(word_for(rule, finding.group))).text,
        caption=head_of(tally),
        n=numbers.count(tally, finding),
        d=numbers.base(tally, finding),
        of=of,
        recorded=recorded(tally, goes_on=True),
        clause=clause,
        share=in_brackets(numbers.share(tally, finding)),
    )
    return closed(together(said, unrecorded(tally, "unrecorded_fact")))


def _tagged(tally: Tally, finding: Finding) -> Sentence:
    return fill(
        rules().words["tagged_first"],
        group=lower_first(finding.group),
        n=numbers.count(tally, finding),
        d=numbers.base(tally, finding),
    )


def _each_fact(tally: Tally, told: Sequence[Finding], rule: MeasureRule) -> Sentence:
    facts = [
        fill(
            rules().words["next"],
            n=numbers.count(tally, one),
            share=in_brackets(numbers.share(tally, one)),
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


def _most_often(tally: Tally, ranked: Sequence[Finding], rule: MeasureRule) -> Sentence:
    words = rules().words
    same = len({one.denominator for one in ranked}) == 1
    groups = []
    chosen = without_cut_ties(ranked, MENTIONED) or ranked[:MENTIONED]
    for place, one in enumerate(chosen):
        share = numbers.share(tally, one)
        groups.append(
            fill(
                words["tag_next" if place and same else "tag_of"],
                group=word_for(rule, one.group),
                n=numbers.count(tally, one),
                d=numbers.base(tally, one),
                of=population(tally, one) if same else "",
                share=together(", ", share) if share.text else "",
            )
        )
    nouns = rule.nouns or rule.caption or tally.title
    return closed(fill(words["tags_most"], nouns=nouns, groups=listed(groups)))
