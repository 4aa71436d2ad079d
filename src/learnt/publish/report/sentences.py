"""Sentences written by rules from a tally: what is most common, of how many, and what is unrecorded.

Nothing is said of a withheld number but that it is withheld, and nothing that would give it back: where
a group's size is not told, no group is called the most common unless it must be.
"""

from collections.abc import Sequence

from learnt.publish.report import numbers
from learnt.publish.report.composed import Sentence
from learnt.publish.report.grammar import (
    fill,
    listed,
    lower_first,
    one_of,
    say,
    together,
    upper_first,
)
from learnt.publish.report.rules import MeasureRule, rules
from learnt.publish.report.trend import say_years
from learnt.records.finding import Finding, Tally

FEW_GROUPS = 3
"""Up to so many groups are all named in the sentence."""
MENTIONED = 3
MEASURED = ("percent", "years", "months", "per 100,000")
"""Units of values that are not counts."""
SMALL_BASE = 10
"""A share of fewer cases moves by more than ten points with one case."""


def sentences(tally: Tally) -> tuple[Sentence, ...]:
    """Give the sentences of a tally; none where it is withheld as a whole."""
    if tally.withheld:
        return (Sentence(tally.withheld),)
    if tally.total == 0 or not tally.findings:
        return (closed(fill(rules().words["nothing"], of=tally.of)),) if tally.of else ()
    if tally.form in ("categories", "ordered"):
        return _of_categories(tally)
    if tally.form == "years":
        return say_years(tally)
    if tally.form == "tags":
        return _of_tags(tally)
    if tally.form == "single":
        return _of_single(tally)
    return ()


def closed(said: Sentence) -> Sentence:
    """Begin with a capital and end with a full stop."""
    said = upper_first(said)
    return said if said.text.endswith(".") else together(said, ".")


def noun_of(tally: Tally) -> str:
    """Give the noun for what a tally counts by, in lower case."""
    return rules().of_measure(tally.measure).noun or lower_first(tally.title)


def population(tally: Tally, finding: Finding) -> str:
    """Give the words for a finding's population, in the singular for one."""
    of = tally.of or tally.unit
    return one_of(of) if finding.denominator == 1 else of


def recorded(tally: Tally) -> str:
    """Give " with sex recorded" where something is not recorded; else nothing."""
    if not tally.not_recorded:
        return ""
    return rules().words["recorded"].format(noun=noun_of(tally))


def in_brackets(said: Sentence) -> Sentence | str:
    """Put a share in brackets after a count."""
    return together(" (", said, ")") if said.text else ""


def _of_categories(tally: Tally) -> tuple[Sentence, ...]:
    present = [one for one in tally.findings if one.withheld or one.numerator]
    told = [one for one in present if numbers.is_told(one)]
    if not present:
        return _never_recorded(tally)
    if not told:
        return ()
    if len(present) <= FEW_GROUPS:
        first = _each_group(tally, sorted(present, key=_size))
    else:
        first = _most_common(tally, present, told)
    said = [together(first, _unrecorded(tally))]
    out = [closed(one) for one in said]
    if 0 < (told[0].denominator or 0) < SMALL_BASE:
        out.append(say(rules().words["few"]))
    return tuple(out)


def _never_recorded(tally: Tally) -> tuple[Sentence, ...]:
    words = rules().words
    if not tally.not_recorded:
        return ()
    said = fill(
        words["never_recorded"], noun=noun_of(tally), total=numbers.total(tally), of=tally.of
    )
    return (closed(said),)


def _size(finding: Finding) -> int:
    return -(finding.numerator or 0)


def _unrecorded(tally: Tally) -> Sentence | str:
    if not tally.not_recorded:
        return ""
    return fill(rules().words["not_recorded"], noun=noun_of(tally), m=numbers.not_recorded(tally))


def _each_group(tally: Tally, present: Sequence[Finding]) -> Sentence:
    words, rule = rules().words, rules().of_measure(tally.measure)
    plain = "" if rule.clause else "_plain"
    leading = present[0]
    of = population(tally, leading)
    parts: dict[str, Sentence | str] = {
        "of": of,
        "d": numbers.base(tally, leading),
        "noun": noun_of(tally),
        "recorded": recorded(tally),
    }
    if len(present) == 1 and leading.numerator == leading.denominator:
        key = "only" if leading.numerator == 1 else "all"
        # The base is the count here, so one number stands for both.
        return fill(words[key + plain], **parts, **_words_for(rule, leading))
    first = fill(
        words["first" + plain],
        **parts,
        n=numbers.count(tally, leading),
        share=in_brackets(numbers.share(tally, leading)),
        **_words_for(rule, leading),
    )
    return listed([first, *(_next_group(tally, rule, one) for one in present[1:])])


def _next_group(tally: Tally, rule: MeasureRule, finding: Finding) -> Sentence:
    return fill(
        rules().words["next" if rule.clause else "next_plain"],
        n=numbers.count(tally, finding),
        share=in_brackets(numbers.share(tally, finding)),
        **_words_for(rule, finding),
    )


