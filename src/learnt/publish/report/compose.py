"""From an analysis to a composed report: sections in order, each on or off, each numbered."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from learnt.errors import LearntError
from learnt.publish.report.appendices import (
    comparators_of,
    definitions_of,
    methods_of,
    quality_of,
    versions_of,
)
from learnt.publish.report.body import body_of
from learnt.publish.report.brief import brief_of
from learnt.publish.report.composed import (
    Block,
    Composed,
    Figure,
    HeldWords,
    Note,
    Section,
    TableBlock,
)
from learnt.publish.report.grammar import say
from learnt.publish.report.paragraphs import Gate, Paragraphs, parse_words, pass_gate
from learnt.publish.report.rules import SectionRule, rules
from learnt.publish.report.tables import cut_to, table_of
from learnt.records.finding import Analysis, Selection
from learnt.words import capital

KINDS = {
    "brief": brief_of,
    "methods": methods_of,
    "definitions": definitions_of,
    "quality": quality_of,
    "comparators": comparators_of,
    "versions": versions_of,
}
INVENTED = "fictional"
"""The code of what the checks say where cases or reviews are invented."""


class BadReport(LearntError):
    """A report cannot be composed as asked; the message says why and what to do."""


def section_names() -> tuple[str, ...]:
    """Give the ids of all sections in the order of the report."""
    return tuple(one.id for one in rules().section)


def compose(
    analysis: Analysis,
    *,
    paragraphs: Paragraphs | None = None,
    sections: Collection[str] | None = None,
    gate: Gate | None = None,
) -> Composed:
    """Compose the report of an analysis: everything printed comes from it and from `paragraphs`.

    `sections` are the ids of those wanted (None: all), always in the report's own order. In public
    output an analyst's words pass `gate`; what it holds is left out and listed in `held`. Raises
    `BadReport` for an unknown section, and for words in public output without a gate.
    """
    texts = (paragraphs or Paragraphs()).by_section
    unknown = sorted(set(sections or ()) - set(section_names()))
    if unknown:
        raise BadReport(
            f"there is no section “{unknown[0]}”; the sections are {', '.join(section_names())}"
        )
    if analysis.public and texts and gate is None:
        raise BadReport("an analyst's words need a gate before they stand in public output")
    wanted = [one for one in rules().section if sections is None or one.id in sections]
    made, held = [], []
    for rule in wanted:
        words = texts.get(rule.id, "")
        kept, stopped = pass_gate(rule.id, words, gate if analysis.public else None)
        held += stopped
        made.append(
            _section(analysis, rule, kept, appendix=any(one.kind == "quality" for one in wanted))
        )
    return Composed(
        title=f"{rules().title}: {analysis.name}" if analysis.name else rules().title,
        subtitle=subtitle(analysis),
        notice=notice(analysis),
        sections=tuple(_numbered(made)),
        tables=tuple(table_of(one) for one in analysis.tallies if not one.withheld),
        held=tuple(held),
        date=analysis.date,
        public=analysis.public,
    )


def notice(analysis: Analysis) -> str:
    """Say what every page must say: that it is internal, that it tells of invented cases."""
    invented = any(one.code == INVENTED for one in analysis.quality)
    told = ["" if analysis.public else rules().notice, rules().invented if invented else ""]
    return capital("; ".join(part for part in told if part))


def subtitle(analysis: Analysis) -> str:
    """Say of which years the deaths are, and where the data come from."""
    words = rules().words
    parts = [years_in_words(analysis.selection)]
    if analysis.source:
        parts.append(words["from_source"].format(source=analysis.source))
    if analysis.date:
        parts.append(words["from_date"].format(date=day_in_words(analysis.date)))
    return capital("; ".join(part for part in parts if part))


def day_in_words(iso: str) -> str:
    """Print a day as "21 November 2026"; what is no ISO day stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {rules().months[day.month - 1]} {day.year}"


def years_in_words(selection: Selection) -> str:
    """Say which years of death were asked for; nothing where all were."""
    words, first, last = rules().words, selection.first, selection.last
    if first is not None and last is not None:
        return words["deaths_between"].format(first=first, last=last)
    if first is not None:
        return words["deaths_since"].format(first=first)
    return words["deaths_until"].format(last=last) if last is not None else ""


def _section(analysis: Analysis, rule: SectionRule, text: str, *, appendix: bool) -> Section:
    words: Sequence[Block] = parse_words(text, f"{rule.id}-words") if text else ()
    blocks = tuple(_blocks(analysis, rule, appendix))
    empty = not blocks and not words
    if empty or (not blocks and rule.kind != "written"):
        blocks = (Note(kind="gap", sentence=say(rule.empty or rules().words["no_figures"])),)
    return Section(id=rule.id, title=rule.title, blocks=(*blocks, *words), empty=empty)


def _blocks(analysis: Analysis, rule: SectionRule, appendix: bool) -> Iterator[Block]:
    if rule.kind in KINDS:
        yield from KINDS[rule.kind](analysis)
    elif rule.kind == "tallies":
        yield from body_of(analysis, rule, appendix=appendix)


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    """Give tables and figures their numbers, in the order of printing."""
    tables = figures = 0
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            if isinstance(block, TableBlock):
                tables += 1
                block = replace(cut_to(block), label=f"Table {tables}")
            elif isinstance(block, Figure):
                figures += 1
                table = replace(cut_to(block.table), label=f"Data of figure {figures}")
                block = replace(block, label=f"Figure {figures}", table=table)
            blocks.append(block)
        yield replace(section, blocks=tuple(blocks))


def held_in_words(held: Sequence[HeldWords]) -> tuple[str, ...]:
    """Say for the preview which words were held back, and why."""
    return tuple(f"{one.section}: {'; '.join(one.reasons)}" for one in held)
