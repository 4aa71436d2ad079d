"""Makes a report of the library: from what the person may see, past the gate where it is public."""

from collections.abc import Iterator

from msgspec import structs

from learnt.analyse import parse_populations
from learnt.deidentify import PublicContext, make_context
from learnt.publish.report.paragraphs import make_paragraphs
from learnt.records import Review as ReadReview
from learnt.records.case import Material
from learnt.records.finding import Selection
from learnt.reporting.gate import gate_of
from learnt.reporting.making import Made, Wanted, make_report
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.catalogue.reading.places import partnership_name
from learnt.web.curation.models import Intake
from learnt.web.curation.publishing import as_decided, context_of
from learnt.web.insight.models import Report
from learnt.web.register.material import material_for, material_of
from learnt.web.register.models import Incident

MOST_CONTEXTS = 200
"""Reviews whose people the gate knows, the newest first: a nation's would take minutes to load."""


def make(report: Report, person: User, *, public: bool) -> Made:
    """Make the report as it is now: the figures that `person` may count, the words that were written.

    Raises `BadTable` where the populations cannot be read.
    """
    words = make_paragraphs(report.words, "The report's words")
    wanted = Wanted(
        selection=selection_of(report),
        public=public,
        sections=tuple(report.sections) or None,
        paragraphs=words,
        populations=parse_populations(report.populations) if report.populations else None,
    )
    gate = gate_of(_contexts(report)) if public and words.by_section else None
    # Whoever opens a partnership's report finds the same figures in it: those of its own cases.
    own = material_of(report.partnership) if report.partnership else material_for(person)
    return make_report(_placed(own), wanted, gate=gate)


def selection_of(report: Report) -> Selection:
    """Give what a report is about; a partnership by its name, as reviews and cases print it."""
    return Selection(
        area=report.area or name_of(report.partnership),
        first=report.first,
        last=report.last,
        denominator="all" if report.denominator == "all" else "recorded",
    )


def name_of(partnership: str) -> str:
    """Give the name of a partnership by its id; empty for all of them."""
    return partnership and (partnership_name(partnership) or partnership)


def _placed(material: Material) -> Material:
    """Give the material with the name of their partnership on cases that do not print it."""
    bare = [one.id for one in material.register.incidents if not one.values.get("csp")]
    if not bare:
        return material
    places = dict(Incident.objects.exclude(partnership="").values_list("key", "partnership"))
    names = {place: name_of(place) for place in {places[key] for key in bare if key in places}}
    incidents = tuple(
        structs.replace(one, values={**one.values, "csp": names[places[one.id]]})
        if not one.values.get("csp") and one.id in places
        else one
        for one in material.register.incidents
    )
    register = structs.replace(material.register, incidents=incidents)
    return structs.replace(material, register=register)


def _contexts(report: Report) -> Iterator[PublicContext]:
    """Give the contexts of the reviews that the report is about: its words may name their people."""
    yield make_context(ReadReview())
    about = Intake.objects.order_by("-id")
    if report.partnership != EVERYWHERE:
        about = about.filter(partnership=report.partnership)
    for intake in about[:MOST_CONTEXTS]:
        yield context_of(intake, as_decided(intake))