def _words_for(rule: MeasureRule, finding: Finding) -> dict[str, str]:
    """Give the words for a group, and the clause with them where the measure has one."""
    group = word_for(rule, finding.group, one=finding.numerator == 1)
    clause = rule.clause if finding.numerator == 1 else rule.clauses or rule.clause
    return {"group": group, "clause": clause.format(group=group) if clause else ""}


def word_for(rule: MeasureRule, group: str, *, one: bool = False) -> str:
    """Give the words for a group in a sentence, as the rules have them, else as printed."""
    words = rule.groups.get(group)
    if words:
        return words[0] if one else words[1]
    return group


def _most_common(tally: Tally, present: Sequence[Finding], told: Sequence[Finding]) -> Sentence:
    """Name the largest groups. A linked number may be larger than any: then they are only named."""
    words = rules().words
    ranked = sorted(told, key=_size)
    top = [one for one in ranked if one.numerator == ranked[0].numerator]
    others = [one for one in ranked if one not in top][: MENTIONED - 1]
    if any(one.withheld == "linked" for one in present):
        return _each_group(tally, ranked[:MENTIONED])
    rule = rules().of_measure(tally.measure)
    parts: dict[str, Sentence | str] = {
        "noun": noun_of(tally),
        "n": numbers.count(tally, top[0]),
        "d": numbers.base(tally, top[0]),
        "of": population(tally, top[0]),
        "recorded": recorded(tally),
        "share": in_brackets(numbers.share(tally, top[0])),
    }
    if len(top) > 1:
        groups = listed([word_for(rule, one.group) for one in top])
        first = fill(words["most_tied"], **parts, groups=groups)
    else:
        first = fill(words["most"], **parts, group=word_for(rule, top[0].group))
    if not others or len(top) > 1:
        return first
    then = listed([_then_one(tally, rule, one) for one in others])
    return together(first, fill(words["then"], others=then))


def _then_one(tally: Tally, rule: MeasureRule, finding: Finding) -> Sentence:
    share = numbers.share(tally, finding)
    return fill(
        rules().words["then_one"],
        group=word_for(rule, finding.group),
        n=numbers.count(tally, finding),
        share=together(", ", share) if share.text else "",
    )


def _of_tags(tally: Tally) -> tuple[Sentence, ...]:
    words, rule = rules().words, rules().of_measure(tally.measure)
    if len(tally.findings) == 1:
        return _of_one_tag(tally, tally.findings[0], rule)
    told = sorted((one for one in tally.findings if numbers.is_told(one)), key=_size)
    told = [one for one in told if one.numerator][:MENTIONED]
    pattern = words["tagged_first" if tally.tagged else "mentioned"]
    parts = [
        fill(
            pattern,
            group=word_for(rule, one.group),
            n=numbers.count(tally, one),
            d=numbers.base(tally, one),
            share=in_brackets(numbers.share(tally, one)),
        )
        for one in told
    ]
    return (closed(listed(parts, "; ")),) if parts else ()


def _of_one_tag(tally: Tally, finding: Finding, rule: MeasureRule) -> tuple[Sentence, ...]:
    """Say a fact that holds or not: "10 of the 15 people who died were parents (67%)"."""
    words = rules().words
    if not finding.denominator and not finding.withheld:
        return _never_recorded(tally)
    if tally.tagged and not finding.withheld:
        said = fill(
            words["tagged_first"],
            group=tally.title,
            n=numbers.count(tally, finding),
            d=numbers.base(tally, finding),
        )
        return (closed(together(said, _unrecorded(tally))),)
    clause = _words_for(rule, finding)["clause"]
    said = fill(
        words["fact" if clause else "mentioned"],
        group=tally.title,
        n=numbers.count(tally, finding),
        d=numbers.base(tally, finding),
        of=population(tally, finding),
        recorded=recorded(tally),
        clause=clause,
        share=in_brackets(numbers.share(tally, finding)),
    )
    return (closed(together(said, _unrecorded(tally))),)


def _of_single(tally: Tally) -> tuple[Sentence, ...]:
    """Say the numbers of a tally in one sentence: "mean 45.3 years (95% interval 38 to 52), median 44"."""
    words, rule = rules().words, rules().of_measure(tally.measure)
    parts = [one for one in (_one_value(tally, rule, found) for found in tally.findings) if one]
    if not parts:
        return ()
    based = next((one for one in tally.findings if one.denominator and not one.withheld), None)
    base: Sentence | str = ""
    if based is not None:
        of = population(tally, based)
        base = fill(words["base"], d=numbers.base(tally, based), of=of, recorded=recorded(tally))
    noun = upper_first(Sentence(noun_of(tally))).text
    said = fill(words["single"], title=noun, values=listed(parts), base=base)
    return (closed(together(said, _unrecorded(tally))),)


def _one_value(tally: Tally, rule: MeasureRule, finding: Finding) -> Sentence | None:
    group = word_for(rule, finding.group, one=finding.numerator == 1)
    if finding.unit not in MEASURED:
        count = numbers.count(tally, finding)
        return together(count, " ", one_of(group) if finding.numerator == 1 else group)
    value = numbers.value(tally, finding)
    if not value.text:
        return None
    interval = numbers.value_interval(tally, finding)
    words = rules().words["interval"]
    return together(f"{group} ", value, fill(words, interval=interval) if interval.text else "")
