"""Making tables: groups of cases, with what was not recorded, checked to add up.

A table of `categories` puts each case in one group; in a table of `tags` each row stands alone and has
its own denominator; a table of mentions counts a case as often as it is mentioned.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from learnt.analyse.cases import Case
from learnt.analyse.measures import Measure
from learnt.analyse.problems import BadTally, MixedShares
from learnt.analyse.shares import Cases, Mentions, percent, share_of_mentions, share_of_people
from learnt.records.finding import Finding, Tally
from learnt.words import fold


@dataclass(frozen=True)
class Frame:
    """What a table is about: its measure, its section, its population in words, which denominator."""

    measure: Measure
    section: str
    of: str
    every: bool = False
    """All cases are the denominator, not only those recorded."""
    among: Sequence[Case] = ()
    """All cases of the report: its tables share the bands that these need. Empty: the table's own."""

    @property
    def id(self) -> str:
        """The id of the table."""
        return f"{self.section}.{self.measure.id}"


Sorted = Iterable[tuple[str, str | None]]
"""Cases by id, each with its group; None where it is not recorded."""


def categories(
    frame: Frame,
    cases: Sorted,
    order: Sequence[str] = (),
    closed: bool = False,
    note: str = "",
    known: Sequence[str] = (),
) -> Tally:
    """Give a table in which each case is once: by size, or in `order`; `closed` shows empty groups.

    Groups that are `known` are shown too, though none has them.
    """
    groups: dict[str, list[str]] = {name: [] for name in (order if closed else known)}
    total = missing = 0
    for case, group in cases:
        total += 1
        if group is None:
            missing += 1
        else:
            groups.setdefault(group, []).append(case)
    names = _ordered(groups, order)
    of = total if frame.every else total - missing
    make = _year_finding if frame.measure.form == "years" else _case_finding
    findings = tuple(make(frame, name, groups[name], of, missing) for name in names)
    return _table(frame, findings, total, missing, closed=closed, note=note)


def tags(
    frame: Frame,
    rows: Mapping[str, Iterable[tuple[str, bool | None]]],
    total: int,
    tagged: bool = False,
) -> Tally:
    """Give a table in which each row stands alone: of the cases recorded, how many are so.

    Where it is recorded only of those of whom it is so, and nothing of others, there is no share: it
    would be 100% of those that somebody thought worth an entry.
    """
    findings = []
    for name, cases in rows.items():
        hits, known = [], 0
        for case, value in cases:
            known += value is not None
            if value:
                hits.append(case)
        of = total if frame.every else known
        one_sided = len(hits) == of < total and not tagged
        findings.append(_case_finding(frame, name, hits, of, total - known, shared=not one_sided))
    unknown = min((one.not_recorded or 0 for one in findings), default=total)
    return _table(frame, tuple(findings), total, unknown, tagged=tagged, closed=True)


def named(
    frame: Frame, cases: Iterable[tuple[str, Iterable[str] | None]], order: Sequence[str] = ()
) -> Tally:
    """Give a table as `tags` does, of cases that each have several names; None: not looked at.

    Rows are by size; names of `order` are shown though none has them. Each name counts once a case.
    """
    groups: dict[str, list[str]] = {name: [] for name in order}
    total = missing = 0
    for case, names in cases:
        total += 1
        if names is None:
            missing += 1
        else:
            for name in dict.fromkeys(names):
                groups.setdefault(name, []).append(case)
    of = total if frame.every else total - missing
    findings = tuple(
        _case_finding(frame, name, groups[name], of, missing) for name in _ordered(groups, ())
    )
    return _table(frame, findings, total, missing, closed=bool(order))


