"""Makes a report of the library: from what the person may see, past the gate where it is public."""

import hashlib
from collections.abc import Collection

import msgspec
from msgspec import structs

from learnt.analyse import Comparators, own_comparators, parse_comparators, parse_populations
from learnt.publish.report.paragraphs import Paragraphs, make_paragraphs
from learnt.records.case import Material
from learnt.records.finding import Selection
from learnt.reporting.making import Made, Wanted, make_report
from learnt.web.accounts.models import User
from learnt.web.catalogue.reading.places import partnership_name
from learnt.web.insight.asked import crosses_of, filters_of
from learnt.web.insight.keeping import Kept, shelf
from learnt.web.insight.models import Report
from learnt.web.insight.people import Cast, gate_knowing, people_of
from learnt.web.register.exporting import incident_names
from learnt.web.register.material import material_in

ASKED = ("partnership", "area", "first", "last", "denominator", "sections", "words", "populations",
         "comparators", "filters", "crosses")  # fmt: skip
"""What a report is made by, beside the figures."""


def make(report: Report, person: User, *, public: bool, worded: bool = True) -> Kept:
    """Give the report as it is now: the figures that `person` may count, the words that were written.

    It is made anew unless figures, words, people and the person's partnerships are all as they were.
    Without `worded` the words are left out. Raises `BadTable` where populations or figures cannot be read,
    and `Unknown` where the words of a public report cannot be looked at yet.
    """
    words = make_paragraphs(report.words if worded else {}, "The report's words")
    cast = people_of(report) if public and words.by_section else None
    # Whoever opens a partnership's report finds the same figures in it: those of its own cases.
    scopes = {report.partnership} if report.partnership else person.partnerships("reader")
    material = _placed(material_in(scopes), scopes)
    slot = (report.pk, public, worded, *sorted(scopes))
    state = _state(report, material, cast)
    return shelf.get(slot, state, lambda: _make(report, material, words, cast, public=public))


def _make(
    report: Report, material: Material, words: Paragraphs, cast: Cast | None, *, public: bool
) -> Made:
    wanted = Wanted(
        selection=selection_of(report),
        public=public,
        sections=tuple(report.sections) or None,
        paragraphs=words,
        populations=parse_populations(report.populations) if report.populations else None,
        comparators=_comparators(report),
    )
    return make_report(material, wanted, gate=gate_knowing(cast.contexts) if cast else None)


def _comparators(report: Report) -> Comparators:
    own = own_comparators()
    return own.with_more(parse_comparators(report.comparators)) if report.comparators else own


def _state(report: Report, material: Material, cast: Cast | None) -> str:
    """Give a mark of everything that a report is made from; the material tells the program's version."""
    asked = [getattr(report, name) for name in ASKED]
    told = msgspec.json.encode((asked, material, cast.mark if cast else ""))
    return hashlib.sha256(told).hexdigest()


def selection_of(report: Report) -> Selection:
    """Give what a report is about; a partnership by its name, as reviews and cases print it."""
    return Selection(
        area=report.area or name_of(report.partnership),
        first=report.first,
        last=report.last,
        denominator="all" if report.denominator == "all" else "recorded",
        filters=filters_of(report.filters),
        crosses=crosses_of(report.crosses),
    )


def name_of(partnership: str) -> str:
    """Give the name of a partnership by its id; empty for all of them."""
    return partnership and (partnership_name(partnership) or partnership)


def _placed(material: Material, scopes: Collection[str]) -> Material:
    """Give the material with the name of their partnership on cases that do not print it."""
    bare = {one.id for one in material.register.incidents if not one.values.get("csp")}
    if not bare:
        return material
    told = incident_names(scopes)
    names = {name: name_of(place) for (place, _), name in told.items() if place and name in bare}
    incidents = tuple(
        structs.replace(one, values={**one.values, "csp": names[one.id]})
        if one.id in names
        else one
        for one in material.register.incidents
    )
    register = structs.replace(material.register, incidents=incidents)
    return structs.replace(material, register=register)
