"""Small tables by hand for the tests of single rules."""

from collections.abc import Mapping

from learnt.analyse.disclosure.settings import Settings, settings
from learnt.records.finding import Analysis, Finding, Form, Tally, Unit, Withheld

RULES: Settings = settings()


def table(
    name: str,
    counts: Mapping[str, int | None],
    form: Form = "categories",
    total: int | None = None,
    not_recorded: int = 0,
    closed: bool = False,
    unit: Unit = "people",
    personal: bool = True,
    marks: Mapping[str, Withheld] | None = None,
) -> Tally:
    """Give the table `section.measure`; a count of None is a withheld row, small unless marked."""
    section, _, measure = name.partition(".")
    size = total if total is not None else sum(one or 0 for one in counts.values())
    return Tally(
        id=name,
        section=section,
        measure=measure,
        title=measure,
        of="people",
        form=form,
        unit=unit,
        findings=tuple(
            Finding(measure=measure, group=group, withheld=(marks or {}).get(group, "small"))
            if count is None
            else Finding(
                measure=measure,
                group=group,
                numerator=count,
                denominator=size - not_recorded,
                not_recorded=not_recorded,
                ids=(),
            )
            for group, count in counts.items()
        ),
        total=size,
        not_recorded=not_recorded,
        personal=personal,
        closed=closed,
    )


def public(*tables: Tally) -> Analysis:
    """Give a public analysis of tables."""
    return Analysis(tallies=tables, public=True)
