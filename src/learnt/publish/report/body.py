"""The blocks of a section: sub-headings, sentences, pictures and tables of its tallies."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from learnt.publish.report.comparing import beside_published, say_beside, say_published
from learnt.publish.report.composed import Block, Heading, Note, Paragraph, Sentence
from learnt.publish.report.grammar import fill, listed, lower_first, say
from learnt.publish.report.pictures import beside_figure, figure_of, pyramid_of
from learnt.publish.report.rules import SectionRule, rules
from learnt.publish.report.sentences import sentences
from learnt.publish.report.tables import RATE, slug, table_of
from learnt.publish.report.trend_pictures import years_figure
from learnt.publish.report.wording import head_of
from learnt.records.finding import Analysis, Tally

MOST_FACTS = 3
"""So many facts of which nothing is recorded are named in a section."""


def tallies_of(analysis: Analysis, section: SectionRule) -> list[Tally]:
    """Give the tallies that a section prints, in the order of the analysis."""
    return [one for one in analysis.tallies if one.section in section.takes]


def in_parts(section: SectionRule, tallies: Sequence[Tally]) -> list[tuple[str, list[Tally]]]:
    """Put tallies under the sub-headings of a section; those that none names come last, by title."""
    left = list(tallies)
    parts: list[tuple[str, list[Tally]]] = []
    for part in section.part:
        taken = [
            one
            for pattern in part.measures
            for one in left
            if fnmatchcase(one.measure, pattern) or fnmatchcase(one.id, pattern)
        ]
        taken = list(dict.fromkeys(taken))
        left = [one for one in left if one not in taken]
        if taken:
            parts.append((part.title, taken))
    parts += [(one.title, [one]) for one in left]
    return parts


def body_of(analysis: Analysis, section: SectionRule, *, appendix: bool = False) -> Iterator[Block]:
    """Give the blocks of a section of tallies; none where it has no tallies.

    With an `appendix` on the quality of the data, that names all facts of which nothing is recorded.
    """
    tallies = tallies_of(analysis, section)
    warned: set[str] = set()
    drawn = {part.title: part.lines for part in section.part}
    told = [one for one in tallies if not one.withheld]
    for title, part in in_parts(section, told):
        name = f"{section.id}-{slug(title)}"
        yield Heading(id=name, text=title)
        names = drawn.get(title, ())
        lines = [one for one in told if one.measure in names and one.findings]
        for tally in part:
            yield from warned_once(blocks_of(analysis, tally, shown=not lines), warned)
        if lines:
            table = part if len(part) > len(lines) else lines
            yield years_figure(name, title, table, lines, analysis.comparisons)
    yield from not_shown(tallies)
    yield from gaps_of(analysis, section, appendix)


def not_shown(tallies: Sequence[Tally]) -> Iterator[Note]:
    """Say which tables are withheld as a whole, once for each reason."""
    reasons: dict[str, list[str]] = {}
    for tally in tallies:
        if tally.withheld:
            reasons.setdefault(tally.withheld, []).append(lower_first(head_of(tally)))
    for why, heads in reasons.items():
        told = listed(list(dict.fromkeys(heads)), "; ", "; ")
        yield Note(sentence=fill(rules().words["not_shown"], heads=told, why=why))


def warned_once(blocks: Iterator[Block], warned: set[str]) -> Iterator[Block]:
    """Give blocks with each warning (small numbers, what a rise may be) once in a section."""
    words = rules().words
    warnings = {words[name] for name in ("few", "mind_rise", "mind_fall")}
    warnings.add(words["beside_similar"].format(rest=words["rest"]))
    for block in blocks:
        if isinstance(block, Paragraph):
            kept = tuple(one for one in block.sentences if one.text not in warned)
            warned.update(one.text for one in kept if one.text in warnings)
            block = Paragraph(kept)
            if not kept:
                continue
        yield block


def gaps_of(analysis: Analysis, section: SectionRule, appendix: bool) -> Iterator[Note]:
    """Say what of a section could not be counted; a long list stands in the `appendix` if there is one."""
    words = rules().words
    for gap in analysis.gaps:
        if gap.startswith(section.gaps):
            _, _, facts = gap.partition(words["gap_facts"])
            long = appendix and facts.count(";") >= MOST_FACTS
            yield Note(kind="gap", sentence=say(words["gap_long"] if long else in_lower(gap)))


def in_lower(gap: str) -> str:
    """Give the facts of which nothing is recorded in lower case, as they stand within a sentence."""
    head, mark, facts = gap.partition(rules().words["gap_facts"])
    return head + mark + "; ".join(lower_first(one) for one in facts.split("; "))


def blocks_of(analysis: Analysis, tally: Tally, *, shown: bool = True) -> Iterator[Block]:
    """Give what is said of one tally, and `shown` in a picture or table."""
    other = rest_of(analysis, tally)
    said = sentences(tally) + say_published(tally, analysis.comparisons)
    if other is not None:
        said += say_beside(tally, other, rules().words["rest"])
    if said:
        yield Paragraph(said)
    if shown and not is_said(tally, said):
        yield from show(analysis, tally, other)
    published = beside_published(tally, analysis.comparisons)
    if published is not None:
        yield published


def show(analysis: Analysis, tally: Tally, other: Tally | None) -> Iterator[Block]:
    """Give the picture of a tally with its data, else its table."""
    figure = beside_figure(tally, other, analysis.name) if other is not None else None
    figure = figure or pyramid_of(tally) or figure_of(tally)
    if figure is not None:
        yield figure
    elif tally.findings:
        yield table_of(tally)


def is_said(tally: Tally, said: Sequence[Sentence]) -> bool:
    """Whether the sentences already tell all that a table would: of rates they tell the ends only."""
    told = {number.group for sentence in said for number in sentence.numbers}
    rates = {one.group for one in tally.findings if one.unit == RATE and not one.withheld}
    return bool(said) and (tally.form == "single" or len(tally.findings) == 1) and rates <= told


def rest_of(analysis: Analysis, tally: Tally) -> Tally | None:
    """Give the tally of the rest of the library that stands beside one of the area, if any."""
    if tally.section != rules().beside.own or not (
        analysis.selection.area or analysis.selection.filters
    ):
        return None
    other = analysis.tally(f"{rules().beside.rest}.{tally.measure}")
    return other if other is not None and other.findings and not other.withheld else None
