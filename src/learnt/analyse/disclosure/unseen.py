"""Tables of homicides and suicides where the two may not be told apart: listed alike, whatever stands behind them.

Which facts are recorded of a handful of suicides, and whether there are any, would otherwise be seen from the
tables that are named as withheld.
"""

from collections.abc import Collection, Iterator, Sequence

from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.measures import Measure, measures, measures_of, sections
from learnt.records.finding import Tally


def list_alike(tallies: Sequence[Tally], hidden: Collection[str], rules: Settings) -> list[Tally]:
    """Give the tables with each that a part could have in place of the `hidden` ones, all of them withheld.

    A part could have what the table of all deaths has; the new ones stand where the first of theirs stood,
    or before the tables of all deaths.
    """
    kept = [one for one in tallies if one.id not in hidden]
    told = {one.measure for one in tallies if one.section == rules.whole}
    for part in rules.parts:
        mine = [one for one in measures_of(part) if one.id in told]
        at = _first(kept, rules.whole)
        kept[at:at] = [_withheld(part, one, rules) for one in mine]
    sums = [one for one in kept if one.section in _sections(rules.of_a_part)]
    if sums:
        at = kept.index(sums[0]) + 1
        kept[at:at] = list(_of_a_part(rules))
    return kept


def _sections(names: Sequence[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


def _of_a_part(rules: Settings) -> Iterator[Tally]:
    for name in rules.of_a_part:
        section, _, measure = name.partition(".")
        yield _withheld(section, measures()[measure], rules)


def _first(tallies: Sequence[Tally], section: str) -> int:
    places = [at for at, one in enumerate(tallies) if one.section == section]
    return places[0] if places else len(tallies)


def _withheld(section: str, measure: Measure, rules: Settings) -> Tally:
    """Give a table of which nothing is told but that it is withheld."""
    part = measure.id if section not in sections() else section
    words: str = getattr(sections()[part], measure.table)
    return Tally(
        id=f"{section}.{measure.id}",
        section=section,
        measure=measure.id,
        title=measure.title,
        of=words,
        form=measure.form,
        unit=measure.unit,
        definition=measure.definition,
        personal=measure.personal,
        withheld=rules.sentence("populations"),
    )
