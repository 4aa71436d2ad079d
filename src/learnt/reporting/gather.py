"""Makes the material of a report from a case register and the recommendations that came with it."""

from collections.abc import Iterable
from typing import cast

import msgspec

from learnt import __version__
from learnt.records.case import Incident, Material, Register, ReviewEntry, Value
from learnt.records.review import Kind
from learnt.reporting.asks import asks_of
from learnt.theme import own_codebook


def gather(register: Register, *, source: str, date: str) -> Material:
    """Give the material of a register as it was read.

    A register without recommendations (a DHRD release) has neither reviews nor asks to count. What
    recommendations lack of types of agency, themes, repeats or whether they can be acted on is told
    by the steps of the pipeline. `date` is the ISO date of the data.
    """
    versions = {"learnt": __version__, "codebook": own_codebook().version}
    plain = Material(register=register, source=source, date=date, versions=versions)
    if register.recommendations is None:
        return plain
    incidents = incident_of(register)
    reviews = tuple(_reviews(register, incidents))
    asks = asks_of(register.recommendations, incidents, {one.id: one for one in reviews})
    return msgspec.structs.replace(plain, reviews=reviews, asks=asks)


def incident_of(register: Register) -> dict[str, str]:
    """Give the incident of each recommendation by its id: its own column, else its document's."""
    documents = {one.id: str(one.values.get("incident_id", "")) for one in register.documents or ()}
    return {
        one.id: str(
            one.values.get("incident_id")
            or documents.get(str(one.values.get("document_id", "")), "")
        )
        for one in register.recommendations or ()
    }


def _reviews(register: Register, incidents: dict[str, str]) -> Iterable[ReviewEntry]:
    """Give a review for each incident that has a document, recommendations, or was published."""
    papers = {str(one.values.get("incident_id", "")) for one in register.documents or ()}
    reviewed = papers | set(incidents.values())
    for incident in register.incidents:
        status, day = incident.values.get("review_status"), incident.values.get("published_on")
        if incident.id in reviewed or status == "published" or (day and not status):
            yield _review(incident)


def _review(incident: Incident) -> ReviewEntry:
    values: dict[str, Value] = incident.values
    year = str(values.get("death_date", ""))[:4]
    kind = values.get("review_kind")
    return ReviewEntry(
        id=incident.id,
        csp=str(values.get("csp", "")),
        partnership=str(values.get("partnership", "")),
        region=str(values.get("region", "")),
        kind=cast(Kind, kind) if kind in ("dhr", "dardr", "susr", "other") else None,
        year_of_death=int(year) if year.isdigit() else None,
        published=str(values.get("published_on", "")),
        incident=incident.id,
        fictional=values.get("fictional") is True,
    )