def mentions(
    frame: Frame,
    cases: Iterable[tuple[str, Iterable[str]]],
    not_recorded: int,
    order: Sequence[str] = (),
) -> Tally:
    """Give a table of mentions: `total` and the denominator are mentions, not cases."""
    groups: dict[str, list[str]] = defaultdict(list)
    for case, names in cases:
        for name in names:
            groups[name].append(case)
    total = sum(map(len, groups.values()))
    findings = tuple(
        Finding(
            measure=frame.measure.id,
            group=name,
            numerator=len(groups[name]),
            denominator=total,
            value=percent(len(groups[name]), total),
            unit="percent",
            share=share_of_mentions(Mentions(len(groups[name])), Mentions(total)),
            ids=tuple(groups[name]),
        )
        for name in _ordered(groups, order)
    )
    note = f"Of {not_recorded} cases nothing is recorded." if not_recorded else ""
    return _table(frame, findings, total, 0, note=note)


def _ordered(groups: Mapping[str, Sequence[str]], order: Sequence[str]) -> list[str]:
    if order:
        return [name for name in order if name in groups]
    return sorted(groups, key=lambda name: (-len(groups[name]), fold(name)))


def _case_finding(
    frame: Frame, name: str, cases: Sequence[str], of: int, missing: int, *, shared: bool = True
) -> Finding:
    part = len(cases)
    shared = shared and bool(of)
    return Finding(
        measure=frame.measure.id,
        group=name,
        numerator=part,
        denominator=of,
        not_recorded=missing,
        value=percent(part, of) if shared else None,
        unit="percent" if shared else frame.measure.unit,
        share=share_of_people(Cases(part), Cases(of)) if shared else None,
        ids=tuple(cases),
    )


def _year_finding(frame: Frame, name: str, cases: Sequence[str], of: int, missing: int) -> Finding:
    """Give a number by year, which has no share: what counts is how many there were."""
    return Finding(
        measure=frame.measure.id,
        group=name,
        numerator=len(cases),
        denominator=of,
        not_recorded=missing,
        value=len(cases),
        unit=frame.measure.unit,
        ids=tuple(cases),
    )


def single(
    frame: Frame, findings: Sequence[Finding], total: int, missing: int, note: str = ""
) -> Tally:
    """Give a table of numbers that are no shares: a mean, a range."""
    return _table(frame, tuple(findings), total, missing, note=note)


def _table(
    frame: Frame,
    findings: tuple[Finding, ...],
    total: int,
    missing: int,
    *,
    tagged: bool = False,
    closed: bool = False,
    note: str = "",
) -> Tally:
    measure = frame.measure
    table = Tally(
        id=frame.id,
        section=frame.section,
        measure=measure.id,
        title=measure.title,
        of=frame.of,
        form=measure.form,
        unit=measure.unit,
        findings=findings,
        total=total,
        not_recorded=missing,
        definition=f"{measure.definition} {note}".strip(),
        personal=measure.personal,
        tagged=tagged,
        closed=closed,
    )
    check_table(table)
    return table


EACH_ONCE = ("categories", "ordered", "years", "cross")
"""Forms of tables in which a case is in one group."""


def check_table(table: Tally) -> None:
    """Raise `BadTally` where a table does not add up, `MixedShares` where it mixes its shares."""
    if len({type(one.share) for one in table.findings if one.share}) > 1:
        raise MixedShares(f"{table.id}: shares of people and of mentions in one table")
    doubled = [
        name for name, many in Counter(one.group for one in table.findings).items() if many > 1
    ]
    if doubled:
        raise BadTally(f"{table.id}: {doubled[0]} stands twice")
    counted = sum(one.numerator or 0 for one in table.findings)
    whole = (table.total or 0) - (table.not_recorded or 0)
    if table.form in EACH_ONCE and table.unit != "per 100,000" and counted != whole:
        raise BadTally(f"{table.id}: its groups hold {counted}, its cases are {whole}")
    for one in table.findings:
        if one.share and not 0 <= (one.numerator or 0) <= (one.denominator or 0):
            raise BadTally(f"{table.id}: {one.group}: {one.numerator} of {one.denominator}")


def one_spelling(values: Iterable[str | None]) -> dict[str, str]:
    """Give for each folded value the spelling that is most frequent ("Female" for "female")."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for value in values:
        if value is not None:
            seen[fold(value)][value] += 1
    return {
        folded: min(found, key=lambda name: (-found[name], name)) for folded, found in seen.items()
    }
