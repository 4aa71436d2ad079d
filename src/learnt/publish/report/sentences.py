"""Sentences written by rules from a tally: what is most common, of how many, and what is unrecorded.

Nothing is said of a withheld number but that it is withheld, and nothing that would give it back: where
a group's size may be large and is not told, no group is called the most common.
"""

from collections.abc import Sequence

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.facts import say_tags
from learnt.publish.report.grammar import fill, listed, together
from learnt.publish.report.rules import MeasureRule, rules
from learnt.publish.report.trend import say_years
from learnt.publish.report.values import say_values
from learnt.publish.report.wording import (
    closed,
    in_brackets,
    is_lumped,
    may_be_larger,
    never_recorded,
    noun_of,
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

FEW_GROUPS = 3
"""Up to so many groups are all named in the sentence."""
MENTIONED = 3
MOST_TIED = 6
"""Of groups alike in size so many are named."""


def sentences(tally: Tally) -> tuple[Sentence, ...]:
    """Give the sentences of a tally; of one that is withheld as a whole, why it is."""
    if tally.withheld:
        return (Sentence(tally.withheld),)
    if tally.form != "single" and (not tally.findings or tally.total == 0):
        return (closed(fill(rules().words["nothing"], of=tally.of)),) if tally.of else ()
    if tally.form == "years":
        return say_years(tally)
    if tally.form == "tags":
        return say_tags(tally)
    if tally.form == "single":
        return say_values(tally)
    return _of_categories(tally) if tally.form in ("categories", "ordered") else ()


def _of_categories(tally: Tally) -> tuple[Sentence, ...]:
    present = [one for one in tally.findings if one.withheld or one.numerator]
    told = [one for one in present if numbers.is_told(one)]
    if not present:
        return never_recorded(tally)
    if not told:
        return _nearly_everybody(tally, present)
    if len(present) <= FEW_GROUPS:
        first = _each_group(tally, sorted(present, key=lambda one: (is_lumped(one), size(one))))
    else:
        first = _most_common(tally, present, told)
    if not rules().of_measure(tally.measure).noun:
        first = together(f"{tally.title}: ", first)
    out = [closed(together(first, unrecorded(tally))), *_none_in(tally)]
    return (*out, *small_numbers(tally, told[0]))


def _nearly_everybody(tally: Tally, present: Sequence[Finding]) -> tuple[Sentence, ...]:
    """Say of a group that nearly everybody is in that it is so many or more; nothing where that is not told."""
    if present[0].least is None:
        return ()
    said = _each_group(tally, present)
    if not rules().of_measure(tally.measure).noun:
        said = together(f"{tally.title}: ", said)
    return (closed(together(said, unrecorded(tally))),)


def _none_in(tally: Tally) -> tuple[Sentence, ...]:
    """Name the places where there were none, if they are few."""
    rule = rules().of_measure(tally.measure)
    none = [
        word_for(rule, one.group)
        for one in tally.findings
        if one.numerator == 0 and not one.withheld
    ]
    if not rule.place or not 0 < len(none) <= MOST_TIED:
        return ()
    return (fill(rules().words["none_in"], groups=listed(none)),)


def _each_group(tally: Tally, present: Sequence[Finding]) -> Sentence:
    words, rule = rules().words, rules().of_measure(tally.measure)
    plain = "" if rule.clause else "_plain"
    leading = present[0]
    parts: dict[str, Sentence | str] = {
        "of": population(tally, leading),
        "d": numbers.base(tally, leading),
        "noun": noun_of(tally),
        "recorded": recorded(tally, goes_on=not plain, known=bool(plain)),
        **words_for(rule, leading),
    }
    if len(present) == 1 and leading.numerator == leading.denominator:
        return fill(words[of_everybody(leading) + plain], **parts)
    parts["n"] = numbers.count(tally, leading)
    parts["share"] = in_brackets(numbers.share(tally, leading))
    first = fill(words["first" + plain], **parts)
    return listed([first, *(_next_group(tally, rule, one) for one in present[1:])])


def _next_group(tally: Tally, rule: MeasureRule, finding: Finding) -> Sentence:
    hidden = finding.withheld == "linked" and finding.least is None
    pattern = "next_hidden" if hidden else "next"
    return fill(
        rules().words[pattern if rule.clause else f"{pattern}_plain"],
        n=numbers.count(tally, finding),
        share=in_brackets(numbers.share(tally, finding)),
        **words_for(rule, finding),
    )


def _most_common(tally: Tally, present: Sequence[Finding], told: Sequence[Finding]) -> Sentence:
    """Name the largest groups; where another may be larger than any of them, only how large they are."""
    words, rule = rules().words, rules().of_measure(tally.measure)
    ranked = sorted((one for one in told if not is_lumped(one)), key=size)
    if not ranked or may_be_larger(present, ranked[0]):
        lumped = [one for one in told if is_lumped(one)]
        return _each_group(tally, [*ranked[: MENTIONED - len(lumped)], *lumped])
    top = [one for one in ranked if one.numerator == ranked[0].numerator]
    hidden = max((one.numerator or 0 for one in present if one.named_elsewhere), default=0)
    next_ones = [one for one in ranked if one not in top and (one.numerator or 0) >= hidden]
    others = without_cut_ties(next_ones, MENTIONED - 1)
    parts: dict[str, Sentence | str] = {
        "noun": noun_of(tally),
        "n": numbers.count(tally, top[0]),
        "d": numbers.base(tally, top[0]),
        "of": population(tally, top[0]),
        "recorded": recorded(tally, known=not rule.place),
        "share": in_brackets(numbers.share(tally, top[0])),
    }
    one = bool(rule.clause)
    if rule.place and len(top) == 1:
        first = fill(words["most_place"], **parts, top=_then_one(tally, rule, top[0]))
    elif len(top) > 1:
        groups = listed([word_for(rule, each.group, one=one) for each in top[:MOST_TIED]])
        many = "_many" if len(top) > MOST_TIED else ""
        once = "once" if top[0].numerator == 1 else "tied"
        return fill(words[f"most_{once}{many}"], **parts, groups=groups)
    else:
        first = fill(words["most"], **parts, group=word_for(rule, top[0].group, one=one))
    if not others:
        return first
    then = listed([_then_one(tally, rule, one) for one in others])
    return together(first, fill(words["then"], others=then))


def _then_one(tally: Tally, rule: MeasureRule, finding: Finding) -> Sentence:
    share = numbers.share(tally, finding)
    return fill(
        rules().words["then_one"],
        group=word_for(rule, finding.group, one=bool(rule.clause)),
        n=numbers.count(tally, finding),
        share=together(", ", share) if share.text else "",
    )
