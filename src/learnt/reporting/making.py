"""Makes a report: counts, protects what the public may not be told, composes and writes."""

from collections.abc import Callable, Collection
from pathlib import Path

import msgspec

from learnt.analyse import Comparators, Populations, analyse
from learnt.analyse.disclosure import preview
from learnt.analyse.narrowing import check_public
from learnt.errors import CannotWrite
from learnt.export.files import write_whole
from learnt.publish.report.compose import compose
from learnt.publish.report.composed import Composed
from learnt.publish.report.csv_tables import to_zip
from learnt.publish.report.findings import to_findings
from learnt.publish.report.paragraphs import Gate, Paragraphs
from learnt.records.case import Material
from learnt.records.finding import Analysis, Protection, Selection

PYRAMIDS = (("sex_of_victim", "age_of_victim"), ("sex_of_perpetrator", "age_of_perpetrator"))
"""What the age pyramids draw."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What report is wanted. `sections` None: all. `public` protects small numbers of people."""

    selection: Selection = Selection()
    public: bool = True
    sections: tuple[str, ...] | None = None
    paragraphs: Paragraphs | None = None
    populations: Populations | None = None
    comparators: Comparators | None = None


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A report as composed, what it was made from, and what was merged or withheld and why."""

    analysis: Analysis
    composed: Composed
    protections: tuple[Protection, ...] = ()


def make_report(material: Material, wanted: Wanted, *, gate: Gate | None = None) -> Made:
    """Make a report of `material`; in public output an analyst's paragraphs pass `gate`."""
    if wanted.public:
        check_public(wanted.selection.filters)
    drawn = tuple(dict.fromkeys((*PYRAMIDS, *wanted.selection.crosses)))
    analysis = analyse(
        material,
        msgspec.structs.replace(wanted.selection, crosses=drawn),
        populations=wanted.populations,
        comparators=wanted.comparators,
    )
    protections: tuple[Protection, ...] = ()
    if wanted.public:
        protected = preview(analysis)
        analysis, protections = protected.public, protected.protections
    composed = compose(analysis, paragraphs=wanted.paragraphs, sections=wanted.sections, gate=gate)
    return Made(analysis=analysis, composed=composed, protections=protections)


def _html(made: Made) -> bytes:
    from learnt.publish.report.html import to_html

    return to_html(made.composed).encode()


def _pdf(made: Made) -> bytes:
    from learnt.publish.report.pdf import to_pdf

    return to_pdf(made.composed)


def _word(made: Made) -> bytes:
    from learnt.publish.report.word import to_word

    return to_word(made.composed)


def _json(made: Made) -> bytes:
    return to_findings(made.analysis).encode()


def _zip(made: Made) -> bytes:
    return to_zip(made.composed)


WRITERS: dict[str, Callable[[Made], bytes]] = {
    ".html": _html,
    ".pdf": _pdf,
    ".docx": _word,
    ".json": _json,
    ".zip": _zip,
}
"""What writes each kind of file, by the ending of its name; `.zip` holds every table as CSV."""


def write_report(made: Made, form: str) -> bytes:
    """Give the report as a file of the kind that `form` (`.pdf`) names; raises `CannotWrite`."""
    if form.lower() not in WRITERS:
        raise CannotWrite(f"no report is written as “{form}”: choose {', '.join(WRITERS)}")
    return WRITERS[form.lower()](made)


def save_report(made: Made, paths: Collection[Path]) -> None:
    """Write the report to files, each whole or not at all."""
    for path in paths:
        write_whole(path, write_report(made, path.suffix))
