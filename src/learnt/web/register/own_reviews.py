"""Reviews and recommendations that came with the register, of deaths with no review in the library."""

from collections.abc import Collection

import msgspec

from learnt.records.case import AskEntry, Entry, Register, ReviewEntry
from learnt.reporting.gather import gather, incident_of

Own = tuple[tuple[ReviewEntry, ...], tuple[AskEntry, ...]]


def own_reviews(register: Register, linked: Collection[str], known: Collection[str]) -> Own:
    """Give what a register tells of reviews by itself, as a report on its file would count it.

    Deaths that are `linked` to a review of the library count there, or not at all while it is held
    back; and so does a recommendation whose id the catalogue has (`known`): an own export taken in.
    """
    incidents = incident_of(register)
    asked = tuple(
        one
        for one in register.recommendations or ()
        if incidents.get(one.id) not in linked and one.id not in known
    )
    if not asked:
        return (), ()
    rest = msgspec.structs.replace(
        register,
        incidents=tuple(one for one in register.incidents if one.id not in linked),
        documents=_unlinked(register.documents, linked),
        recommendations=asked,
    )
    made = gather(rest, source="", date="")
    return tuple(made.reviews or ()), tuple(made.asks or ())


def _unlinked(documents: tuple[Entry, ...] | None, linked: Collection[str]) -> tuple[Entry, ...]:
    return tuple(one for one in documents or () if one.values.get("incident_id") not in linked)
